import { db } from '#app/db/client.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Language, TranslationSubject } from '#prisma/generated/enums.ts';
import type { Actor } from '../actor.ts';
import { maySeeEvent, visibleTo } from '../thread/policy.ts';
import { readSourcesOfThreads, type Source } from './find-source.server.ts';
import { labelOf } from './pick-text.ts';
import type { WaitsFor } from './translation.ts';

const shown = 50;
/** Threads that are looked through for one page, and so many of them with one question. */
const threadsLookedAt = 150;
const threadsAtOnce = 25;

/** A text that waits, with what a reader of the language gets until then. */
export type WaitingText = {
  source: Omit<Source, 'thread'>;
  href: string;
  followers: number;
  present: {
    kind: 'human' | 'machine';
    label: ReturnType<typeof labelOf>;
    state: 'pending' | 'done' | 'failed' | 'stale';
    text: string;
    version: number;
    revision: number;
    engine: string | null;
    fault: string | null;
    by: { governmentId: string } | null;
  } | null;
};

const threadSelect = {
  id: true,
  incident: { select: { number: true } },
  actionItem: { select: { number: true } },
  meeting: { select: { number: true } },
  _count: { select: { follows: true } },
} as const satisfies Prisma.ThreadSelect;

/**
 * Texts that the actor may see and that wait for a person: to be translated into the language (there is none of this
 * revision by a person), or to be verified. What most seats follow stands first; at most 50 of the 150 most followed
 * threads.
 */
export async function findWaitingTexts(
  actor: Actor,
  { language, waitsFor }: { language: Language; waitsFor: WaitsFor },
): Promise<WaitingText[]> {
  const threads = await db().thread.findMany({
    where: { AND: [visibleTo(actor), { OR: [{ follows: { some: {} } }, { posts: { some: {} } }] }] },
    orderBy: [{ follows: { _count: 'desc' } }, { lastEventAt: 'desc' }],
    take: threadsLookedAt,
    select: threadSelect,
  });
  const waiting: WaitingText[] = [];
  for (let from = 0; from < threads.length && waiting.length < shown; from += threadsAtOnce) {
    const part = threads.slice(from, from + threadsAtOnce);
    waiting.push(...(await waitingIn(actor, part, { language, waitsFor })));
  }
  return waiting.slice(0, shown);
}

async function waitingIn(
  actor: Actor,
  threads: readonly Thread[],
  { language, waitsFor }: { language: Language; waitsFor: WaitsFor },
): Promise<WaitingText[]> {
  const byThread = await readSourcesOfThreads(threads.map(({ id }) => id));
  const sourcesOf = ({ id }: Thread) =>
    (byThread.get(id) ?? []).filter((source) => source.language !== language && maySeeEvent(actor, source));
  const rows = new Map<string, Awaited<ReturnType<typeof findRows>>>();
  for (const row of await findRows(threads.flatMap(sourcesOf), language))
    rows.set(keyOf(row), [...(rows.get(keyOf(row)) ?? []), row]);
  const waiting: WaitingText[] = [];
  for (const thread of threads) {
    for (const { thread: _, ...source } of sourcesOf(thread)) {
      const present = rows.get(keyOf(source)) ?? [];
      const human = present.find(({ kind, revision }) => kind === 'human' && revision === source.revision);
      const machine = present.find(
        ({ kind, revision }) => kind === 'machine' && revision === source.revision,
      );
      const waits = waitsFor === 'translation' ? !human : human && human.verifiedAt === null;
      if (!waits) continue;
      const best = human ?? machine ?? present.find(({ verifiedAt }) => verifiedAt !== null);
      waiting.push({
        source,
        href: hrefOf(thread, source.subject),
        followers: thread._count.follows,
        present: best ? { ...best, label: labelOf(best, source.revision), by: best.seat } : null,
      });
    }
  }
  return waiting;
}

function keyOf({ subject, subjectId, field }: Pick<Source, 'subject' | 'subjectId' | 'field'>): string {
  return `${subject} ${subjectId} ${field}`;
}

function findRows(sources: readonly Source[], language: Language) {
  return db().translation.findMany({
    where: { language, subjectId: { in: [...new Set(sources.map(({ subjectId }) => subjectId))] } },
    orderBy: { revision: 'desc' },
    select: {
      subject: true,
      subjectId: true,
      field: true,
      kind: true,
      state: true,
      revision: true,
      text: true,
      version: true,
      engine: true,
      fault: true,
      verifiedAt: true,
      seat: { select: { governmentId: true } },
    },
  });
}

type Thread = Prisma.ThreadGetPayload<{ select: typeof threadSelect }>;

function hrefOf({ id, incident, actionItem, meeting }: Thread, subject: TranslationSubject): string {
  const part = subject === 'post' || subject === 'decision' ? '#thread' : '';
  if (meeting) return `/meetings/${meeting.number}${part}`;
  if (incident) return `/incidents/${incident.number}${part}`;
  return actionItem ? `/actions/${actionItem.number}${part}` : `/threads/${id}${part}`;
}
