import { z } from 'zod';
import { db } from '#app/db/client.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { ActionItemState } from '#prisma/generated/enums.ts';
import type { Actor, Reader } from '../actor.ts';
import { visibleTo } from '../thread/policy.ts';
import {
  type ActionItemCard,
  boardStates,
  cardSelect,
  lastDayOver,
  runningStates,
  type TitleTranslation,
} from './action-item.ts';
import { shownSteps } from './clearance.ts';
import { promisedStates, waitingFor } from './policy.ts';
import { daysOfQuarter, quarterSchema } from './quarter.ts';

/** Cards of one column that the board shows; the list has all. */
const cardsPerColumn = 12;

/** The filters of the board, as they stand in its URL. A wrong value is no filter. */
export const filterSchema = z.object({
  /** Only items of my own government. */
  mine: z.literal('1').optional().catch(undefined),
  /** Only items with this government among the parties. */
  counterpart: z.string().min(1).optional().catch(undefined),
  late: z.literal('1').optional().catch(undefined),
  /** Only what waits for a clearance. */
  clearance: z.literal('1').optional().catch(undefined),
  /** Only what waits for my government. */
  waiting: z.literal('1').optional().catch(undefined),
  state: z.enum(ActionItemState).optional().catch(undefined),
  /** Only what is neither over nor late nor waits for a clearance. */
  open: z.literal('1').optional().catch(undefined),
  /** Only what was or is due in this quarter. */
  due: quarterSchema.optional().catch(undefined),
});
export type ActionItemFilter = z.output<typeof filterSchema>;

/** The board: every column with its count and its first cards. */
export async function findBoard(reader: Actor, filter: ActionItemFilter, now: Date) {
  const where = whereOf(reader, filter, now);
  const [counts, columns] = await Promise.all([
    db().actionItem.groupBy({ by: ['state'], where, _count: true }),
    Promise.all(
      boardStates.map((state) =>
        db().actionItem.findMany({
          where: { AND: [where, { state }] },
          orderBy: orderOf(state),
          take: cardsPerColumn,
          select: cardSelect,
        }),
      ),
    ),
  ]);
  const cards = await shownCards(reader, columns.flat());
  const count = (state: ActionItemState) => counts.find((one) => one.state === state)?._count ?? 0;
  return {
    columns: boardStates.map((state) => ({
      state,
      count: count(state),
      cards: cards.filter((card) => card.state === state),
    })),
    dropped: count('dropped'),
  };
}

/** The same items as one list, those with the nearest due date first. */
export async function findActionItemList(
  reader: Actor,
  filter: ActionItemFilter,
  now: Date,
): Promise<ActionItemCard[]> {
  const items = await db().actionItem.findMany({
    where: whereOf(reader, filter, now),
    orderBy: [{ state: 'asc' }, { dueOn: { sort: 'asc', nulls: 'last' } }, { proposedAt: 'desc' }],
    take: 500,
    select: cardSelect,
  });
  return shownCards(reader, items);
}

/** How many are late, wait for a clearance, for an answer, wait for a confirmation, under the same filters. */
export async function countBoard(reader: Actor, filter: ActionItemFilter, now: Date) {
  const where = whereOf(reader, filter, now);
  const [late, clearance, unanswered, toConfirm] = await Promise.all([
    db().actionItem.count({ where: { AND: [where, isLate(now)] } }),
    db().actionItem.count({ where: { AND: [where, waitsForClearance()] } }),
    db().actionItem.count({
      where: { AND: [where, { state: 'proposed', commitments: { some: { state: 'proposed' } } }] },
    }),
    db().actionItem.count({ where: { AND: [where, { state: 'awaiting_confirmation' }] } }),
  ]);
  return { late, clearance, unanswered, toConfirm };
}

/** Governments that are party to any item that the reader sees: the choices of the filter. */
export async function findPartyIds(reader: Actor): Promise<string[]> {
  const parties = await db().commitment.groupBy({
    by: ['governmentId'],
    where: { actionItem: { thread: visibleTo(reader) } },
  });
  return parties.map(({ governmentId }) => governmentId);
}

/** Public items for the landing page: what moved last comes first. */
export async function findPublicActionItems(take: number): Promise<ActionItemCard[]> {
  const items = await db().actionItem.findMany({
    where: { thread: visibleTo(null), state: { not: 'dropped' } },
    orderBy: { updatedAt: 'desc' },
    take,
    select: cardSelect,
  });
  return shownCards(null, items);
}

/** What waits for this actor's answer or confirmation, the oldest first. */
export async function findWaitingItems(actor: Actor): Promise<ActionItemCard[]> {
  const items = await db().actionItem.findMany({
    where: waitingFor(actor),
    orderBy: { updatedAt: 'asc' },
    take: 50,
    select: cardSelect,
  });
  return shownCards(actor, items);
}

/** The promises of the own government: how many there are of each sort, and the late ones by name, the latest first. */
export async function findPromises(actor: Actor, now: Date) {
  const accepted: Prisma.ActionItemWhereInput = {
    commitments: { some: { governmentId: actor.governmentId, state: { in: [...promisedStates] } } },
  };
  const where = { AND: [{ thread: visibleTo(actor) }, accepted] } satisfies Prisma.ActionItemWhereInput;
  const count = (more: Prisma.ActionItemWhereInput) =>
    db().actionItem.count({ where: { AND: [where, more] } });
  const [running, clearance, unanswered, toConfirm, late, lateItems] = await Promise.all([
    count({ state: { in: [...runningStates] } }),
    count(waitsForClearance()),
    count({ state: 'proposed', NOT: waitsForClearance() }),
    count({ state: 'awaiting_confirmation' }),
    count(isLate(now)),
    db().actionItem.findMany({
      where: { AND: [where, isLate(now)] },
      orderBy: { dueOn: 'asc' },
      take: 10,
      select: cardSelect,
    }),
  ]);
  return {
    onTrack: running - late,
    clearance,
    unanswered,
    toConfirm,
    late,
    lateItems: await shownCards(actor, lateItems),
  };
}

function whereOf(reader: Actor, filter: ActionItemFilter, now: Date): Prisma.ActionItemWhereInput {
  const party = (governmentId: string) => ({ commitments: { some: { governmentId } } });
  return {
    AND: [
      { thread: visibleTo(reader) },
      filter.mine ? party(reader.governmentId) : {},
      filter.counterpart ? party(filter.counterpart) : {},
      filter.late ? isLate(now) : {},
      filter.clearance ? waitsForClearance() : {},
      filter.waiting ? waitingFor(reader) : {},
      filter.state ? { state: filter.state } : {},
      filter.open ? isOpen(now) : {},
      filter.due ? dueIn(filter.due) : {},
    ],
  };
}

function isOpen(now: Date): Prisma.ActionItemWhereInput {
  return { state: { notIn: ['done', 'dropped'] }, NOT: [isLate(now), waitsForClearance()] };
}

function dueIn(quarter: string): Prisma.ActionItemWhereInput {
  const { from, until } = daysOfQuarter(quarter);
  return { dueOn: { gte: from, lt: until } };
}

/** The same as `isOverdue`, as a filter. */
function isLate(now: Date): Prisma.ActionItemWhereInput {
  return { state: { in: [...runningStates] }, dueOn: { lte: lastDayOver(now) } };
}

/** The same as `isWaitingForClearance`, as a filter. */
function waitsForClearance(): Prisma.ActionItemWhereInput {
  const open = {
    endedAt: null,
    state: { in: ['waiting', 'returned'] },
  } satisfies Prisma.ClearanceStepWhereInput;
  return {
    state: 'proposed',
    commitments: {
      some: {
        role: { not: 'supporter' },
        steps: { some: open },
        OR: [
          { state: { in: [...promisedStates] } },
          { state: 'proposed', steps: { some: { endedAt: null, askedOn: { not: null } } } },
        ],
      },
    },
  };
}

function orderOf(state: (typeof boardStates)[number]): Prisma.ActionItemOrderByWithRelationInput[] {
  if (state === 'done') return [{ confirmedAt: 'desc' }];
  if (state === 'awaiting_confirmation') return [{ claimedAt: 'asc' }];
  return [{ dueOn: { sort: 'asc', nulls: 'last' } }, { proposedAt: 'desc' }];
}

function findTranslations(ids: readonly string[]) {
  return db().translation.findMany({
    where: { subject: 'action_item', field: 'title', subjectId: { in: [...ids] } },
    select: { subjectId: true, language: true, kind: true, revision: true, text: true, verifiedAt: true },
  });
}

/** Cards with their titles in other languages, and of the ladders what the reader may see. */
async function shownCards(
  reader: Reader,
  items: readonly Prisma.ActionItemGetPayload<{ select: typeof cardSelect }>[],
): Promise<(ActionItemCard & { translations: TitleTranslation[] })[]> {
  const translations = items.length > 0 ? await findTranslations(items.map(({ id }) => id)) : [];
  return items.map((item) => ({
    ...item,
    commitments: item.commitments.map((commitment) => ({
      ...commitment,
      steps: shownSteps(reader, commitment.governmentId, commitment.steps),
    })),
    translations: translations.filter(({ subjectId }) => subjectId === item.id),
  }));
}
