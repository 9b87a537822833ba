import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import type { Prisma } from '#prisma/generated/client.ts';
import { db, type Tx } from './client.server.ts';

/** What became of a piece of work: it is done, to be tried again then, or given up. */
export type JobOutcome = { done: true } | { again: Date; fault: string } | { givenUp: string };

/** Does the work of one kind; it may be begun again after a crash, so it must not matter that it ran before. */
export type JobHandler = (payload: unknown, job: { attempts: number }) => Promise<JobOutcome>;

export type NewJob = { kind: string; key: string; payload: Prisma.InputJsonObject; runAt?: Date };

/**
 * Puts work down in the caller's transaction: it is there exactly when what it follows from is. Work with the same key
 * that waits already stays; work that was given up is taken up again.
 */
export async function enqueue(tx: Pick<Tx, 'job'>, jobs: readonly NewJob[]): Promise<void> {
  if (jobs.length === 0) return;
  await tx.job.createMany({
    data: jobs.map((job) => ({ id: uuid(), ...job })),
    skipDuplicates: true,
  });
  await tx.job.updateMany({
    where: { key: { in: jobs.map(({ key }) => key) }, state: 'failed' },
    data: { state: 'waiting', runAt: new Date(), attempts: 0, lastFault: null },
  });
}

const leaseMs = 2 * 60_000;

const claimed = z.array(
  z.object({ id: z.string(), kind: z.string(), payload: z.unknown(), attempts: z.number() }),
);
type Claimed = z.output<typeof claimed>[number] & { lease: string };

/** Takes the work that is due longest, of one of these kinds, for two minutes; null when nothing is. */
async function claim(kinds: readonly string[], now: Date): Promise<Claimed | null> {
  const lease = uuid();
  const until = new Date(now.getTime() + leaseMs);
  const rows = await db().$queryRaw`
    UPDATE "Job" SET "lease" = ${lease}::uuid, "leasedUntil" = ${until}, "attempts" = "attempts" + 1
    WHERE "id" = (
      SELECT "id" FROM "Job"
      WHERE "state" = 'waiting' AND "runAt" <= ${now} AND "kind" = ANY(${[...kinds]})
        AND ("leasedUntil" IS NULL OR "leasedUntil" < ${now})
      ORDER BY "runAt", "id" LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    RETURNING "id", "kind", "payload", "attempts"`;
  const [job] = claimed.parse(rows);
  return job ? { ...job, lease } : null;
}

/** What somebody says about work that is not theirs any more does not count. */
async function settle({ id, lease }: Claimed, outcome: JobOutcome): Promise<void> {
  const where = { id, lease };
  if ('done' in outcome) {
    await db().job.deleteMany({ where });
    return;
  }
  const free = { lease: null, leasedUntil: null };
  const data =
    'again' in outcome
      ? { ...free, runAt: outcome.again, lastFault: outcome.fault }
      : { ...free, state: 'failed' as const, lastFault: outcome.givenUp };
  await db().job.updateMany({ where, data });
}

const attemptsAtABug = 5;

/** A little later each time, from ten seconds to an hour. */
export function backoffMs(attempts: number): number {
  return Math.min(10_000 * 4 ** Math.max(0, attempts - 1), 3600_000);
}

type Handlers = Readonly<Record<string, JobHandler>>;

/**
 * Does one piece of due work.
 * @returns whether there was one
 */
export async function workOnce(handlers: Handlers, now = new Date()): Promise<boolean> {
  const job = await claim(Object.keys(handlers), now);
  if (!job) return false;
  const outcome = await handlers[job.kind]?.(job.payload, { attempts: job.attempts }).catch(
    (error: unknown): JobOutcome => {
      console.error(`The job ${job.kind} ${job.id} failed.`, error);
      const fault = error instanceof Error ? error.name : 'unknown';
      const again = new Date(now.getTime() + backoffMs(job.attempts));
      return job.attempts < attemptsAtABug ? { again, fault } : { givenUp: fault };
    },
  );
  if (outcome) await settle(job, outcome);
  return true;
}

/**
 * Does due work one piece after another until stopped; looks again every second, and at once when woken.
 * @returns how to wake it, and how to stop: that waits for what is under way
 */
export function startWorking(handlers: Handlers): { wake: () => void; stop: () => Promise<void> } {
  const everyMs = 1_000;
  let stopped = false;
  let wake = () => {};
  const loop = async () => {
    while (!stopped) {
      const worked = await workOnce(handlers).catch((error: unknown) => {
        console.error('The jobs cannot be read.', error);
        return false;
      });
      if (worked || stopped) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, everyMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  const ended = loop();
  return {
    wake: () => wake(),
    stop: () => {
      stopped = true;
      wake();
      return ended;
    },
  };
}
