import { commit } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { follow, notifyFollowers } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import { findMeetingToChange, findOpen } from './find-meeting-for-step.server.ts';
import { findParts, findPrevious, governmentsOf } from './find-parts.server.ts';
import type { ChangeMeetingInput } from './meeting.ts';
import { mayKeepMeeting } from './policy.ts';

/**
 * Another title, date, place, host or participant. Whoever could read the meeting goes on reading it; new participants
 * and their governments read it from now on. A new title leaves its translations behind.
 */
export async function changeMeeting(
  actor: Actor,
  input: ChangeMeetingInput & { number: string },
): Promise<Result<{ number: string; revision: number }>> {
  const found = await findMeetingToChange(actor, input.number, mayKeepMeeting);
  if (!found.ok) return found;
  const meeting = found.value;
  const parts = await findParts(input);
  if (!parts) return refuse('government_not_found');
  const previous = input.previous ? await findPrevious(actor, input.previous) : null;
  if (input.previous && !previous) return refuse('not_found');
  if (previous?.id === meeting.id || (previous && previous.lastDay >= input.firstDay))
    return refuse('previous_meeting_later');
  const { id, threadId, number, thread } = meeting;
  const { title, language, place, firstDay, lastDay } = input;

  return commit(async (tx, announce) => {
    if (!(await findOpen(tx, meeting))) return refuse('meeting_frozen');
    const revision = input.revision + 1;
    const { count } = await tx.meeting.updateMany({
      where: { id, revision: input.revision, frozenAt: null },
      data: { place, firstDay, lastDay, revision, previousId: previous?.id ?? null },
    });
    if (count === 0) return refuse('already_changed');
    await tx.meetingHost.deleteMany({ where: { meetingId: id } });
    await tx.meetingHost.createMany({
      data: parts.hosts.map((governmentId) => ({ meetingId: id, governmentId })),
    });
    await tx.meetingParticipant.deleteMany({ where: { meetingId: id } });
    await tx.meetingParticipant.createMany({
      data: parts.seats.map((seat) => ({ meetingId: id, seatId: seat.id })),
    });
    if (thread.visibility === 'bilateral')
      await tx.threadAudience.createMany({
        data: governmentsOf(parts).map((governmentId) => ({ threadId, governmentId })),
        skipDuplicates: true,
      });
    await tx.thread.updateMany({
      where: { id: threadId, NOT: { title, titleLanguage: language } },
      data: { title, titleLanguage: language, titleRevision: { increment: 1 } },
    });
    for (const seat of parts.seats) await follow(tx, threadId, seat.id);
    const event = await announce({ threadId, type: 'meeting_changed', payload: { revision }, actor });
    await notifyFollowers(tx, event);
    return done({ number, revision });
  });
}
