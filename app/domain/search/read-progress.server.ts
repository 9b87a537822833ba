import { db } from '#app/db/client.server.ts';
import { tokenizerVersion } from './index-words.server.ts';

/** How much of the index is there, 0 to 1, while it is being made; null when it is complete. */
export async function readProgress(): Promise<number | null> {
  const job = await db().searchJob.findUnique({
    where: { id: tokenizerVersion },
    select: { done: true, total: true, finishedAt: true },
  });
  if (job?.finishedAt) return null;
  return job && job.total > 0 ? Math.min(1, job.done / job.total) : 0;
}
