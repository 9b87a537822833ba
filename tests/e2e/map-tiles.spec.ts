import { randomUUID } from 'node:crypto';
import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { word } from './words.ts';

/** Open water where nothing else of the demo world lies. */
const place = { lat: 33.93, lon: 124.61 };
const address = `/map?c=${place.lat},${place.lon},12`;

/** Sends a report as the form does, and answers the incident's number. */
async function report(context: BrowserContext, origin: string, title: string, visibility: string) {
  const answer = await context.request.post('/incidents/new', {
    form: {
      clientKey: randomUUID(),
      title,
      visibility,
      language: 'ko',
      kind: 'floating_raft',
      compartment: 'floating',
      seenAt: '2026-01-01T09:00',
      coordinates: `${place.lat}, ${place.lon}`,
      sameAs: 'none',
    },
    headers: { Origin: origin, 'Sec-Fetch-Site': 'same-origin' },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(303);
  return (answer.headers().location ?? '').split('/').at(-1) ?? '';
}

async function openMap(page: Page): Promise<void> {
  await page.goto(address);
  await expect(page.locator('[data-map-ready="true"]')).toBeVisible({ timeout: 40_000 });
}

const inView = (language: 'ko' | 'zh', count: number) =>
  word(language, 'incident', 'map.in_view_other').replace('{{value}}', String(count));

/** Presses the middle of the map until the list of the spot is open: the marks may still be on their way. */
async function openSpot(page: Page, count: number) {
  const label = word('zh', 'map', 'several_other').replace('{{count}}', String(count));
  const list = page.getByRole('dialog', { name: label });
  await expect(async () => {
    const map = await page.locator('.map-canvas').boundingBox();
    if (!map) throw new Error('There is no map.');
    await page.mouse.click(map.x + map.width / 2, map.y + map.height / 2);
    await expect(list).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  return list;
}

test('incidents at one spot show on an open map at once, are counted by who may see them, and fan out', async ({
  asSeat,
  asGuest,
  baseURL,
}) => {
  test.slow();
  const origin = new URL(baseURL ?? '').origin;
  const taean = await asSeat('taean-officer');
  const weihai = await (await asSeat('weihai-officer')).newPage();
  const own = await taean.newPage();
  const guest = await (await asGuest({ locale: 'zh-CN' })).newPage();
  await Promise.all([openMap(weihai), openMap(own), openMap(guest)]);
  await expect(weihai.getByText(inView('zh', 0), { exact: true })).toBeVisible();

  const first = await report(taean, origin, '부유물 하나', 'network');
  const second = await report(taean, origin, '부유물 둘', 'public');
  await report(taean, origin, '군 내부용', 'government');

  // Nobody has loaded a page again.
  await expect(weihai.getByText(inView('zh', 2), { exact: true })).toBeVisible();
  await expect(own.getByText(inView('ko', 3), { exact: true })).toBeVisible();
  await expect(guest.getByText(inView('zh', 1), { exact: true })).toBeVisible();

  // Beside the tiles or in them: the same count, and both of the spot in one list.
  await weihai.reload();
  await expect(weihai.getByText(inView('zh', 2), { exact: true })).toBeVisible({ timeout: 40_000 });
  await weihai.goto(`/map?c=${place.lat},${place.lon},14`);
  await expect(weihai.locator('[data-map-ready="true"]')).toBeVisible({ timeout: 40_000 });
  const list = await openSpot(weihai, 2);
  await expect(list.getByRole('button')).toHaveCount(2);
  await list.getByRole('button', { name: '부유물 둘' }).click();
  await expect(weihai).toHaveURL(new RegExp(`/map/${second}`));

  const shared = await weihai.request.get('/map/incidents.json');
  expect(await shared.text()).not.toContain('군 내부용');
  const titles = await guest.request.get(`/map/points.json?number=${first}&number=${second}`);
  expect(await titles.text()).not.toContain(first);
});
