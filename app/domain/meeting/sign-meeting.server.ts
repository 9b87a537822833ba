import { commit } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { notifyFollowers } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import { findMeetingToChange, findOpen } from './find-meeting-for-step.server.ts';
import { maySignMeeting } from './policy.ts';
import { readWords } from './read-words.server.ts';

/** A seat stands by the words that it has read. Other words need another signature; the same ones are signed once. */
export async function signMeeting(
  actor: Actor,
  input: { number: string; wordsHash: string },
): Promise<Result<{ wordsHash: string }>> {
  const found = await findMeetingToChange(actor, input.number, maySignMeeting);
  if (!found.ok) return found;
  const meeting = found.value;

  return commit(async (tx, announce) => {
    if (!(await findOpen(tx, meeting))) return refuse('meeting_frozen');
    const now = new Date();
    const nobody = { mayName: () => false, mayNameItem: () => false, now };
    const { words, wordsHash } = await readWords(tx, meeting.id, nobody);
    if (wordsHash !== input.wordsHash) return refuse('already_changed');
    if (words.signatures.some(({ seatId }) => seatId === actor.seatId)) return done({ wordsHash });
    const { seatId, accountId, governmentId } = actor;
    const signed = { accountId, governmentId, wordsHash, at: now };
    await tx.meetingSignature.upsert({
      where: { meetingId_seatId: { meetingId: meeting.id, seatId } },
      create: { meetingId: meeting.id, seatId, ...signed },
      update: signed,
      select: { seatId: true },
    });
    const event = await announce({ threadId: meeting.threadId, type: 'meeting_signed', payload: {}, actor });
    await notifyFollowers(tx, event);
    return done({ wordsHash });
  });
}
