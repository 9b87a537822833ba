import { db } from '#app/db/client.server.ts';
import { subscribe } from '#app/db/commit.server.ts';
import { configuredEngines } from './engine/configured-engines.server.ts';
import { requestWanted } from './request-translations.server.ts';

/** Events after which a thread may have a text that nobody has translated. */
const tellsWords =
  /^(post_|topic_|meeting_c|incident_(reported|corrected)|action_item_proposed|wording_changed|commitment_written|decision_(proposed|closed)|outcome_(stated|recorded|changed)|milestone_added|minutes_written|agenda_changed)/;

/**
 * Sees to it that what people want translated without asking is asked for: after every event that brings words, and once
 * at the start for what a process that died did not come to. Does nothing without an engine.
 * @param wake called when there is work
 * @returns how to stop
 */
export function startTranslating(wake: () => void): () => void {
  if (configuredEngines().isNone) return () => {};
  const ask = (threadId: string) =>
    requestWanted(threadId).then(
      (count) => {
        if (count > 0) wake();
      },
      (error: unknown) => console.error(`Thread ${threadId} was not looked through for translation.`, error),
    );
  const stop = subscribe('translating', ({ threadId, type }) => {
    if (tellsWords.test(type)) void ask(threadId);
  });
  void lookThroughAll(ask);
  return stop;
}

/** Threads that somebody follows who wants them translated. */
async function lookThroughAll(ask: (threadId: string) => Promise<void>): Promise<void> {
  const threads = await db().thread.findMany({
    where: {
      follows: { some: { seat: { tenures: { some: { account: { translatesFollowed: true } } } } } },
    },
    select: { id: true },
    orderBy: { lastEventAt: 'desc' },
    take: 1_000,
  });
  for (const { id } of threads) await ask(id);
}
