import { v7 as uuid } from 'uuid';
import { commit, nextNumber, oneAtATime } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { follow, notifySeats } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import { findParts, findPrevious, governmentsOf } from './find-parts.server.ts';
import type { CallMeetingInput } from './meeting.ts';
import { mayCallMeeting } from './policy.ts';

/**
 * Calls governments together. The participants are told and keep up with the meeting; one for some governments is for
 * the hosts and the governments of the participants. The same client key gives the same meeting again.
 */
export async function callMeeting(
  actor: Actor,
  input: CallMeetingInput,
): Promise<Result<{ number: string; threadId: string }>> {
  if (!mayCallMeeting(actor)) return refuse('not_allowed');
  const parts = await findParts(input);
  if (!parts) return refuse('government_not_found');
  const previous = input.previous ? await findPrevious(actor, input.previous) : null;
  if (input.previous && !previous) return refuse('not_found');
  if (previous && previous.lastDay >= input.firstDay) return refuse('previous_meeting_later');
  const { clientKey, title, language, place, firstDay, lastDay, visibility } = input;
  const others = governmentsOf(parts).filter((id) => id !== actor.governmentId);
  const audience = visibility === 'bilateral' ? others : [];
  if (visibility === 'bilateral' && audience.length === 0) return refuse('needs_two_governments');

  return commit(async (tx, announce) => {
    await oneAtATime(tx, `${actor.accountId}:${clientKey}`);
    const same = await tx.meeting.findUnique({
      where: { clientKey },
      select: {
        ...{ number: true, threadId: true, place: true },
        thread: { select: { title: true, ownerGovernmentId: true } },
      },
    });
    if (same) {
      const { thread, number, threadId } = same;
      const again =
        thread.title === title && same.place === place && thread.ownerGovernmentId === actor.governmentId;
      return again ? done({ number, threadId }) : refuse('key_reused');
    }
    const number = `M-${await nextNumber(tx, 'meeting')}`;
    const [id, threadId] = [uuid(), uuid()];
    await tx.thread.create({
      data: {
        id: threadId,
        subject: 'meeting',
        title,
        titleLanguage: language,
        visibility,
        ownerGovernmentId: actor.governmentId,
        audience: { create: audience.map((governmentId) => ({ governmentId })) },
      },
      select: { id: true },
    });
    await tx.meeting.create({
      data: {
        ...{ id, number, threadId, place, firstDay, lastDay, clientKey },
        previousId: previous?.id ?? null,
        hosts: { create: parts.hosts.map((governmentId) => ({ governmentId })) },
        participants: { create: parts.seats.map((seat) => ({ seatId: seat.id })) },
      },
      select: { id: true },
    });
    const seatIds = parts.seats.map((seat) => seat.id);
    for (const seatId of [actor.seatId, ...seatIds]) await follow(tx, threadId, seatId);
    const event = await announce({ threadId, type: 'meeting_called', payload: {}, actor });
    await notifySeats(tx, event, seatIds, 'news_in_my_thread');
    return done({ number, threadId });
  });
}
