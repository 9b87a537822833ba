import { Language, type TranslationField, type TranslationSubject } from '#prisma/generated/enums.ts';
import { demoIdAt } from '../ids.ts';
import { demoSeats, type DemoSeatKey } from '../seats.ts';
import type { Words } from '../story.ts';
import { type Beginning, withDates } from './calendar.ts';
import type { Rows } from './rows.ts';
import { actorAt } from './seat-rows.ts';

/** The source of a text: the first of its languages. */
export function sourceOf(words: Words, beginning: Beginning): { text: string; language: Language } {
  const [first] = textsOf(words, beginning);
  if (!first) throw new Error('A text of the demo world is empty.');
  return first;
}

/** Puts down the human translations of a text, a while after it was written. */
export function translate(
  rows: Rows,
  text: {
    subject: TranslationSubject;
    id: string;
    field: TranslationField;
    words: Words;
    by: DemoSeatKey;
    at: Date;
  },
  beginning: Beginning,
  now: Date,
): void {
  const [, ...others] = textsOf(text.words, beginning);
  for (const { text: translated, language } of others) {
    const createdAt = new Date(Math.min(text.at.getTime() + 55 * 60_000, now.getTime() - 60_000));
    const { accountId, seatId } = actorAt(translatorOf(text.by, language), createdAt, now);
    const { subject, id: subjectId, field } = text;
    rows.translations.push({
      id: demoIdAt(`${subjectId}/${field}/${language}`, createdAt),
      subject,
      subjectId,
      field,
      revision: 1,
      language,
      kind: 'human',
      text: translated,
      accountId,
      seatId,
      createdAt,
    });
  }
}

function textsOf(words: Words, beginning: Beginning): { text: string; language: Language }[] {
  return Object.entries(words).map(([key, text]) => {
    const language = Language[key === 'ko' || key === 'zh' ? key : 'en'];
    return { text: withDates(text, language, beginning), language };
  });
}

/** Provinces translate what their own side wrote for the other side, the secretariat the rest. */
function translatorOf(author: DemoSeatKey, language: Language): DemoSeatKey {
  const isKorean = demoSeats[author].holder.language === 'ko';
  const isChinese = demoSeats[author].holder.language === 'zh';
  if (isKorean && language === 'zh') return 'chungnam-officer';
  if (isChinese && language === 'ko') return 'shandong-officer';
  return 'secretariat';
}
