import { db } from '#app/db/client.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Language } from '#prisma/generated/enums.ts';
import type { Actor } from '../actor.ts';
import { governmentSelect } from '../government/government.ts';
import { visibleTo } from '../thread/policy.ts';
import { translationsFor } from '../translation/find-translations.server.ts';
import { type PickedText, pickText } from '../translation/pick-text.ts';
import { firstOpenDay, type OfferFilter, stateOf } from './offer.ts';

const mostOffers = 200;

const offerSelect = {
  threadId: true,
  direction: true,
  means: true,
  count: true,
  place: true,
  from: true,
  until: true,
  governmentId: true,
  withdrawnAt: true,
  actionItemId: true,
  government: { select: governmentSelect },
  thread: {
    select: {
      title: true,
      titleLanguage: true,
      visibility: true,
      posts: { orderBy: { seq: 'asc' }, take: 1, select: { body: true, language: true } },
    },
  },
} as const satisfies Prisma.OfferSelect;

export type FoundOffer = Omit<Prisma.OfferGetPayload<{ select: typeof offerSelect }>, 'actionItemId'> & {
  heading: PickedText;
  state: ReturnType<typeof stateOf>;
  /** Of the item that it was taken into, where the reader may see that. */
  itemNumber: string | null;
};

/** The offers and requests that the reader may see: those that begin first at the top. */
export async function findOffers(
  reader: Actor,
  filter: OfferFilter,
  language: Language,
  now: Date,
): Promise<FoundOffer[]> {
  const open = { withdrawnAt: null, actionItemId: null, until: { gte: firstOpenDay(now) } };
  return find(reader, language, now, {
    ...(filter.direction && { direction: filter.direction }),
    ...(filter.means && { means: filter.means }),
    ...(!filter.all && open),
  });
}

/** One of them, whatever became of it; null when there is none for this reader. */
export async function findOffer(
  reader: Actor,
  threadId: string,
  language: Language,
  now: Date,
): Promise<FoundOffer | null> {
  const [offer] = await find(reader, language, now, { threadId });
  return offer ?? null;
}

async function find(
  reader: Actor,
  language: Language,
  now: Date,
  where: Prisma.OfferWhereInput,
): Promise<FoundOffer[]> {
  const rows = await db().offer.findMany({
    where: { AND: [where, { thread: visibleTo(reader) }] },
    orderBy: [{ from: 'asc' }, { createdAt: 'asc' }],
    take: mostOffers,
    select: offerSelect,
  });
  const [translations, items] = await Promise.all([
    translationsFor(
      'thread',
      rows.map(({ threadId }) => threadId),
    ),
    db().actionItem.findMany({
      where: {
        id: { in: rows.flatMap(({ actionItemId }) => actionItemId ?? []) },
        thread: visibleTo(reader),
      },
      select: { id: true, number: true },
    }),
  ]);
  const numbers = new Map(items.map(({ id, number }) => [id, number]));
  return rows.map(({ actionItemId, ...row }) => ({
    ...row,
    heading: pickText({
      language,
      source: { text: row.thread.title ?? '', language: row.thread.titleLanguage ?? language },
      translations: translations.filter(({ subjectId }) => subjectId === row.threadId),
    }),
    state: stateOf({ ...row, actionItemId }, now),
    itemNumber: actionItemId ? (numbers.get(actionItemId) ?? null) : null,
  }));
}
