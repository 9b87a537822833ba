import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import PostalMime from 'postal-mime';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { workOnce } from '#app/db/jobs.server.ts';
import type { Actor } from '#app/domain/actor.ts';
import { chooseMail, decideNoticeRules, endMails } from '#app/domain/notification/choose-mail.server.ts';
import { chooseThreadLevel } from '#app/domain/notification/choose-level.server.ts';
import { markRead } from '#app/domain/notification/mark-read.server.ts';
import { mailJob, planMails } from '#app/domain/notification/plan-mails.server.ts';
import { beginMail } from '#app/domain/notification/settle-mail.server.ts';
import { narrowTopic } from '#app/domain/thread/narrow-topic.server.ts';
import { openTopic } from '#app/domain/thread/open-topic.server.ts';
import { requestAcknowledgement } from '#app/domain/thread/request-acknowledgement.server.ts';
import { writePost } from '#app/domain/thread/write-post.server.ts';
import { anActor, anIncident, aThread } from '#tests/factories.ts';
import { type SmtpStandIn, startSmtpStandIn } from '#tests/smtp-stand-in.ts';
import { createTestDatabase } from '#tests/world.ts';
import { makeFolderPostbox, makeSmtpPostbox, type Postbox } from './postbox.server.ts';
import { sendMail } from './send-mail.server.ts';

createTestDatabase();

const host = 'tideline.example.org';
const origin = `https://${host}`;
let server: SmtpStandIn;
beforeAll(async () => {
  server = await startSmtpStandIn();
});
afterAll(() => server.close());
beforeEach(async () => {
  // Each test begins with everybody having read everything.
  await db().notification.updateMany({ where: { readAt: null }, data: { readAt: new Date() } });
  await db().job.deleteMany({});
  server.taken.length = 0;
  server.faults.length = 0;
});

const later = (ms: number) => new Date(Date.now() + ms);
const soon = () => later(61_000);
/** Whatever the rhythm: a day later every morning has been. */
const nextDay = () => later(25 * 3600_000);

function handlers(postbox: Postbox = makeSmtpPostbox(server.url, { silenceMs: 700, wholeMs: 3_000 })) {
  const pathToEnd = ({ accountId, kind }: { accountId: string; kind: string }) =>
    `/mail/off/${accountId}.${kind}.x`;
  return { [mailJob]: sendMail({ postbox, origin, from: `Tideline <no-reply@${host}>`, pathToEnd }) };
}

async function work(now: Date, postbox?: Postbox): Promise<void> {
  while (await workOnce(handlers(postbox), now)) continue;
}

/** What goes wrong is not tried again at once: the pauses are shorter than the jumps of these tests. */
async function tryOnce(now: Date): Promise<void> {
  await planMails(host, now);
  await workOnce(handlers(), now);
}

type Read = { subject: string; text: string; html: string; all: string; head: string };

/** Everything that the server took over so far, as a mail program reads it. */
async function mailAt(now: Date): Promise<Read[]> {
  await planMails(host, now);
  await work(now);
  return Promise.all(server.taken.map(({ text }) => read(text)));
}

async function read(source: string): Promise<Read> {
  const { subject = '', text = '', html = '' } = await PostalMime.parse(source);
  const head = source.slice(0, source.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]/g, ' ');
  return { subject, text, html, head, all: `${subject}\n${text}\n${html}` };
}

async function say(actor: Actor, threadId: string, body: string, onlyOwnGovernment = false): Promise<number> {
  const input = { threadId, body, language: 'zh', clientKey: uuid(), onlyOwnGovernment } as const;
  const result = await writePost(actor, input);
  if (!result.ok) throw new Error(result.reason);
  return result.value.seq;
}

const wang = () =>
  anActor({ government: 'weihai', account: { name: '王海', nameLatin: 'Wang Hai', language: 'zh' } });

/** A topic of Weihai's with somebody in Taean who watches it. */
async function aTalk(overrides: Parameters<typeof aThread>[0] = {}) {
  const [author, reader] = [await wang(), await anActor()];
  const thread = await aThread({
    ownerGovernmentId: 'weihai',
    titleLanguage: 'zh',
    title: '浮球对照表',
    ...overrides,
  });
  const chosen = await chooseThreadLevel(reader, { threadId: thread.id, level: 'watching' });
  expect(chosen.ok).toBe(true);
  return { author, reader, threadId: thread.id };
}

/** Something that cannot wait. */
async function ask({ author, threadId }: Awaited<ReturnType<typeof aTalk>>, body = '请确认。') {
  const seq = await say(author, threadId, body);
  const asked = await requestAcknowledgement(author, { threadId, seq });
  expect(asked.ok).toBe(true);
}

describe('a mail', () => {
  test('comes a minute after what waits, and the next morning with the rest, each thing once', async () => {
    const talk = await aTalk();
    await ask(talk);
    expect(await mailAt(later(30_000))).toEqual([]);

    const [first, ...others] = await mailAt(soon());
    expect(others).toEqual([]);
    expect(first?.text).toContain('열람 확인 요청');
    expect(await mailAt(later(120_000))).toHaveLength(1);

    const all = await mailAt(nextDay());
    expect(all).toHaveLength(2);
    expect(all[1]?.text).toContain('매일 08:30');
    expect(await mailAt(nextDay())).toHaveLength(2);
  });

  test('says it in the reader’s language, with the translated title, labels and the way back', async () => {
    const talk = await aTalk();
    await db().translation.create({
      data: {
        id: uuid(),
        subject: 'thread',
        subjectId: talk.threadId,
        field: 'title',
        language: 'ko',
        kind: 'machine',
        revision: 1,
        text: '부표 대조표',
      },
    });
    await ask(talk, '照片已转养殖企业核对。');
    const [mail] = await mailAt(soon());
    expect(mail?.subject).toBe('열람 확인 요청: 부표 대조표');
    expect(mail?.text).toContain('부표 대조표 (기계 번역)');
    expect(mail?.text).toContain('照片已转养殖企业核对。');
    for (const part of [mail?.text, mail?.html])
      expect(part).toContain(`${origin}/threads/${talk.threadId}?at=`);
    expect(mail?.html).toContain('<html lang="ko">');
    expect(mail?.head).toMatch(/^Content-Type: multipart\/alternative/m);
    expect(mail?.head).toMatch(/^List-Unsubscribe: <https:\/\/tideline\.example\.org\/mail\/off\//m);
    expect(mail?.head).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m);
    expect(mail?.head).toMatch(/^Auto-Submitted: auto-generated/m);
  });

  test('gathers threads by the hour, or does not come at all, as its reader chose', async () => {
    const { author, reader, threadId } = await aTalk();
    await chooseMail(reader, { mailsAtOnce: true, mailRhythm: 'hourly' });
    await say(author, threadId, '第一条');
    await say(author, threadId, '第二条');
    const other = await aThread({ title: '다른 주제' });
    await chooseThreadLevel(reader, { threadId: other.id, level: 'watching' });
    await say(author, other.id, '第三条');
    const [mail, ...more] = await mailAt(later(3600_000));
    expect(more).toEqual([]);
    expect(mail?.text).toContain('논의 2건의 새 소식');
    for (const words of ['第一条', '第二条', '第三条', '다른 주제']) expect(mail?.text).toContain(words);

    await chooseMail(reader, { mailsAtOnce: true, mailRhythm: 'off' });
    await say(author, threadId, '第四条');
    expect(await mailAt(nextDay())).toHaveLength(1);
  });

  test('never tells of what was read, before it was put down or after', async () => {
    const talk = await aTalk();
    await ask(talk);
    await markRead(talk.reader, { threadId: talk.threadId });
    expect(await mailAt(soon())).toEqual([]);

    await ask(talk);
    expect(await planMails(host, soon())).toBe(1);
    await markRead(talk.reader, { threadId: talk.threadId });
    await work(soon());
    expect(server.taken).toEqual([]);
    const states = await db().mail.findMany({ where: { accountId: talk.reader.accountId } });
    expect(states.map(({ state }) => state)).toEqual(['needless']);
  });

  test('ends for who followed the link in it, kind by kind', async () => {
    const talk = await aTalk();
    const { accountId } = talk.reader;
    await endMails({ accountId, kind: 'at_once' });
    await ask(talk);
    expect(await mailAt(soon())).toEqual([]);
    expect(await mailAt(nextDay())).toHaveLength(1);
    await endMails({ accountId, kind: 'digest' });
    await ask(talk);
    expect(await mailAt(nextDay())).toHaveLength(1);
  });
});

describe('who may see what', () => {
  test.each(['officer', 'head', 'secretariat', 'observer'] as const)(
    '%s gets by mail exactly what the visibility of a thread allows',
    async (role) => {
      const author = await wang();
      const reader = await anActor({ role });
      const say1 = async (
        visibility: 'network' | 'bilateral' | 'government',
        audience: string[],
        words: string,
      ) => {
        const thread = await aThread({ ownerGovernmentId: 'weihai', visibility, audience, title: words });
        // Watched before it was narrowed, as it were: the level must not matter.
        await db().threadLevel.create({
          data: { threadId: thread.id, seatId: reader.seatId, level: 'watching' },
        });
        await say(author, thread.id, words);
        return thread.id;
      };
      const open = await say1('network', [], '全体可见');
      await say1('bilateral', ['taean'], '双方可见');
      await say1('bilateral', ['yantai'], '他方可见');
      await say1('government', [], '仅本政府');
      await say(author, open, '内部意见', true);
      const mail = (await mailAt(nextDay())).map(({ all }) => all).join('\n');
      expect(mail).toContain('全体可见');
      expect(mail).toContain('双方可见');
      for (const hidden of ['他方可见', '仅本政府', '内部意见']) expect(mail).not.toContain(hidden);
    },
  );

  test('what stopped being visible between the plan and the letter is not in it', async () => {
    const talk = await aTalk();
    await say(talk.author, talk.threadId, '尚对全体公开');
    expect(await planMails(host, nextDay())).toBe(1);
    expect((await narrowTopic(talk.author, { threadId: talk.threadId, audience: ['yantai'] })).ok).toBe(true);
    await work(nextDay());
    expect(server.taken).toEqual([]);
  });

  test('who does not hold the seat any more gets nothing, a successor not what came before', async () => {
    const talk = await aTalk();
    await ask(talk);
    await db().tenure.updateMany({ where: { accountId: talk.reader.accountId }, data: { to: new Date() } });
    const successor = await anActor({ account: { language: 'en' } });
    await db().tenure.updateMany({
      where: { accountId: successor.accountId },
      data: { seatId: talk.reader.seatId, from: new Date() },
    });
    expect(await mailAt(nextDay())).toEqual([]);
  });

  test('a government that lets no content out: only that something waits, where, and a link', async () => {
    const head = await anActor({ government: 'weihai', role: 'head' });
    expect((await decideNoticeRules(await anActor(), { withoutContent: true })).ok).toBe(false);
    const talk = await aTalk({ title: '机密标题' });
    await ask(talk, '机密内容');
    expect((await decideNoticeRules(head, { withoutContent: true })).ok).toBe(true);
    const [mail] = await mailAt(soon());
    expect(mail?.all).not.toMatch(/机密/);
    expect(mail?.subject).toBe('확인을 기다리는 일 1건');
    expect(mail?.text).toContain('포럼 주제');
    expect(mail?.text).toContain(`/threads/${talk.threadId}?at=`);

    // Its post in somebody else's thread, too.
    const incident = await anIncident({ title: '태안 부표' });
    const reader = await anActor();
    await say(talk.author, incident.threadId, '机密内容');
    const mails = (await mailAt(nextDay())).filter(({ all }) => all.includes(incident.number));
    expect(mails.length).toBeGreaterThan(0);
    expect(mails.map(({ all }) => all).join('\n')).not.toMatch(/机密|태안 부표/);
    expect(reader.governmentId).toBe('taean');
    await decideNoticeRules(head, { withoutContent: false });
  });
});

describe('what somebody wrote stays words', () => {
  test('a script in a title, a post or a name is no markup, and a line break begins no header', async () => {
    const evil = '<script>alert(1)</script>\r\nBcc: all@example.org\u2028';
    const author = await anActor({
      government: 'weihai',
      account: { name: '<img src=x onerror=alert(2)>', nameLatin: 'x' },
    });
    const reader = await anActor({
      account: { language: 'ko', name: '한"바다\r\nBcc: all@example.org <b>' },
    });
    const opened = await openTopic(author, {
      clientKey: uuid(),
      title: evil,
      language: 'en',
      body: `${evil} <img src=x onerror=alert(3)> "quoted" & 'so'`,
      visibility: 'bilateral',
      audience: ['taean'],
    });
    if (!opened.ok) throw new Error(opened.reason);
    expect(reader.governmentId).toBe('taean');
    const [mail] = (await mailAt(nextDay())).filter(({ text }) => text.includes('alert(1)'));
    expect(mail?.html).toContain('&lt;script&gt;');
    expect(mail?.html).not.toMatch(/<script|<img|<b>alert/);
    expect(mail?.head).not.toMatch(/^(Bcc|Cc):/im);
    expect(mail?.subject).toContain('<script>alert(1)</script> Bcc: all@example.org');
    expect(server.taken.flatMap(({ to }) => to)).not.toContain('all@example.org');
  });
});

describe('a mail server', () => {
  const stateOf = async (reader: Actor) =>
    (await db().mail.findFirstOrThrow({ where: { accountId: reader.accountId } })).state;

  test('that is busy is asked again later, and the mail arrives once', async () => {
    const talk = await aTalk();
    await ask(talk);
    server.faults.push('busy');
    await tryOnce(soon());
    expect(server.taken).toEqual([]);
    expect(await stateOf(talk.reader)).toBe('waiting');
    await work(later(3 * 60_000));
    expect(server.taken).toHaveLength(1);
    expect(await stateOf(talk.reader)).toBe('sent');
  });

  test.each(['no_such_person', 'refuses_text'] as const)('that says %s is not asked again', async (fault) => {
    const talk = await aTalk();
    await ask(talk);
    server.faults.push(fault);
    expect(await mailAt(soon())).toEqual([]);
    await work(nextDay());
    expect(server.taken).toEqual([]);
    expect(await stateOf(talk.reader)).toBe('failed');
  });

  test('that is cut off before it has the message gets it again, with the same Message-ID', async () => {
    const talk = await aTalk();
    await ask(talk);
    server.faults.push('cut_early');
    await tryOnce(soon());
    expect(server.taken).toEqual([]);
    await work(later(3 * 60_000));
    const { messageId } = await db().mail.findFirstOrThrow({ where: { accountId: talk.reader.accountId } });
    expect(server.taken.map(({ text }) => text.includes(`Message-ID: ${messageId}`))).toEqual([true]);
  });

  test.each(['cut_late', 'silent'] as const)(
    'that has the message but whose answer is lost (%s) never gets it twice',
    async (fault) => {
      const talk = await aTalk();
      await ask(talk);
      server.faults.push(fault);
      await mailAt(soon());
      await work(nextDay());
      expect(server.taken).toHaveLength(1);
      expect(await stateOf(talk.reader)).toBe('uncertain');
    },
  );

  test('that is not there is tried again', async () => {
    const talk = await aTalk();
    await ask(talk);
    await planMails(host, soon());
    const nowhere = makeSmtpPostbox('smtp://127.0.0.1:1', { silenceMs: 500, wholeMs: 1_000 });
    await workOnce(handlers(nowhere), soon());
    expect(await stateOf(talk.reader)).toBe('waiting');
    await work(later(3 * 60_000));
    expect(server.taken).toHaveLength(1);
  });
});

describe('a process that dies', () => {
  test('between handing over and writing it down: the next one does not send again', async () => {
    const talk = await aTalk();
    await ask(talk);
    await planMails(host, soon());
    const { id } = await db().mail.findFirstOrThrow({ where: { accountId: talk.reader.accountId } });
    // As far as the first process came: the mail is the server's, its lease runs on, and nobody wrote it down.
    await beginMail(id, { isIdempotent: false });
    await work(later(5 * 60_000));
    expect(server.taken).toEqual([]);
    expect((await db().mail.findUniqueOrThrow({ where: { id } })).state).toBe('uncertain');
    expect(await db().job.count({})).toBe(0);
  });

  test('before it began: the next one sends; two that plan at once plan once', async () => {
    const talk = await aTalk();
    await ask(talk);
    const planned = await Promise.all([planMails(host, soon()), planMails(host, soon())]);
    expect(new Set(planned)).toEqual(new Set([0, 1]));
    await work(soon());
    expect(server.taken).toHaveLength(1);
    expect(talk.threadId).not.toBe('');
  });

  test('while it wrote a file: the file is there once, whole', async () => {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'tideline-outbox-'));
    const talk = await aTalk();
    await ask(talk);
    await planMails(host, soon());
    const { id } = await db().mail.findFirstOrThrow({ where: { accountId: talk.reader.accountId } });
    await beginMail(id, { isIdempotent: true });
    await work(soon(), makeFolderPostbox(folder));
    const files = await fs.readdir(folder);
    expect(files).toHaveLength(1);
    expect(await fs.readFile(path.join(folder, files[0] ?? ''), 'utf8')).toContain(
      `Message-ID: <${id}@${host}>`,
    );
    await fs.rm(folder, { recursive: true });
  });
});
