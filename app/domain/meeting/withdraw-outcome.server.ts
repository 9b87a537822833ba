import { commit } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { done, refuse, type Result } from '../result.ts';
import { findMeetingToChange, findOpen } from './find-meeting-for-step.server.ts';
import { mayWriteMinutes } from './policy.ts';

/** Takes an outcome back that was put down wrongly, unless an action item carries it out. The thread keeps its words. */
export async function withdrawOutcome(
  actor: Actor,
  { number, outcomeId }: { number: string; outcomeId: string },
): Promise<Result<{ outcomeId: string }>> {
  const found = await findMeetingToChange(actor, number, mayWriteMinutes);
  if (!found.ok) return found;
  const meeting = found.value;

  return commit(async (tx, announce) => {
    if (!(await findOpen(tx, meeting))) return refuse('meeting_frozen');
    const outcome = await tx.outcome.findFirst({
      where: { id: outcomeId, point: { meetingId: meeting.id } },
      select: { text: true, language: true, actionItemId: true },
    });
    if (!outcome) return refuse('not_found');
    const { count } = await tx.outcome.deleteMany({ where: { id: outcomeId, actionItemId: null } });
    if (count === 0) return refuse('outcome_has_item');
    const { text, language } = outcome;
    const payload = { outcome: { text, language } };
    await announce({ threadId: meeting.threadId, type: 'outcome_withdrawn', payload, actor });
    return done({ outcomeId });
  });
}
