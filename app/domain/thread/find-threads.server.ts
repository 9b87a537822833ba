import { db } from '#app/db/client.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type {
  ActionItemState,
  IncidentKind,
  IncidentStatus,
  Language,
  TopicCategory,
  Visibility,
} from '#prisma/generated/enums.ts';
import type { Actor } from '../actor.ts';
import { unansweredBy } from '../decision/policy.ts';
import type { PickedText } from '../translation/pick-text.ts';
import { eventSchema } from './entry.ts';
import type { ThreadFilter } from './filter.ts';
import { findTitles } from './find-titles.server.ts';
import { findUnread } from './find-unread.server.ts';
import { quietEvents } from './news.ts';
import { visibleTo } from './policy.ts';

const pageSize = 50;

export type ListedThread = {
  threadId: string;
  about:
    | { subject: 'incident'; number: string; kind: IncidentKind; status: IncidentStatus }
    | { subject: 'action_item'; number: string; state: ActionItemState }
    | { subject: 'meeting'; number: string; isFrozen: boolean }
    | { subject: 'topic'; category: TopicCategory | null };
  title: PickedText;
  visibility: Visibility;
  /** The newest event that the reader may see. */
  last: {
    type: ReturnType<typeof eventSchema.parse>['type'];
    at: string;
    governmentId: string | null;
    name: string | null;
  };
  /** As far as the reader may see them. */
  posts: number;
  /** Entries of others that the reader's seat has not read. */
  unread: number;
  /** Number of the newest entry. */
  head: number;
  following: boolean;
  isPinned: boolean;
  isClosed: boolean;
  /** Whether a proposal in it waits for the word of the reader's government. */
  asksUs: boolean;
};

const threadSelect = {
  id: true,
  subject: true,
  title: true,
  titleLanguage: true,
  titleRevision: true,
  category: true,
  visibility: true,
  createdAt: true,
  lastSeq: true,
  closedAt: true,
  pinnedAt: true,
  incident: {
    select: { id: true, number: true, kind: true, status: true, title: true, language: true, revision: true },
  },
  actionItem: {
    select: { id: true, number: true, state: true, title: true, language: true, revision: true },
  },
  meeting: { select: { number: true, frozenAt: true } },
} as const satisfies Prisma.ThreadSelect;

type ThreadRow = Prisma.ThreadGetPayload<{ select: typeof threadSelect }>;

/**
 * The forum: the threads that the reader may see, latest news first, with titles in `language` where there is a
 * translation. 50 to a page, from 1.
 */
export async function findThreads(
  reader: Actor,
  { filter, language }: { filter: ThreadFilter; language: Language },
): Promise<{ threads: ListedThread[]; total: number; pages: number; unreadThreads: number }> {
  const unread = await findUnread(reader);
  const now = new Date();
  const where: Prisma.ThreadWhereInput = {
    AND: [
      visibleTo(reader),
      filter.tab === 'unread' ? { id: { in: [...unread.keys()] } } : {},
      filter.tab === 'mine' ? forSeat(reader, now) : {},
      filter.tab === 'coast' ? onCoastOf(reader) : {},
      ...narrowed(filter),
    ],
  };
  const total = await db().thread.count({ where });
  const rows = await db().thread.findMany({
    where,
    orderBy: [{ pinnedAt: { sort: 'desc', nulls: 'last' } }, { lastEventAt: 'desc' }, { id: 'desc' }],
    skip: (filter.page - 1) * pageSize,
    take: pageSize,
    select: threadSelect,
  });
  const ids = rows.map(({ id }) => id);
  const mine: Prisma.EventWhereInput = {
    OR: [{ onlyGovernmentId: null }, { onlyGovernmentId: reader.governmentId }],
  };
  const [last, posts, follows, asking, titles] = await Promise.all([
    findLastEvents(ids, mine),
    db().post.groupBy({ by: ['threadId'], where: { threadId: { in: ids }, event: mine }, _count: true }),
    db().follow.findMany({
      where: { threadId: { in: ids }, seatId: reader.seatId },
      select: { threadId: true },
    }),
    db().decision.findMany({
      where: { ...unansweredBy(reader, now), threadId: { in: ids } },
      select: { threadId: true },
    }),
    findTitles(rows, language),
  ]);

  const threads = rows.map((row): ListedThread => {
    const news = last.get(row.id);
    return {
      threadId: row.id,
      about: aboutOf(row),
      title: titles(row),
      visibility: row.visibility,
      last: news ?? { type: 'topic_opened', at: row.createdAt.toISOString(), governmentId: null, name: null },
      posts: posts.find(({ threadId }) => threadId === row.id)?._count ?? 0,
      unread: unread.get(row.id)?.count ?? 0,
      head: row.lastSeq,
      following: follows.some(({ threadId }) => threadId === row.id),
      isPinned: row.pinnedAt !== null,
      isClosed: row.closedAt !== null,
      asksUs: asking.some(({ threadId }) => threadId === row.id),
    };
  });
  return { threads, total, pages: Math.max(1, Math.ceil(total / pageSize)), unreadThreads: unread.size };
}

/** What the seat follows, and what asks its government for something. */
function forSeat(reader: Actor, now: Date): Prisma.ThreadWhereInput {
  const { governmentId, seatId } = reader;
  return {
    OR: [
      { follows: { some: { seatId } } },
      { audience: { some: { governmentId } } },
      { incident: { responsibleGovernmentId: governmentId } },
      { actionItem: { commitments: { some: { governmentId } } } },
      { meeting: { participants: { some: { seatId } } } },
      { decisions: { some: unansweredBy(reader, now) } },
    ],
  };
}

/** Incidents off the coast of the reader's government, of those within it and of the one it belongs to; work on them. */
function onCoastOf({ governmentId }: Actor): Prisma.ThreadWhereInput {
  const here: Prisma.IncidentWhereInput = {
    responsibleGovernment: {
      OR: [{ id: governmentId }, { parentId: governmentId }, { children: { some: { id: governmentId } } }],
    },
  };
  return { OR: [{ incident: here }, { actionItem: { incidents: { some: { incident: here } } } }] };
}

const over = {
  incident: ['resolved', 'duplicate', 'not_ours', 'no_action'],
  actionItem: ['done', 'dropped'],
} as const satisfies { incident: IncidentStatus[]; actionItem: ActionItemState[] };

function narrowed({
  subject,
  category,
  state,
  language,
  government,
}: ThreadFilter): Prisma.ThreadWhereInput[] {
  const isOver: Prisma.ThreadWhereInput = {
    OR: [
      { closedAt: { not: null } },
      { incident: { status: { in: [...over.incident] } } },
      { actionItem: { state: { in: [...over.actionItem] } } },
      { meeting: { frozenAt: { not: null } } },
    ],
  };
  return [
    subject ? { subject } : {},
    category ? { category } : {},
    state === 'closed' ? isOver : {},
    state === 'open' ? { NOT: isOver } : {},
    // A post that is kept for another government must not show by its language or its author.
    language
      ? {
          OR: [
            { titleLanguage: language },
            { incident: { language } },
            { actionItem: { language } },
            { posts: { some: { language, deletedAt: null, event: { onlyGovernmentId: null } } } },
          ],
        }
      : {},
    government
      ? {
          OR: [
            { ownerGovernmentId: government },
            { incident: { responsibleGovernmentId: government } },
            { actionItem: { commitments: { some: { governmentId: government } } } },
            { posts: { some: { governmentId: government, event: { onlyGovernmentId: null } } } },
          ],
        }
      : {},
  ];
}

/** In one statement whatever the number of threads; events kept for others do not count. */
async function findLastEvents(
  threadIds: string[],
  mine: Prisma.EventWhereInput,
): Promise<Map<string, ListedThread['last']>> {
  const newest = await db().event.groupBy({
    by: ['threadId'],
    // What a machine or a verifier does beside the texts is no news of the thread.
    where: { threadId: { in: threadIds }, type: { notIn: [...quietEvents] }, ...mine },
    _max: { seq: true },
  });
  if (newest.length === 0) return new Map();
  const events = await db().event.findMany({
    where: { OR: newest.map(({ threadId, _max }) => ({ threadId, seq: _max.seq ?? 0 })) },
    select: {
      threadId: true,
      type: true,
      payload: true,
      at: true,
      governmentId: true,
      account: { select: { name: true } },
    },
  });
  return new Map(
    events.map(({ threadId, type, payload, at, governmentId, account }) => [
      threadId,
      {
        type: eventSchema.parse({ type, payload }).type,
        at: at.toISOString(),
        governmentId,
        name: account?.name ?? null,
      },
    ]),
  );
}

function aboutOf({ incident, actionItem, meeting, category }: ThreadRow): ListedThread['about'] {
  if (incident)
    return { subject: 'incident', number: incident.number, kind: incident.kind, status: incident.status };
  if (actionItem) return { subject: 'action_item', number: actionItem.number, state: actionItem.state };
  if (meeting) return { subject: 'meeting', number: meeting.number, isFrozen: meeting.frozenAt !== null };
  return { subject: 'topic', category };
}
