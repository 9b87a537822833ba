import { db } from '#app/db/client.server.ts';
import type { Actor } from '../actor.ts';
import { visibleTo } from '../thread/policy.ts';
import { findTranslationsOfWords, type TranslationsOfWords } from './find-translations-of-words.server.ts';
import { meetingRecord, type MeetingRecord, type MeetingWords } from './meeting.ts';
import { readWords } from './read-words.server.ts';

/** A meeting as its page shows it: its words as they are, or as they were when it was frozen. */
export type FoundMeeting = {
  id: string;
  number: string;
  threadId: string;
  revision: number;
  frozenAt: Date | null;
  thread: { visibility: 'government' | 'bilateral' | 'network' | 'public'; ownerGovernmentId: string };
  hosts: { governmentId: string }[];
  participants: { seatId: string }[];
  previous: { number: string } | null;
  words: MeetingWords;
  wordsHash: string;
  frozenBy: MeetingRecord['frozenBy'] | null;
  translations: TranslationsOfWords;
};

/** One meeting by its number; null when it is absent or not for this actor. */
export async function findMeeting(
  actor: Actor,
  number: string,
  now = new Date(),
): Promise<FoundMeeting | null> {
  const found = await db().meeting.findFirst({
    where: { number, thread: visibleTo(actor) },
    select: {
      id: true,
      number: true,
      threadId: true,
      revision: true,
      frozenAt: true,
      record: true,
      thread: { select: { visibility: true, ownerGovernmentId: true } },
      hosts: { select: { governmentId: true } },
      participants: { select: { seatId: true } },
      previousId: true,
    },
  });
  if (!found) return null;
  const { record, previousId, ...meeting } = found;
  const previous =
    previousId === null
      ? null
      : await db().meeting.findFirst({
          where: { id: previousId, thread: visibleTo(actor) },
          select: { number: true },
        });
  const translations = await findTranslationsOfWords(meeting.id);
  if (record !== null) {
    const kept = meetingRecord.parse(record);
    return { ...meeting, previous, ...kept, translations: asKept(translations, kept.words) };
  }
  const visible = await findVisible(actor, meeting.id);
  const { words, wordsHash } = await readWords(db(), meeting.id, {
    now,
    mayName: (about) => visible.has(about.id),
    mayNameItem: (threadId) => visible.has(threadId),
  });
  return { ...meeting, previous, words, wordsHash, frozenBy: null, translations };
}

/** Of an outcome that is kept in a language nothing else is shown in it. */
function asKept({ minutes, outcomes }: TranslationsOfWords, { points }: MeetingWords): TranslationsOfWords {
  const kept = points.flatMap((point) =>
    point.outcomes.flatMap(({ id, versions }) => versions.map((version) => ({ ...version, outcomeId: id }))),
  );
  return {
    minutes,
    outcomes: outcomes.flatMap((one) => {
      const version = kept.find(
        ({ outcomeId, language }) => outcomeId === one.subjectId && language === one.language,
      );
      if (!version) return one;
      return one.kind === 'human' && one.text === version.text ? one : [];
    }),
  };
}

/** Of the threads that a meeting speaks of or led to, those that the actor may see. */
async function findVisible(actor: Actor, meetingId: string): Promise<Set<string>> {
  const threads = await db().thread.findMany({
    where: {
      AND: [
        visibleTo(actor),
        {
          OR: [
            { agendaPoints: { some: { meetingId } } },
            { actionItem: { outcome: { point: { meetingId } } } },
          ],
        },
      ],
    },
    select: { id: true },
  });
  return new Set(threads.map(({ id }) => id));
}
