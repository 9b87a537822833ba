import { expect, test } from './fixtures.ts';
import { word } from './words.ts';

const ko = (key: string) => word('ko', 'schedule', key);
const wide = { viewport: { width: 1440, height: 900 } };

test('the timeline shows months, holidays of both countries, bars and today, and a list by months on a phone', async ({
  asSeat,
  keepScreen,
}) => {
  const page = await (await asSeat('taean-officer', wide)).newPage();
  await page.goto('/actions');
  await page.getByRole('link', { name: ko('timeline.view'), exact: true }).click();
  await expect(page).toHaveURL(/view=timeline/);
  await expect(page.getByRole('list', { name: ko('country.KR') })).toBeVisible();
  await expect(page.getByRole('list', { name: ko('country.CN') })).toBeVisible();
  await expect(page.getByRole('img').first()).toBeVisible();
  await keepScreen(page, 'timeline-ko');
  await page.getByRole('link', { name: ko('timeline.later') }).click();
  await expect(page).toHaveURL(/from=20\d\d-\d\d/);
  await page.goBack();
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(page.getByRole('list', { name: ko('country.KR') })).toBeHidden();
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await keepScreen(page, 'timeline-ko');

  const plain = await (await asSeat('taean-officer', { javaScriptEnabled: false, ...wide })).newPage();
  await plain.goto('/actions?view=timeline');
  await expect(plain.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await plain.goto('/actions?view=table&group=government');
  await expect(plain.getByRole('heading', { level: 2 }).first()).toContainText('태안군');
});

test('a card is moved by mouse or by its menu only where the policy lets it, and says why not', async ({
  asSeat,
}) => {
  const page = await (await asSeat('taean-officer', wide)).newPage();
  await page.goto('/actions');
  const card = page.locator('[data-column=proposed] [data-card]').first();
  const done = page.locator('[data-column=done]');
  await card.dragTo(done, { sourcePosition: { x: 12, y: 12 } });
  await expect(page.getByText(ko('move.why.order'))).toBeVisible();
  await page
    .getByRole('button', { name: word('ko', 'common', 'action.close') })
    .first()
    .click();
  await card.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem').last().press('Enter');
  await expect(page.getByText(ko('move.why.order'))).toBeVisible();
});
