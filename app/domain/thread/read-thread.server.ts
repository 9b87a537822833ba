import { v7 as uuid } from 'uuid';
import { db } from '#app/db/client.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Country, Visibility } from '#prisma/generated/enums.ts';
import type { Reader } from '../actor.ts';
import { mayDecideThreadRules } from '../translation/policy.ts';
import { findThreadLevel, type LevelSaid } from '../notification/find-levels.server.ts';
import type { ThreadSnapshot } from './entry.ts';
import { mayPost } from './policy.ts';
import { readSnapshot } from './find-entries.server.ts';
import { numbersOf, type Reference } from './reference.ts';
import { findReferences } from './find-references.server.ts';
import { findUnread } from './find-unread.server.ts';

const governmentSelect = {
  id: true,
  seal: true,
  country: true,
  nameKo: true,
  nameZh: true,
  nameEn: true,
} as const satisfies Prisma.GovernmentSelect;

/** Everything that a page needs to show a thread and to write in it. */
export type ReadThread = ThreadSnapshot & {
  visibility: Visibility;
  /** Who reads it beside the owner, when it is for named governments. */
  governmentIds: string[];
  mayPost: boolean;
  /** A topic that is closed takes no posts. */
  isClosed: boolean;
  /** Governments that take part: those that a narrow thread names, else those that have written. */
  takingPart: string[];
  /** Whether the reader decides what engines get of it. */
  mayDecideRules: boolean;
  following: boolean;
  /** How much the reader's seat wants to hear of it; null for guests. */
  level: LevelSaid | null;
  /** The first entry that the reader's seat has not read, and how many there are; null when it has read everything. */
  unread: { first: number; count: number } | null;
  /** All governments: an entry that arrives later names them by id. */
  governments: {
    id: string;
    seal: string;
    country: Country;
    nameKo: string;
    nameZh: string;
    nameEn: string;
  }[];
  /** What its posts name and the reader may see, with where it stands. */
  references: Reference[];
  /** For a form that is sent without JavaScript. */
  clientKey: string;
};

/**
 * A thread for its page (`<ThreadView>`): where it was asked to open, else where the reader's seat left it. Null when it
 * is absent or not for this reader.
 */
export async function readThread(
  reader: Reader,
  threadId: string,
  { at }: { at?: number | undefined } = {},
): Promise<ReadThread | null> {
  const unread = (reader && (await findUnread(reader, [threadId])).get(threadId)) ?? null;
  const snapshot = await readSnapshot(reader, threadId, { at: at ?? unread?.first });
  if (!snapshot) return null;
  const [thread, writers, governments, follows, level, references] = await Promise.all([
    db().thread.findUniqueOrThrow({
      where: { id: threadId },
      select: {
        visibility: true,
        ownerGovernmentId: true,
        closedAt: true,
        audience: { select: { governmentId: true } },
      },
    }),
    db().post.groupBy({
      by: ['governmentId'],
      where: { threadId, event: { onlyGovernmentId: null }, deletedAt: null },
      orderBy: { governmentId: 'asc' },
    }),
    db().government.findMany({ select: governmentSelect, orderBy: { id: 'asc' } }),
    reader ? db().follow.count({ where: { threadId, seatId: reader.seatId } }) : 0,
    reader ? findThreadLevel(reader, threadId) : null,
    findReferences(reader, numbersOf(snapshot.entries)),
  ]);
  const { visibility, ownerGovernmentId, audience, closedAt } = thread;
  const named = [ownerGovernmentId, ...audience.map(({ governmentId }) => governmentId)];
  return {
    ...snapshot,
    visibility,
    governmentIds: named,
    mayPost: reader !== null && mayPost(reader) && closedAt === null,
    isClosed: closedAt !== null,
    takingPart:
      visibility === 'bilateral' ? [...new Set(named)] : writers.map(({ governmentId }) => governmentId),
    mayDecideRules: mayDecideThreadRules(reader, thread),
    following: follows > 0,
    level,
    unread,
    governments,
    references,
    clientKey: uuid(),
  };
}
