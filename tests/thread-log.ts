import fc from 'fast-check';
import {
  type EntryTranslation,
  keepShown,
  type ThreadEntry,
  type ThreadSnapshot,
} from '#app/domain/thread/entry.ts';
import type { Language, TranslationKind } from '#prisma/generated/enums.ts';

/** What happened in a thread, as the server knows it; the number of an event is its place, from 1. */
export type LogEvent =
  | { what: 'post' }
  | { what: 'confirmed' }
  | { what: 'hidden' }
  | {
      what: 'translation';
      ofPost: number;
      language: Language;
      kind: TranslationKind;
      revision: number;
      text: string;
      /** Somebody verifies what is there instead of writing it. */
      verifies: boolean;
    };

/** Any history of a thread: posts, changes, things kept for others, translations of earlier posts. */
export function aThreadLog(): fc.Arbitrary<LogEvent[]> {
  const event = fc.oneof(
    { weight: 4, arbitrary: fc.constant({ what: 'post' as const }) },
    { weight: 1, arbitrary: fc.constantFrom({ what: 'confirmed' as const }, { what: 'hidden' as const }) },
    {
      weight: 3,
      arbitrary: fc.record({
        what: fc.constant('translation' as const),
        ofPost: fc.nat(30),
        language: fc.constantFrom<Language>('ko', 'zh', 'en'),
        kind: fc.constantFrom<TranslationKind>('human', 'machine'),
        revision: fc.integer({ min: 1, max: 3 }),
        text: fc.constantFrom('一', '二', '三'),
        verifies: fc.boolean(),
      }),
    },
  );
  return fc.array(event, { maxLength: 30 });
}

/** What the server would answer to a reader who loads the page after `head` events. */
export function snapshotAt(log: readonly LogEvent[], head: number, window = Infinity): ThreadSnapshot {
  const entries = log.slice(0, head).map((_, index) => entryAt(log.slice(0, head), index));
  return { threadId: 't', head, minSeq: 0, entries: window === Infinity ? entries : entries.slice(-window) };
}

/** What the server would answer to a reader who asks, after `head` events, for what follows `cursor`. */
export function entriesAfter(log: readonly LogEvent[], cursor: number, head: number): ThreadEntry[] {
  return snapshotAt(log, head).entries.slice(cursor);
}

/** One that carries nothing but its number. */
export function anEntry(seq: number): ThreadEntry {
  return entryAt(Array<LogEvent>(seq).fill({ what: 'post' }), seq - 1);
}

function entryAt(log: readonly LogEvent[], index: number): ThreadEntry {
  const event = log[index];
  const seq = index + 1;
  if (!event || event.what === 'hidden') return { seq, type: 'hidden' };
  const numbered = { seq, at: new Date(seq * 60_000).toISOString(), actor: null, restricted: false };
  if (event.what === 'confirmed') return { ...numbered, type: 'incident_confirmed', payload: {} };
  if (event.what === 'post') {
    const post = {
      id: `post-${seq}`,
      clientKey: `key-${seq}`,
      language: 'ko' as const,
      revision: 1,
      body: `${seq}`,
      html: `<p>${seq}</p>\n`,
      translations: keepShown(translationsOf(log, index)),
      replyTo: null,
      asksToBeAcknowledged: false,
      acknowledgements: [],
      reactions: [],
      decision: null,
      photos: [],
      files: [],
      deleted: false,
      moved: null,
    };
    return { ...numbered, type: 'post_written', payload: { postId: post.id }, post };
  }
  const postId = `post-${event.ofPost + 1}`;
  const value =
    event.ofPost < index
      ? translationsOf(log, event.ofPost).find((one) => keyOf(one) === keyOf(event))
      : undefined;
  const payload = {
    subject: 'post' as const,
    subjectId: postId,
    field: 'text' as const,
    language: event.language,
    revision: event.revision,
  };
  const translation = value ? { postId, value } : null;
  if (event.verifies) {
    return {
      ...numbered,
      type: 'translation_verified',
      payload: { ...payload, kind: 'human' },
      translation,
    };
  }
  return {
    ...numbered,
    type: 'translation_added',
    payload: { ...payload, kind: event.kind },
    translation,
  };
}

type Translating = Extract<LogEvent, { what: 'translation' }>;

const keyOf = ({ language, kind, revision }: Pick<Translating, 'language' | 'kind' | 'revision'>) =>
  `${language} ${kind} ${revision}`;

/** What stands of each language, kind and revision; one that came before its post does not exist. */
function translationsOf(log: readonly LogEvent[], post: number): EntryTranslation[] {
  const standing = new Map<string, EntryTranslation>();
  for (const [index, event] of log.entries()) {
    if (index <= post || event.what !== 'translation' || event.ofPost !== post) continue;
    if (log[post]?.what !== 'post') continue;
    const { language, kind, revision, text, verifies } = event;
    const present = standing.get(keyOf(event));
    const verifiedAt = new Date(index * 60_000).toISOString();
    if (verifies && present) standing.set(keyOf(event), { ...present, verifiedAt });
    if (verifies) continue;
    standing.set(keyOf(event), {
      language,
      kind,
      revision,
      version: (present?.version ?? 0) + 1,
      body: text,
      html: `<p>${text}</p>\n`,
      by: null,
      engine: null,
      verifiedAt: null,
      verifiedBy: null,
    });
  }
  return [...standing.values()];
}
