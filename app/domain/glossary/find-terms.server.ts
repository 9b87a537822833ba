import { db } from '#app/db/client.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { GlossaryField } from '#prisma/generated/enums.ts';
import type { Reader } from '../actor.ts';
import { findSaying } from '../search/find-saying.server.ts';
import { searchNames } from '../search/search-names.server.ts';
import { type TermContent, termContent } from './term.ts';

const listSelect = {
  id: true,
  key: true,
  field: true,
  verifiedAt: true,
  words: { select: { language: true, kind: true, text: true }, orderBy: { position: 'asc' } },
} as const satisfies Prisma.GlossaryTermSelect;

/**
 * The glossary as a list, by its English keys; `words` are found as the search finds them, in any language, and in a part
 * of a word.
 */
export async function findTerms(
  reader: Reader,
  { field, words }: { field: GlossaryField | undefined; words: string },
): Promise<ListedTerm[]> {
  const all = await db().glossaryTerm.findMany({
    where: { withdrawnAt: null, ...(field && { field }) },
    orderBy: [{ key: 'asc' }],
    select: listSelect,
  });
  if (words === '') return all;
  const said = new Set(await findSaying(reader, words, 'term'));
  const called = new Set(searchNames(words, all, (term) => term.words.map(({ text }) => text)));
  return all.filter((term) => called.has(term) || said.has(term.id));
}

export type ListedTerm = Prisma.GlossaryTermGetPayload<{ select: typeof listSelect }>;

const person = { select: { name: true, nameLatin: true } } as const;
const seat = { select: { governmentId: true } } as const;

/** One term with its history, newest first; null when there is none of this key. */
export async function findTerm(key: string) {
  const row = await db().glossaryTerm.findUnique({
    where: { key },
    select: {
      ...listSelect,
      source: true,
      revision: true,
      withdrawnAt: true,
      definitionKo: true,
      definitionZh: true,
      definitionEn: true,
      verifier: person,
      verifierSeat: seat,
      revisions: {
        orderBy: { revision: 'desc' },
        select: { revision: true, content: true, note: true, at: true, account: person, seat },
      },
    },
  });
  if (!row) return null;
  const { definitionKo: ko, definitionZh: zh, definitionEn: en, revisions, ...term } = row;
  return {
    ...term,
    definitions: { ko, zh, en },
    revisions: revisions.map(({ content, ...revision }): TermRevision => {
      return { ...revision, content: termContent.parse(content) };
    }),
  };
}

type TermRevision = {
  revision: number;
  content: TermContent;
  note: string;
  at: Date;
  account: { name: string; nameLatin: string } | null;
  seat: { governmentId: string } | null;
};
