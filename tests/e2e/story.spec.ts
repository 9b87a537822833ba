import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { expect, test } from './fixtures.ts';
import { word } from './words.ts';

const title = '천리포 해변에 스티로폼 부표 60여 개 밀려옴';
const place = '36°48\'20"N 126°08\'50"E';

/** A beach that nobody photographed. */
const photo = () =>
  sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#c9b48a' } })
    .jpeg()
    .toBuffer();

/** The page is the same one as before: nothing was loaded anew. */
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { sameDocument: true }));
const isSame = (page: Page) => page.evaluate(() => 'sameDocument' in window);

/** Presses one of several choices, in the middle of the screen, where a thumb would have it. */
async function choose(page: Page, name: string, value: string): Promise<void> {
  const choice = page
    .locator('label', { has: page.locator(`input[name="${name}"][value="${value}"]`) })
    .first();
  await choice.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await choice.click();
  await expect(choice.locator('input')).toBeChecked();
}

test('Taean and Weihai do the whole job, each in the own language, without a reload', async ({
  asSeat,
  keepScreen,
}) => {
  test.setTimeout(240_000);
  const taean = await (await asSeat('taean-officer', { viewport: { width: 360, height: 780 } })).newPage();
  const weihai = await (await asSeat('weihai-officer', { viewport: { width: 1440, height: 900 } })).newPage();
  const ko = (namespace: string, key: string) => word('ko', namespace, key);
  const zh = (namespace: string, key: string) => word('zh', namespace, key);

  // Weihai has the map open all the while.
  await weihai.goto('/map?c=36.80,126.14,10');
  await expect(weihai.locator('[data-map-ready="true"]')).toBeVisible({ timeout: 30_000 });
  await expect(weihai.getByText(zh('incident', 'map.live'))).toBeVisible();
  const inView = weihai.getByRole('link', { name: /当前视野/ });
  const before = await inView.textContent();
  await mark(weihai);
  await keepScreen(weihai, 'story-1-map-before');

  // Taean reports from the beach, on a phone.
  await taean.goto('/incidents/new');
  await expect(taean.locator('[data-map-ready="true"]')).toBeVisible({ timeout: 30_000 });
  await taean
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'beach.jpg', mimeType: 'image/jpeg', buffer: await photo() });
  await expect(taean.locator('input[name=photoIds]')).toHaveCount(1, { timeout: 30_000 });
  await taean.locator('[name=coordinates]').fill(place);
  await choose(taean, 'kind', 'aquaculture_floats');
  await choose(taean, 'compartment', 'shoreline');
  await taean.locator('[name="amounts[0].item"]').selectOption('foam_buoy');
  await taean.locator('[name="amounts[0].value"]').fill('60');
  await taean.locator('[name=title]').fill(title);
  await keepScreen(taean, 'story-2-report-360');
  await taean.getByRole('button', { name: ko('incident', 'reporting.submit') }).click();
  await expect(taean).toHaveURL(/\/incidents\/\d{4}-\d{4}/, { timeout: 30_000 });
  const number = /\d{4}-\d{4,}/.exec(taean.url())?.[0] ?? '';
  await expect(taean.getByRole('heading', { level: 1 })).toHaveText(title);
  await mark(taean);
  await keepScreen(taean, 'story-3-incident-360');

  // It is on the other's open map.
  await expect(inView).not.toHaveText(before ?? '', { timeout: 10_000 });
  expect(await isSame(weihai)).toBe(true);
  await keepScreen(weihai, 'story-4-map-after');

  // Taean, whose coast it is, confirms; Weihai reads it in the same moment.
  await weihai.goto(`/incidents/${number}`);
  await mark(weihai);
  await taean.getByRole('button', { name: ko('incident', 'step.confirm'), exact: true }).click();
  await expect(weihai.getByText(zh('incident', 'status.confirmed')).first()).toBeVisible();
  await expect(taean.getByText(ko('incident', 'status.confirmed')).first()).toBeVisible();

  // Both talk. One sees the other writing, and who is here.
  const taeanSays = taean.locator('textarea[name=body]');
  const weihaiSays = weihai.locator('textarea[name=body]');
  // A sign of writing is for who has the thread open by then, and is not kept for who comes later: one goes on writing.
  await expect(async () => {
    await taeanSays.fill('');
    await taeanSays.pressSequentially('부표에 중국어 표기가 있습니다.', { delay: 20 });
    await expect(weihai.getByText(/正在输入/)).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 30_000 });
  await keepScreen(weihai, 'story-5-typing');
  await taeanSays.press('Control+Enter');
  await expect(weihai.getByText('부표에 중국어 표기가 있습니다.')).toBeVisible();
  await weihaiSays.fill('请提供标签照片，我局核对生产单位。');
  await weihaiSays.press('Control+Enter');
  await expect(taean.getByText('请提供标签照片，我局核对生产单位。')).toBeVisible();
  await expect(weihai.locator('textarea[name=body]')).toHaveValue('');
  await expect(taean.locator('[lang="zh-Hans"]', { hasText: '请提供标签照片' }).first()).toBeVisible();
  await keepScreen(weihai, 'story-6-thread-1440');
  await keepScreen(taean, 'story-6-thread-360');
  expect(await isSame(weihai)).toBe(true);
  expect(await isSame(taean)).toBe(true);

  // From talk to action: Weihai proposes from the incident; the two are its parties.
  await weihai.getByRole('link', { name: zh('incident', 'page.propose_action') }).click();
  await expect(weihai).toHaveURL(/\/actions\/new/);
  await weihai.locator('[name=title]').fill('浮标标识核对与回收');
  await weihai.locator('[name=text]').fill('双方核对浮标标识，并组织回收。');
  await weihai.locator('[name="parties[1].governmentId"]').selectOption('taean');
  await weihai.locator('[name="parties[1].role"]').selectOption('partner');
  await weihai
    .locator('[name=dueOn]')
    .fill(new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10));
  await keepScreen(weihai, 'story-7-propose');
  await weihai.getByRole('button', { name: zh('action-item', 'new.submit') }).click();
  await expect(weihai).toHaveURL(/\/actions\/A-\d+/);
  const item = /A-\d+/.exec(weihai.url())?.[0] ?? '';
  await mark(weihai);

  // The incident shows it at Taean without a reload; Taean goes there and accepts.
  const card = taean.getByRole('link', { name: new RegExp(`${item} .+`) });
  await expect(card).toBeVisible();
  expect(await isSame(taean)).toBe(true);
  await card.click();
  await expect(taean).toHaveURL(new RegExp(item));
  const accepts = weihai.getByRole('button', { name: zh('action-item', 'step.accept'), exact: true });
  if (await accepts.isVisible()) await accepts.click();
  await taean.getByRole('button', { name: ko('action-item', 'step.accept'), exact: true }).click();
  await expect(weihai.getByText(zh('action-item', 'state.agreed')).first()).toBeVisible();
  await keepScreen(taean, 'story-8-agreed-360');

  // Weihai leads: it starts, works, and claims with evidence.
  await weihai.getByRole('button', { name: zh('action-item', 'step.start'), exact: true }).click();
  await expect(taean.getByText(ko('action-item', 'state.underway')).first()).toBeVisible();
  await weihai.getByRole('link', { name: zh('action-item', 'step.claim'), exact: true }).click();
  const dialog = weihai.getByRole('dialog');
  await dialog.locator('[name=text]').fill('已回收浮标六十二个，并核对标识。');
  await dialog.locator('[name="amounts[0].value"]').fill('62');
  await dialog.locator('[name="amounts[0].unit"]').selectOption('items');
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name: 'after.jpg', mimeType: 'image/jpeg', buffer: await photo() });
  await expect(dialog.locator('input[name=photoIds]')).toHaveCount(1, { timeout: 30_000 });
  await keepScreen(weihai, 'story-9-claim');
  await dialog.getByRole('button', { name: zh('action-item', 'step.claim') }).click();
  await expect(dialog).toBeHidden();

  // A different government confirms.
  await expect(
    weihai.getByRole('button', { name: zh('action-item', 'step.confirm'), exact: true }),
  ).toHaveCount(0);
  await taean.getByRole('button', { name: ko('action-item', 'step.confirm'), exact: true }).click();
  await expect(weihai.getByText(zh('action-item', 'state.done')).first()).toBeVisible();
  expect(await isSame(weihai)).toBe(true);
  expect(await isSame(taean)).toBe(true);
  await keepScreen(weihai, 'story-10-done-1440');
  await keepScreen(taean, 'story-10-done-360');

  // Board and incident say the same.
  await weihai.goto('/actions?view=table');
  await expect(weihai.getByRole('row', { name: new RegExp(item) })).toContainText(
    zh('action-item', 'state.done'),
  );
  await taean.goto(`/incidents/${number}`);
  await expect(taean.getByRole('link', { name: new RegExp(`${item} .+`) })).toContainText(
    ko('action-item', 'state.done'),
  );
  await keepScreen(weihai, 'story-11-board');
});
