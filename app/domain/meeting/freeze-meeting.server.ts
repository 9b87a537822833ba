import { commit } from '#app/db/commit.server.ts';
import type { Tx } from '#app/db/client.server.ts';
import type { Actor } from '../actor.ts';
import { governmentSelect } from '../government/government.ts';
import { notifyFollowers } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import { isOpenToReadersOf } from '../thread/policy.ts';
import { findMeetingToChange, findOpen, type MeetingForStep } from './find-meeting-for-step.server.ts';
import type { MeetingRecord } from './meeting.ts';
import { mayFreezeMeeting } from './policy.ts';
import { readWords } from './read-words.server.ts';

/**
 * Ends the writing: what the meeting says, how the things stand that it spoke of, and who signed these words is kept as
 * it is now, for ever and for all its readers alike. Only outcomes still become action items.
 */
export async function freezeMeeting(
  actor: Actor,
  input: { number: string; wordsHash: string },
): Promise<Result<{ wordsHash: string }>> {
  const found = await findMeetingToChange(actor, input.number, mayFreezeMeeting);
  if (!found.ok) return found;
  const meeting = found.value;

  return commit(async (tx, announce) => {
    if (!(await findOpen(tx, meeting))) return refuse('meeting_frozen');
    const now = new Date();
    const items = await findItemsForAll(tx, meeting);
    const { words, wordsHash } = await readWords(tx, meeting.id, {
      now,
      // The record is one for all: it names what every reader of the meeting may see.
      mayName: (about) => isOpenToReadersOf(meeting.thread, about) && about.withdrawnAt === null,
      mayNameItem: (threadId) => items.has(threadId),
    });
    if (wordsHash !== input.wordsHash) return refuse('already_changed');
    const { government, ...titles } = await tx.seat.findUniqueOrThrow({
      where: { id: actor.seatId },
      select: { titleKo: true, titleZh: true, titleEn: true, government: { select: governmentSelect } },
    });
    const frozenBy = {
      ...{ seatId: actor.seatId, ...titles, government, name: actor.name, nameLatin: actor.nameLatin },
      at: now.toISOString(),
    };
    const record: MeetingRecord = { words, wordsHash, frozenBy };
    await tx.meeting.update({
      where: { id: meeting.id },
      data: { frozenAt: now, frozenBySeatId: actor.seatId, record },
      select: { id: true },
    });
    const event = await announce({ threadId: meeting.threadId, type: 'meeting_frozen', payload: {}, actor });
    await notifyFollowers(tx, event);
    return done({ wordsHash });
  });
}

/** Threads of the action items of its outcomes that every reader of the meeting may see. */
async function findItemsForAll(tx: Tx, { id, thread }: MeetingForStep): Promise<Set<string>> {
  const threads = await tx.thread.findMany({
    where: { actionItem: { outcome: { point: { meetingId: id } } } },
    select: {
      id: true,
      visibility: true,
      ownerGovernmentId: true,
      withdrawnAt: true,
      audience: { select: { governmentId: true } },
    },
  });
  return new Set(
    threads.filter((one) => one.withdrawnAt === null && isOpenToReadersOf(thread, one)).map((one) => one.id),
  );
}
