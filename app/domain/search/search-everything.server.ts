import { db } from '#app/db/client.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Language, SearchSubject } from '#prisma/generated/enums.ts';
import type { Reader } from '../actor.ts';
import { readGlossary } from '../glossary/find-words.server.ts';
import { findMatches, type Match, type MatchFilters } from './find-matches.server.ts';
import { markHits, snippetOf } from './mark-hits.server.ts';
import { readsAs } from './readers.ts';
import { type Found, type SearchInput, startOf } from './search.ts';
import { readQuery } from './widen.server.ts';

/** Results on a page. */
const pageSize = 20;
/** Suggestions under the field. */
const mostSuggested = 6;

export type Searched = {
  results: Found[];
  total: number;
  pages: number;
  /** How many of each kind, whichever of them is shown. */
  counts: Partial<Record<SearchSubject, number>>;
};

/** What stands in a thread and has the title of what the thread is about. */
const inThreads = ['post', 'decision'] as const satisfies readonly SearchSubject[];

const documentSelect = {
  subject: true,
  subjectId: true,
  language: true,
  isOriginal: true,
  threadId: true,
  state: true,
  governmentIds: true,
  at: true,
  title: true,
  body: true,
} as const satisfies Prisma.SearchDocumentSelect;

type Document = Prisma.SearchDocumentGetPayload<{ select: typeof documentSelect }>;

/**
 * What the reader may see and that says what `q` asks, in any language: the words themselves, or what the glossary says
 * for them. Each thing stands once, in `language` where there is a text in it.
 */
export async function searchEverything(
  reader: Reader,
  input: SearchInput,
  language: Language,
  now = new Date(),
): Promise<Searched> {
  const { q, page } = input;
  const query = readQuery(q, await readGlossary());
  if (!query) return { results: [], total: 0, pages: 1, counts: {} };
  const filters = { ...filtersOf(input, now), ownTime: reader?.formerly };
  const at = { offset: (page - 1) * pageSize, limit: pageSize };
  const { matches, total, counts } = await findMatches(query, readsAs(reader), filters, at);
  const results = await present(reader, matches, query.needles, language);
  return { results, total, pages: Math.max(1, Math.ceil(total / pageSize)), counts };
}

type Narrowing = Omit<SearchInput, 'q' | 'page'>;

function filtersOf({ type, government, period, language, state }: Narrowing, now: Date): MatchFilters {
  return {
    subject: type,
    governmentIds: government ? [government] : undefined,
    language,
    state,
    since: period && startOf(period, now),
  };
}

/** The first things that somebody who is still typing may mean, of those that the filters leave. */
export async function suggestThings(
  reader: Reader,
  input: SearchInput,
  language: Language,
  now = new Date(),
): Promise<Found[]> {
  const query = readQuery(input.q, await readGlossary(), true);
  if (!query) return [];
  const filters = { ...filtersOf(input, now), ownTime: reader?.formerly };
  const first = { offset: 0, limit: mostSuggested };
  const { matches } = await findMatches(query, readsAs(reader), filters, first);
  return present(reader, matches, query.needles, language);
}

async function present(
  reader: Reader,
  matches: readonly Match[],
  needles: readonly string[],
  language: Language,
): Promise<Found[]> {
  const documents = await db().searchDocument.findMany({
    where: {
      OR: matches.map(({ subject, subjectId }) => ({ subject, subjectId })),
      readers: { hasSome: readsAs(reader) },
    },
    select: documentSelect,
  });
  const ways = await findWays(matches, documents);
  return matches.flatMap((match) => {
    const mine = documents.filter(
      ({ subject, subjectId }) => subject === match.subject && subjectId === match.subjectId,
    );
    // The reader's language, else the one in which it was found.
    const shown =
      mine.find((one) => one.language === language) ?? mine.find((one) => one.language === match.language);
    const href = ways.hrefs.get(`${match.subject} ${match.subjectId}`);
    if (!shown || href === undefined) return [];
    const title = shown.title || (ways.titleOf(shown, language) ?? '');
    return [
      {
        ...match,
        href,
        title: markHits(title, needles),
        snippet: snippetOf(shown.body, needles),
        language: shown.language,
        isOriginal: shown.isOriginal,
        state: shown.state,
        governmentIds: shown.governmentIds,
        at: match.subject === 'government' || match.subject === 'term' ? null : shown.at.toISOString(),
      },
    ];
  });
}

/** The addresses of things, and the titles of the threads in which posts stand. */
async function findWays(matches: readonly Match[], documents: readonly Document[]) {
  const ids = (subject: SearchSubject) =>
    matches.filter((match) => match.subject === subject).map(({ subjectId }) => subjectId);
  const [incidents, items, meetings, posts, terms] = await Promise.all([
    db().incident.findMany({ where: { id: { in: ids('incident') } }, select: { id: true, number: true } }),
    db().actionItem.findMany({
      where: { id: { in: ids('action_item') } },
      select: { id: true, number: true },
    }),
    db().meeting.findMany({ where: { id: { in: ids('meeting') } }, select: { id: true, number: true } }),
    db().post.findMany({
      where: { id: { in: [...ids('post'), ...ids('decision')] } },
      select: {
        id: true,
        seq: true,
        thread: {
          select: {
            id: true,
            incident: { select: { number: true } },
            actionItem: { select: { number: true } },
            meeting: { select: { number: true } },
          },
        },
      },
    }),
    db().glossaryTerm.findMany({ where: { id: { in: ids('term') } }, select: { id: true, key: true } }),
  ]);
  const hrefs = new Map<string, string>([
    ...incidents.map(({ id, number }) => [`incident ${id}`, `/incidents/${number}`] as const),
    ...items.map(({ id, number }) => [`action_item ${id}`, `/actions/${number}`] as const),
    ...meetings.map(({ id, number }) => [`meeting ${id}`, `/meetings/${number}`] as const),
    ...terms.map(({ id, key }) => [`term ${id}`, `/glossary/${key}`] as const),
    ...posts.flatMap(({ id, seq, thread }) => {
      const page = thread.incident
        ? `/incidents/${thread.incident.number}`
        : thread.actionItem
          ? `/actions/${thread.actionItem.number}`
          : thread.meeting
            ? `/meetings/${thread.meeting.number}`
            : `/threads/${thread.id}`;
      const href = `${page}#entry-${seq}`;
      return [[`post ${id}`, href] as const, [`decision ${id}`, href] as const];
    }),
    ...ids('topic').map((id) => [`topic ${id}`, `/threads/${id}`] as const),
    ...ids('government').map((id) => [`government ${id}`, `/members/${id}`] as const),
    ...ids('file').map((id) => [`file ${id}`, `/incidents/import/${id}`] as const),
  ]);
  const threadIds = documents.flatMap(({ subject, threadId, title }) =>
    (title === '' || inThreads.some((one) => one === subject)) && threadId ? threadId : [],
  );
  const heads =
    threadIds.length === 0
      ? []
      : await db().searchDocument.findMany({
          where: { threadId: { in: threadIds }, subject: { notIn: [...inThreads] } },
          select: { threadId: true, language: true, isOriginal: true, title: true },
        });
  const titleOf = ({ threadId }: Document, language: Language) => {
    const mine = heads.filter((head) => head.threadId === threadId && head.title !== '');
    return (mine.find((head) => head.language === language) ?? mine.find(({ isOriginal }) => isOriginal))
      ?.title;
  };
  return { hrefs, titleOf };
}
