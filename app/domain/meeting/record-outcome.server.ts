import { v7 as uuid } from 'uuid';
import { commit } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { notifyFollowers } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import { findMeetingToChange, findOpen } from './find-meeting-for-step.server.ts';
import type { OutcomeInput } from './meeting.ts';
import { mayWriteMinutes } from './policy.ts';

/** Puts down what was concluded on a point. The same client key puts it down once. */
export async function recordOutcome(
  actor: Actor,
  { number, pointId, text, language, clientKey }: OutcomeInput & { number: string; pointId: string },
): Promise<Result<{ id: string }>> {
  const found = await findMeetingToChange(actor, number, mayWriteMinutes);
  if (!found.ok) return found;
  const meeting = found.value;

  return commit(async (tx, announce) => {
    if (!(await findOpen(tx, meeting))) return refuse('meeting_frozen');
    const point = await tx.agendaPoint.findFirst({
      where: { id: pointId, meetingId: meeting.id },
      select: { outcomes: { orderBy: { position: 'desc' }, select: { position: true } } },
    });
    if (!point) return refuse('not_found');
    const same = await tx.outcome.findUnique({
      where: { clientKey },
      select: { id: true, pointId: true, text: true },
    });
    if (same)
      return same.pointId === pointId && same.text === text ? done({ id: same.id }) : refuse('key_reused');
    const id = uuid();
    const position = (point.outcomes[0]?.position ?? 0) + 1;
    await tx.outcome.create({
      data: { id, pointId, position, text, language, clientKey },
      select: { id: true },
    });
    const payload = { outcome: { text, language } };
    const event = await announce({
      threadId: meeting.threadId,
      type: 'outcome_recorded',
      payload,
      actor,
    });
    await notifyFollowers(tx, event);
    return done({ id });
  });
}
