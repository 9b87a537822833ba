import type { BrowserContextOptions, Page } from '@playwright/test';
import sharp from 'sharp';
import { expect, test } from './fixtures.ts';
import { arrived, installed, keepReport, keptPages, openKept } from './kept.ts';
import { word } from './words.ts';

const ko = (key: string, namespace = 'incident') => word('ko', namespace, key);
const drawn = { timeout: 60_000 };
// A worker installs a whole build: on a busy machine that takes its time.
test.describe.configure({ timeout: 240_000 });

/** Half land, half sea. */
const beach = { latitude: 36.7866, longitude: 126.1435, accuracy: 12 };
const phone = {
  serviceWorkers: 'allow',
  viewport: { width: 360, height: 780 },
  hasTouch: true,
  reducedMotion: 'reduce',
  permissions: ['geolocation'],
  geolocation: beach,
} satisfies BrowserContextOptions;

/** Presses "here" and waits until the chart of the place is drawn. @returns what it looks like */
async function drawHere(page: Page): Promise<Buffer> {
  await page.getByRole('button', { name: ko('reporting.here') }).click();
  await expect(page.locator('[name=coordinates]')).toHaveValue('36.78660, 126.14350');
  const map = page.locator('section[data-map-ready]');
  await expect(map).toHaveAttribute('data-map-ready', 'true', drawn);
  return sharp(await map.locator('.map-canvas').screenshot())
    .removeAlpha()
    .raw()
    .toBuffer();
}

/** The mean difference of two pictures, of 255. */
function difference(one: Buffer, other: Buffer): number {
  expect(one.length).toBe(other.length);
  return one.reduce((sum, value, index) => sum + Math.abs(value - (other[index] ?? 0)), 0) / one.length;
}

test('on a beach without a network the device tells the place, the chart seen before shows it, a press mends it', async ({
  asSeat,
  keepScreen,
}) => {
  const context = await asSeat('taean-officer', phone);
  const before = await openKept(context);
  await before.reload();
  const online = await drawHere(before);
  await expect
    .poll(
      () =>
        before.evaluate(async () =>
          (await (await caches.open('tideline-tiles')).keys()).some(({ url }) => url.includes('/base/11/')),
        ),
      installed,
    )
    .toBe(true);
  await before.close();

  await context.setOffline(true);
  const page = await context.newPage();
  await page.goto('/incidents/new');
  expect(difference(await drawHere(page), online)).toBeLessThan(2);
  await page.reload();
  await expect(page.locator('[name=coordinates]')).toHaveValue('36.78660, 126.14350');
  const map = page.locator('section[data-map-ready]');
  await expect(map).toHaveAttribute('data-map-ready', 'true', drawn);
  await keepScreen(page, 'offline-map-ko');

  await map.locator('canvas').tap({ position: { x: 60, y: 70 } });
  await expect(page.locator('[name=coordinates]')).not.toHaveValue('36.78660, 126.14350');
  await expect(page.locator('[name=coordinates]')).toHaveValue(/^36\.\d{5}, 126\.\d{5}$/);
  // A tab that dies takes nothing along.
  const crash = await context.newCDPSession(page);
  void crash.send('Page.crash').catch(() => undefined);
  await page.waitForEvent('crash');
  await page.close();

  const again = await context.newPage();
  await again.goto('/incidents/new');
  await expect(again.locator('[name=coordinates]')).toHaveValue(/^36\.\d{5}, 126\.\d{5}$/);
  await again.locator('input[name=kind][value=beached_mass]').check();
  const title = `만리포 ${Date.now()}`;
  await again.locator('[name=title]').fill(title);
  const kept = await keepReport(again, title);
  await context.setOffline(false);
  await expect(kept).toHaveAttribute('data-state', 'sent', arrived);
});

test('a place that was never looked at shows what is known of it from afar', async ({ asSeat }) => {
  const context = await asSeat('taean-officer', phone);
  const before = await openKept(context);
  await before.reload();
  const map = before.locator('section[data-map-ready]');
  await expect(map).toHaveAttribute('data-map-ready', 'true', drawn);
  await expect
    .poll(
      () => before.evaluate(async () => (await (await caches.open('tideline-tiles')).keys()).length),
      installed,
    )
    .toBeGreaterThan(0);
  await before.close();
  await context.setOffline(true);
  const page = await context.newPage();
  await page.goto('/incidents/new');
  const picture = await drawHere(page);
  // Land and water, and not one colour alone.
  const colours = new Map<string, number>();
  for (let at = 0; at < picture.length; at += 3) {
    const colour = picture.subarray(at, at + 3).toString('hex');
    colours.set(colour, (colours.get(colour) ?? 0) + 3);
  }
  const shares = [...colours.values()].map((count) => count / picture.length).sort((a, b) => b - a);
  expect(shares[0]).toBeLessThan(0.9);
  expect(shares[1]).toBeGreaterThan(0.05);
});

test('without a network a draft and a post that waits are within reach, and the post arrives once', async ({
  asSeat,
}) => {
  const context = await asSeat('taean-officer', { serviceWorkers: 'allow' });
  const page = await openKept(context);
  await page.goto('/incidents');
  await page.locator('main a[href^="/incidents/2"]').first().click();
  await expect(page).toHaveURL(/\/incidents\/\d{4}-\d{4}$/);
  const { pathname } = new URL(page.url());
  const body = page.locator('textarea[name=body]');
  const draft = `밧줄은 몇 kg입니까 ${Date.now()}`;
  await body.fill(draft);
  await expect
    .poll(() => keptPages(page), installed)
    .toEqual(expect.arrayContaining([pathname, `${pathname}.data`]));

  await context.setOffline(true);
  await page.reload();
  await expect(body).toHaveValue(draft);
  await page.getByRole('button', { name: ko('compose.send', 'thread') }).click();
  await expect(body).toHaveValue('');
  await page.close();
  const again = await context.newPage();
  await again.goto(pathname);
  const post = again.locator('article', { hasText: draft });
  await expect(post).toContainText(ko('pending.waiting', 'thread'));
  await context.setOffline(false);
  for (const state of ['waiting', 'sending'])
    await expect(post).not.toContainText(ko(`pending.${state}`, 'thread'), arrived);
  await again.reload();
  await expect(again.locator('article', { hasText: draft })).toHaveCount(1);
});
