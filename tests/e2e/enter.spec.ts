import { expect, test } from './fixtures.ts';

test('a visitor of the demo enters by a card', async ({ page }) => {
  await page.goto('/sign-in');
  await page.locator('form[action^="/demo/enter"] button').first().click();
  await expect(page).toHaveURL(/\/(today|map|actions)/);
  await expect(page.getByRole('navigation').first()).toBeVisible();
});

test('each side reads in its own language', async ({ asSeat }) => {
  const korean = await (await asSeat('taean-officer')).newPage();
  const chinese = await (await asSeat('weihai-officer')).newPage();
  await Promise.all([korean.goto('/actions'), chinese.goto('/actions')]);
  await expect(korean.locator('html')).toHaveAttribute('lang', 'ko');
  await expect(chinese.locator('html')).toHaveAttribute('lang', 'zh-Hans');
});
