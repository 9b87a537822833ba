import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { word } from './words.ts';

/** From now on the server answers as one that was built anew: in every page and answer stands another version. */
async function buildAnew(context: BrowserContext, page: Page): Promise<void> {
  const version = await page.evaluate<string>('window.__remixManifest.version');
  expect(version).toMatch(/^[0-9a-f]{6,}$/);
  await context.route(/\.data(\?|$)/, async (route) => {
    if (route.request().method() !== 'GET') return route.continue();
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replaceAll(version, 'another0build') });
  });
}

test('a page that is open when the server is built anew goes on, and the next one comes with the new scripts', async ({
  asSeat,
}) => {
  const context = await asSeat('taean-officer');
  const page = await context.newPage();
  await page.goto('/threads/new');
  await page.locator('[name=title]').fill('새 판이 나온 날');
  await page.evaluate('window.isFirstDocument = true');
  await buildAnew(context, page);

  // What reloads in place leaves alone what is being written.
  await page.evaluate('window.__remixRouter.revalidate()');
  await expect.poll(() => page.evaluate('window.__remixRouter.state.revalidation')).toBe('idle');
  await expect(page.locator('[name=title]')).toHaveValue('새 판이 나온 날');
  expect(await page.evaluate('window.isFirstDocument')).toBe(true);

  await page
    .getByRole('link', { name: word('ko', 'common', 'nav.actions') })
    .first()
    .click();
  await expect(page).toHaveURL(/\/actions$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect.poll(() => page.evaluate('window.isFirstDocument ?? null')).toBe(null);
});
