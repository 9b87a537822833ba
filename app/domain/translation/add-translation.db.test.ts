import { v7 as uuid } from 'uuid';
import { describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { anActor, anIncident, aThread } from '#tests/factories.ts';
import { createTestDatabase } from '#tests/world.ts';
import { reduce, stateOf } from '../thread/reduce.ts';
import { readEntries, readSnapshot } from '../thread/find-entries.server.ts';
import { writePost } from '../thread/write-post.server.ts';
import { addTranslation } from './add-translation.server.ts';
import { verifyTranslation } from './verify-translation.server.ts';

createTestDatabase();

async function aPost({ onlyOwnGovernment = false } = {}) {
  const author = await anActor({ government: 'taean' });
  const { id: threadId } = await aThread();
  await writePost(author, {
    threadId,
    clientKey: uuid(),
    language: 'ko',
    body: '부표 340개',
    onlyOwnGovernment,
  });
  const post = await db().post.findFirstOrThrow({ where: { threadId } });
  return { author, threadId, post };
}

const into = (subjectId: string, overrides: Partial<Parameters<typeof addTranslation>[1]> = {}) => ({
  subject: 'post' as const,
  subjectId,
  field: 'text' as const,
  revision: 1,
  language: 'zh' as const,
  text: '浮球 340 个',
  ...overrides,
});

describe('adding a translation', () => {
  test('it stands beside the post, which stays as it was, and open readers get it', async () => {
    const { threadId, post } = await aPost();
    const translator = await anActor({ government: 'weihai' });
    const before = await readSnapshot(translator, threadId);

    expect(await addTranslation(translator, into(post.id))).toEqual({ ok: true, value: { seq: 2 } });

    const after = await readSnapshot(translator, threadId);
    const page = await readEntries(translator, threadId, { after: 1 });
    if (!before || !page || !('entries' in page)) throw new Error('The thread must be readable.');
    expect(reduce(stateOf(before), page.entries).entries).toEqual(after?.entries);
    expect(after?.entries[0]).toMatchObject({
      post: {
        body: '부표 340개',
        language: 'ko',
        translations: [
          {
            language: 'zh',
            kind: 'human',
            revision: 1,
            version: 1,
            body: '浮球 340 个',
            by: { governmentId: 'weihai' },
            verifiedAt: null,
          },
        ],
      },
    });
    expect(await db().post.findUniqueOrThrow({ where: { id: post.id } })).toEqual(post);
  });

  test('two languages never touch each other', async () => {
    const { post } = await aPost();
    const translator = await anActor({ government: 'weihai' });
    await addTranslation(translator, into(post.id));
    await addTranslation(translator, into(post.id, { language: 'en', text: '340 floats' }));
    await addTranslation(translator, into(post.id, { language: 'en', text: '340 styrofoam floats' }));

    const texts = await db().translation.findMany({
      where: { subjectId: post.id },
      orderBy: { language: 'asc' },
    });
    expect(texts.map(({ language, text }) => [language, text])).toEqual([
      ['zh', '浮球 340 个'],
      ['en', '340 styrofoam floats'],
    ]);
  });

  test('another government does not write over it, the secretariat may', async () => {
    const { post } = await aPost();
    await addTranslation(await anActor({ government: 'weihai' }), into(post.id));

    expect(
      await addTranslation(await anActor({ government: 'qingdao' }), into(post.id, { text: 'x' })),
    ).toEqual({
      ok: false,
      reason: 'already_changed',
    });
    const secretariat = await anActor({ government: 'chungnam', role: 'secretariat' });
    expect(await addTranslation(secretariat, into(post.id, { text: '340 个浮球' }))).toMatchObject({
      ok: true,
    });
  });

  test('a post for one government is translated by it alone, and the news stays with it', async () => {
    const { author, threadId, post } = await aPost({ onlyOwnGovernment: true });
    const stranger = await anActor({ government: 'weihai' });

    expect(await addTranslation(stranger, into(post.id))).toEqual({ ok: false, reason: 'not_found' });
    expect(await addTranslation(author, into(post.id))).toMatchObject({ ok: true });
    expect((await readSnapshot(stranger, threadId))?.entries).toEqual([
      { seq: 1, type: 'hidden' },
      { seq: 2, type: 'hidden' },
    ]);
  });

  test('observers do not translate, nobody translates into the language of the source or an earlier revision', async () => {
    const { author, post } = await aPost();

    expect(await addTranslation(await anActor({ role: 'observer' }), into(post.id))).toMatchObject({
      reason: 'not_allowed',
    });
    expect(await addTranslation(author, into(post.id, { language: 'ko' }))).toMatchObject({
      reason: 'already_changed',
    });
    expect(await addTranslation(author, into(post.id, { revision: 2 }))).toMatchObject({
      reason: 'already_changed',
    });
  });

  test('title and text of an incident and the title of a topic are texts, too', async () => {
    const actor = await anActor({ government: 'weihai' });
    const incident = await anIncident();
    const topic = await aThread();

    for (const field of ['title', 'text'] as const) {
      expect(await addTranslation(actor, into(incident.id, { subject: 'incident', field }))).toMatchObject({
        ok: true,
      });
    }
    expect(await addTranslation(actor, into(topic.id, { subject: 'thread', field: 'title' }))).toMatchObject({
      ok: true,
    });
    expect(await addTranslation(actor, into(topic.id, { subject: 'thread', field: 'text' }))).toMatchObject({
      reason: 'not_found',
    });
  });

  test('whoever says which version they saw may improve it; what it said before is kept', async () => {
    const { post, threadId } = await aPost();
    await addTranslation(await anActor({ government: 'weihai' }), into(post.id));
    const qingdao = await anActor({ government: 'qingdao' });
    const better = into(post.id, { text: '340 个浮球', seen: 1 });

    expect(await addTranslation(qingdao, better)).toMatchObject({ ok: true });
    expect(await addTranslation(qingdao, { ...better, text: '三百四十' })).toMatchObject({
      reason: 'already_changed',
    });

    const kept = await db().translation.findFirstOrThrow({
      where: { subjectId: post.id },
      include: { earlier: true },
    });
    expect(kept).toMatchObject({ text: '340 个浮球', version: 2, accountId: qingdao.accountId });
    expect(kept.earlier).toMatchObject([{ version: 1, text: '浮球 340 个' }]);
    const page = await readEntries(qingdao, threadId, { after: 0 });
    if (!page || !('entries' in page)) throw new Error('The thread must be readable.');
    expect(page.entries.map(({ type }) => type)).toEqual([
      'post_written',
      'translation_added',
      'translation_added',
    ]);
  });
});

describe('verifying', () => {
  const seen = (subjectId: string, version: number) => {
    const { text: _, ...which } = into(subjectId);
    return { ...which, seen: version };
  };

  test('the secretariat or a named translator stands for the version that they saw; readers hear of it', async () => {
    const { post, threadId } = await aPost();
    const weihai = await anActor({ government: 'weihai' });
    const translator = { ...(await anActor({ government: 'weihai' })), translator: true };
    await addTranslation(weihai, into(post.id));

    expect(await verifyTranslation(weihai, seen(post.id, 1))).toMatchObject({ reason: 'not_allowed' });
    expect(await verifyTranslation(translator, seen(post.id, 2))).toMatchObject({
      reason: 'already_changed',
    });
    const before = await readSnapshot(weihai, threadId);
    expect(await verifyTranslation(translator, seen(post.id, 1))).toMatchObject({ ok: true });
    expect(await verifyTranslation(translator, seen(post.id, 1))).toMatchObject({
      reason: 'already_changed',
    });

    const page = await readEntries(weihai, threadId, { after: 2 });
    const after = await readSnapshot(weihai, threadId);
    if (!before || !page || !('entries' in page)) throw new Error('The thread must be readable.');
    expect(reduce(stateOf(before), page.entries).entries).toEqual(after?.entries);
    expect(after?.entries[0]).toMatchObject({
      post: { translations: [{ verifiedBy: { governmentId: 'weihai' }, verifiedAt: expect.any(String) }] },
    });
  });

  test('what was verified is changed only by who could verify it, and is not verified any more then', async () => {
    const { post } = await aPost();
    const weihai = await anActor({ government: 'weihai' });
    const secretariat = await anActor({ government: 'chungnam', role: 'secretariat' });
    await addTranslation(weihai, into(post.id));
    await verifyTranslation(secretariat, seen(post.id, 1));

    const changed = into(post.id, { text: '浮标', seen: 1 });
    expect(await addTranslation(weihai, changed)).toMatchObject({ reason: 'not_allowed' });
    expect(await addTranslation(secretariat, changed)).toMatchObject({ ok: true });
    const now = await db().translation.findFirstOrThrow({ where: { subjectId: post.id } });
    expect(now).toMatchObject({ text: '浮标', version: 2, verifiedAt: null, verifiedByAccountId: null });
  });

  test('nobody verifies a translation of an earlier revision, or of a text that is not for them', async () => {
    const { post, author } = await aPost({ onlyOwnGovernment: true });
    await addTranslation(author, into(post.id));
    const secretariat = await anActor({ government: 'weihai', role: 'secretariat' });
    expect(await verifyTranslation(secretariat, seen(post.id, 1))).toMatchObject({ reason: 'not_found' });

    await db().post.update({ where: { id: post.id }, data: { revision: 2, body: '부표 34개' } });
    const own = await anActor({ government: 'taean', role: 'secretariat' });
    expect(await verifyTranslation(own, seen(post.id, 1))).toMatchObject({ reason: 'already_changed' });
  });
});

describe('saving in one language', () => {
  const saves = ['ko', 'zh', 'en'] as const;
  const orders = saves.flatMap((a) =>
    saves.filter((b) => b !== a).map((b) => [a, b, ...saves.filter((c) => c !== a && c !== b)]),
  );

  test.each(orders)('never touches another: %s, %s, %s, each twice', async (...order) => {
    const { author, post } = await aPost();
    const source = () => db().post.findUniqueOrThrow({ where: { id: post.id } });
    const texts = async () => {
      const rows = await db().translation.findMany({ where: { subjectId: post.id } });
      const { body, revision } = await source();
      return {
        ko: `${revision} ${body}`,
        ...Object.fromEntries(rows.map((row) => [`${row.language} ${row.revision}`, row.text])),
      };
    };
    let saved = 0;
    for (const language of [...order, ...order]) {
      const before = await texts();
      saved += 1;
      if (language === 'ko') {
        // why: what an author does to a post, without the room that lets them.
        await db().post.update({
          where: { id: post.id },
          data: { body: `부표 ${saved}개`, revision: { increment: 1 } },
        });
      } else {
        const { revision } = await source();
        const present = await db().translation.findFirst({
          where: { subjectId: post.id, language, revision },
        });
        const input = into(post.id, { language, revision, text: `${saved}`, seen: present?.version ?? 0 });
        expect(await addTranslation(author, input)).toMatchObject({ ok: true });
      }
      const after = await texts();
      for (const [key, text] of Object.entries(before)) {
        if (!key.startsWith(language)) expect(after).toHaveProperty([key], text);
      }
    }
  });
});
