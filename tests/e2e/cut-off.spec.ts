import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { v7 as uuid } from 'uuid';
import { startProxy } from '../chaos/cutting-proxy.ts';
import { startServer } from '../chaos/server-process.ts';
import { prepareWorld } from '../chaos/storm.ts';
import { freePort } from '../free-port.ts';
import { expect, test as base } from './fixtures.ts';

/** A server of its own, which may be killed, and a line of TCP to it, which may be cut. */
type Line = {
  /** Where the server is without the line. */
  origin: string;
  /** Where it is at the other end of the line. */
  through: string;
  block: (blocked: boolean) => void;
  /** The next answer to a page that is read anew breaks off in its body; `onBroken` is called then. */
  breakNextReload: (onBroken: () => void) => void;
  /** `kill -9`, and a new process on the same data. */
  killAndRestart: () => Promise<void>;
};

const patience = 240_000;
// A minute of silence and three starts of a server, on a machine that may be busy.
base.describe.configure({ timeout: 15 * 60_000 });

const test = base.extend<{ line: Line }>({
  line: async ({}, use) => {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'tideline-cut-off-'));
    await prepareWorld(folder);
    const port = await freePort();
    let server = await startServer({ folder, port }, patience);
    const proxy = await startProxy(port);
    await use({
      origin: server.origin,
      through: `http://localhost:${proxy.port}`,
      block: proxy.block,
      breakNextReload: (onBroken) => proxy.breakNextAnswer(/^GET \S+\.data/, 8, onBroken),
      killAndRestart: async () => {
        await server.kill('SIGKILL');
        server = await startServer({ folder, port }, patience);
      },
    });
    await proxy.close();
    await server.kill('SIGKILL');
    await fs.rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  baseURL: async ({ line }, use) => use(line.through),
  otherHosts: async ({ line }, use) => use(new RegExp(`^${new URL(line.origin).host}$`)),
});

/** What stands in the thread, in order, without the times, which go on. */
async function entriesOf(page: Page): Promise<string[]> {
  return page.locator('[id^=entry-]').evaluateAll((entries) =>
    entries.map((entry) => {
      const copy = entry.cloneNode(true);
      if (!(copy instanceof Element)) return '';
      for (const aside of copy.querySelectorAll('time, details, button, form')) aside.remove();
      return `${entry.id} ${(copy.textContent ?? '').replaceAll(/\s+/g, ' ').trim()}`;
    }),
  );
}

test('one reader’s line is cut for a minute and the server is killed twice: both sides end with the same page', async ({
  asSeat,
  line,
}) => {
  const taean = await asSeat('taean-officer', { baseURL: line.origin });
  const boryeong = await asSeat('boryeong-officer');
  const headers = { Origin: line.origin, 'Sec-Fetch-Site': 'same-origin', Accept: 'application/json' };
  const send = (url: string, form: Record<string, string>) =>
    taean.request.post(`${line.origin}${url}`, { form, headers, maxRedirects: 0, timeout: 60_000 });
  const reported = await send('/incidents/new', {
    ...{ clientKey: uuid(), title: '구례포 로프 뭉치', language: 'ko', kind: 'floating_raft' },
    ...{ compartment: 'floating', seenAt: '2026-01-01T09:00', sameAs: 'none' },
    coordinates: '36.9130, 126.2160',
  });
  const address = reported.headers().location ?? '';
  expect(address).toMatch(/^\/incidents\/\d{4}-\d{4}/);
  const page = await taean.newPage();
  await page.goto(address);
  const reader = await boryeong.newPage();
  await reader.goto(address);
  const written = await page.locator('form[action$="/write"]').first().getAttribute('action');
  const threadPath = written?.replace(/write$/, 'posts');
  const write = async (body: string) => {
    const answer = await send(threadPath ?? '', { clientKey: uuid(), language: 'ko', body });
    expect(answer.status()).toBe(200);
  };
  await write('줄이 이어져 있을 때 쓴 글');
  const first = reader.locator('[id^=entry-]', { hasText: '줄이 이어져 있을 때 쓴 글' });
  await expect(first).toBeVisible();

  // The line is cut: the reader writes all the same, and does not see what the others do.
  line.block(true);
  const cutAt = Date.now();
  await reader.locator('textarea[name=body]').fill('끊긴 쪽에서 쓴 글');
  await reader.locator('textarea[name=body]').press('Control+Enter');
  await expect(reader.locator('textarea[name=body]')).toHaveValue('');
  await write('끊긴 동안 쓴 글');
  expect((await send(`${address}/confirm`, {})).status()).toBeLessThan(400);
  const firstId = await page.locator('[id^=entry-] form input[name=subjectId]').first().getAttribute('value');
  const into = { subject: 'post', field: 'text', revision: '1', language: 'zh', text: '线路畅通时写的话' };
  expect((await send('/translations', { ...into, subjectId: firstId ?? '' })).status()).toBeLessThan(400);
  await line.killAndRestart();
  await write('첫 번째로 죽은 뒤에 쓴 글');
  await expect(reader.getByText('끊긴 동안 쓴 글')).toHaveCount(0);
  await expect.poll(() => Date.now() - cutAt, { timeout: 90_000 }).toBeGreaterThan(60_000);

  // It is back, and while it catches up the server dies once more.
  line.block(false);
  await line.killAndRestart();
  await write('두 번째로 죽은 뒤에 쓴 글');

  const everything = [
    ...['줄이 이어져 있을 때 쓴 글', '끊긴 동안 쓴 글', '첫 번째로 죽은 뒤에 쓴 글'],
    ...['끊긴 쪽에서 쓴 글', '두 번째로 죽은 뒤에 쓴 글'],
  ];
  for (const one of [page, reader])
    for (const body of everything)
      await expect(one.locator('[id^=entry-]', { hasText: body })).toHaveCount(1, { timeout: 90_000 });
  await expect(first).toContainText('线路畅通时写的话', { timeout: 90_000 });
  await expect.poll(async () => entriesOf(reader), { timeout: 90_000 }).toEqual(await entriesOf(page));

  // And what was put together live is what a page loaded now says.
  const live = await entriesOf(reader);
  await reader.reload();
  expect(await entriesOf(reader)).toEqual(live);
  await page.reload();
  expect(await entriesOf(page)).toEqual(live);
});

test('an answer that breaks off half way is asked for once more, and the page stays as it is meanwhile', async ({
  asSeat,
  line,
}) => {
  const reader = await (await asSeat('boryeong-officer')).newPage();
  await reader.goto('/incidents/new');
  await reader.waitForFunction(() => '__remixRouter' in globalThis);
  await reader.locator('input[name=title]').fill('쓰다 만 제목');
  let broken = 0;
  line.breakNextReload(() => (broken += 1));
  const answers: number[] = [];
  reader.on('response', (answer) => {
    if (answer.url().includes('.data')) answers.push(answer.status());
  });
  await reader.evaluate(() => globalThis.__remixRouter.revalidate());
  await expect.poll(() => broken).toBe(1);
  await expect
    .poll(() => reader.evaluate(() => globalThis.__remixRouter.state.revalidation), { timeout: 30_000 })
    .toBe('idle');
  await expect(reader.locator('input[name=title]')).toHaveValue('쓰다 만 제목');
  expect(answers).toEqual([200, 200]);
});
