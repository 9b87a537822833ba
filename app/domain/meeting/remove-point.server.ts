import { commit } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { done, refuse, type Result } from '../result.ts';
import { findMeetingToChange, findOpen } from './find-meeting-for-step.server.ts';
import { mayKeepMeeting } from './policy.ts';

/** Takes a point off the agenda, as long as nobody wrote anything on it. */
export async function removePoint(
  actor: Actor,
  { number, pointId }: { number: string; pointId: string },
): Promise<Result<{ pointId: string }>> {
  const found = await findMeetingToChange(actor, number, mayKeepMeeting);
  if (!found.ok) return found;
  const meeting = found.value;

  return commit(async (tx, announce) => {
    if (!(await findOpen(tx, meeting))) return refuse('meeting_frozen');
    const point = await tx.agendaPoint.findFirst({
      where: { id: pointId, meetingId: meeting.id },
      select: { position: true, _count: { select: { minutes: true, outcomes: true } } },
    });
    if (!point) return refuse('not_found');
    if (point._count.minutes + point._count.outcomes > 0) return refuse('point_has_words');
    await tx.agendaPoint.delete({ where: { id: pointId }, select: { id: true } });
    await tx.agendaPoint.updateMany({
      where: { meetingId: meeting.id, position: { gt: point.position } },
      data: { position: { decrement: 1 } },
    });
    await announce({ threadId: meeting.threadId, type: 'agenda_changed', payload: {}, actor, quiet: true });
    return done({ pointId });
  });
}
