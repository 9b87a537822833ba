import { v5 as uuid } from 'uuid';
import { z } from 'zod';
import { db } from '#app/db/client.server.ts';
import { readGlossary } from '#app/domain/glossary/find-words.server.ts';
import { findMatches } from '#app/domain/search/find-matches.server.ts';
import { putDocuments } from '#app/domain/search/put-documents.server.ts';
import { readQuery } from '#app/domain/search/widen.server.ts';
import { Language } from '#prisma/generated/enums.ts';

/** Texts and queries with the texts that answer them. */
export const labelledSet = z.object({
  texts: z.array(z.object({ id: z.coerce.string(), lang: z.enum(Language), body: z.string() })),
  queries: z.array(z.object({ q: z.string(), relevant: z.array(z.coerce.string()) })),
});
export type LabelledSet = z.output<typeof labelledSet>;

/** 0 to 1, the mean over the queries of a language. */
export type Figures = { recall: number; precision: number; map: number };

export type Verdict = {
  figures: Record<Language, Figures>;
  /** What was missed or found wrongly, query by query. */
  faults: { q: string; missed: string[]; wrong: string[]; first: string[] }[];
};

const space = '6f1f3a0e-6d3c-4d1b-9a53-9b1d6c5b7a10';

/** Puts texts into the index as posts that all members see; `writtenAt` says when, from their place in the list. */
export async function indexTexts(
  texts: LabelledSet['texts'],
  writtenAt: (place: number) => Date = () => new Date(0),
): Promise<void> {
  await putDocuments(
    db(),
    texts.map(({ id, lang, body }, place) => ({
      subject: 'post',
      subjectId: uuid(id, space),
      language: lang,
      isOriginal: true,
      threadId: null,
      onlyGovernmentId: null,
      readers: ['members'],
      governmentIds: [],
      state: null,
      at: writtenAt(place),
      title: '',
      body,
    })),
  );
}

/** Asks every query of the index and compares; only texts of the set count. */
export async function judge({ texts, queries }: LabelledSet): Promise<Verdict> {
  const ids = new Map(texts.map(({ id }) => [uuid(id, space), id]));
  const glossary = await readGlossary();
  const judged: { language: Language; figures: Figures }[] = [];
  const faults: Verdict['faults'] = [];
  for (const { q, relevant } of queries) {
    const query = readQuery(q, glossary);
    const page = { offset: 0, limit: 10_000 };
    const found = query ? await findMatches(query, ['members'], { subject: 'post' }, page) : { matches: [] };
    const answers = found.matches.flatMap(({ subjectId }) => ids.get(subjectId) ?? []);
    const wanted = new Set(relevant);
    judged.push({ language: query?.language ?? 'en', figures: figuresOf(answers, wanted) });
    const missed = relevant.filter((id) => !answers.includes(id));
    const wrong = answers.filter((id) => !wanted.has(id));
    faults.push({ q, missed, wrong, first: answers.slice(0, 5) });
  }
  const of = (language: Language) =>
    mean(judged.filter((one) => one.language === language).map(({ figures }) => figures));
  return { figures: { ko: of('ko'), zh: of('zh'), en: of('en') }, faults };
}

function figuresOf(answers: readonly string[], wanted: ReadonlySet<string>): Figures {
  const right = answers.filter((id) => wanted.has(id)).length;
  let hits = 0;
  let sum = 0;
  for (const [index, id] of answers.entries()) {
    if (!wanted.has(id)) continue;
    hits += 1;
    sum += hits / (index + 1);
  }
  const nothing = wanted.size === 0;
  return {
    recall: nothing ? 1 : right / wanted.size,
    precision: answers.length === 0 ? (nothing ? 1 : 0) : right / answers.length,
    map: nothing ? 1 : sum / wanted.size,
  };
}

function mean(all: readonly Figures[]): Figures {
  const of = (key: keyof Figures) =>
    all.length === 0 ? 0 : Number((all.reduce((sum, one) => sum + one[key], 0) / all.length).toFixed(4));
  return { recall: of('recall'), precision: of('precision'), map: of('map') };
}
