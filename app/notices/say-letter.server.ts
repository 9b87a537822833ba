import type { TFunction } from 'i18next';
import type { Letter, LetterThread } from '#app/domain/notification/read-letter.server.ts';
import type { PickedText } from '#app/domain/translation/pick-text.ts';
import { formatDateTime, timeZoneOf } from '#app/i18n/format.ts';
import { makeI18n } from '#app/i18n/i18n.ts';
import type { Language } from '#app/i18n/languages.ts';

type Words = TFunction<('keeping-up' | 'notification' | 'thread')[]>;

type LinkSaid = { href: string; words: string };

export type SaidThread = {
  href: string;
  reason: string;
  /** Number and sort of thing. */
  where: string;
  title: PickedText | null;
  /** What the title is, when it is a translation. */
  label: string | null;
  /** Why there is no content. */
  note: string | null;
  entries: { key: string; who: string; what: string; words: PickedText | null; label: string | null }[];
  more: string | null;
};

/** A letter in words, before it becomes text or HTML. */
export type SaidLetter = {
  subject: string;
  greeting: string;
  heading: string;
  threads: SaidThread[];
  open: string;
  why: string;
  answer: string;
  settings: LinkSaid;
  unsubscribe: LinkSaid;
};

const words = new Map<Language, Promise<Words>>();

/** The words of a language for letters and messages to devices. */
export function wordsOf(language: Language): Promise<Words> {
  const found = words.get(language);
  if (found) return found;
  const made = makeI18n(language).then((i18n) =>
    i18n.getFixedT(language, ['keeping-up', 'notification', 'thread']),
  );
  words.set(language, made);
  return made;
}

/** Says a letter in the language of its reader. Links lead to `origin`. */
export async function sayLetter(
  letter: Letter,
  { origin, unsubscribe }: { origin: string; unsubscribe: string },
): Promise<SaidLetter> {
  const { language, seat, threads, kind, to } = letter;
  const t = await wordsOf(language);
  const seatTitle = { ko: seat.titleKo, zh: seat.titleZh, en: seat.titleEn }[language];
  const count = threads.length;
  const heading = kind === 'at_once' ? t('letter.waits', { count }) : t('letter.news', { count });
  const [first] = threads;
  const isAboutOne = count === 1 && first?.title;
  return {
    subject: oneLine(
      isAboutOne
        ? t('letter.about', { what: t(`notification:reason.${first.reason}`), title: nameOf(first) })
        : heading,
    ),
    greeting: t('letter.greeting', { name: to.name, seat: seatTitle }),
    heading,
    threads: threads.map((thread) => sayThread(thread, letter, t, origin)),
    open: t('letter.open'),
    why:
      kind === 'at_once'
        ? t('letter.why_at_once')
        : t(`letter.why_${letter.rhythm === 'hourly' ? 'hourly' : 'daily'}`),
    answer: t('letter.answer'),
    settings: { href: `${origin}/settings/notices`, words: t('letter.settings') },
    unsubscribe: { href: unsubscribe, words: t('letter.unsubscribe') },
  };
}

function nameOf({ number, title }: LetterThread): string {
  return [number, title?.text].filter(Boolean).join(' ');
}

/** What somebody wrote must not begin another header, nor turn the line round. */
function oneLine(text: string): string {
  return Array.from(text.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim())
    .slice(0, 150)
    .join('');
}

/** Where something stands, as mails and messages name it. */
export function sayWhere(t: Words, { subject, number }: Pick<LetterThread, 'subject' | 'number'>): string {
  return t(`letter.where_${subject}`, { number: number ?? '' });
}

function sayThread(thread: LetterThread, { language, seat }: Letter, t: Words, origin: string): SaidThread {
  const { title, seq, threadId, more, entries } = thread;
  const zone = timeZoneOf(seat.government.country);
  const label = (text: PickedText | null) =>
    text && text.label !== 'original' ? t(`thread:translation.${text.label}`) : null;
  return {
    href: `${origin}/threads/${threadId}?at=${seq}#entry-${seq}`,
    reason: t(`notification:reason.${thread.reason}`),
    where: sayWhere(t, thread),
    title,
    label: label(title),
    note: title === null ? t('letter.no_content') : null,
    entries: entries.map(({ type, at, government, words: said }, index) => ({
      key: `${index}`,
      who: government
        ? { ko: government.nameKo, zh: government.nameZh, en: government.nameEn }[language]
        : '',
      what: `${t(`notification:event.${type}`)} · ${formatDateTime(at, language, zone)}`,
      words: said,
      label: label(said),
    })),
    more: more > 0 ? t('letter.more', { count: more }) : null,
  };
}

/** The letter as plain text. */
export function asText(letter: SaidLetter): string {
  const threads = letter.threads.map((thread) =>
    [
      `■ ${[thread.reason, thread.where].join(' · ')}`,
      thread.title && `  ${thread.title.text}${thread.label ? ` (${thread.label})` : ''}`,
      thread.note && `  ${thread.note}`,
      ...thread.entries.flatMap(({ who, what, words: said, label }) => [
        `  - ${who} ${what}`,
        said && `    ${said.text}${label ? ` (${label})` : ''}`,
      ]),
      thread.more && `  ${thread.more}`,
      `  ${letter.open}: ${thread.href}`,
    ]
      .filter(Boolean)
      .join('\n'),
  );
  const foot = [
    letter.why,
    letter.answer,
    `${letter.settings.words}: ${letter.settings.href}`,
    `${letter.unsubscribe.words}: ${letter.unsubscribe.href}`,
  ];
  return [letter.greeting, letter.heading, ...threads, `-- \n${foot.join('\n')}`].join('\n\n');
}
