import fs from 'node:fs/promises';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { expect, test } from './fixtures.ts';
import { word } from './words.ts';

const ko = (key: string) => word('ko', 'layers', key);
const view = 'c=36,124,6.2';
/** A stretch of coast with some incidents, and land. */
const coast = '#3d8a9b';
const land = '#f4f0e4';
const look = { colorScheme: 'light', viewport: { width: 1440, height: 900 } } as const;

test('the layers are chosen in a menu, stand in the address and lead there from a link', async ({
  asSeat,
}) => {
  test.setTimeout(120_000);
  const context = await asSeat('taean-officer', look);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  await openMap(page, `/map?${view}`);
  const before = share(await readPixels(page), near(coast));

  await page.getByRole('button', { name: ko('menu') }).click();
  await page.getByRole('radio', { name: ko('show.governments') }).click();
  await expect(page).toHaveURL(/show=governments/);
  await expect.poll(async () => share(await readPixels(page), near(coast))).toBeGreaterThan(before + 0.002);
  // The marks are off the map, and what they stood for is counted all the same.
  const inView = page.getByRole('link', { name: /^이 화면 / });
  await page.mouse.move(700, 450);
  await page.mouse.wheel(0, -40);
  await expect
    .poll(async () => Number(/([\d,]+)건/.exec((await inView.textContent()) ?? '')?.[1]))
    .toBeGreaterThan(20);

  await page.getByRole('radio', { name: ko('show.heat') }).click();
  await expect(page).toHaveURL(/show=heat/);
  await page.getByRole('checkbox', { name: ko('also.wind') }).click();
  await expect(page).toHaveURL(/show=heat.*wind=\d+/);
  await expect.poll(async () => share(await readPixels(page), near(coast))).toBeLessThan(before + 0.001);
  await expect.poll(async () => share(await readPixels(page), isHeat)).toBeGreaterThan(0.0005);

  await page.getByRole('button', { name: ko('tools.copy') }).click();
  await expect(page.getByText(ko('tools.copied'))).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await context.newPage();
  await openMap(other, link);
  await expect(other.getByText(ko('legend.wind_note'))).toBeVisible();
  await expect.poll(async () => share(await readPixels(other), isHeat)).toBeGreaterThan(0.0005);
});

test('time goes by month and by season with the keyboard, and list and address follow', async ({
  asSeat,
}) => {
  test.setTimeout(120_000);
  const page = await (await asSeat('taean-officer', look)).newPage();
  await openMap(page, `/map?${view}&drift=1`);
  const slider = page.getByRole('slider', { name: ko('time.label') });
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(/drift=1.*from=\d{4}-\d\d-01&to=/);
  await expect(slider).toHaveAttribute('aria-valuetext', / \d+건/);
  const said = await slider.getAttribute('aria-valuetext');
  const count = Number(/ (\d+)건/.exec(said ?? '')?.[1]);
  expect(count).toBeGreaterThan(0);
  const address = new URL(page.url()).searchParams;

  await page.goto(`/incidents?from=${address.get('from')}&to=${address.get('to')}`);
  await expect(page.locator('#content')).toContainText(String(count));

  await openMap(page, `/map?${view}`);
  await page.getByRole('combobox', { name: ko('time.by') }).selectOption('autumn');
  await page.getByRole('slider', { name: ko('time.label') }).press('Home');
  await expect(page).toHaveURL(/from=\d{4}-09-01&to=\d{4}-11-30/);

  const first = page.url();
  await page.getByRole('combobox', { name: ko('time.by') }).selectOption('month');
  await page.getByRole('button', { name: ko('time.play') }).click();
  await expect(page).not.toHaveURL(first);
  const second = page.url();
  await expect(page).not.toHaveURL(second);
  await page.getByRole('button', { name: ko('time.pause') }).click();
  await page.getByRole('button', { name: ko('time.all'), exact: true }).click();
  await expect(page).not.toHaveURL(/from=/);
});

test('nothing plays where less motion is wished for; the steps are there', async ({ asGuest }) => {
  const page = await (await asGuest({ ...look, locale: 'ko-KR', reducedMotion: 'reduce' })).newPage();
  await openMap(page, `/map?${view}`);
  await expect(page.getByRole('button', { name: ko('time.play') })).toHaveCount(0);
  await page.getByRole('button', { name: ko('time.previous') }).click();
  await expect(page).toHaveURL(/from=/);
});

test('the view is saved as a picture with what one must know, and its marks are walked by keyboard', async ({
  asGuest,
}) => {
  const page = await (await asGuest({ ...look, locale: 'ko-KR' })).newPage();
  await openMap(page, `/map?${view}`);
  await page.locator('.map-canvas canvas').focus();
  await page.keyboard.press('PageDown');
  await expect(page.getByRole('status').filter({ hasText: /1번째/ })).toHaveCount(1);

  await page.getByRole('button', { name: ko('menu') }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: ko('tools.picture') }).click();
  const file = await fs.readFile(await (await saved).path());
  const { width, height } = await sharp(file).metadata();
  const map = await page.locator('.map-canvas').boundingBox();
  expect(width).toBe(map?.width);
  // Title above, legend, disclaimer and sources below.
  expect(height).toBeGreaterThan((map?.height ?? 0) + 100);
  expect(share(await pixelsOf(file), near(land))).toBeGreaterThan(0.1);
});

async function openMap(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator('[data-map-ready="true"]')).toBeVisible({ timeout: 40_000 });
}

/** What one sees of the map alone. */
async function readPixels(page: Page): Promise<number[]> {
  return pixelsOf(
    await page.locator('.map-canvas').screenshot({
      style: '.map-page > :not(.map), .map > :not(:first-child), .popover { visibility: hidden }',
    }),
  );
}

async function pixelsOf(picture: Buffer): Promise<number[]> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const pixels: number[] = [];
  for (let at = 0; at < data.length; at += info.channels) pixels.push(data.readUIntBE(at, 3));
  return pixels;
}

type Colour = readonly [red: number, green: number, blue: number];

/** Which part of the picture is of this kind. */
function share(pixels: readonly number[], isWanted: (colour: Colour) => boolean): number {
  const wanted = pixels.filter((pixel) => isWanted([(pixel >> 16) & 255, (pixel >> 8) & 255, pixel & 255]));
  return wanted.length / pixels.length;
}

/** This colour, give or take what transparency makes of it. */
function near(colour: string): (colour: Colour) => boolean {
  const wanted = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return (found) => found.every((part, at) => Math.abs(part - (wanted[at] ?? 0)) <= 20);
}

/** Browner than anything else that is drawn while the marks are off. */
const isHeat = ([red, , blue]: Colour) => red - blue > 45 && red < 210;
