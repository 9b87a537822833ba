import { z } from 'zod';
import { db, type Tx } from '#app/db/client.server.ts';
import { commit } from '#app/db/commit.server.ts';
import { enqueue, type JobHandler } from '#app/db/jobs.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Country } from '#prisma/generated/enums.ts';
import { notifySeats } from '../notification/notify.server.ts';
import { lookAtOnceAndThen } from '../look-now-and-then.server.ts';
import { runningStates } from './action-item.ts';
import { daysUntil, isMorningOver, reminderAt } from './reminder.ts';

export const reminderJob = 'remind_of_due_date';

const dayMs = 24 * 3_600_000;
const payloadSchema = z.object({
  commitmentId: z.uuid(),
  dueOn: z.iso.date(),
  /** Which reminder. */
  step: z.number().int(),
  /** The days that it speaks of. */
  days: z.number().int(),
});

const commitmentSelect = {
  id: true,
  governmentId: true,
  dueOn: true,
  snoozedUntil: true,
  government: { select: { country: true } },
  actionItem: { select: { threadId: true, dueOn: true } },
} as const;

/**
 * Promises that can be reminded of: accepted, in an item that runs. What waits for a clearance is no more than proposed,
 * so its clock stands.
 */
const running = {
  state: 'accepted',
  actionItem: { state: { in: [...runningStates] }, thread: { withdrawnAt: null } },
} satisfies Prisma.CommitmentWhereInput;

/** Puts down the reminders that are due now, each once: what was sent is kept, and the same job is never there twice. */
export async function planReminders(now = new Date()): Promise<void> {
  const horizon = new Date(now.getTime() + 15 * dayMs);
  const commitments = await db().commitment.findMany({
    where: {
      AND: [
        running,
        {
          OR: [{ dueOn: { lte: horizon } }, { dueOn: null, actionItem: { dueOn: { lte: horizon } } }],
        },
      ],
    },
    select: { ...commitmentSelect, reminders: { select: { dueOn: true, days: true } } },
  });
  const jobs = commitments.flatMap(({ id, dueOn, snoozedUntil, government, actionItem, reminders }) => {
    const due = dueOn ?? actionItem.dueOn;
    const { country } = government;
    if (!due || !isMorningOver(country, now)) return [];
    if (isSnoozed({ snoozedUntil, government }, now)) return [];
    const days = daysUntil(due, country, now);
    const step = reminderAt(days);
    if (step === null) return [];
    if (reminders.some((sent) => sent.days === step && sent.dueOn.getTime() === due.getTime())) return [];
    const day = due.toISOString().slice(0, 10);
    const payload = { commitmentId: id, dueOn: day, step, days };
    return [{ kind: reminderJob, key: `${reminderJob}:${id}:${day}:${step}`, payload }];
  });
  await db().$transaction((tx) => enqueue(tx, jobs));
}

/** Sends one reminder: an event for the own side alone, and its seats are told. A second time it does nothing. */
export const sendReminder: JobHandler = async (given) => {
  const { commitmentId, dueOn, step, days } = payloadSchema.parse(given);
  await commit(async (tx, announce) => {
    const commitment = await tx.commitment.findFirst({
      where: { id: commitmentId, ...running },
      select: commitmentSelect,
    });
    const due = commitment?.dueOn ?? commitment?.actionItem.dueOn;
    // Done, moved to another day or put off since it was put down.
    if (!commitment || due?.toISOString().slice(0, 10) !== dueOn || isSnoozed(commitment)) return;
    const { count } = await tx.dueReminder.createMany({
      data: [{ commitmentId, dueOn: due, days: step }],
      skipDuplicates: true,
    });
    if (count === 0) return;
    const { governmentId, actionItem } = commitment;
    const event = await announce({
      threadId: actionItem.threadId,
      type: 'due_reminded',
      payload: { days },
      actor: null,
      onlyGovernmentId: governmentId,
      quiet: true,
    });
    await notifySeats(tx, event, await seatsToRemind(tx, governmentId, days), 'waits_for_us');
  });
  return { done: true };
};

type Snoozed = { snoozedUntil: Date | null; government: { country: Country } };

function isSnoozed({ snoozedUntil, government }: Snoozed, now = new Date()): boolean {
  return snoozedUntil !== null && daysUntil(snoozedUntil, government.country, now) > 0;
}

/** Its officers; the head, too, from the day on, or where there is no officer. */
async function seatsToRemind(tx: Tx, governmentId: string, days: number): Promise<string[]> {
  const seats = await tx.seat.findMany({
    where: { governmentId, role: { in: ['officer', 'head'] }, closedAt: null },
    select: { id: true, role: true },
  });
  const officers = seats.filter(({ role }) => role === 'officer');
  return (days <= 0 || officers.length === 0 ? seats : officers).map(({ id }) => id);
}

const lookEveryMs = 5 * 60_000;

/** Looks now and then for due dates that come near. @returns how to stop */
export function startReminding(wake: () => void): () => void {
  return lookAtOnceAndThen(() => planReminders().then(wake), lookEveryMs, 'Reminders were not put down.');
}
