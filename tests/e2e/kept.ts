import type { BrowserContext, Locator, Page } from '@playwright/test';
import sharp from 'sharp';
import { type DemoSeatKey, demoSeats } from '#prisma/demo/seats.ts';
import { expect } from './fixtures.ts';
import { word } from './words.ts';

const ko = (key: string) => word('ko', 'incident', key);
export const submit = { name: ko('reporting.submit'), exact: true };
/** A worker installs a whole build: on a busy machine that takes its time. */
export const installed = { timeout: 90_000 };
export const arrived = { timeout: 30_000 };

/** A page whose worker has the report page of who is signed in. */
export async function openKept(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto('/incidents/new');
  await expect
    .poll(() => keptPages(page), installed)
    .toEqual(expect.arrayContaining(['/incidents/new', '/incidents/new.data']));
  return page;
}

export async function keptPages(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('tideline-pages-'));
    const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return kept.flat().map(({ url }) => new URL(url).pathname + new URL(url).search);
  });
}

export async function fillReport(page: Page, title: string, coordinates: string): Promise<void> {
  await page.locator('input[name=kind][value=beached_mass]').check();
  await page.locator('[name=title]').fill(title);
  await page.locator('[name=coordinates]').fill(coordinates);
  await page.locator('input[type=file]').setInputFiles({
    name: 'beach.png',
    mimeType: 'image/png',
    buffer: await sharp({ create: { width: 64, height: 48, channels: 3, background: '#c2b280' } })
      .png()
      .toBuffer(),
  });
  await expect(page.getByText(ko('reporting.photo_waits'))).toBeVisible();
}

/** Reports without a network. Only once the form is empty has the first attempt to send it failed. */
export async function keepReport(page: Page, title: string): Promise<Locator> {
  await page.getByRole('button', submit).click();
  await expect(page.locator('[name=title]')).toHaveValue('');
  const kept = page.locator('#kept-reports li').filter({ hasText: title });
  await expect(kept).toHaveAttribute('data-state', 'waiting');
  return kept;
}

export async function enter(context: BrowserContext, seat: DemoSeatKey, origin: string): Promise<void> {
  const answer = await context.request.post('/demo/enter', {
    form: { seatId: demoSeats[seat].id, returnTo: '/today' },
    headers: { Origin: origin, 'Sec-Fetch-Site': 'same-origin' },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(303);
}
