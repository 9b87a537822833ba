import { v7 as uuid } from 'uuid';
import { db, type Tx } from '#app/db/client.server.ts';
import { commit } from '#app/db/commit.server.ts';
import { enqueue } from '#app/db/jobs.server.ts';
import { Language } from '#prisma/generated/enums.ts';
import { heldNow } from '../account/policy.ts';
import type { Actor } from '../actor.ts';
import { done, refuse, type Result } from '../result.ts';
import { maySeeEvent, visibleTo } from '../thread/policy.ts';
import { configuredEngines, type Engines } from './engine/configured-engines.server.ts';
import { maySend } from './engine-rules.ts';
import { findEngineRules } from './find-engine-rules.server.ts';
import { readSourcesOfThread, type Source } from './find-source.server.ts';
import { sourceHash } from './source-hash.server.ts';

/** Name of the job that `translateByMachine` does. */
export const machineJob = 'translate_by_machine';

/** A whole thread into the reader's language, by machine; texts that somebody translated are left alone. */
export async function translateThread(
  actor: Actor,
  { threadId, language }: { threadId: string; language: Language },
  engines: Engines = configuredEngines(),
): Promise<Result<{ requested: number }>> {
  const thread = await db().thread.findFirst({
    where: { id: threadId, ...visibleTo(actor) },
    select: { id: true },
  });
  if (!thread) return refuse('not_found');
  const sources = (await readSourcesOfThread(threadId)).filter((source) => maySeeEvent(actor, source));
  const wanted = sources.map((source) => ({ source, language, governmentId: actor.governmentId }));
  if (!wanted.some((one) => one.source.language !== language && engines.for(one.source.language, language)))
    return refuse('no_engine');
  return done({ requested: await request(wanted, engines, { again: true }) });
}

/**
 * What of a thread is to be translated without anybody asking: into the languages of people who want that for the threads
 * that their seat follows, and again what a machine translated before its source changed.
 */
export async function requestWanted(
  threadId: string,
  engines: Engines = configuredEngines(),
): Promise<number> {
  const [sources, readers] = await Promise.all([readSourcesOfThread(threadId), findReaders(threadId)]);
  if (sources.length === 0) return 0;
  const before = await db().translation.findMany({
    where: { kind: 'machine', subjectId: { in: sources.map(({ subjectId }) => subjectId) } },
    select: { subject: true, subjectId: true, field: true, language: true },
  });
  const wanted = sources.flatMap((source) =>
    Object.values(Language).flatMap((language) => {
      const reader = readers.find((one) => one.language === language && mayRead(one.governmentId, source));
      const isRedone = before.some(
        ({ subject, subjectId, field, ...one }) =>
          subject === source.subject &&
          subjectId === source.subjectId &&
          field === source.field &&
          one.language === language,
      );
      const governmentId = reader?.governmentId ?? (isRedone ? source.authorGovernmentId : undefined);
      return governmentId === undefined ? [] : [{ source, language, governmentId }];
    }),
  );
  return request(wanted, engines, { again: false });
}

function mayRead(governmentId: string, { onlyGovernmentId }: Source): boolean {
  return onlyGovernmentId === null || onlyGovernmentId === governmentId;
}

async function findReaders(threadId: string): Promise<{ language: Language; governmentId: string }[]> {
  const seats = await db().follow.findMany({
    where: { threadId },
    select: {
      seat: {
        select: {
          governmentId: true,
          tenures: {
            where: { ...heldNow(new Date()), account: { translatesFollowed: true, closedAt: null } },
            select: { account: { select: { language: true } } },
          },
        },
      },
    },
  });
  return seats.flatMap(({ seat: { governmentId, tenures } }) =>
    tenures.map(({ account }) => ({ language: account.language, governmentId })),
  );
}

type Wanted = { source: Source; language: Language; governmentId: string };

/** Puts down rows and jobs where there is neither a translation of this revision nor somebody who makes it. */
async function request(
  wanted: readonly Wanted[],
  engines: Engines,
  { again }: { again: boolean },
): Promise<number> {
  let requested = 0;
  for (const { source, language, governmentId } of wanted) {
    const provider = source.language === language ? null : engines.for(source.language, language);
    if (!provider || !maySend(await findEngineRules(source), provider.place)) continue;
    requested += await commit((tx) => putDown(tx, { source, language, governmentId }, again));
  }
  return requested;
}

async function putDown(tx: Tx, { source, language, governmentId }: Wanted, again: boolean): Promise<number> {
  const { subject, subjectId, field, revision } = source;
  const of = { subject, subjectId, field, revision, language };
  const present = await tx.translation.findMany({
    where: of,
    select: { id: true, kind: true, state: true, fault: true },
  });
  if (present.some(({ kind }) => kind === 'human')) return 0;
  const machine = present.find(({ kind }) => kind === 'machine');
  const isDue = machine?.state === 'stale' && machine.fault === null;
  const isTriedAgain = again && machine?.state === 'failed';
  if (machine && !isDue && !isTriedAgain) return 0;
  const id = machine?.id ?? uuid();
  if (machine) {
    // What a machine said with yesterday's words stays until there is better.
    await tx.translation.updateMany({
      where: { id, state: 'failed' },
      data: { state: 'pending', fault: null },
    });
  } else {
    const { count } = await tx.translation.createMany({
      data: { ...of, id, kind: 'machine', state: 'pending', text: '', sourceHash: sourceHash(source) },
      skipDuplicates: true,
    });
    // Somebody else asked in the same moment.
    if (count === 0) return 0;
  }
  await enqueue(tx, [
    { kind: machineJob, key: `${machineJob}:${id}`, payload: { translationId: id, governmentId } },
  ]);
  return 1;
}
