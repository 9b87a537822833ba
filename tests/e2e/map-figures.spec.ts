import fs from 'node:fs/promises';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { expect, test } from './fixtures.ts';
import { word } from './words.ts';

const ko = (key: string) => word('ko', 'figures', key);
const layers = (key: string) => word('ko', 'layers', key);
const look = { colorScheme: 'light', viewport: { width: 1440, height: 900 } } as const;
const whole = 'c=36,124,5.2';
/** The rings around what a bar stands for. */
const ringed = 'b93a19';

test('the charts count what is in view, and ring on the map what one points at', async ({ asSeat }) => {
  test.setTimeout(120_000);
  const page = await (await asSeat('taean-officer', look)).newPage();
  await openMap(page, `/map/figures?${whole}`);
  await expect(page.getByText(ko('in_view'))).toBeVisible();
  const all = await countOf(page);
  const before = await countPixels(page, ringed);

  const foam = page
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: word('ko', 'incident', 'material.styrene_foam') }) });
  await foam.hover();
  await expect.poll(() => countPixels(page, ringed)).toBeGreaterThan(before + 400);
  await page.mouse.move(5, 5);
  await expect.poll(() => countPixels(page, ringed)).toBeLessThan(before + 100);
  await foam.getByRole('link').focus();
  await expect.poll(() => countPixels(page, ringed)).toBeGreaterThan(before + 400);

  const csv = page.getByRole('link', {
    name: ko('csv.label').replace('{{title}}', ko('side.material')),
  });
  const saved = page.waitForEvent('download');
  await csv.click();
  expect(await fs.readFile(await (await saved).path(), 'utf8')).toContain(
    word('ko', 'incident', 'material.styrene_foam'),
  );

  // Nearer: fewer. The figures follow without the page being loaded again.
  await page.locator('.map-canvas canvas').focus();
  for (let presses = 0; presses < 3; presses++) await page.keyboard.press('+');
  await expect.poll(() => countOf(page)).toBeLessThan(all);
});

test('a bar filters, and the list with the same address has as many', async ({ asSeat }) => {
  test.setTimeout(120_000);
  const page = await (await asSeat('taean-officer', look)).newPage();
  await openMap(page, `/map/figures?${whole}`);
  const foam = word('ko', 'incident', 'material.styrene_foam');
  await page.getByRole('link', { name: foam }).click();
  await expect(page).toHaveURL(/material=styrene_foam/);
  await expect(page.getByRole('link', { name: foam })).toHaveAttribute('aria-current', 'true');
  const listed = await page.request.get('/map/incidents.json?material=styrene_foam');
  const { count }: { count: number } = await listed.json();
  expect(count).toBeGreaterThan(0);
  await page.goto('/incidents?material=styrene_foam');
  await expect(page.locator('#content')).toContainText(String(count));
});

test('without scripts the charts are those of the filters in the address', async ({ asGuest }) => {
  const page = await (await asGuest({ ...look, locale: 'ko-KR', javaScriptEnabled: false })).newPage();
  await page.goto('/map/figures?kind=beached_mass');
  await expect(page.getByText(ko('everywhere'))).toBeVisible();
  const count = await countOf(page);
  expect(count).toBeGreaterThan(0);
  await page.getByRole('link', { name: word('ko', 'incident', 'kind.beached_mass') }).click();
  await expect.poll(() => countOf(page)).toBeGreaterThan(count);
});

test('the ways of drifting masses are drawn between their sightings', async ({ asSeat }) => {
  test.setTimeout(120_000);
  const page = await (await asSeat('taean-officer', look)).newPage();
  const hodo = 'c=36.45,125.9,8.6&kind=floating_raft';
  await openMap(page, `/map?${hodo}`);
  const before = await countPixels(page, '0b2530');
  await openMap(page, `/map?${hodo}&drift=1`);
  await expect.poll(() => countPixels(page, '0b2530')).toBeGreaterThan(before + 150);
  const { drifts }: { drifts: { sightings: unknown[] }[] } = await (
    await page.request.get('/map/drifts.json')
  ).json();
  expect(drifts.some(({ sightings }) => sightings.length >= 3)).toBe(true);
});

test('what is drawn, and what is taken off for another layer, is as many as the list has', async ({
  asSeat,
}) => {
  test.setTimeout(120_000);
  // High enough for the whole sea; with incidents that only this government and a circle may see.
  const page = await (
    await asSeat('taean-officer', { ...look, viewport: { width: 1200, height: 1500 } })
  ).newPage();
  const { count, points }: { count: number; points: unknown[] } = await (
    await page.request.get('/map/incidents.json')
  ).json();
  expect(points.length).toBeGreaterThan(0);
  const label = word('ko', 'incident', 'map.in_view_other').replace('{{value}}', String(count));
  for (const show of ['marks', 'heat', 'governments']) {
    await openMap(page, `/map?c=35.3,123.6,5.4&show=${show}`);
    await expect(page.getByRole('link', { name: label, exact: true })).toBeVisible();
  }
});

test('on paper stands the picture of the map with legend, day and disclaimer, and nothing else', async ({
  asGuest,
}) => {
  test.setTimeout(120_000);
  const page = await (await asGuest({ ...look, locale: 'ko-KR' })).newPage();
  await page.addInitScript(() => {
    window.print = () => {};
  });
  await openMap(page, '/map?c=36,124,6.2');
  await page.getByRole('button', { name: layers('menu') }).click();
  await page.getByRole('button', { name: layers('tools.print') }).click();
  // It is not on the screen: it has no role before the page is printed.
  const picture = page.getByAltText(layers('picture.title'));
  await expect(picture).toHaveCount(1);

  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  await expect(picture).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(0);
  const { width, height } = await sizeOf(await picture.screenshot());
  // Title above; legend, disclaimer and sources below the map.
  expect(width / height).toBeLessThan(1.6);
  const paper = await page.pdf({ preferCSSPageSize: true, landscape: true });
  expect(paper.length).toBeGreaterThan(50_000);

  // After printing the page is as it was.
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(picture).toHaveCount(0);
  await expect(page.getByRole('button', { name: layers('menu') })).toBeVisible();
});

test('the map fills the screen and gives it back, and says which of the two the button does', async ({
  asGuest,
}) => {
  const page = await (await asGuest({ ...look, locale: 'ko-KR' })).newPage();
  await openMap(page, '/map?c=36,124,6.2');
  const isFull = () => page.evaluate(() => document.fullscreenElement !== null);
  await page.getByRole('button', { name: layers('menu') }).click();
  await page.getByRole('button', { name: layers('tools.full'), exact: true }).click();
  await expect.poll(isFull).toBe(true);
  await page.getByRole('button', { name: layers('menu') }).click();
  await page.getByRole('button', { name: layers('tools.full_end'), exact: true }).click();
  await expect.poll(isFull).toBe(false);
});

test('a mark is found, named and opened by keyboard alone', async ({ asGuest }) => {
  test.setTimeout(120_000);
  const page = await (await asGuest({ ...look, locale: 'ko-KR' })).newPage();
  await openMap(page, '/map?c=36.79,126.14,12');
  await page.locator('.map-canvas canvas').focus();
  const said = page.getByRole('status').filter({ hasText: /1번째/ });
  await expect(async () => {
    await page.keyboard.press('PageDown');
    // A single mark is called by its title, which the tiles do not carry.
    await expect(said).toHaveText(/^\p{L}.+, /u, { timeout: 3_000 });
  }).toPass({ timeout: 30_000 });
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/map\/\d{4}-\d{4}|c=(?!36\.79,126\.14,12)/);
});

async function openMap(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator('[data-map-ready="true"]')).toBeVisible({ timeout: 40_000 });
}

/** The number at the head of the charts. */
async function countOf(page: Page): Promise<number> {
  const panel = page.getByRole('complementary', { name: ko('title') });
  return Number(((await panel.locator('b').first().textContent()) ?? '').replaceAll(',', ''));
}

/** How many pixels of the map have this colour, give or take rounding. */
async function countPixels(page: Page, colour: string): Promise<number> {
  const picture = await page.locator('.map-canvas').screenshot({
    // What is hidden would lose the focus.
    style: '.map-page > :not(.map), .map > :not(:first-child) { opacity: 0 !important }',
  });
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const wanted = [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  let count = 0;
  for (let at = 0; at < data.length; at += info.channels)
    if (wanted.every((part, channel) => Math.abs((data[at + channel] ?? 0) - part) <= 6)) count += 1;
  return count;
}

async function sizeOf(picture: Buffer): Promise<{ width: number; height: number }> {
  const { width, height } = await sharp(picture).metadata();
  return { width, height };
}
