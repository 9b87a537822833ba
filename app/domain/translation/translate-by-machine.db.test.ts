import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { type JobHandler, workOnce } from '#app/db/jobs.server.ts';
import { readEnv } from '#app/env.server.ts';
import { anActor, aThread } from '#tests/factories.ts';
import { readerNames, readerOf } from '#tests/readers.ts';
import { type StandIn, standInFaults, startStandIn } from '#tests/translation-stand-in.ts';
import { createTestDatabase } from '#tests/world.ts';
import { readEntries, readSnapshot } from '../thread/find-entries.server.ts';
import { maySee } from '../thread/policy.ts';
import { reduce, stateOf } from '../thread/reduce.ts';
import { writePost } from '../thread/write-post.server.ts';
import { addTranslation } from './add-translation.server.ts';
import { enginesOf } from './engine/configured-engines.server.ts';
import { markTermsChanged } from './mark-terms-changed.server.ts';
import { machineJob, requestWanted, translateThread } from './request-translations.server.ts';
import { translateByMachine } from './translate-by-machine.server.ts';

createTestDatabase();

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(() => standIn.close());
beforeEach(async () => {
  standIn.asked.length = 0;
  standIn.faults.length = 0;
  await db().job.deleteMany();
  await db().engineSpend.deleteMany();
});

const engines = (more: Record<string, string> = {}) =>
  enginesOf(
    readEnv({
      TRANSLATION_ENGINES: '*:papago',
      TRANSLATION_TIMEOUT_MS: '3000',
      PAPAGO_URL: standIn.url,
      PAPAGO_KEY_ID: 'i',
      PAPAGO_KEY: 'k',
      ...more,
    }),
  );
const glossary = () =>
  Promise.resolve({ version: 'v7', terms: [{ id: 'float', ko: '부표', zh: '浮球', en: 'float' }] });
const handlers = (more = {}, now = new Date()): Record<string, JobHandler> => ({
  [machineJob]: translateByMachine({ engines: engines(more), glossary, now: () => now }),
});
const later = (ms: number) => new Date(Date.now() + ms);

async function aPost({
  body = '부표 340개',
  onlyOwnGovernment = false,
  thread = {},
}: { body?: string; onlyOwnGovernment?: boolean; thread?: Parameters<typeof aThread>[0] } = {}) {
  const author = await anActor({ government: 'taean' });
  const { id: threadId } = await aThread(thread);
  await writePost(author, { threadId, clientKey: uuid(), language: 'ko', body, onlyOwnGovernment });
  const post = await db().post.findFirstOrThrow({ where: { threadId } });
  const rowOf = () => db().translation.findFirst({ where: { subjectId: post.id, kind: 'machine' } });
  return { author, threadId, post, rowOf };
}

/** The post alone, into Chinese, for a reader who may see it. */
const ask = async (threadId: string, reader?: Awaited<ReturnType<typeof anActor>>) =>
  translateThread(
    reader ?? (await anActor({ government: 'weihai' })),
    { threadId, language: 'zh' },
    engines(),
  );
async function workAll(now = new Date(), more = {}) {
  while (await workOnce(handlers(more, now), now)) continue;
}

describe('a machine translation', () => {
  test('is made once however many ask, is a numbered event, and says who made it with which words', async () => {
    const { threadId, rowOf, post } = await aPost();
    const reader = await anActor({ government: 'weihai' });
    const before = await readSnapshot(reader, threadId);
    await Promise.all([ask(threadId), ask(threadId), ask(threadId)]);
    expect(await rowOf()).toMatchObject({ state: 'pending', text: '' });
    await workAll();
    await ask(threadId);
    await workAll();

    expect(standIn.asked.filter(({ text }) => text.includes('340'))).toHaveLength(1);
    expect(await rowOf()).toMatchObject({
      ...{ state: 'done', text: '浮球 340译文', engine: 'papago', engineVersion: 'N2MT', terms: ['float'] },
      ...{
        glossaryVersion: 'v7',
        fault: null,
        accountId: null,
        sourceHash: expect.stringMatching(/^[\da-f]{64}$/),
      },
    });
    const page = await readEntries(reader, threadId, { after: 1 });
    const after = await readSnapshot(reader, threadId);
    if (!before || !page || !('entries' in page)) throw new Error('The thread must be readable.');
    expect(reduce(stateOf(before), page.entries).entries).toEqual(after?.entries);
    expect(after?.entries.map(({ type }) => type)).toContain('translation_added');
    expect(after?.entries[0]).toMatchObject({ post: { translations: [{ engine: 'papago', by: null }] } });
    expect(await db().post.findUniqueOrThrow({ where: { id: post.id } })).toEqual(post);
  });

  test('never takes the place of what a person wrote, before or after', async () => {
    const { threadId, post, rowOf } = await aPost();
    const translator = await anActor({ government: 'weihai' });
    await ask(threadId);
    const human = {
      subject: 'post',
      subjectId: post.id,
      field: 'text',
      revision: 1,
      language: 'zh',
    } as const;
    await addTranslation(translator, { ...human, text: '浮球三百四十个' });
    await workAll();

    expect(await rowOf()).toBeNull();
    await ask(threadId);
    await workAll();
    expect(await db().translation.findMany({ where: { subjectId: post.id } })).toMatchObject([
      { kind: 'human', text: '浮球三百四十个', version: 1 },
    ]);
  });

  test('is made by itself for threads that a seat follows whose holder wants that', async () => {
    const { threadId, rowOf } = await aPost();
    const chinese = { language: 'zh' as const, translatesFollowed: true };
    const wants = await anActor({ government: 'weihai', account: chinese });
    expect(await requestWanted(threadId, engines())).toBe(0);
    await db().follow.create({ data: { threadId, seatId: wants.seatId } });
    expect(await requestWanted(threadId, engines())).toBe(2);
    expect(await requestWanted(threadId, engines())).toBe(0);
    await workAll();
    expect(await rowOf()).toMatchObject({ language: 'zh', state: 'done' });
  });

  test('of an earlier revision is made again, and an answer that comes too late is thrown away', async () => {
    const { threadId, post, rowOf } = await aPost();
    await ask(threadId);
    await workAll();
    const edit = (body: string) =>
      db().post.update({ where: { id: post.id }, data: { body, revision: { increment: 1 } } });
    await edit('부표 34개');
    expect(await requestWanted(threadId, engines())).toBe(1);
    await edit('부표 35개');
    await workAll();
    expect(await db().translation.findMany({ where: { subjectId: post.id } })).toMatchObject([
      { revision: 1, text: '浮球 340译文' },
    ]);
    await requestWanted(threadId, engines());
    await workAll();
    expect(await db().translation.findFirst({ where: { subjectId: post.id, revision: 3 } })).toMatchObject({
      text: '浮球 35译文',
    });
    expect(await rowOf()).not.toBeNull();
  });

  test('with a word that changed in the glossary is stale, stays to be read, and is made again', async () => {
    const { threadId, rowOf } = await aPost();
    await ask(threadId);
    await workAll();
    expect(await markTermsChanged(db(), ['trap'])).toBe(0);
    expect(await markTermsChanged(db(), ['float'])).toBeGreaterThan(0);
    expect(await rowOf()).toMatchObject({ state: 'stale', text: '浮球 340译文' });
    await requestWanted(threadId, engines());
    await workAll();
    expect(await rowOf()).toMatchObject({ state: 'done', version: 3 });
  });
});

describe('when an engine goes wrong', () => {
  const day = 24 * 3600_000;
  const expected = {
    busy: { state: 'pending', fault: 'busy', wait: 7_000 },
    quota: { state: 'pending', fault: 'quota', wait: null },
    error: { state: 'pending', fault: 'unavailable', wait: 10_000 },
    timeout: { state: 'pending', fault: 'timeout', wait: 10_000 },
    cut: { state: 'pending', fault: 'unreadable', wait: 10_000 },
    html: { state: 'pending', fault: 'unreadable', wait: 10_000 },
    lost: { state: 'done', fault: null, wait: null },
    doubled: { state: 'done', fault: null, wait: null },
    echo: { state: 'failed', fault: 'echo', wait: null },
    wrong_language: { state: 'failed', fault: 'wrong_language', wait: null },
  } as const satisfies Record<(typeof standInFaults)[number], unknown>;

  test.each(standInFaults)('%s', async (fault) => {
    const { threadId, rowOf, author } = await aPost({ thread: { title: '340', titleLanguage: 'ko' } });
    await ask(threadId);
    standIn.faults.push(fault);
    const now = new Date();
    await workAll(now);
    const { state, fault: kept, wait } = expected[fault];
    expect(await rowOf()).toMatchObject({ state, fault: kept });
    const job = await db().job.findFirst({ where: { kind: machineJob } });
    if (wait !== null) expect(job?.runAt).toEqual(new Date(now.getTime() + wait));
    if (fault === 'quota') expect(job?.runAt.getUTCDate()).toBe(1);

    // Afterwards all is well: by itself where it waits, when somebody asks again where it failed.
    if (state === 'failed') await ask(threadId, author);
    await workAll(later(40 * day));
    expect(await rowOf()).toMatchObject({ state: 'done', fault: null });
  });

  test('an engine that stays down is given up after six attempts', async () => {
    const { threadId, rowOf } = await aPost({ thread: { title: '340', titleLanguage: 'ko' } });
    await ask(threadId);
    for (let attempt = 1; attempt <= 6; attempt += 1) {
      standIn.faults.push('error');
      await workAll(later(attempt * day));
    }
    expect(await rowOf()).toMatchObject({ state: 'failed', fault: 'unavailable' });
    expect(standIn.asked).toHaveLength(6);
  });

  test('the limit of a government holds for it alone, the limit of all for all', async () => {
    const [first, second, third] = [await aPost(), await aPost(), await aPost()];
    const weihai = await anActor({ government: 'weihai' });
    const caps = { TRANSLATION_GOVERNMENT_CHARACTERS: '25' };
    await ask(first.threadId, weihai);
    await workAll(new Date(), caps);
    await ask(second.threadId, weihai);
    await workAll(new Date(), caps);
    expect(await second.rowOf()).toMatchObject({ state: 'pending', fault: 'cap' });
    await ask(third.threadId, await anActor({ government: 'qingdao' }));
    await workAll(new Date(), caps);
    expect(await third.rowOf()).toMatchObject({ state: 'done' });
    const sent = standIn.asked.length;
    await workAll(later(40 * day), { TRANSLATION_MONTHLY_CHARACTERS: '3' });
    expect(standIn.asked).toHaveLength(sent);
    await workAll(later(80 * day));
    expect(await second.rowOf()).toMatchObject({ state: 'done' });
  });
});

describe('what does not leave the house', () => {
  test.each(['government', 'bilateral'] as const)(
    'a %s thread, unless its owner allows it',
    async (visibility) => {
      const { threadId, rowOf, author } = await aPost({ thread: { visibility, audience: ['weihai'] } });
      await ask(threadId, author);
      await workAll();
      expect(standIn.asked).toEqual([]);

      await db().threadEngineRules.create({ data: { threadId, sendsRestricted: true } });
      await ask(threadId, author);
      await workAll();
      expect(await rowOf()).toMatchObject({ state: 'done' });
    },
  );

  test('a post for the own government, and one that turned restricted while it waited', async () => {
    const kept = await aPost({ onlyOwnGovernment: true });
    await ask(kept.threadId, kept.author);
    const { threadId, rowOf } = await aPost();
    await ask(threadId);
    await db().thread.update({ where: { id: threadId }, data: { visibility: 'bilateral' } });
    await workAll();
    expect(standIn.asked.filter(({ text }) => text.includes('340'))).toEqual([]);
    expect(await kept.rowOf()).toBeNull();
    expect(await rowOf()).toMatchObject({ state: 'failed', fault: 'not_allowed' });
  });

  test('a text of a government that wants no foreign cloud; an engine of its own country may have it', async () => {
    await db().governmentEngineRules.create({ data: { governmentId: 'taean', noForeignCloud: true } });
    const { threadId, rowOf } = await aPost();
    const abroad = engines({ TRANSLATION_PLACES: 'papago:elsewhere' });
    const reader = await anActor({ government: 'weihai' });
    await translateThread(reader, { threadId, language: 'zh' }, abroad);
    expect(await rowOf()).toBeNull();
    await ask(threadId);
    await workAll();
    await db().governmentEngineRules.deleteMany();
    expect(await rowOf()).toMatchObject({ state: 'done' });
  });
});

describe('who sees a machine translation', () => {
  test.each(['government', 'bilateral', 'network'] as const)(
    'in a %s thread: who sees the post',
    async (visibility) => {
      const { threadId } = await aPost({ thread: { visibility, audience: ['weihai'] } });
      await db().threadEngineRules.create({ data: { threadId, sendsRestricted: true } });
      await ask(threadId, await anActor({ government: 'taean' }));
      await workAll();
      const thread = await db().thread.findUniqueOrThrow({
        where: { id: threadId },
        include: { audience: true },
      });
      for (const name of readerNames) {
        const reader = await readerOf(name);
        const entries = (await readSnapshot(reader, threadId))?.entries;
        expect([name, JSON.stringify(entries ?? []).includes('浮球 340')]).toEqual([
          name,
          maySee(reader, thread),
        ]);
        if (!reader || maySee(reader, thread)) continue;
        expect(await translateThread(reader, { threadId, language: 'zh' }, engines())).toMatchObject({
          reason: 'not_found',
        });
      }
    },
  );

  test('of a post for one government: nobody else', async () => {
    await db().governmentEngineRules.create({ data: { governmentId: 'taean', sendsRestricted: true } });
    const { threadId, author } = await aPost({ onlyOwnGovernment: true });
    await ask(threadId, await anActor({ government: 'weihai' }));
    expect(await db().job.count()).toBe(1);
    await ask(threadId, author);
    await workAll();
    await db().governmentEngineRules.deleteMany();
    expect(JSON.stringify(await readSnapshot(author, threadId))).toContain('浮球 340');
    const stranger = await anActor({ government: 'weihai', role: 'secretariat' });
    expect((await readSnapshot(stranger, threadId))?.entries).toEqual(
      expect.arrayContaining([{ seq: 1, type: 'hidden' }]),
    );
    expect(JSON.stringify(await readSnapshot(stranger, threadId))).not.toContain('340');
  });
});
