import { db } from '#app/db/client.server.ts';
import type { Actor } from '../actor.ts';
import { maySee, visibleTo } from './policy.ts';

/** Whom a post can name: what is written after the `@`, and under which words it is found. */
export type Mentionable = {
  id: string;
  names: { ko: string; zh: string; en: string };
  /** Of a person: the seat and its government. */
  seat: { titleKo: string; titleZh: string; titleEn: string; governmentId: string } | null;
};

/** The governments that may read this thread and the people who act for them now; null when it is not for this actor. */
export async function findMentionable(actor: Actor, threadId: string): Promise<Mentionable[] | null> {
  const thread = await db().thread.findFirst({
    where: { id: threadId, ...visibleTo(actor) },
    select: {
      ...{ visibility: true, ownerGovernmentId: true, withdrawnAt: true },
      audience: { select: { governmentId: true } },
    },
  });
  if (!thread) return null;
  const now = new Date();
  const [governments, tenures] = await Promise.all([
    db().government.findMany({
      orderBy: { id: 'asc' },
      select: { id: true, nameKo: true, nameZh: true, nameEn: true },
    }),
    db().tenure.findMany({
      where: { from: { lte: now }, OR: [{ to: null }, { to: { gt: now } }], seat: { closedAt: null } },
      orderBy: { id: 'asc' },
      select: {
        id: true,
        account: { select: { name: true, nameLatin: true } },
        seat: { select: { titleKo: true, titleZh: true, titleEn: true, governmentId: true } },
      },
    }),
  ]);
  const reads = (governmentId: string) => maySee({ ...actor, governmentId }, thread);
  return [
    ...governments
      .filter(({ id }) => reads(id))
      .map(({ id, nameKo: ko, nameZh: zh, nameEn: en }) => ({ id, names: { ko, zh, en }, seat: null })),
    ...tenures
      .filter(({ seat }) => reads(seat.governmentId))
      .map(({ id, account: { name, nameLatin }, seat }) => ({
        ...{ id, seat },
        names: { ko: name, zh: name, en: nameLatin || name },
      })),
  ];
}
