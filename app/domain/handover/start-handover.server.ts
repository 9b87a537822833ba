import { v7 as uuid } from 'uuid';
import { db, type Tx } from '#app/db/client.server.ts';
import { commit, oneAtATime } from '#app/db/commit.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Role } from '#prisma/generated/enums.ts';
import { readsOnMs } from '../account/policy.ts';
import type { Actor } from '../actor.ts';
import { done, refuse, type Result } from '../result.ts';
import { visibleTo } from '../thread/policy.ts';

const openIncidents = ['reported', 'confirmed', 'responding'] as const;
const over = ['done', 'dropped'] as const;

type Seat = { id: string; governmentId: string; role: Role };

/** The threads that a seat has work in: promises, incidents it answers for, topics that it follows or wrote in. */
function openWorkOf({ id: seatId, governmentId, role }: Seat): Prisma.ThreadWhereInput {
  const reader: Actor = {
    accountId: '',
    seatId,
    governmentId,
    role,
    name: '',
    nameLatin: '',
    language: 'en',
  };
  return {
    AND: [
      visibleTo(reader),
      {
        OR: [
          {
            actionItem: {
              state: { notIn: [...over] },
              OR: [{ commitments: { some: { governmentId } } }, { proposerSeatId: seatId }],
            },
          },
          { incident: { status: { in: [...openIncidents] }, responsibleGovernmentId: governmentId } },
          {
            subject: 'topic',
            closedAt: null,
            OR: [{ follows: { some: { seatId } } }, { posts: { some: { seatId, deletedAt: null } } }],
          },
        ],
      },
    ],
  };
}

/** Puts down what goes to the next holder; what is there already keeps its note. Who only reads hands nothing over. */
export async function startHandover(tx: Tx, tenureId: string, now = new Date()): Promise<void> {
  await oneAtATime(tx, `handover:${tenureId}`);
  const tenure = await tx.tenure.findUniqueOrThrow({
    where: { id: tenureId },
    select: { seat: { select: { id: true, governmentId: true, role: true } } },
  });
  if (tenure.seat.role === 'observer') return;
  const { id } = await tx.handover.upsert({
    where: { tenureId },
    create: { id: uuid(), seatId: tenure.seat.id, tenureId, startedAt: now },
    update: {},
    select: { id: true },
  });
  const threads = await tx.thread.findMany({ where: openWorkOf(tenure.seat), select: { id: true } });
  await tx.handoverItem.createMany({
    data: threads.map((thread) => ({ handoverId: id, threadId: thread.id })),
    skipDuplicates: true,
  });
}

/** Who holds a seat prepares its handover before the tenure ends, so that the notes are there on the first day. */
export async function prepareHandover(actor: Actor): Promise<Result<{ handoverId: string }>> {
  if (actor.formerly || actor.role === 'observer') return refuse('not_allowed');
  const tenure = await db().tenure.findFirst({
    where: { seatId: actor.seatId, accountId: actor.accountId, from: { lte: new Date() } },
    orderBy: { from: 'desc' },
    select: { id: true },
  });
  if (!tenure) return refuse('not_found');
  return commit(async (tx) => {
    await startHandover(tx, tenure.id);
    const handover = await tx.handover.findUniqueOrThrow({
      where: { tenureId: tenure.id },
      select: { id: true },
    });
    return done({ handoverId: handover.id });
  });
}

/** Tenures that came to the end they were given: their handovers start by themselves, each once. */
export async function startDueHandovers(now = new Date()): Promise<void> {
  const ended = await db().tenure.findMany({
    where: {
      to: { lte: now, gt: new Date(now.getTime() - readsOnMs) },
      handover: null,
      seat: { closedAt: null, role: { not: 'observer' } },
    },
    select: { id: true },
  });
  for (const { id } of ended) await commit((tx) => startHandover(tx, id, now));
}
