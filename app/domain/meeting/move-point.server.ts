import { commit } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { done, refuse, type Result } from '../result.ts';
import { findMeetingToChange, findOpen } from './find-meeting-for-step.server.ts';
import { movedTo } from './meeting.ts';
import { mayKeepMeeting } from './policy.ts';

/** Puts a point at another place of the agenda, from 1. The same move twice is one. */
export async function movePoint(
  actor: Actor,
  { number, pointId, to }: { number: string; pointId: string; to: number },
): Promise<Result<{ moved: boolean }>> {
  const found = await findMeetingToChange(actor, number, mayKeepMeeting);
  if (!found.ok) return found;
  const meeting = found.value;

  return commit(async (tx, announce) => {
    if (!(await findOpen(tx, meeting))) return refuse('meeting_frozen');
    const points = await tx.agendaPoint.findMany({
      where: { meetingId: meeting.id },
      orderBy: { position: 'asc' },
      select: { id: true },
    });
    const before = points.map(({ id }) => id);
    if (!before.includes(pointId)) return refuse('not_found');
    const after = movedTo(before, pointId, to);
    const changed = after.flatMap((id, index) => (before[index] === id ? [] : [{ id, position: index + 1 }]));
    if (changed.length === 0) return done({ moved: false });
    for (const { id, position } of changed)
      await tx.agendaPoint.update({ where: { id }, data: { position }, select: { id: true } });
    await announce({ threadId: meeting.threadId, type: 'agenda_changed', payload: {}, actor, quiet: true });
    return done({ moved: true });
  });
}
