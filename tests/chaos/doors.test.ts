import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { RouteConfigEntry } from '@remix-run/route-config';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import routes from '#app/routes.ts';
import { enter, type Person } from './person.ts';
import { type ServerProcess, startServer } from './server-process.ts';

// Every address of the product gets what no page of ours would send. Whatever comes in, the answer is no fault of the
// server's, and the server goes on.

let folder: string;
let server: ServerProcess;
let officer: Person;
const ids: Record<string, string> = {};

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'tideline-doors-'));
  server = await startServer({ folder, demo: true });
  officer = await enter(server.origin, 'taean-officer');
  for (const [name, page, link] of [
    ['incident', '/incidents', /\/incidents\/(\d{4}-\d+)/],
    ['threadId', '/threads', /\/threads\/([0-9a-f-]{36})/],
    ['action', '/actions', /\/actions\/(A-\d+)/],
    ['meeting', '/meetings', /\/meetings\/(M-\d+)/],
    ['termId', '/glossary', /\/glossary\/([a-z-]{6,})"/],
  ] as const) {
    const found = link.exec(await (await ask(officer, page)).text())?.[1];
    if (!found) throw new Error(`${page} links to none.`);
    ids[name] = found;
  }
});

afterAll(async () => {
  await server?.kill('SIGKILL');
  await fs.rm(folder, { recursive: true, force: true });
});

function ask({ origin, cookie }: Person, address: string, body?: BodyInit): Promise<Response> {
  return fetch(`${origin}${address}`, {
    redirect: 'manual',
    headers: { Cookie: cookie, Origin: origin, Accept: 'text/html' },
    ...(body && { method: 'POST', body }),
  });
}

function addressesOf(entries: readonly RouteConfigEntry[], before = ''): string[] {
  return entries.flatMap(({ path: part, children }) => {
    const address = part === undefined ? before : `${before}/${part}`;
    return [address || '/', ...addressesOf(children ?? [], address)];
  });
}

/** These end the session that the others need. */
const signsOut = /^\/(sign-out|demo|password)/;
const addresses = [...new Set(addressesOf(routes))].filter((address) => !signsOut.test(address));

const nowhere = '00000000-0000-7000-8000-000000000000';
const odd = encodeURIComponent(`😀'"<script>`);
function numberIn(address: string): string | undefined {
  if (address.startsWith('/meetings')) return ids.meeting;
  return address.startsWith('/actions') ? ids.action : ids.incident;
}

/** The address with something there, something well-formed that is not there, and nonsense in its place. */
function filled(address: string): string[] {
  if (!address.includes(':')) return [address];
  const known: Record<string, string | undefined> = {
    ...ids,
    number: numberIn(address),
    ...{ seq: '1', z: '5', x: '27', y: '12', size: 'small' },
  };
  const put = (value: (name: string) => string) =>
    address.replace(/:(\w+)\??/g, (_, name: string) => value(name));
  return [put((name) => known[name] ?? nowhere), put(() => nowhere), put(() => odd)];
}

const query =
  '?q=%27%25_%5C%F0%9F%98%80&kind=nope&since=9999-99-99&until=x&page=-1&c=abc&government=%3Cb%3E&status=a&status=b&month=13&n=1e99&after=-1&before=99999999999999999999&box=1,2,3&id=x&v=-1';

const long = '가'.repeat(200_000);
const bodies: Record<string, () => BodyInit> = {
  'nothing at all': () => new URLSearchParams(),
  'a list of a billion': () => new URLSearchParams({ 'amounts[999999999].value': '1', 'parties[4e9]': 'x' }),
  'names of prototypes': () =>
    new URLSearchParams({ '__proto__.isAdmin': 'yes', 'constructor.prototype': 'x' }),
  'values that no field has': () =>
    new URLSearchParams({
      ...{ clientKey: 'x', version: '-1', revision: '1e9', seq: '1.5', upTo: 'NaN', dueOn: '2026-02-31' },
      ...{ title: long, text: `\0${odd}`, body: '\0\u202e', reason: '', language: 'xx', seenAt: 'x' },
      ...{
        governmentId: '__proto__',
        threadId: 'x',
        milestoneId: odd,
        optionId: 'x',
        emoji: '💥',
        to: '//x',
      },
      ...{ coordinates: '999, 999', 'parties[0].governmentId': 'constructor', 'amounts[0].value': '-1' },
    }),
  'ids of nobody': () =>
    new URLSearchParams({
      ...{ clientKey: nowhere, threadId: nowhere, seatId: nowhere, accountId: nowhere, optionId: nowhere },
      ...{ governmentId: 'atlantis', milestoneId: nowhere, commitmentId: nowhere, stepId: nowhere },
      ...{
        language: 'ko',
        text: '글',
        title: '제목',
        body: '글',
        reason: '까닭',
        upTo: '999999999',
        number: odd,
      },
    }),
  'files that are none': () => {
    const form = new FormData();
    for (const name of ['file', 'photo', 'photos']) form.append(name, new Blob(['no']), '../../x.csv');
    return form;
  },
  'no form': () => '{"a":1}',
};

describe.each(['a guest', 'a member'])('%s', (who) => {
  const person = (): Person =>
    who === 'a guest' ? { origin: server.origin, cookie: '', token: null } : officer;

  it.each(addresses)('%s', async (address) => {
    const faults: string[] = [];
    const note = async (what: string, answer: Response) => {
      await answer.body?.cancel();
      if (answer.status >= 500) faults.push(`${what}: ${answer.status}`);
    };
    const [there = '', ...elsewhere] = filled(address);
    for (const one of [there, ...elsewhere]) await note(one, await ask(person(), one + query));
    for (const one of elsewhere) await note(one, await ask(person(), one, bodies['ids of nobody']?.()));
    for (const [what, body] of Object.entries(bodies))
      await note(`${there} gets ${what}`, await ask(person(), there, body()));
    expect(faults).toEqual([]);
  });
});

it('the server is still there, and knows its reader', async () => {
  expect((await fetch(`${server.origin}/readyz`)).status).toBe(200);
  expect((await ask(officer, '/today')).status).toBe(200);
});
