import { createHash } from 'node:crypto';
import type { MeetingWords } from './meeting.ts';

/**
 * SHA-256, hex, of what the meeting itself says: title, place, days, hosts, participants, the order of its points, minutes
 * and outcomes, these in all languages that people wrote them in. How the things stand that it speaks of, and what became
 * of the outcomes, is not a part of it.
 */
export function hashWords(words: Omit<MeetingWords, 'signatures'>): string {
  const said = [
    [words.title, words.language, words.place, words.firstDay, words.lastDay],
    words.hosts.map(({ id }) => id),
    words.participants.map(({ seatId }) => seatId),
    words.points.map(({ id, minutes, outcomes }) => [
      id,
      minutes.map(({ language, text }) => [language, text]),
      outcomes.map(({ id: outcomeId, language, text, versions }) => [
        ...[outcomeId, language, text],
        ...versions.flatMap((version) => [version.language, version.text]),
      ]),
    ]),
  ];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}
