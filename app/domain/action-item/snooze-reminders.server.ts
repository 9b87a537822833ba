import { commit, oneAtATime } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { done, refuse, type Result } from '../result.ts';
import { findActionItemForStep } from './find-action-item-for-step.server.ts';
import { maySnooze, type SnoozeInput } from './reminder.ts';

/** No reminder of the own promise before a day, and why: the own side reads it in the thread. The due date stays. */
export async function snoozeReminders(
  actor: Actor,
  { number, until, text, language }: SnoozeInput & { number: string },
): Promise<Result<{ seq: number }>> {
  const item = await findActionItemForStep(actor, number);
  if (!item) return refuse('not_found');
  if (!maySnooze(actor, item)) return refuse('not_allowed');
  const { governmentId } = actor;

  return commit(async (tx, announce): Promise<Result<{ seq: number }>> => {
    await oneAtATime(tx, `action-item:${item.id}`);
    const { count } = await tx.commitment.updateMany({
      // The same day said again changes nothing: a double click is one event.
      where: {
        actionItemId: item.id,
        governmentId,
        state: 'accepted',
        OR: [{ snoozedUntil: null }, { snoozedUntil: { not: until } }],
      },
      data: { snoozedUntil: until },
    });
    if (count === 0) return refuse('already_changed');
    const { seq } = await announce({
      threadId: item.threadId,
      type: 'reminder_snoozed',
      payload: { until: until.toISOString().slice(0, 10), reason: { text, language } },
      actor,
      onlyGovernmentId: governmentId,
      quiet: true,
    });
    return done({ seq });
  });
}
