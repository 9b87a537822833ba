import { commit } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { notifyFollowers } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import { findMeetingToChange, findOpen } from './find-meeting-for-step.server.ts';
import type { ChangeOutcomeInput } from './meeting.ts';
import { mayWriteMinutes } from './policy.ts';

/**
 * Gives an outcome other words, unless an action item carries it out: a promise is made with the words that were there.
 * The thread keeps the earlier ones. Who changed an older revision than the one that is there gets `already_changed`.
 */
export async function changeOutcome(
  actor: Actor,
  {
    number,
    outcomeId: id,
    text,
    language,
    revision,
  }: ChangeOutcomeInput & { number: string; outcomeId: string },
): Promise<Result<{ revision: number }>> {
  const found = await findMeetingToChange(actor, number, mayWriteMinutes);
  if (!found.ok) return found;
  const meeting = found.value;

  return commit(async (tx, announce) => {
    if (!(await findOpen(tx, meeting))) return refuse('meeting_frozen');
    const outcome = await tx.outcome.findFirst({
      where: { id, point: { meetingId: meeting.id } },
      select: { text: true, language: true, revision: true, actionItemId: true },
    });
    if (!outcome) return refuse('not_found');
    if (outcome.actionItemId !== null) return refuse('outcome_has_item');
    // The same words again: a second press of the button, or nothing typed.
    if (outcome.text === text && outcome.language === language) return done({ revision: outcome.revision });
    const { count } = await tx.outcome.updateMany({
      where: { id, revision, actionItemId: null },
      data: { text, language, revision: revision + 1 },
    });
    if (count === 0) return refuse('already_changed');
    const payload = { outcome: { text, language } };
    const event = await announce({
      threadId: meeting.threadId,
      type: 'outcome_changed',
      payload,
      actor,
    });
    await notifyFollowers(tx, event);
    return done({ revision: revision + 1 });
  });
}
