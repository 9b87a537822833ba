import { z } from 'zod';
import { db } from '#app/db/client.server.ts';
import { commit, oneAtATime } from '#app/db/commit.server.ts';
import { backoffMs, type JobHandler, type JobOutcome } from '#app/db/jobs.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { configuredEngines, type Engines } from './engine/configured-engines.server.ts';
import { type TranslationFault, translateText } from './engine/translate-text.server.ts';
import { maySend } from './engine-rules.ts';
import { findEngineRules } from './find-engine-rules.server.ts';
import { namesEachOption, readSource, type Source } from './find-source.server.ts';
import { type Glossary, noGlossary } from './glossary.ts';
import { sourceHash } from './source-hash.server.ts';
import { nextMonth, release, reserve } from './spend.server.ts';

const payloadSchema = z.object({ translationId: z.uuid(), governmentId: z.string() });

const rowSelect = {
  id: true,
  subject: true,
  subjectId: true,
  field: true,
  language: true,
  revision: true,
} as const satisfies Prisma.TranslationSelect;
type Row = Prisma.TranslationGetPayload<{ select: typeof rowSelect }>;

const attemptsAtAFault = 6;

type Options = { engines?: Engines; glossary?: () => Promise<Glossary>; now?: () => Date };

/**
 * Does the job behind a translation that a machine is to make: asks the engine of the pair once and puts the answer beside
 * the source if that still says what was translated. Whatever is wrong is kept as the row's fault.
 */
export function translateByMachine({
  engines = configuredEngines(),
  glossary = () => Promise.resolve(noGlossary),
  now = () => new Date(),
}: Options = {}): JobHandler {
  return async (payload, { attempts }) => {
    const { translationId: id, governmentId } = payloadSchema.parse(payload);
    const row = await db().translation.findFirst({ where: { id, kind: 'machine' }, select: rowSelect });
    if (!row) return { done: true };
    const source = await readSource(row);
    if (!source || !isOf(row, source)) return forget(row);
    if (await isMadeByPeople(row)) return forget(row);
    const provider = engines.for(source.language, row.language);
    if (!provider) return giveUp(row, 'no_engine');
    if (!maySend(await findEngineRules(source), provider.place)) return giveUp(row, 'not_allowed');
    const characters = source.text.length;
    const isPaid = await commit((tx) =>
      reserve(tx, { governmentId, characters, cap: engines.cap, now: now() }),
    );
    if (!isPaid) return waitUntil(row, nextMonth(now()), 'cap');
    const words = await glossary();
    const wanted = { text: source.text, source: source.language, target: row.language, glossary: words };
    const translated = await translateText(provider, wanted);
    if (!translated.ok && isFree(translated.fault)) await release({ governmentId, characters, now: now() });
    if (!translated.ok) return afterFault(row, translated.fault, { attempts, now: now() });
    const { text, version, terms } = translated;
    if (!namesEachOption(source, text)) return giveUp(row, 'unreadable');
    const made = {
      text,
      engine: provider.name,
      engineVersion: version,
      glossaryVersion: words.version,
      terms,
    };
    return putBeside(row, made);
  };
}

function isOf(row: { revision: number }, source: Source): boolean {
  return row.revision === source.revision;
}

/** The engine did nothing for it. */
function isFree({ kind }: TranslationFault): boolean {
  return kind === 'busy' || kind === 'quota' || kind === 'unavailable' || kind === 'refused';
}

async function isMadeByPeople(row: Row): Promise<boolean> {
  const { subject, subjectId, field, language, revision } = row;
  const of = { subject, subjectId, field, language, revision };
  return (await db().translation.count({ where: { ...of, kind: 'human' } })) > 0;
}

/** The source changed or went, or somebody was quicker: nobody needs it any more. */
async function forget({ id }: Row): Promise<JobOutcome> {
  await db().translation.deleteMany({ where: { id, text: '' } });
  return { done: true };
}

type Made = Pick<
  Prisma.TranslationUpdateManyMutationInput,
  'text' | 'engine' | 'engineVersion' | 'glossaryVersion' | 'terms'
>;

async function putBeside(row: Row, made: Made): Promise<JobOutcome> {
  const { id, ...of } = row;
  const isThere = await commit(async (tx, announce) => {
    await oneAtATime(tx, `translation:${of.subject}:${of.subjectId}:${of.field}:${of.language}`);
    const source = await readSource(of, {}, tx);
    if (!source || !isOf(of, source)) return false;
    const { count } = await tx.translation.updateMany({
      where: { id, revision: of.revision },
      data: {
        ...made,
        state: 'done',
        fault: null,
        sourceHash: sourceHash(source),
        version: { increment: 1 },
      },
    });
    if (count === 0) return false;
    await announce({
      threadId: source.thread.id,
      type: 'translation_added',
      payload: { ...of, kind: 'machine' },
      actor: null,
      quiet: true,
      ...(source.onlyGovernmentId ? { onlyGovernmentId: source.onlyGovernmentId } : {}),
    });
    return true;
  });
  return isThere ? { done: true } : forget(row);
}

async function afterFault(
  row: Row,
  fault: TranslationFault,
  { attempts, now }: { attempts: number; now: Date },
): Promise<JobOutcome> {
  switch (fault.kind) {
    case 'quota':
      return waitUntil(row, nextMonth(now), fault.kind);
    case 'busy': {
      const ms = fault.retryAfterMs ?? backoffMs(attempts);
      return waitUntil(row, new Date(now.getTime() + ms), fault.kind);
    }
    case 'unavailable':
    case 'timeout':
    case 'unreadable':
      if (attempts >= attemptsAtAFault) return giveUp(row, fault.kind);
      return waitUntil(row, new Date(now.getTime() + backoffMs(attempts)), fault.kind);
    default:
      return giveUp(row, fault.kind);
  }
}

async function waitUntil({ id }: Row, again: Date, fault: string): Promise<JobOutcome> {
  await db().translation.updateMany({ where: { id }, data: { fault } });
  return { again, fault };
}

/** What a machine said before stays, with what is wrong now. */
async function giveUp({ id }: Row, fault: string): Promise<JobOutcome> {
  await db().translation.updateMany({ where: { id }, data: { fault } });
  await db().translation.updateMany({ where: { id, text: '' }, data: { state: 'failed' } });
  return { givenUp: fault };
}
