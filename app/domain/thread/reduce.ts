import { applyToPost, postOf } from './apply-to-post.ts';
import { isSameTranslation, type ThreadEntry, type ThreadSnapshot } from './entry.ts';

/** What a reader holds of a thread: entries without a hole, up to and including `cursor`. */
export type ThreadState = { threadId: string; cursor: number; entries: ThreadEntry[] };

/** A reader's state right after loading the page. */
export function stateOf(snapshot: ThreadSnapshot): ThreadState {
  const { threadId, head, entries } = snapshot;
  return { threadId, cursor: entries.at(-1)?.seq ?? head, entries };
}

/** What an entry that the reader has not come to says about those that are on the screen. */
export function amend(state: ThreadState, entry: ThreadEntry): ThreadState {
  return { ...state, entries: withNews(state.entries, entry) };
}

/** Entries that were read anew, in the places of those that are held. */
export function renew(state: ThreadState, entries: readonly ThreadEntry[]): ThreadState {
  const bySeq = new Map(entries.map((entry) => [entry.seq, entry]));
  return { ...state, entries: state.entries.map((entry) => bySeq.get(entry.seq) ?? entry) };
}

/**
 * Applies entries in order. What is not newer than the cursor is dropped, and what stands behind a hole is left:
 * compare `cursor` to see how far it went.
 */
export function reduce(state: ThreadState, entries: readonly ThreadEntry[]): ThreadState {
  let next = state;
  for (const entry of [...entries].sort((a, b) => a.seq - b.seq)) {
    if (entry.seq <= next.cursor) continue;
    if (entry.seq > next.cursor + 1) break;
    next = { threadId: next.threadId, cursor: entry.seq, entries: [...withNews(next.entries, entry), entry] };
  }
  return next;
}

/** Puts older entries in front, as far as they join. */
export function prepend(state: ThreadState, earlier: readonly ThreadEntry[]): ThreadState {
  const first = state.entries[0]?.seq ?? state.cursor + 1;
  const older = earlier.filter(({ seq }) => seq < first);
  return older.at(-1)?.seq === first - 1 ? { ...state, entries: [...older, ...state.entries] } : state;
}

/** A page that was loaded anew: it joins what is held if it can and takes its place if it cannot. */
export function refresh(state: ThreadState, snapshot: ThreadSnapshot): ThreadState {
  if (snapshot.threadId !== state.threadId) return stateOf(snapshot);
  const first = snapshot.entries[0]?.seq ?? snapshot.head + 1;
  return first > state.cursor + 1 ? stateOf(snapshot) : reduce(state, snapshot.entries);
}

/** The state before an entry, changed by what the entry says about earlier ones. */
function withNews(entries: ThreadEntry[], news: ThreadEntry): ThreadEntry[] {
  if (news.type === 'hidden') return entries;
  const postId = postOf(news);
  if (postId === null) return entries;
  return entries.map((entry) => {
    if (entry.type === 'post_written' && entry.post.id === postId)
      return { ...entry, post: applyToPost(entry.post, news) };
    if (news.type === 'post_deleted' || news.type === 'post_moved') return withoutWords(entry, postId);
    // An older entry about the same translation shows what stands now, as on a page loaded now.
    if (
      tellsTranslation(news) &&
      news.translation &&
      tellsTranslation(entry) &&
      entry.translation?.postId === postId &&
      entry.payload.subject === news.payload.subject &&
      entry.payload.field === news.payload.field &&
      isSameTranslation(news.translation.value, entry.translation.value)
    )
      return { ...entry, translation: news.translation };
    return entry;
  });
}

type Telling = Extract<ThreadEntry, { type: 'translation_added' | 'translation_verified' }>;

function tellsTranslation(entry: ThreadEntry): entry is Telling {
  return entry.type === 'translation_added' || entry.type === 'translation_verified';
}

/** Entries that told words of a post which is deleted now, or elsewhere. */
function withoutWords(entry: ThreadEntry, postId: string): ThreadEntry {
  if (entry.type === 'post_edited' && entry.payload.postId === postId) return { ...entry, edit: null };
  if (tellsTranslation(entry) && entry.translation?.postId === postId) return { ...entry, translation: null };
  return entry;
}
