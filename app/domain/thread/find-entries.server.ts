import { LRUCache } from 'lru-cache';
import { db } from '#app/db/client.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Language, ThreadSubject, TranslationField, Visibility } from '#prisma/generated/enums.ts';
import type { Reader } from '../actor.ts';
import type { AnnouncedEvent } from '../event.ts';
import { askTogether } from '../ask-together.server.ts';
import { type Change, changesSchema, isForEverybody } from '../incident/correction.ts';
import { type FoundTranslation, translationsFor } from '../translation/find-translations.server.ts';
import {
  type EntryActor,
  type EntryDecision,
  type EntryPost,
  type EntryTranslation,
  eventSchema,
  isOfPost,
  keepShown,
  type ThreadEntry,
  type ThreadPage,
  type ThreadSnapshot,
  type VisibleEntry,
} from './entry.ts';
import { readGlossary } from '../glossary/find-words.server.ts';
import { markTerms } from '../glossary/mark-terms.ts';
import type { Term } from '../glossary/term.ts';
import { renderMarkdown } from './markdown.server.ts';
import { isForMembers, maySeeEvent, maySeePosts, visibleTo } from './policy.ts';

const headSelect = { id: true, lastSeq: true, minSeq: true } as const satisfies Prisma.ThreadSelect;

const attached = {
  photos: { orderBy: { position: 'asc' }, select: { id: true, width: true, height: true } },
  files: { orderBy: { position: 'asc' }, select: { id: true, name: true, format: true, bytes: true } },
} as const;

const eventSelect = {
  seq: true,
  type: true,
  payload: true,
  at: true,
  onlyGovernmentId: true,
  accountId: true,
  seatId: true,
  governmentId: true,
  account: { select: { name: true, nameLatin: true } },
  seat: { select: { titleKo: true, titleZh: true, titleEn: true } },
  post: {
    select: {
      id: true,
      clientKey: true,
      language: true,
      revision: true,
      body: true,
      replyToSeq: true,
      asksToBeAcknowledged: true,
      deletedAt: true,
      movedToThreadId: true,
      movedToSeq: true,
      photos: { where: { removedInRevision: null }, ...attached.photos },
      files: { where: { removedInRevision: null }, ...attached.files },
      acknowledgements: {
        orderBy: { seq: 'asc' },
        select: {
          seatId: true,
          revision: true,
          at: true,
          seat: { select: { governmentId: true } },
          account: { select: { name: true, nameLatin: true } },
        },
      },
      reactions: {
        orderBy: { seq: 'asc' },
        select: { seatId: true, reaction: true, seat: { select: { governmentId: true } } },
      },
      decision: {
        select: {
          options: true,
          optionsLanguage: true,
          deadline: true,
          seatId: true,
          closedAt: true,
          outcome: true,
          outcomeLanguage: true,
          actionItem: { select: { number: true } },
          voices: {
            orderBy: { seq: 'asc' },
            select: { governmentId: true, choice: true, reason: true, reasonLanguage: true, at: true },
          },
        },
      },
    },
  },
} as const satisfies Prisma.EventSelect;

type EventRow = Prisma.EventGetPayload<{ select: typeof eventSelect }>;
type PostRow = NonNullable<EventRow['post']>;

/** Number of the newest event; null when the thread is absent or not for this reader. */
export async function readHead(
  reader: Reader,
  threadId: string,
): Promise<{ head: number; minSeq: number } | null> {
  const thread = await findHead(reader, threadId);
  return thread && { head: thread.lastSeq, minSeq: thread.minSeq };
}

/** Entries that stand before the one that a window is opened at. */
const leadIn = 20;
const windowSize = 100;

/**
 * The newest entries of a thread, or a window that begins a little before the number `at`; null when the thread is
 * absent or not for this reader.
 */
export async function readSnapshot(
  reader: Reader,
  threadId: string,
  { limit = 200, at }: { limit?: number | undefined; at?: number | undefined } = {},
): Promise<ThreadSnapshot | null> {
  const thread = await findHead(reader, threadId);
  if (!thread) return null;
  const { lastSeq: head, minSeq } = thread;
  const inWindow = at !== undefined && at <= head - limit + leadIn;
  const rows = await db().event.findMany({
    where: { threadId, seq: { lte: head, ...(inWindow && { gte: at - leadIn }) } },
    orderBy: { seq: inWindow ? 'asc' : 'desc' },
    take: inWindow ? Math.min(windowSize, limit) : limit,
    select: eventSelect,
  });
  const entries = await toEntries(reader, inWindow ? rows : rows.reverse());
  return { threadId, head, minSeq, entries };
}

/**
 * What follows the number `after`, oldest first, at most `limit` entries; a snapshot when that is too long ago; null
 * when the thread is absent or not for this reader.
 */
export async function readEntries(
  reader: Reader,
  threadId: string,
  { after, limit = 200 }: { after: number; limit?: number },
): Promise<ThreadPage | null> {
  const thread = await findHead(reader, threadId);
  if (!thread) return null;
  if (after + 1 < thread.minSeq) {
    const snapshot = await readSnapshot(reader, threadId);
    return snapshot && { snapshot };
  }
  const { lastSeq: head, minSeq } = thread;
  const key = [viewOf(reader), threadId, after, limit, head, minSeq].join();
  const kept = pages.get(key);
  if (kept) return kept;
  const page = findAfter(reader, threadId, { after, limit, head }).then((entries) => ({
    head,
    minSeq,
    entries,
  }));
  pages.set(key, page);
  page.catch(() => pages.delete(key));
  return page;
}

async function findAfter(
  reader: Reader,
  threadId: string,
  { after, limit, head }: { after: number; limit: number; head: number },
): Promise<ThreadEntry[]> {
  const rows = await db().event.findMany({
    where: { threadId, seq: { gt: after, lte: head } },
    orderBy: { seq: 'asc' },
    take: limit,
    select: eventSelect,
  });
  return toEntries(reader, rows);
}

/** What stands before the number `before`, oldest first; null when the thread is absent or not for this reader. */
export async function readEarlier(
  reader: Reader,
  threadId: string,
  { before, limit = 100 }: { before: number; limit?: number },
): Promise<ThreadEntry[] | null> {
  if (!(await findHead(reader, threadId))) return null;
  const rows = await db().event.findMany({
    where: { threadId, seq: { lt: before } },
    orderBy: { seq: 'desc' },
    take: limit,
    select: eventSelect,
  });
  return toEntries(reader, rows.reverse());
}

/**
 * One entry in full with who may see it: for the edge that tells open readers. Null when it is gone. What hangs on it is
 * read at the same moment where the payload says on what: readers wait for this.
 */
export async function findEntryToTell({
  threadId,
  seq,
  payload,
}: Pick<AnnouncedEvent, 'threadId' | 'seq' | 'payload'>): Promise<{
  entry: VisibleEntry;
  onlyGovernmentId: string | null;
  thread: { subject: ThreadSubject; visibility: Visibility; governmentIds: string[] };
} | null> {
  const [row, beside] = await Promise.all([
    db().event.findUnique({
      where: { threadId_seq: { threadId, seq } },
      select: {
        ...eventSelect,
        thread: {
          select: {
            subject: true,
            visibility: true,
            ownerGovernmentId: true,
            audience: { select: { governmentId: true } },
          },
        },
      },
    }),
    findBeside('postId' in payload ? [payload.postId] : 'subjectId' in payload ? [payload.subjectId] : []),
  ]);
  if (!row) return null;
  const [entry] = await toVisibleEntries([row], () => beside);
  if (!entry) return null;
  const { subject, visibility, ownerGovernmentId, audience } = row.thread;
  const named = visibility === 'bilateral' ? audience.map(({ governmentId }) => governmentId) : [];
  return {
    entry,
    onlyGovernmentId: row.onlyGovernmentId,
    thread: { subject, visibility, governmentIds: [...new Set([ownerGovernmentId, ...named])] },
  };
}

/** When a whole association comes back at once, all of them ask for the head of the same thread. */
const findHead = askTogether(
  (reader: Reader, threadId: string) =>
    db().thread.findFirst({ where: { id: threadId, ...visibleTo(reader) }, select: headSelect }),
  (reader, threadId) => `${viewOf(reader)} ${threadId}`,
);

/** Readers with the same view see the same of every thread. */
function viewOf(reader: Reader): string {
  if (!reader) return 'guest';
  const { governmentId, formerly } = reader;
  return [governmentId, formerly?.from.getTime(), formerly?.to.getTime()].join();
}

/**
 * What follows a number, as it was told last to readers with this view. Whatever changes an entry is an event of its
 * thread and raises the head, so that an older page is never taken; only names of people and words of the glossary may
 * be as old as this.
 */
const pages = new LRUCache<string, Promise<ThreadPage>>({ max: 30, ttl: 5_000, ttlAutopurge: true });

async function toEntries(reader: Reader, rows: readonly EventRow[]): Promise<ThreadEntry[]> {
  const visible = await toVisibleEntries(
    rows.filter((row) => maySeeEvent(reader, row) && maySeeType(reader, row.type)),
  );
  const bySeq = new Map(visible.map((entry) => [entry.seq, reader ? entry : forGuests(entry)]));
  return rows.map(({ seq }) => bySeq.get(seq) ?? { seq, type: 'hidden' });
}

function maySeeType(reader: Reader, type: string): boolean {
  return maySeePosts(reader) || !isForMembers(type);
}

/** To the public a government acts, not a person; and of a correction nothing that could tell an exact place. */
function forGuests(entry: VisibleEntry): VisibleEntry {
  const actor = entry.actor && {
    ...entry.actor,
    accountId: null,
    seatId: null,
    name: null,
    nameLatin: null,
    seat: null,
  };
  if (entry.type === 'incident_corrected')
    return { ...entry, actor, changes: entry.changes.filter(isForEverybody) };
  return { ...entry, actor };
}

/** What stands beside these posts, and the words that are marked in them. */
async function findBeside(postIds: readonly string[]) {
  if (postIds.length === 0) return { translations: [], terms: [] };
  const [translations, { terms }] = await Promise.all([
    translationsFor(['post', 'decision'], postIds),
    readGlossary(),
  ]);
  return { translations, terms };
}

type Beside = Awaited<ReturnType<typeof findBeside>>;

async function toVisibleEntries(
  rows: readonly EventRow[],
  beside: (postIds: readonly string[]) => Beside | Promise<Beside> = findBeside,
): Promise<VisibleEntry[]> {
  const events = rows.map((row) => ({
    row,
    event: eventSchema.parse({ type: row.type, payload: row.payload }),
  }));
  const translated = events.flatMap(({ row, event }) => {
    if (event.type === 'post_written' && row.post) return [row.post.id];
    return tellsTranslation(event) && isOfPost(event.payload.subject) ? [event.payload.subjectId] : [];
  });
  const { translations, terms } = await beside(translated);
  const of = (postId: string, subject: 'post' | 'decision' = 'post', field: TranslationField = 'text') =>
    translations
      .filter((one) => one.subject === subject && one.subjectId === postId && one.field === field)
      .map((row) => toEntryTranslation(row, terms));

  const changesOf = await findChanges(
    events.flatMap(({ event }) => (event.type === 'incident_corrected' ? [event.payload.correctionId] : [])),
  );
  const edits = await findEdits(
    events.flatMap(({ event }) => (event.type === 'post_edited' ? [event.payload] : [])),
  );

  return events.flatMap(({ row, event }): VisibleEntry[] => {
    const numbered = {
      seq: row.seq,
      at: row.at.toISOString(),
      actor: toActor(row),
      restricted: row.onlyGovernmentId !== null,
    };
    if (event.type === 'post_written') {
      if (!row.post) throw new Error(`Event ${row.seq} says that a post was written, but there is none.`);
      const html = markTerms(renderMarkdown(row.post.body), row.post.language, terms);
      return [
        {
          ...numbered,
          ...event,
          post: toPost(row.post, html, {
            translations: keepShown(of(row.post.id)),
            optionTranslations: keepShown(of(row.post.id, 'decision', 'options')),
            outcomeTranslations: keepShown(of(row.post.id, 'decision')),
          }),
        },
      ];
    }
    if (tellsTranslation(event)) {
      const { subject, subjectId, field, language, kind, revision } = event.payload;
      const value = isOfPost(subject)
        ? of(subjectId, subject, field).find(
            (one) => one.language === language && one.kind === kind && one.revision === revision,
          )
        : undefined;
      return [{ ...numbered, ...event, translation: value ? { postId: subjectId, value } : null }];
    }
    if (event.type === 'incident_corrected') {
      return [{ ...numbered, ...event, changes: changesOf.get(event.payload.correctionId) ?? [] }];
    }
    if (event.type === 'post_edited') {
      const { postId, revision } = event.payload;
      const found = edits.find((one) => one.postId === postId && one.revision === revision);
      return [{ ...numbered, ...event, edit: found ? toEdit(found) : null }];
    }
    return [{ ...numbered, ...event }];
  });
}

/** What stands beside the words of a post, and beside those of its proposal. */
type BesidePost = Pick<EntryPost, 'translations'> & Pick<EntryDecision, TranslatedPart>;
type TranslatedPart = 'optionTranslations' | 'outcomeTranslations';

function toPost(row: PostRow, html: string, { translations, ...ofDecision }: BesidePost): EntryPost {
  const {
    replyToSeq,
    deletedAt,
    movedToThreadId,
    movedToSeq,
    acknowledgements,
    reactions,
    decision,
    ...post
  } = row;
  return {
    ...post,
    html,
    translations,
    replyTo: replyToSeq,
    acknowledgements: acknowledgements.map(({ seatId, revision, at, seat, account }) => ({
      seatId,
      revision,
      at: at.toISOString(),
      ...seat,
      ...account,
    })),
    reactions: reactions.map(({ seatId, reaction, seat }) => ({ seatId, reaction, ...seat })),
    decision: decision && { ...toDecision(decision, row.language), ...ofDecision },
    deleted: deletedAt !== null,
    moved:
      movedToThreadId !== null && movedToSeq !== null ? { threadId: movedToThreadId, seq: movedToSeq } : null,
  };
}

function toDecision(
  row: NonNullable<PostRow['decision']>,
  language: Language,
): Omit<EntryDecision, TranslatedPart> {
  const { options, deadline, seatId, closedAt, outcome, outcomeLanguage, actionItem, voices } = row;
  return {
    options,
    optionsLanguage: row.optionsLanguage ?? language,
    governmentIds: voices.map(({ governmentId }) => governmentId).sort(),
    deadline: deadline.toISOString(),
    seatId,
    answers: voices.flatMap(({ governmentId, choice, reason, reasonLanguage, at }) =>
      choice === null || at === null
        ? []
        : [{ governmentId, choice, reason: wordsOf(reason, reasonLanguage), at: at.toISOString() }],
    ),
    closedAt: closedAt?.toISOString() ?? null,
    outcome: wordsOf(outcome, outcomeLanguage),
    actionItemNumber: actionItem?.number ?? null,
  };
}

function wordsOf(text: string | null, language: Language | null) {
  return text === null || language === null ? null : { text, language };
}

const editSelect = {
  postId: true,
  revision: true,
  body: true,
  post: {
    select: {
      photos: { ...attached.photos, select: { ...attached.photos.select, removedInRevision: true } },
      files: { ...attached.files, select: { ...attached.files.select, removedInRevision: true } },
    },
  },
} as const satisfies Prisma.PostRevisionSelect;

type Edit = Prisma.PostRevisionGetPayload<{ select: typeof editSelect }>;

/** What a post says, and what hangs on it, in that revision. */
function toEdit({ body, revision, post }: Edit) {
  const isThere = ({ removedInRevision: gone }: { removedInRevision: number | null }) =>
    gone === null || gone > revision;
  return {
    body,
    html: renderMarkdown(body),
    photos: post.photos.filter(isThere).map(({ id, width, height }) => ({ id, width, height })),
    files: post.files.filter(isThere).map(({ id, name, format, bytes }) => ({ id, name, format, bytes })),
  };
}

/** The words of these revisions; those of a deleted post are gone. */
async function findEdits(wanted: readonly { postId: string; revision: number }[]) {
  if (wanted.length === 0) return [];
  return db().postRevision.findMany({
    where: {
      OR: wanted.map(({ postId, revision }) => ({ postId, revision })),
      post: { deletedAt: null },
    },
    select: editSelect,
  });
}

/** What was put right, by the id of the correction. */
async function findChanges(ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, Change[]>();
  const rows = await db().correction.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, changes: true },
  });
  return new Map(rows.map(({ id, changes }) => [id, changesSchema.parse(changes)]));
}

function toActor(row: EventRow): EntryActor {
  if (!row.governmentId) return null;
  const { accountId, seatId, governmentId, account, seat } = row;
  return {
    accountId,
    seatId,
    governmentId,
    name: account?.name ?? null,
    nameLatin: account?.nameLatin ?? null,
    seat,
  };
}

function toEntryTranslation(row: FoundTranslation, terms: readonly Term[]): EntryTranslation {
  const { language, kind, revision, version, text, account, seat, engine } = row;
  const { verifiedAt, verifier, verifierSeat } = row;
  return {
    language,
    kind,
    revision,
    version,
    body: text,
    html: markTerms(renderMarkdown(text), language, terms),
    by: account && seat ? { ...account, governmentId: seat.governmentId, seat: titlesOf(seat) } : null,
    engine,
    verifiedAt: verifiedAt && verifiedAt.toISOString(),
    verifiedBy: verifier && verifierSeat ? { ...verifier, ...verifierSeat } : null,
  };
}

function titlesOf({ titleKo, titleZh, titleEn }: { titleKo: string; titleZh: string; titleEn: string }) {
  return { titleKo, titleZh, titleEn };
}

type StoredEvent = ReturnType<typeof eventSchema.parse>;

function tellsTranslation(
  event: StoredEvent,
): event is Extract<StoredEvent, { type: 'translation_added' | 'translation_verified' }> {
  return event.type === 'translation_added' || event.type === 'translation_verified';
}
