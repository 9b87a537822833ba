import { z } from 'zod';
import { followInTransaction } from '#app/db/commit.server.ts';
import type { Tx } from '#app/db/client.server.ts';
import { type SearchSubject, TranslationSubject } from '#prisma/generated/enums.ts';
import type { AnnouncedEvent } from '../event.ts';
import { indexThings } from './index-things.server.ts';
import { readersOf } from './readers.ts';

/**
 * From now on every transaction takes what its events tell of into the index: what is written can be found when it is,
 * and what a reader may no longer see cannot.
 * @returns ends it
 */
export function keepIndex(): () => void {
  return followInTransaction('search', takeIn);
}

/** What an event points at: a post, or a text that was translated. Nothing: what its thread is about. */
const pointers = z.object({
  postId: z.uuid().optional(),
  subject: z.enum(TranslationSubject).optional(),
  subjectId: z.uuid().optional(),
});

const subjects = {
  post: 'post',
  incident: 'incident',
  action_item: 'action_item',
  // The words of the proposal and what came of it are found as one.
  decision: 'decision',
} as const satisfies Partial<Record<TranslationSubject, SearchSubject>>;

/** Is it found by itself? Other texts are read with what their thread is about. */
function isFoundAlone(subject: TranslationSubject | undefined): subject is keyof typeof subjects {
  return subject !== undefined && subject in subjects;
}

/** The first event of a thread: nothing hangs on it yet. */
const opening = new Set(['incident_reported', 'action_item_proposed', 'topic_opened', 'meeting_called']);

async function takeIn(tx: Tx, events: readonly AnnouncedEvent[]): Promise<void> {
  const things = new Map<SearchSubject, Set<string>>();
  const put = (subject: SearchSubject, id: string) =>
    things.set(subject, (things.get(subject) ?? new Set()).add(id));
  const fresh = new Set(
    events.flatMap(({ type, payload }) => (type === 'post_written' ? payload.postId : [])),
  );
  const proposals = new Set(
    events.flatMap(({ type, payload }) => (type === 'decision_proposed' ? payload.postId : [])),
  );
  // A post that is a proposal is found as one, and by itself no more. What is new was neither before.
  const putPost = (id: string) => {
    if (!fresh.has(id) || !proposals.has(id)) put('post', id);
    if (!fresh.has(id) || proposals.has(id)) put('decision', id);
  };
  const threadIds = new Set<string>();
  for (const { threadId, payload } of events) {
    const { postId, subject, subjectId } = pointers.safeParse(payload).data ?? {};
    if (postId !== undefined) putPost(postId);
    else if (subject === 'post' && subjectId !== undefined) putPost(subjectId);
    else if (isFoundAlone(subject) && subjectId !== undefined) put(subjects[subject], subjectId);
    else threadIds.add(threadId);
  }
  const threads = threadIds.size > 0 ? await findThreads(tx, [...threadIds]) : [];
  for (const { id, incident, actionItem, meeting } of threads) {
    if (incident) put('incident', incident.id);
    else if (actionItem) put('action_item', actionItem.id);
    else if (meeting) put('meeting', meeting.id);
    else put('topic', id);
  }
  for (const [subject, ids] of things)
    await indexThings(tx, subject, [...ids], { areNew: [...ids].every((id) => fresh.has(id)) });

  const older = new Set(events.filter(({ type }) => !opening.has(type)).map(({ threadId }) => threadId));
  for (const thread of threads) {
    if (!older.has(thread.id)) continue;
    // Who may read the thread may have changed; its posts hang on it, what is kept for one government stays so.
    const readers = readersOf(thread, false);
    await tx.$executeRaw`
      UPDATE "SearchDocument" SET readers = ${readers}::text[]
      WHERE "threadId" = ${thread.id}::uuid AND subject IN ('post', 'decision') AND "onlyGovernmentId" IS NULL
        AND readers IS DISTINCT FROM ${readers}::text[]`;
  }
}

function findThreads(tx: Tx, ids: string[]) {
  return tx.thread.findMany({
    where: { id: { in: ids } },
    select: {
      ...{ id: true, visibility: true, ownerGovernmentId: true, withdrawnAt: true },
      audience: { select: { governmentId: true } },
      incident: { select: { id: true } },
      actionItem: { select: { id: true } },
      meeting: { select: { id: true } },
    },
  });
}
