import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { workOnce } from '#app/db/jobs.server.ts';
import { endSession } from '#app/domain/account/end-sessions.server.ts';
import { startSession } from '#app/domain/account/start-session.server.ts';
import type { Actor } from '#app/domain/actor.ts';
import { decideNoticeRules } from '#app/domain/notification/choose-mail.server.ts';
import { addDevice, removeDevice } from '#app/domain/notification/keep-device.server.ts';
import { markRead } from '#app/domain/notification/mark-read.server.ts';
import { deviceInput, labelOfBrowser } from '#app/domain/notification/push.ts';
import { pushJob } from '#app/domain/notification/put-down-pushes.server.ts';
import { vapidKeys } from '#app/domain/notification/vapid-keys.server.ts';
import { narrowTopic } from '#app/domain/thread/narrow-topic.server.ts';
import { writePost } from '#app/domain/thread/write-post.server.ts';
import { anActor, aThread } from '#tests/factories.ts';
import { isSigned, type PushStandIn, startPushStandIn } from '#tests/push-stand-in.ts';
import { createTestDatabase } from '#tests/world.ts';
import { sendPush } from './send-push.server.ts';

createTestDatabase();

let service: PushStandIn;
beforeAll(async () => {
  service = await startPushStandIn();
});
afterAll(() => service.close());
beforeEach(async () => {
  await db().pushDevice.deleteMany({});
  await db().job.deleteMany({});
  service.shown.length = 0;
  service.answers.length = 0;
});

const handlers = { [pushJob]: sendPush({ keys: vapidKeys, contact: 'mailto:tideline@example.org' }) };
const later = (ms: number) => new Date(Date.now() + ms);

async function work(now = later(1_000)): Promise<void> {
  while (await workOnce(handlers, now)) continue;
}

let last = 0;

/** Somebody with a device, and somebody of Weihai who names them in a topic. */
async function aReader() {
  const number = (last += 1);
  const name = `문${'가나다라마바사아자차카타파하'[number] ?? '한'}별`;
  const reader = await anActor({ account: { name, nameLatin: `Mun ${number}x` } });
  const { token, sessionId } = await startSession(reader.accountId);
  const browser = service.browser();
  await addDevice({ id: sessionId }, { ...browser, userAgent: 'Chrome/130 Windows' });
  const author = await anActor({ government: 'weihai' });
  const thread = await aThread({ ownerGovernmentId: 'weihai', title: '浮球对照表', titleLanguage: 'zh' });
  return { reader, token, browser, author, threadId: thread.id, name };
}

async function say(author: Actor, threadId: string, body: string): Promise<number> {
  const input = { threadId, body, language: 'zh', clientKey: uuid(), onlyOwnGovernment: false } as const;
  const result = await writePost(author, input);
  if (!result.ok) throw new Error(result.reason);
  return result.value.seq;
}

describe('a message to a device', () => {
  test('says in the reader’s language what waits and leads there, encrypted and signed, once', async () => {
    const { author, threadId, name, reader } = await aReader();
    const seq = await say(author, threadId, `@${name} 请确认。`);
    await work();
    expect(service.shown.map(({ message }) => message)).toEqual([
      {
        title: '우리 정부 언급',
        body: '웨이하이시 · 포럼 주제\n浮球对照表',
        href: `/threads/${threadId}?at=${seq}#entry-${seq}`,
        tag: threadId,
        lang: 'ko',
        accountId: reader.accountId,
      },
    ]);
    const [shown] = service.shown;
    expect(isSigned(shown?.headers ?? {}, (await vapidKeys()).publicKey)).toBe(true);
    expect(shown?.headers).toMatchObject({ topic: threadId.replaceAll('-', ''), urgency: 'high' });
    await work(later(3600_000));
    expect(service.shown).toHaveLength(1);
  });

  test('is not sent of mere news, nor of what was read meanwhile', async () => {
    const { author, threadId, name, reader } = await aReader();
    await say(reader, threadId, '함께 봅니다.');
    await say(author, threadId, '只是消息');
    await work();
    await say(author, threadId, `@${name} 请确认。`);
    await markRead(reader, { threadId });
    await work();
    expect(service.shown).toEqual([]);
  });

  test('is not sent of what the reader may not see any more, nor to a seat that was left', async () => {
    const one = await aReader();
    await say(one.author, one.threadId, `@${one.name} 请确认。`);
    const narrowed = await narrowTopic(one.author, { threadId: one.threadId, audience: ['yantai'] });
    expect(narrowed.ok).toBe(true);
    const other = await aReader();
    await say(other.author, other.threadId, `@${other.name} 请确认。`);
    await db().tenure.updateMany({ where: { accountId: other.reader.accountId }, data: { to: new Date() } });
    await work();
    expect(service.shown).toEqual([]);
  });

  test('has no content where a government wants none outside', async () => {
    const head = await anActor({ government: 'weihai', role: 'head' });
    await decideNoticeRules(head, { withoutContent: true });
    const { author, threadId, name } = await aReader();
    await say(author, threadId, `@${name} 机密`);
    await work();
    await decideNoticeRules(head, { withoutContent: false });
    expect(service.shown.map(({ message }) => message)).toMatchObject([{ body: '포럼 주제' }]);
    expect(JSON.stringify(service.shown)).not.toMatch(/机密|浮球/);
  });
});

describe('a device', () => {
  test('that its service does not know any more is forgotten', async () => {
    for (const status of [404, 410]) {
      const { author, threadId, name, browser } = await aReader();
      service.answers.push({ status });
      await say(author, threadId, `@${name} 请确认。`);
      await work();
      expect(await db().pushDevice.count({ where: { endpoint: browser.endpoint } })).toBe(0);
    }
    expect(await db().job.count({})).toBe(0);
  });

  test('whose service is busy or broken is told later, at most after what it asks for', async () => {
    const { author, threadId, name } = await aReader();
    service.answers.push({ status: 429, retryAfter: '120' }, { status: 503 });
    await say(author, threadId, `@${name} 请确认。`);
    await work();
    await work(later(60_000));
    expect(service.answers).toHaveLength(1);
    await work(later(130_000));
    expect(service.answers).toHaveLength(0);
    await work(later(600_000));
    expect(service.shown).toHaveLength(1);
  });

  test('goes with the session that it was turned on in', async () => {
    const { token, author, threadId, name } = await aReader();
    await endSession(token);
    expect(await db().pushDevice.count({})).toBe(0);
    await say(author, threadId, `@${name} 请确认。`);
    await work();
    expect(service.shown).toEqual([]);
  });

  test('is removed by its owner and by nobody else', async () => {
    const { reader } = await aReader();
    const { id } = await db().pushDevice.findFirstOrThrow({});
    await removeDevice(await anActor(), { id });
    expect(await db().pushDevice.count({})).toBe(1);
    await removeDevice(reader, { id });
    expect(await db().pushDevice.count({})).toBe(0);
  });

  test('must belong to a service of a maker of browsers: nothing else is ever asked', () => {
    const { p256dh, auth } = service.browser();
    const isTaken = (endpoint: string) => deviceInput.safeParse({ endpoint, p256dh, auth }).success;
    expect(isTaken('https://fcm.googleapis.com/fcm/send/abc')).toBe(true);
    expect(isTaken('https://wns2-par02p.notify.windows.com/w/?token=x')).toBe(true);
    for (const endpoint of [
      'http://fcm.googleapis.com/fcm/send/abc',
      'https://127.0.0.1/x',
      'https://localhost/x',
      'https://evilfcm.googleapis.com.example.org/x',
      'https://notfcm.googleapis.com/x',
      'https://fcm.googleapis.com:8443/x',
      'https://fcm.googleapis.com@example.org/x',
      'https://169.254.169.254/latest/meta-data',
    ])
      expect([endpoint, isTaken(endpoint)]).toEqual([endpoint, false]);
  });

  test('is called as people know it', () => {
    expect(labelOfBrowser('Mozilla/5.0 (Windows NT 10.0) Chrome/130 Safari/537 Edg/130')).toBe(
      'Edge · Windows',
    );
    expect(labelOfBrowser('')).toBe('?');
  });
});

test('the keys are made once, and two that ask at once get the same', async () => {
  const [one, other] = await Promise.all([vapidKeys(), vapidKeys()]);
  expect(one).toEqual(other);
});
