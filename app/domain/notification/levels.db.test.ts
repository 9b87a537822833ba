import { v7 as uuid } from 'uuid';
import { describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import type { Actor } from '#app/domain/actor.ts';
import { anActor, anIncident, aThread } from '#tests/factories.ts';
import { createTestDatabase } from '#tests/world.ts';
import { narrowTopic } from '../thread/narrow-topic.server.ts';
import { requestAcknowledgement } from '../thread/request-acknowledgement.server.ts';
import { writePost } from '../thread/write-post.server.ts';
import { chooseSectionLevels, chooseThreadLevel } from './choose-level.server.ts';
import { findThreadLevel } from './find-levels.server.ts';
import { countUnread, findInbox } from './find-notifications.server.ts';

createTestDatabase();

async function say(actor: Actor, threadId: string, body: string, onlyOwnGovernment = false): Promise<number> {
  const input = { threadId, body, language: 'ko', clientKey: uuid(), onlyOwnGovernment } as const;
  const result = await writePost(actor, input);
  if (!result.ok) throw new Error(result.reason);
  return result.value.seq;
}

async function toldOf(actor: Actor, threadId: string) {
  const told = await db().notification.findMany({
    where: { seatId: actor.seatId, threadId },
    orderBy: { seq: 'asc' },
    select: { seq: true, reason: true },
  });
  return told.map(({ seq, reason }) => `${seq} ${reason}`);
}

const author = () => anActor({ government: 'weihai', account: { name: '王海', nameLatin: 'Wang Hai' } });

describe('how much a seat hears of', () => {
  test('is what it takes part in, unless it says otherwise', async () => {
    const [wang, han] = [await author(), await anActor()];
    const { id } = await aThread({ category: 'policy' });
    await say(wang, id, '첫 글');
    expect(await toldOf(han, id)).toEqual([]);

    await say(han, id, '의견 드립니다.');
    const second = await say(wang, id, '감사합니다.');
    expect(await toldOf(han, id)).toEqual([`${second} news_in_my_thread`]);

    await chooseThreadLevel(han, { threadId: id, level: 'muted' });
    await say(wang, id, '추가로 알립니다.');
    expect(await toldOf(han, id)).toHaveLength(1);
  });

  test('is everything in a thread or a section that it watches, and the nearer word counts', async () => {
    const [wang, han] = [await author(), await anActor()];
    const [one, other] = [await aThread({ category: 'science' }), await aThread({ category: 'science' })];
    await chooseSectionLevels(han, { science: 'watching' });
    await chooseThreadLevel(han, { threadId: other.id, level: 'normal' });
    const seq = await say(wang, one.id, '조사 구간을 맞춥시다.');
    await say(wang, other.id, '다른 이야기');
    expect(await toldOf(han, one.id)).toEqual([`${seq} news_in_my_thread`]);
    expect(await toldOf(han, other.id)).toEqual([]);
    expect(await findThreadLevel(han, other.id)).toEqual({ own: 'normal', otherwise: 'watching' });

    await chooseThreadLevel(han, { threadId: other.id, level: null });
    expect(await findThreadLevel(han, other.id)).toEqual({ own: null, otherwise: 'watching' });
  });

  test('depends on role and coast where nothing was decided', async () => {
    const wang = await author();
    const [officer, head] = [await anActor(), await anActor({ role: 'head' })];
    const [elsewhere, observer] = [
      await anActor({ government: 'seosan' }),
      await anActor({ role: 'observer' }),
    ];
    const secretariat = await anActor({ government: 'chungnam', role: 'secretariat' });
    const incident = await anIncident();
    const business = await aThread({ category: 'association' });
    const seq = await say(wang, incident.threadId, '부표를 대조하고 있습니다.');
    const item = await say(wang, business.id, '총회 안건');
    expect(await toldOf(officer, incident.threadId)).toEqual([`${seq} news_in_my_thread`]);
    for (const other of [head, elsewhere, observer, secretariat])
      expect(await toldOf(other, incident.threadId)).toEqual([]);
    expect(await toldOf(secretariat, business.id)).toEqual([`${item} news_in_my_thread`]);
    expect(await toldOf(officer, business.id)).toEqual([]);
  });

  test('never keeps back a mention or a request to acknowledge', async () => {
    const [wang, han] = [
      await author(),
      await anActor({ account: { name: '문한별', nameLatin: 'Mun Hanbyeol' } }),
    ];
    const { id } = await aThread();
    await say(han, id, '함께 봅니다.');
    await chooseThreadLevel(han, { threadId: id, level: 'muted' });
    await say(wang, id, '새 글');
    const named = await say(wang, id, '@문한별 확인 부탁드립니다.');
    const asked = await requestAcknowledgement(wang, { threadId: id, seq: named });
    expect(asked.ok).toBe(true);
    expect(await toldOf(han, id)).toEqual([`${named} mentioned`, `${named + 1} acknowledgement_asked`]);
  });
});

describe('nobody is told', () => {
  test('of what is kept for another government or for some governments, whatever they watch', async () => {
    const [wang, han] = [await author(), await anActor()];
    const open = await aThread({ category: 'policy' });
    const narrow = await aThread({
      category: 'policy',
      visibility: 'bilateral',
      ownerGovernmentId: 'weihai',
      audience: ['yantai'],
    });
    await chooseSectionLevels(han, { policy: 'watching' });
    expect(await chooseThreadLevel(han, { threadId: narrow.id, level: 'watching' })).toEqual({
      ok: false,
      reason: 'not_found',
    });
    await say(wang, open.id, '내부 검토', true);
    await say(wang, narrow.id, '두 정부만');
    expect(await toldOf(han, open.id)).toEqual([]);
    expect(await toldOf(han, narrow.id)).toEqual([]);
  });

  test('of what they may not see any more: neither list nor count', async () => {
    const [wang, han] = [await author(), await anActor()];
    const { id } = await aThread({ ownerGovernmentId: 'weihai' });
    await chooseThreadLevel(han, { threadId: id, level: 'watching' });
    await say(wang, id, '아직 모두에게');
    expect(await countUnread(han)).toBe(1);
    const narrowed = await narrowTopic(wang, { threadId: id, audience: ['yantai'] });
    expect(narrowed.ok).toBe(true);
    await say(wang, id, '이제 두 정부만');
    expect(await countUnread(han)).toBe(0);
    expect((await findInbox(han, { unreadOnly: false, before: null })).threads).toEqual([]);
  });
});
