import type { Tx } from '#app/db/client.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { Language, type SearchSubject, type TranslationSubject } from '#prisma/generated/enums.ts';
import { optionText } from '../decision/decision.ts';
import { governmentSelect } from '../government/government.ts';
import { preferredWord, wordsOf } from '../glossary/term.ts';
import { detectLanguage } from '../translation/detect-language.ts';
import { bestTranslation } from '../translation/pick-text.ts';
import type { NewDocument } from './put-documents.server.ts';
import { readersOf, recordsOf } from './readers.ts';

const guardSelect = {
  visibility: true,
  ownerGovernmentId: true,
  withdrawnAt: true,
  audience: { select: { governmentId: true } },
} as const;

/** What the index should say about these things of one kind: the original, and each translation. */
export type ReadDocuments = (tx: Tx, ids: readonly string[]) => Promise<NewDocument[]>;

/** How each kind is read. */
export const readDocuments = {
  incident: readIncidents,
  action_item: readActionItems,
  topic: readTopics,
  post: readPosts,
  decision: readDecisions,
  file: readFiles,
  government: readGovernments,
  term: readTerms,
  meeting: readMeetings,
} as const satisfies Record<SearchSubject, ReadDocuments>;

async function readIncidents(tx: Tx, ids: readonly string[]): Promise<NewDocument[]> {
  const rows = await tx.incident.findMany({
    where: { id: { in: [...ids] } },
    select: {
      ...{ id: true, number: true, threadId: true, status: true, title: true, text: true },
      ...{ language: true, revision: true },
      ...{ placeName: true, coarseForPublic: true, seenAt: true },
      ...{ reporterGovernmentId: true, responsibleGovernmentId: true },
      thread: { select: guardSelect },
    },
  });
  const translations = await translationsOf(tx, 'incident', rows);
  return rows.flatMap((row) => {
    // Guests would find a place by its name that they are shown only roughly.
    const named = row.coarseForPublic ? '' : (row.placeName ?? '');
    const common = {
      subject: 'incident' as const,
      subjectId: row.id,
      threadId: row.threadId,
      onlyGovernmentId: null,
      readers: readersOf(row.thread, true),
      governmentIds: distinct([row.reporterGovernmentId, row.responsibleGovernmentId]),
      state: row.status,
      at: row.seenAt,
      besides: `${row.number} ${named}`,
    };
    return inAllLanguages(common, { ...row, body: row.text }, translations.get(row.id) ?? []);
  });
}

async function readActionItems(tx: Tx, ids: readonly string[]): Promise<NewDocument[]> {
  const rows = await tx.actionItem.findMany({
    where: { id: { in: [...ids] } },
    select: {
      ...{ id: true, number: true, threadId: true, state: true, title: true, text: true },
      ...{ language: true, revision: true },
      proposedAt: true,
      commitments: { select: { id: true, governmentId: true, text: true, language: true } },
      milestones: { select: { id: true, text: true, language: true }, orderBy: { position: 'asc' } },
      thread: { select: guardSelect },
    },
  });
  const translations = await translationsOf(tx, 'action_item', rows);
  const promised = await translationsOf(
    tx,
    'commitment',
    rows.flatMap(({ commitments }) => commitments),
  );
  const steps = await translationsOf(
    tx,
    'milestone',
    rows.flatMap(({ milestones }) => milestones),
  );
  return rows.flatMap((row) => {
    const common = {
      subject: 'action_item' as const,
      subjectId: row.id,
      threadId: row.threadId,
      onlyGovernmentId: null,
      readers: readersOf(row.thread, false),
      governmentIds: distinct(row.commitments.map(({ governmentId }) => governmentId)),
      state: row.state,
      at: row.proposedAt,
      besides: row.number,
    };
    const documents = inAllLanguages(common, { ...row, body: row.text }, translations.get(row.id) ?? []);
    return withMore(common, documents, (language) => [
      ...row.commitments.map(({ id, ...source }) =>
        saidIn(language, { ...source, revision: row.revision }, promised.get(id) ?? []),
      ),
      ...row.milestones.map(({ id, ...said }) => saidIn(language, said, steps.get(id) ?? [])),
    ]);
  });
}

async function readTopics(tx: Tx, ids: readonly string[]): Promise<NewDocument[]> {
  const rows = await tx.thread.findMany({
    where: { id: { in: [...ids] }, subject: 'topic' },
    select: { id: true, title: true, titleLanguage: true, createdAt: true, ...guardSelect },
  });
  const translations = await translationsOf(tx, 'thread', rows);
  return rows.flatMap(({ id, title, titleLanguage, createdAt, ...guard }) => {
    if (title === null || titleLanguage === null) return [];
    const common = {
      subject: 'topic' as const,
      subjectId: id,
      threadId: id,
      onlyGovernmentId: null,
      readers: readersOf(guard, false),
      governmentIds: [guard.ownerGovernmentId],
      state: null,
      at: createdAt,
    };
    return inAllLanguages(
      common,
      { title, body: '', language: titleLanguage, revision: 1 },
      translations.get(id) ?? [],
    );
  });
}

const saidSelect = { id: true, text: true, language: true, revision: true } as const;

async function readMeetings(tx: Tx, ids: readonly string[]): Promise<NewDocument[]> {
  const rows = await tx.meeting.findMany({
    where: { id: { in: [...ids] } },
    select: {
      ...{ id: true, number: true, threadId: true, place: true, firstDay: true },
      hosts: { select: { governmentId: true } },
      participants: { select: { seat: { select: { governmentId: true } } } },
      thread: { select: { ...guardSelect, title: true, titleLanguage: true, titleRevision: true } },
      points: {
        orderBy: { position: 'asc' },
        select: {
          // What a point is about has its own readers, and is found by itself.
          ...{ id: true, title: true, language: true },
          minutes: { select: saidSelect },
          outcomes: { select: saidSelect, orderBy: { position: 'asc' } },
        },
      },
    },
  });
  const translations = await translationsOf(
    tx,
    'thread',
    rows.map(({ threadId }) => ({ id: threadId })),
  );
  const allPoints = rows.flatMap((row) => row.points);
  const said = await translationsOf(
    tx,
    ['agenda_point', 'minutes', 'outcome'],
    [...allPoints, ...allPoints.flatMap(({ minutes, outcomes }) => [...minutes, ...outcomes])],
  );
  return rows.flatMap(({ id, number, threadId, place, firstDay, hosts, participants, thread, points }) => {
    const { title, titleLanguage, titleRevision, ...guard } = thread;
    if (title === null || titleLanguage === null) return [];
    const common = {
      subject: 'meeting' as const,
      subjectId: id,
      threadId,
      onlyGovernmentId: null,
      readers: readersOf(guard, false),
      governmentIds: distinct([
        ...hosts.map(({ governmentId }) => governmentId),
        ...participants.map(({ seat }) => seat.governmentId),
      ]),
      state: null,
      at: firstDay,
      besides: `${number} ${place}`,
    };
    const source = { title, body: '', language: titleLanguage, revision: titleRevision };
    const documents = inAllLanguages(common, source, translations.get(threadId) ?? []);
    return withMore(common, documents, (language) =>
      points.flatMap((point) => [
        saidIn(language, { text: point.title ?? '', language: point.language }, said.get(point.id) ?? []),
        ...[...point.minutes, ...point.outcomes].map(({ id: saidId, ...words }) =>
          saidIn(language, words, said.get(saidId) ?? []),
        ),
      ]),
    );
  });
}

async function readPosts(tx: Tx, ids: readonly string[]): Promise<NewDocument[]> {
  const rows = await tx.post.findMany({
    where: { id: { in: [...ids] }, deletedAt: null, decision: null },
    select: postSelect,
  });
  const translations = await translationsOf(tx, 'post', rows);
  return rows.flatMap((row) => documentsOf('post', row, null, translations.get(row.id) ?? []));
}

async function readDecisions(tx: Tx, ids: readonly string[]): Promise<NewDocument[]> {
  const rows = await tx.post.findMany({
    where: { id: { in: [...ids] }, deletedAt: null, decision: { isNot: null } },
    select: {
      ...postSelect,
      decision: {
        select: {
          options: true,
          optionsLanguage: true,
          closedAt: true,
          outcome: true,
          outcomeLanguage: true,
          voices: { select: { governmentId: true } },
        },
      },
    },
  });
  const translations = await translationsOf(tx, 'post', rows);
  const outcomes = await translationsOf(tx, 'decision', rows);
  return rows.flatMap((row) => {
    const { decision } = row;
    if (!decision) return [];
    const { options, optionsLanguage, closedAt, outcome, outcomeLanguage, voices } = decision;
    const state = closedAt ? 'closed' : 'open';
    const documents = documentsOf('decision', row, state, translations.get(row.id) ?? []).map((one) => ({
      ...one,
      governmentIds: distinct([...one.governmentIds, ...voices.map(({ governmentId }) => governmentId)]),
    }));
    const [first] = documents;
    if (!first) return [];
    const of = (field: 'options' | 'text') =>
      (outcomes.get(row.id) ?? []).filter((one) => one.field === field);
    return withMore(first, documents, (language) => [
      saidIn(
        language,
        { text: optionText(options), language: optionsLanguage ?? row.language },
        of('options'),
      ),
      saidIn(language, { text: outcome ?? '', language: outcomeLanguage }, of('text')),
    ]);
  });
}

const postSelect = {
  ...{ id: true, threadId: true, governmentId: true, language: true, body: true, createdAt: true },
  revision: true,
  event: { select: { onlyGovernmentId: true } },
  files: { where: { removedInRevision: null }, select: { name: true } },
  thread: { select: guardSelect },
} as const satisfies Prisma.PostSelect;

function documentsOf(
  subject: 'post' | 'decision',
  row: Prisma.PostGetPayload<{ select: typeof postSelect }>,
  state: string | null,
  translations: readonly Translated[],
): NewDocument[] {
  const { id, threadId, governmentId, language, body, revision, createdAt, event, files, thread } = row;
  const { onlyGovernmentId } = event;
  const common = {
    subject,
    subjectId: id,
    threadId,
    onlyGovernmentId,
    readers: readersOf(thread, false, onlyGovernmentId),
    governmentIds: [governmentId],
    state,
    at: createdAt,
    besides: files.map(({ name }) => asWords(name)).join(' '),
  };
  return inAllLanguages(common, { title: '', body, language, revision }, translations);
}

async function readFiles(tx: Tx, ids: readonly string[]): Promise<NewDocument[]> {
  const rows = await tx.sheetImport.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, governmentId: true, fileName: true, state: true, createdAt: true },
  });
  return rows.map(({ id, governmentId, fileName, createdAt }) => ({
    subject: 'file',
    subjectId: id,
    language: detectLanguage(fileName) ?? 'en',
    isOriginal: true,
    threadId: null,
    onlyGovernmentId: governmentId,
    readers: [recordsOf(governmentId)],
    governmentIds: [governmentId],
    state: null,
    at: createdAt,
    title: fileName,
    body: '',
    besides: asWords(fileName),
  }));
}

/** beach_survey.xlsx */
function asWords(fileName: string): string {
  return fileName.replace(/[_.-]/g, ' ');
}

async function readGovernments(tx: Tx, ids: readonly string[]): Promise<NewDocument[]> {
  const rows = await tx.government.findMany({ where: { id: { in: [...ids] } }, select: governmentSelect });
  return rows.flatMap(({ id, nameKo: ko, nameZh: zh, nameEn: en }) =>
    Object.entries({ ko, zh, en }).map(([language, title]) => ({
      subject: 'government' as const,
      subjectId: id,
      language: Language[language === 'ko' ? 'ko' : language === 'zh' ? 'zh' : 'en'],
      isOriginal: true,
      threadId: null,
      onlyGovernmentId: null,
      readers: ['members'],
      governmentIds: [id],
      state: null,
      at: new Date(0),
      title,
      body: '',
    })),
  );
}

async function readTerms(tx: Tx, ids: readonly string[]): Promise<NewDocument[]> {
  const rows = await tx.glossaryTerm.findMany({
    // Of a government its own page is found.
    where: { id: { in: [...ids] }, withdrawnAt: null, key: { not: { startsWith: 'place-' } } },
    select: {
      id: true,
      updatedAt: true,
      definitionKo: true,
      definitionZh: true,
      definitionEn: true,
      words: { select: { language: true, kind: true, text: true }, orderBy: { position: 'asc' } },
    },
  });
  return rows.flatMap((term) => {
    const definitions = { ko: term.definitionKo, zh: term.definitionZh, en: term.definitionEn };
    return Object.values(Language).map((language) => ({
      subject: 'term' as const,
      subjectId: term.id,
      language,
      isOriginal: true,
      threadId: null,
      onlyGovernmentId: null,
      readers: ['public'],
      governmentIds: [],
      state: null,
      at: term.updatedAt,
      title: preferredWord(term, language),
      body: definitions[language],
      besides: [...wordsOf(term, language, 'allowed'), ...wordsOf(term, language, 'forbidden')].join(' | '),
    }));
  });
}

type Common = Omit<NewDocument, 'language' | 'isOriginal' | 'title' | 'body'>;

function inAllLanguages(
  common: Common,
  source: { title: string; body: string; language: Language; revision: number },
  translations: readonly Translated[],
): NewDocument[] {
  const others = Object.values(Language).filter((language) => language !== source.language);
  const { title, body, language } = source;
  return [
    { ...common, language, isOriginal: true, title, body },
    ...others.flatMap((other) => {
      const of = (field: 'title' | 'text') =>
        bestTranslation(
          other,
          translations.filter((one) => one.field === field),
          source.revision,
        )?.text ?? '';
      const translated = { title: of('title'), body: of('text') };
      if (translated.title === '' && translated.body === '') return [];
      return [{ ...common, language: other, isOriginal: false, ...translated }];
    }),
  ];
}

type Said = { text: string; language: Language | null; revision?: number };

/** What a text says in a language: itself or its translation; nothing when there is none. */
function saidIn(
  language: Language,
  { text, language: written, revision = 1 }: Said,
  translations: readonly Translated[],
): string {
  if (written === language) return text;
  return bestTranslation(language, translations, revision)?.text ?? '';
}

/** The documents with more words in each language; where there was none in a language these words make one. */
function withMore(
  common: Common,
  documents: readonly NewDocument[],
  wordsIn: (language: Language) => readonly string[],
): NewDocument[] {
  return Object.values(Language).flatMap((language) => {
    const more = wordsIn(language).filter((words) => words.trim() !== '');
    const present = documents.find((one) => one.language === language);
    if (present) return [{ ...present, body: [present.body, ...more].join('\n\n') }];
    if (more.length === 0) return [];
    return [{ ...common, language, isOriginal: false, title: '', body: more.join('\n\n') }];
  });
}

const translatedSelect = {
  ...{ subjectId: true, field: true, language: true, kind: true, revision: true, text: true },
  verifiedAt: true,
} as const satisfies Prisma.TranslationSelect;
type Translated = Prisma.TranslationGetPayload<{ select: typeof translatedSelect }>;

async function translationsOf(
  tx: Tx,
  subject: TranslationSubject | TranslationSubject[],
  rows: readonly { id: string }[],
): Promise<Map<string, Translated[]>> {
  const byId = new Map<string, Translated[]>();
  if (rows.length === 0) return byId;
  const found = await tx.translation.findMany({
    where: {
      subject: { in: [subject].flat() },
      subjectId: { in: rows.map(({ id }) => id) },
      text: { not: '' },
    },
    select: translatedSelect,
  });
  for (const one of found) byId.set(one.subjectId, [...(byId.get(one.subjectId) ?? []), one]);
  return byId;
}

function distinct(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
