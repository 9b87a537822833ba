import type { BrowserContext } from '@playwright/test';
import sharp from 'sharp';
import { demoSeats } from '#prisma/demo/seats.ts';
import { expect, test } from './fixtures.ts';
import { arrived, enter, fillReport, keepReport, keptPages, openKept, submit } from './kept.ts';
import { word } from './words.ts';

const allowed = { serviceWorkers: 'allow' } as const;
const ko = (key: string) => word('ko', 'incident', key);
const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><path d="M0 0h8v8z"/></svg>';
// A worker installs a whole build: on a busy machine that takes its time.
test.describe.configure({ timeout: 240_000 });

async function found(context: BrowserContext, title: string): Promise<number> {
  const answer = await context.request.get(`/incidents.csv?q=${encodeURIComponent(title)}`);
  return (await answer.text()).split(title).length - 1;
}

test('without a network a report is written on the kept page, survives a killed tab and arrives once', async ({
  asSeat,
}) => {
  const context = await asSeat('taean-officer', allowed);
  await (await openKept(context)).close();

  await context.setOffline(true);
  const first = await context.newPage();
  await first.goto('/incidents/new');
  await expect(first.locator('.connection')).toContainText(
    word('ko', 'common', 'connection.as_of').replace('{{time}}', '').trim(),
  );
  const title = `구례포 ${Date.now()}`;
  await fillReport(first, title, '36.9130, 126.2160');
  // The draft survives a reload with its photo.
  await first.reload();
  await expect(first.getByText(ko('reporting.photo_waits'))).toBeVisible();
  await expect(first.locator('[name=title]')).toHaveValue(title);
  const kept = await keepReport(first, title);
  await first.reload();
  await expect(kept).toHaveAttribute('data-state', 'waiting');
  await first.close();

  const second = await context.newPage();
  await second.goto('/incidents/new');
  const still = second.locator('#kept-reports li').filter({ hasText: title });
  await expect(still).toContainText(ko('kept.waiting'));
  await context.setOffline(false);
  await expect(still).toHaveAttribute('data-state', 'sent', arrived);
  expect(await found(context, title)).toBe(1);
  await still.getByRole('link').click();
  await expect(second.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(second.locator('main img[src*="/photos/"]').first()).toBeVisible();
});

test('two reports from one kept page are two, and each sent twice is one', async ({ asSeat }) => {
  const context = await asSeat('taean-officer', allowed);
  const page = await openKept(context);
  await context.setOffline(true);
  const stem = `먼동 ${Date.now()}`;
  for (const name of ['가', '나']) {
    await page.goto('/incidents/new');
    await fillReport(page, `${stem} ${name}`, '36.8610, 126.1890');
    await keepReport(page, `${stem} ${name}`);
  }
  // The same rows once more, as if the answers had been lost on the way.
  const rows = () =>
    page.evaluate(
      () =>
        new Promise<unknown[]>((resolve, reject) => {
          const open = indexedDB.open('tideline-reports');
          open.onerror = () => reject(open.error ?? new Error('not opened'));
          open.onsuccess = () => {
            const all = open.result.transaction('reports').objectStore('reports').getAll();
            all.onsuccess = () =>
              resolve(
                all.result.map(({ clientKey, values, accountId }) => ({ clientKey, values, accountId })),
              );
          };
        }),
    );
  const before = await rows();
  await context.setOffline(false);
  await expect(page.locator('#kept-reports li[data-state=sent]').filter({ hasText: stem })).toHaveCount(
    2,
    arrived,
  );
  const twice = await page.evaluate(async (kept) => {
    const numbers: string[] = [];
    for (const { values } of kept as { values: Record<string, string[]> }[]) {
      const body = new FormData();
      for (const [name, list] of Object.entries(values)) for (const value of list) body.append(name, value);
      numbers.push((await fetch('/incidents/new', { method: 'POST', body })).url);
    }
    return new Set(numbers).size;
  }, before);
  expect(twice).toBe(2);
  expect(await found(context, stem)).toBe(2);
});

test('the worker sends what waits with no page open', async ({ asSeat }) => {
  const context = await asSeat('taean-officer', allowed);
  const page = await openKept(context);
  const { origin } = new URL(page.url());
  await context.setOffline(true);
  await page.goto('/incidents/new');
  const title = `학암포 ${Date.now()}`;
  await fillReport(page, title, '36.8990, 126.2010');
  await keepReport(page, title);

  // The browser's own part of Background Sync: it calls the worker, which no page holds.
  const empty = await context.newPage();
  const browser = await context.newCDPSession(empty);
  const registered = new Promise<string>((resolve) => {
    browser.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL === `${origin}/`);
      if (own) resolve(own.registrationId);
    });
  });
  await browser.send('ServiceWorker.enable');
  const registrationId = await registered;
  await page.close();
  await context.setOffline(false);
  expect(await found(context, title)).toBe(0);
  const tag = 'tideline-reports';
  await browser.send('ServiceWorker.dispatchSyncEvent', { origin, registrationId, tag, lastChance: false });
  await expect.poll(() => found(context, title), arrived).toBe(1);

  await empty.goto('/incidents/new');
  await expect(empty.locator('#kept-reports li').filter({ hasText: title })).toHaveAttribute(
    'data-state',
    'sent',
  );
});

test('a session that ends meanwhile loses no report, and nobody else on the device sees or sends it', async ({
  asSeat,
  baseURL,
}) => {
  const origin = new URL(baseURL ?? '').origin;
  const context = await asSeat('boryeong-officer', allowed);
  const page = await openKept(context);
  await context.setOffline(true);
  await page.goto('/incidents/new');
  const title = `원산도 ${Date.now()}`;
  await fillReport(page, title, '36.3690, 126.4090');
  const kept = await keepReport(page, title);

  // Signed out behind the back of the open page.
  await context.clearCookies();
  await context.setOffline(false);
  await page.goto('/incidents/new');
  await expect(page).toHaveURL(/\/sign-in/);

  await enter(context, 'chungnam-officer', origin);
  await page.goto('/incidents/new');
  await expect(page.getByRole('button', submit)).toBeVisible();
  await expect(page.locator('#kept-reports')).toHaveCount(0);
  // A page of the former account that is still open somewhere sends nothing in the name of this one.
  const { pathname } = new URL(
    await page.evaluate(async (account) => {
      const headers = { 'x-tideline-account': account };
      return (await fetch('/incidents/new', { method: 'POST', body: new FormData(), headers })).url;
    }, demoSeats['boryeong-officer'].holder.accountId),
  );
  expect(pathname).toBe('/today');
  expect(await found(context, title)).toBe(0);

  await enter(context, 'boryeong-officer', origin);
  await page.goto('/incidents/new');
  await expect(kept).toHaveAttribute('data-state', 'sent', arrived);
  expect(await found(context, title)).toBe(1);
});

test('what the server refuses comes back with its reason and can be mended', async ({ asSeat }) => {
  const context = await asSeat('taean-officer', allowed);
  const page = await openKept(context);
  await context.setOffline(true);
  await page.goto('/incidents/new');
  const title = `의항 ${Date.now()}`;
  await fillReport(page, title, '36.8420, 126.1610');
  // The browser shows it, the server does not take its kind.
  await page.getByRole('button', { name: ko('reporting.photo_remove').replace('{{number}}', '1') }).click();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'drawn.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(drawing) });
  await expect(page.getByText(ko('reporting.photo_waits'))).toBeVisible();
  const kept = await keepReport(page, title);
  await context.setOffline(false);
  await expect(kept).toHaveAttribute('data-state', 'refused', arrived);
  await expect(kept).toContainText(word('ko', 'refusal', 'photo_not_readable'));
  await kept.getByRole('button', { name: ko('kept.edit') }).click();
  await expect(page.locator('[name=title]')).toHaveValue(title);
  await page.getByRole('button', { name: ko('reporting.photo_remove').replace('{{number}}', '1') }).click();
  await page.getByRole('button', submit).click();
  await expect(page).toHaveURL(/\/incidents\/\d{4}-\d{4}$/);
  expect(await found(context, title)).toBe(1);
});

test('lists seen before open without a network and say from when; others say that they cannot', async ({
  asSeat,
}) => {
  const context = await asSeat('taean-officer', allowed);
  const page = await openKept(context);
  await page.goto('/incidents?kind=derelict_gear');
  await expect.poll(() => keptPages(page), arrived).toContain('/incidents?kind=derelict_gear');
  const count = await page.locator('main h1 + p').textContent();
  await context.setOffline(true);
  await page.goto('/incidents?kind=derelict_gear');
  await expect(page.locator('main h1 + p')).toHaveText(count ?? '');
  await expect(page.locator('.connection')).toContainText(
    word('ko', 'common', 'connection.as_of').replace('{{time}}', '').trim(),
  );
  await page.goto('/settings');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(word('ko', 'error', 'offline.title'));
  await page.getByRole('link', { name: word('ko', 'error', 'offline.report') }).click();
  await expect(page.getByRole('button', submit)).toBeVisible();
  // By the page itself, without loading a document.
  await page.locator('nav a[href="/inbox"]').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(word('ko', 'error', 'offline.title'));
});

test('who signs out, or acts in another seat, leaves no page on the device', async ({ asSeat, baseURL }) => {
  const context = await asSeat('boryeong-officer', allowed);
  const page = await openKept(context);
  await enter(context, 'chungnam-officer', new URL(baseURL ?? '').origin);
  await page.goto('/incidents/new');
  await expect(page.locator('body')).not.toContainText(demoSeats['boryeong-officer'].holder.name);

  await page.evaluate(() => {
    document.querySelector<HTMLFormElement>('form[action="/sign-out"]')?.requestSubmit();
  });
  await expect(page).toHaveURL(/\/(sign-in.*)?$/);
  await expect.poll(() => keptPages(page), arrived).toEqual([]);
  await context.setOffline(true);
  await page.goto('/incidents/new');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(word('ko', 'error', 'offline.title'));
});

test('the product can be installed under its name in the reader’s language', async ({ asGuest }) => {
  for (const [locale, language] of [
    ['ko-KR', 'ko'],
    ['zh-CN', 'zh'],
    ['en-GB', 'en'],
  ] as const) {
    const { request } = await asGuest({ locale });
    const answer = await request.get('/manifest.webmanifest', { headers: { 'Accept-Language': locale } });
    expect(answer.headers()['content-type']).toContain('application/manifest+json');
    const manifest = await answer.json();
    expect(manifest.short_name).toBe(word(language, 'common', 'name'));
    for (const { src, sizes } of manifest.icons) {
      const { width, height } = await sharp(await (await request.get(src)).body()).metadata();
      expect(`${width}x${height}`).toBe(sizes);
    }
  }
});
