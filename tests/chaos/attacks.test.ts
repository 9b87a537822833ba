import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { JSDOM } from 'jsdom';
import sharp from 'sharp';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, useDatabase } from '#app/db/client.server.ts';
import { migrate } from '#app/db/migrate.server.ts';
import { ensureGovernments } from '#app/domain/government/ensure-governments.server.ts';
import { fillSeats } from '#prisma/demo/fill-seats.ts';
import { demoSeats } from '#prisma/demo/seats.ts';
import { anIncident, aThread } from '../factories.ts';
import { connect, enter, type Person, post, read, readAll, until, watch } from './person.ts';
import { knock, openRaw, type RawSocket } from './raw-socket.ts';
import { type ServerProcess, startServer } from './server-process.ts';

// What was published against comparable forums and against Socket.IO, tried on the built server over real sockets.

/** Words that stand in what is not for everybody and nowhere else. */
const mark = 'Xq7vertraulich';
const script = `</script><script>hacked()</script><img src=x onerror=hacked()>`;

let folder: string;
let server: ServerProcess;
let officer: Person;
let outsider: Person;
let observer: Person;
const guest = (): Person => ({ origin: server.origin, cookie: '', token: null });
const threads = { open: uuid(), own: uuid(), bilateral: uuid() };
let secret: { number: string; threadId: string; id: string };
let hostile: { number: string; threadId: string };
let endedTenureId: string;

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'tideline-attacks-'));
  await prepareWorld();
  server = await startServer({ folder });
  officer = await enter(server.origin, 'taean-officer');
  outsider = await enter(server.origin, 'dalian-officer');
  observer = await enter(server.origin, 'observer');
});

afterAll(async () => {
  await server?.kill('SIGKILL');
  await fs.rm(folder, { recursive: true, force: true });
});

async function prepareWorld(): Promise<void> {
  const database = await openDatabase({ folder });
  useDatabase(database);
  await migrate(database);
  await ensureGovernments();
  await fillSeats(database.prisma, new Date());
  await aThread({ id: threads.open, title: 'open' });
  await aThread({ id: threads.own, title: `${mark} own`, visibility: 'government' });
  await aThread({
    ...{ id: threads.bilateral, title: `${mark} bilateral`, visibility: 'bilateral', audience: ['weihai'] },
  });
  secret = await anIncident({ title: `${mark} incident`, thread: { visibility: 'government' } });
  hostile = await anIncident({ title: `=1+1 ${script}`, text: script, placeName: script });
  // Somebody with a hostile name, and somebody with two seats.
  await database.prisma.account.update({
    where: { id: demoSeats['qingdao-officer'].holder.accountId },
    data: { name: script, nameLatin: script },
  });
  await database.prisma.tenure.create({
    data: {
      ...{ id: uuid(), accountId: demoSeats['taean-head'].holder.accountId },
      ...{ seatId: demoSeats['boryeong-officer'].id, from: new Date(Date.now() - 3_600_000) },
    },
  });
  const ended = await database.prisma.tenure.findFirstOrThrow({
    where: { accountId: demoSeats['seocheon-officer'].holder.accountId },
  });
  endedTenureId = ended.id;
  useDatabase(undefined);
  await database.close();
}

/** A form as a page of ours sends it. */
function send({ origin, cookie }: Person, url: string, fields: Record<string, string>, headers = {}) {
  return fetch(`${origin}${url}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Cookie: cookie, Origin: origin, Accept: 'application/json', ...headers },
    body: new URLSearchParams(fields),
  });
}

function load({ origin, cookie }: Person, url: string): Promise<Response> {
  return fetch(`${origin}${url}`, { redirect: 'manual', headers: { Cookie: cookie } });
}

/** Somebody else notices nothing: their post arrives at a reader who was there before. */
async function expectServed(): Promise<void> {
  const reader = read(officer, threads.open);
  const body = `served ${uuid()}`;
  expect((await post(officer, threads.open, body)).status).toBe(200);
  await until('the post arrives', () => reader.bodies().includes(body));
  reader.close();
  expect((await load(guest(), '/readyz')).status).toBe(200);
}

describe('what a socket may not say', () => {
  const asks = (name: unknown, ...args: unknown[]) => `421${JSON.stringify([name, ...args])}`;
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
  const input = { threadId: threads.open };
  const answered: [string, string][] = [
    ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', ''].map(
      (name): [string, string] => [`the event ${JSON.stringify(name)}`, asks(name, input)],
    ),
    ['an event without input', asks('watch')],
    ['an event with null', asks('watch', null)],
    ['an event with a list', asks('watch', [threads.open])],
    ['an event with an object in the place of an id', asks('watch', { threadId: { $ne: null } })],
    ['an event with a polluting key', `421["watch",{"__proto__":{"threadId":"${threads.open}"}}]`],
    ['an event with a thousand arguments', asks('watch', ...Array.from({ length: 1_000 }, () => null))],
    ['an input as deep as 64 KB allow', `421["watch",${deep}]`],
    ['a thread that is not one', asks('watch', { threadId: `${threads.open}' OR 1=1` })],
    ['a thread that is not for it', asks('watch', { threadId: threads.own })],
  ];

  it.each(answered)('%s is answered with no and nothing else', async (_what, frame) => {
    const socket = await openRaw(server.port, outsider);
    socket.send(frame);
    await until('the answer', () => socket.said.some((text) => text.startsWith('43')));
    expect(socket.said.filter((text) => text.startsWith('43'))).toEqual(['431[{"ok":false}]']);
    expect(socket.isOpen()).toBe(true);
    socket.close();
  });

  const broken: [string, (string | Buffer)[]][] = [
    ['an event that is a number', ['42[7]']],
    ['an event that is null', ['42[null]']],
    ['an event that is an object', ['42[{"toString":"watch"}]']],
    ['an event of the protocol itself', ['42["disconnect"]', '42["connect_error",{}]']],
    ['no JSON', ['42["watch",', '42{', '42"watch"', '4', '']],
    ['an answer to a question that was never asked', ['4399[1]', '43']],
    ['an event without wanting an answer', [`42${JSON.stringify(['watch', input])}`]],
    ['text in the place of the answer', ['42["watch",{"threadId":1},"not a function"]']],
    ['binary frames', [Buffer.from([4, 2, 1]), Buffer.alloc(60_000, 0xff)]],
    [
      'a binary event whose parts are wrong',
      ['451-["watch",{"_placeholder":true,"num":99}]', Buffer.from('x')],
    ],
    ['a binary event that promises a thousand million parts', ['45999999999-["watch",{}]', Buffer.from('x')]],
    ['a binary event whose parts never come', ['452-["watch",{"_placeholder":true,"num":0}]']],
    ['another namespace', ['40/admin,', '42/admin,["watch",{}]']],
    ['more than 64 KB', [`42["watch",${JSON.stringify('x'.repeat(70_000))}]`]],
    ['a megabyte in one frame', [Buffer.alloc(1_000_000, 0x34)]],
  ];

  it.each(broken)('%s disturbs nobody else', async (_what, frames) => {
    const socket = await openRaw(server.port, outsider);
    for (const frame of frames) if (socket.isOpen()) socket.send(frame);
    await expectServed();
    socket.close();
    expect(server.output()).not.toMatch(/Uncaught|Unhandled/);
  });

  it('what is too large closes the line of who sent it', async () => {
    const socket = await openRaw(server.port, outsider);
    socket.send(`42["watch",${JSON.stringify('x'.repeat(70_000))}]`);
    await until('the line is closed', () => !socket.isOpen());
  });
});

describe('who is not let in', () => {
  const strangers: [string, (own: string) => string | undefined][] = [
    ['another site', () => 'https://elsewhere.example'],
    ['a name that begins like ours', (own) => `${own}.elsewhere.example`],
    ['another port of this machine', () => 'http://localhost:1'],
    ['a page without an origin', () => 'null'],
    ['no origin at all', () => undefined],
  ];

  it.each(strangers)('a handshake of %s with a valid cookie', async (_who, originOf) => {
    const origin = originOf(server.origin);
    const answer = await knock(server.port, {
      ...{ Cookie: officer.cookie, Host: new URL(server.origin).host },
      ...(origin === undefined ? {} : { Origin: origin }),
    });
    expect(typeof answer === 'number' && answer >= 400).toBe(true);
  });

  it.each(strangers)('a post of %s with a valid cookie', async (_who, originOf) => {
    const before = await readAll(officer, threads.open);
    const fields = { clientKey: uuid(), language: 'ko', body: 'forged' };
    const headers = { Cookie: officer.cookie, Accept: 'application/json' };
    const origin = originOf(server.origin);
    const answer = await fetch(`${server.origin}/threads/${threads.open}/posts`, {
      method: 'POST',
      headers: { ...headers, ...(origin === undefined ? {} : { Origin: origin }) },
      body: new URLSearchParams(fields),
    });
    expect(answer.status).toBe(403);
    expect(await readAll(officer, threads.open)).toEqual(before);
  });

  it('long polling, where a form of another site could speak', async () => {
    const answer = await fetch(`${server.origin}/socket.io/?EIO=4&transport=polling`, {
      headers: { Cookie: officer.cookie, Origin: server.origin },
    });
    expect(answer.status).toBe(400);
  });

  it('the 31st socket of one account', async () => {
    const person = await enter(server.origin, 'incheon-officer');
    const opened: RawSocket[] = [];
    for (let count = 0; count < 31; count += 1) opened.push(await openRaw(server.port, person));
    expect(opened.map(({ said }) => said.some((text) => text.startsWith('44')))).toEqual([
      ...Array<boolean>(30).fill(false),
      true,
    ]);
    for (const { close } of opened) close();
  });

  it('more questions than a person asks are answered with no, and other people are still answered', async () => {
    const person = await enter(server.origin, 'shandong-officer');
    const socket = await openRaw(server.port, person);
    for (let count = 0; count < 300; count += 1)
      socket.send(`42${count}${JSON.stringify(['watch', { threadId: threads.open }])}`);
    const answers = () => socket.said.filter((text) => text.startsWith('43'));
    await until('all are answered', () => answers().length === 300);
    expect(answers().some((text) => text.includes('"ok":false'))).toBe(true);
    socket.close();
    await expectServed();
  });
});

describe('rights that are gone', () => {
  it('who acts in another seat hears nothing of the former government, by no way', async () => {
    const head = await enter(server.origin, 'taean-head');
    const socket = connect(head);
    const heard: string[] = [];
    socket.onAny((name: string, message: unknown) => heard.push(`${name} ${JSON.stringify(message)}`));
    await until('the socket is there', () => socket.connected);
    expect((await watch(socket, threads.own)).ok).toBe(true);
    const gone = new Promise<void>((resolve) => void socket.once('disconnect', () => resolve()));
    const answer = await send(head, '/seat', { seatId: demoSeats['boryeong-officer'].id });
    expect(answer.status).toBeLessThan(400);
    await gone;
    heard.length = 0;
    socket.connect();
    await until('the socket is back', () => socket.connected);
    expect((await watch(socket, threads.own)).ok).toBe(false);
    expect((await watch(socket, threads.open)).ok).toBe(true);
    expect((await post(officer, threads.own, `${mark} after`)).status).toBe(200);
    expect((await post(officer, threads.open, `${mark} own`, { own: true })).status).toBe(200);
    const last = `for all ${uuid()}`;
    await post(officer, threads.open, last);
    await until('what is for all came', () => heard.some((line) => line.includes(last)));
    expect(heard.filter((line) => line.includes(mark) || line.includes(threads.own))).toEqual([]);
    expect(await readAll(head, threads.own)).toBeNull();
    expect(JSON.stringify(await readAll(head, threads.open))).not.toContain(mark);
    socket.disconnect();
  });

  it('whose tenure ends is put out at once, writes no more, and only reads on what there was in their time', async () => {
    const person = await enter(server.origin, 'seocheon-officer');
    const socket = connect(person);
    const heard: string[] = [];
    socket.onAny((name: string) => heard.push(name));
    await until('the socket is there', () => socket.connected);
    expect((await watch(socket, threads.open)).ok).toBe(true);
    const gone = new Promise<void>((resolve) => void socket.once('disconnect', () => resolve()));
    const secretariat = await enter(server.origin, 'secretariat');
    await send(secretariat, `/tenures/${endedTenureId}/end`, {});
    await gone;
    heard.length = 0;
    expect((await post(officer, threads.open, 'after the end')).status).toBe(200);
    // For 90 days: app/decisions/082. handover.db.test.ts walks everything that they read and do not read.
    expect(await readAll(person, threads.open)).not.toBeNull();
    expect(await readAll(person, threads.bilateral)).toBeNull();
    expect((await post(person, threads.open, 'one more')).status).toBe(403);
    expect(heard).not.toContain('entry');
    socket.disconnect();
  });
});

describe('what is not for everybody', () => {
  const lists = [
    ...[
      '/threads',
      '/incidents',
      '/incidents.csv',
      '/incidents.geojson',
      '/today',
      '/inbox',
      '/actions',
      '/',
    ],
    ...['/map/incidents.json', '/map/points.json', '/map/months.json', '/map/figures', '/members/taean'],
    `/incidents?q=${mark}`,
    `/incidents.csv?q=${mark}`,
  ];

  it('stands in the lists of who may see it', async () => {
    for (const url of ['/threads', '/incidents', '/incidents.csv', '/incidents.geojson'])
      expect([url, (await (await load(officer, url)).text()).includes(mark)]).toEqual([url, true]);
  });

  it.each(lists)('stands not in %s of others', async (url) => {
    for (const person of [outsider, observer, guest()]) {
      const text = await (await load(person, url)).text();
      // What was asked for stands in the search field.
      const told = url.includes('q=') ? text.replaceAll(/(value="|q=)Xq7vertraulich/g, '') : text;
      const found = [`${mark} `, secret.number, secret.threadId, threads.own, threads.bilateral].filter(
        (one) => told.includes(one),
      );
      expect([url, found]).toEqual([url, []]);
    }
  });

  it('cannot be opened, watched, written to or translated by others, nor told from what does not exist', async () => {
    const nobody = uuid();
    for (const person of [outsider, observer]) {
      for (const id of [threads.own, threads.bilateral, secret.threadId, nobody]) {
        expect((await load(person, `/threads/${id}`)).status).toBe(404);
        expect((await load(person, `/threads/${id}/events?after=0`)).status).toBe(404);
        expect((await post(person, id, 'intruding')).status).toBe(404);
      }
      expect((await load(person, `/incidents/${secret.number}`)).status).toBe(404);
      const socket = connect(person);
      await until('the socket is there', () => socket.connected);
      for (const id of [threads.own, threads.bilateral, nobody])
        expect(await watch(socket, id)).toEqual({ ok: false });
      socket.disconnect();
    }
  });
});

describe('a child of another parent', () => {
  async function aPhotoOf(person: Person): Promise<string> {
    const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#246' } })
      .png()
      .toBuffer();
    const body = new FormData();
    body.set('photo', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), `${script}.png`);
    const answer = await fetch(`${server.origin}/photos`, {
      method: 'POST',
      headers: { Cookie: person.cookie, Origin: person.origin },
      body,
    });
    const said: { value: { id: string } } = await answer.json();
    return said.value.id;
  }

  it('a post of a thread that one may not see is not translated, whatever its id is called', async () => {
    expect((await post(officer, threads.own, `${mark} words`)).status).toBe(200);
    const entry = (await readAll(officer, threads.own))?.findLast((one) => one.type === 'post_written');
    if (entry?.type !== 'post_written') throw new Error('The post is not there.');
    const into = { field: 'text', revision: '1', language: 'zh', text: 'x' };
    const children = [
      { subject: 'post', subjectId: entry.post.id },
      { subject: 'incident', subjectId: secret.id },
      { subject: 'post', subjectId: secret.id },
      { subject: 'thread', subjectId: threads.own },
    ];
    for (const child of children)
      expect((await send(outsider, '/translations', { ...into, ...child })).status).not.toBe(200);
    for (const threadId of [threads.own, secret.threadId]) {
      const entries = await readAll(officer, threadId);
      expect(entries?.filter(({ type }) => type === 'translation_added')).toEqual([]);
    }
  });

  it('the key of a post in one thread is no key in another', async () => {
    const clientKey = uuid();
    expect((await post(officer, threads.open, 'once', { clientKey })).status).toBe(200);
    expect(await post(officer, threads.own, 'once', { clientKey })).toMatchObject({
      status: 409,
      refusal: 'key_reused',
    });
  });

  it('the photo of somebody else is neither seen nor taken', async () => {
    const photoId = await aPhotoOf(officer);
    expect((await load(officer, `/photos/${photoId}/large`)).status).toBe(200);
    for (const person of [outsider, observer, guest()])
      expect((await load(person, `/photos/${photoId}/large`)).status).toBe(404);
    const answer = await send(outsider, '/incidents/new', {
      ...{ clientKey: uuid(), title: 'stolen photo', language: 'zh', kind: 'floating_raft' },
      ...{ compartment: 'floating', seenAt: '2026-01-01T09:00', coordinates: '38.8, 121.9', sameAs: 'none' },
      photoIds: photoId,
    });
    expect(answer.status).toBeLessThan(500);
    expect((await load(outsider, `/photos/${photoId}/large`)).status).toBe(404);
    expect((await load(officer, `/photos/${photoId}/large`)).status).toBe(200);
  });

  it('an incident is no duplicate of one that its government may not see', async () => {
    for (const number of [hostile.number, secret.number]) {
      const fields = { ofNumber: secret.number, text: 'same', language: 'zh' };
      const answer = await send(outsider, `/incidents/${number}/mark-duplicate`, fields);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(await answer.text()).not.toContain(`${mark} incident`);
    }
  });

  it('a tenure is ended by the secretariat only', async () => {
    const answer = await send(outsider, `/tenures/${endedTenureId}/end`, {});
    expect([302, 303, 403]).toContain(answer.status);
    expect([403, 404]).toContain((await load(outsider, '/seats/__proto__/holders')).status);
  });
});

describe('words that are a program', () => {
  it('stand on every page as words: in titles, names, places, quotes and links', async () => {
    const qingdao = await enter(server.origin, 'qingdao-officer');
    const bodies = [
      script,
      `> ${script}`,
      '[link](javascript:hacked()) ![image](javascript:hacked()) <javascript:hacked()>',
      '[link](data:text/html,<script>hacked()</script>) [x](vbscript:hacked())',
      '<a href="javascript:hacked()" onclick="hacked()">x</a><svg onload=hacked()>',
      '`</script><script>hacked()</script>` ~~~html\n</textarea><script>hacked()</script>\n~~~',
    ];
    for (const body of bodies)
      for (const threadId of [threads.open, hostile.threadId])
        expect((await post(qingdao, threadId, body)).status).toBe(200);
    const title = { title: script, language: 'ko', body: script, visibility: 'network', clientKey: uuid() };
    expect((await send(qingdao, '/threads/new', title)).status).toBeLessThan(400);

    const urls = ['/threads', `/threads/${threads.open}`, '/incidents', '/today', '/inbox', '/settings'];
    urls.push(`/incidents/${hostile.number}`, `/map/${hostile.number}`, '/members/qingdao');
    urls.push(`/incidents?q=${encodeURIComponent(script)}`, `/threads/${encodeURIComponent(script)}`);
    for (const person of [qingdao, officer])
      for (const url of urls) {
        const answer = await load(person, url);
        const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1];
        const { document } = new JSDOM(await answer.text()).window;
        const programs = [...document.querySelectorAll('*')].filter(
          (element) =>
            [...element.attributes].some(
              ({ name, value }) =>
                name.startsWith('on') || /^\s*(javascript|vbscript|data:text)/i.test(value),
            ) ||
            (element.tagName === 'SCRIPT' && element.getAttribute('nonce') !== nonce),
        );
        expect([url, programs.map(({ outerHTML }) => outerHTML.slice(0, 200))]).toEqual([url, []]);
      }
  });

  it('are no formula in a sheet', async () => {
    const csv = await (await load(officer, '/incidents.csv')).text();
    expect(csv).toContain('1+1');
    expect(csv.split(/[,\n]/).filter((cell) => /^"?[=@]/.test(cell))).toEqual([]);
  });
});
