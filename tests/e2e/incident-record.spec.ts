import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { expect, test } from './fixtures.ts';
import { word } from './words.ts';

// Four stories with several browsers each, on whatever machine there is.
test.describe.configure({ timeout: 180_000 });

const ko = (key: string, namespace = 'incident') => word('ko', namespace, key);
const zh = (key: string, namespace = 'incident') => word('zh', namespace, key);
const kindIs = (page: Page, kind: string) => page.locator(`input[name=kind][value=${kind}]`);

/** Reports a container through the page. @returns its number */
async function report(page: Page, title: string, at: string): Promise<string> {
  await page.goto('/incidents/new');
  await expect(page.locator('input[type=hidden][name=sameAs]')).toBeAttached();
  await kindIs(page, 'hazardous_container').check();
  await page.locator('[name=coordinates]').fill(at);
  await page.locator('[name=title]').fill(title);
  await page.locator('[name="amounts[0].item"]').selectOption('drum');
  await page.locator('[name="amounts[0].value"]').fill('9');
  await page.getByRole('button', { name: ko('reporting.submit'), exact: true }).click();
  await expect(page).toHaveURL(/\/incidents\/\d{4}-\d{4}$/);
  return new URL(page.url()).pathname.slice('/incidents/'.length);
}

/** The morning so many days ago, as the field takes it. */
const daysAgo = (days: number) =>
  `${new Date(Date.now() - days * 24 * 3_600_000).toISOString().slice(0, 10)}T05:00`;

async function expectNoFault(page: Page): Promise<void> {
  // The announcer of React Aria points for seven seconds at what it said, which may be gone with its page.
  const { violations } = await new AxeBuilder({ page }).exclude('[role=log]').analyze();
  const faults = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(faults.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wider).toBe(0);
}

test('a seat that watches an area hears of a new incident there, and sees its correction as it is made', async ({
  asSeat,
  keepScreen,
}) => {
  const look = { reducedMotion: 'reduce' } as const;
  const rizhao = await (await asSeat('rizhao-officer', { ...look })).newPage();
  const boryeong = await (await asSeat('boryeong-officer', { ...look })).newPage();

  await rizhao.goto('/settings/areas/new?at=36.2512,126.2321');
  await expect(rizhao.locator('[data-map-ready="true"]')).toBeVisible({ timeout: 30_000 });
  await rizhao.locator('[name=radiusKm]').fill('12');
  await rizhao.locator('[name=name]').fill('外烟岛周边');
  await keepScreen(rizhao, 'watch-form-zh');
  await rizhao.getByRole('button', { name: zh('add', 'watch'), exact: true }).click();
  await expect(rizhao).toHaveURL('/settings/areas');
  const area = rizhao.getByRole('listitem').filter({ hasText: '外烟岛周边' });
  await expect(area).toBeVisible();
  await rizhao.goto('/inbox');

  const number = await report(boryeong, '외연도 앞 드럼통', '36.2612, 126.2421');
  const row = rizhao.getByRole('listitem').filter({ hasText: number });
  await expect(row).toContainText(zh('reason.incident_in_watched_area', 'notification'));

  await rizhao.goto(`/incidents/${number}`);
  await expect(rizhao.getByRole('heading', { level: 1 })).toHaveText('외연도 앞 드럼통');
  await expect(rizhao.getByRole('link', { name: zh('correction.title'), exact: true })).toHaveCount(0);
  await boryeong.getByRole('link', { name: ko('correction.title'), exact: true }).click();
  await expect(boryeong.locator('[data-map-ready="true"]')).toBeVisible({ timeout: 30_000 });
  await boryeong.locator('[name=title]').fill('외연도 앞 드럼통 9개');
  await boryeong.locator('select[name=kind]').selectOption('oil_tar');
  await boryeong.getByRole('button', { name: ko('correction.save') }).click();
  await expect(boryeong).toHaveURL(`/incidents/${number}`);

  const thread = rizhao.locator('#thread');
  await expect(thread).toContainText(zh('event.incident_corrected', 'thread'));
  await expect(thread.locator('del', { hasText: zh('kind.hazardous_container') })).toBeVisible();
  await expect(thread.locator('ins', { hasText: zh('kind.oil_tar') })).toBeVisible();
  await expect(rizhao.getByRole('heading', { level: 1 })).toHaveText('외연도 앞 드럼통 9개');
  await thread.locator('del').first().scrollIntoViewIfNeeded();
  await keepScreen(rizhao, 'correction-thread-zh');

  await rizhao.goto('/settings/areas');
  await area.getByRole('button').click();
  await expect(area).toHaveCount(0);
});

test('two that correct at once: the second keeps what was typed and sees what the first wrote', async ({
  asSeat,
}) => {
  const first = await (await asSeat('boryeong-officer')).newPage();
  const number = await report(first, '삽시도 드럼통', '36.3312, 126.3421');
  const second = await (await asSeat('boryeong-officer')).newPage();
  for (const page of [first, second]) {
    await page.goto(`/incidents/${number}/correct`);
    await expect(page.locator('[data-map-ready="true"]')).toBeVisible({ timeout: 30_000 });
  }
  await first.locator('select[name=hazard]').selectOption('urgent');
  await first.getByRole('button', { name: ko('correction.save') }).click();
  await expect(first).toHaveURL(`/incidents/${number}`);
  await second.locator('[name=placeName]').fill('삽시도 남쪽');
  await second.getByRole('button', { name: ko('correction.save') }).click();
  await expect(second.getByText(ko('already_changed', 'refusal'))).toBeVisible();
  await expect(second.locator('[name=placeName]')).toHaveValue('삽시도 남쪽');
  const earlier = second.locator('section', { has: second.locator('#corrections') });
  await expect(earlier.locator('ins')).toContainText(ko('hazard.urgent'));
});

test('without JavaScript an area is watched and a record corrected, and a fault keeps what was typed', async ({
  asSeat,
}) => {
  const scripted = await (await asSeat('boryeong-officer')).newPage();
  const number = await report(scripted, '녹도 드럼통', '36.2812, 126.1021');
  const options = { javaScriptEnabled: false, viewport: { width: 360, height: 780 } };
  const page = await (await asSeat('boryeong-officer', options)).newPage();
  await page.goto(`/incidents/${number}/correct`);
  await page.locator('[name=title]').fill('녹도 드럼통 정정');
  await page.locator('[name=coordinates]').fill('어딘가');
  await page.getByRole('button', { name: ko('correction.save') }).click();
  await expect(page.getByText(ko('coordinates_not_understood', 'form'))).toBeVisible();
  await expect(page.locator('[name=title]')).toHaveValue('녹도 드럼통 정정');
  await page.locator('[name=coordinates]').fill('36.2822, 126.1021');
  await page.getByRole('button', { name: ko('correction.save') }).click();
  await expect(page).toHaveURL(`/incidents/${number}`);
  await expect(page.locator('#thread ins', { hasText: '36.28220' })).toBeVisible();

  await page.goto('/settings/areas/new');
  await page.locator('input[name=area][value=waters]').check();
  await page.locator('[name=name]').fill('태안 앞바다');
  await page.getByRole('button', { name: ko('add', 'watch'), exact: true }).click();
  await expect(page.getByText(ko('choose_one', 'form'))).toBeVisible();
  await page.locator('[name=governmentId]').selectOption('taean');
  await page.getByRole('button', { name: ko('add', 'watch'), exact: true }).click();
  const area = page.getByRole('listitem').filter({ hasText: '태안 앞바다' });
  await area.getByRole('button').click();
  await expect(area).toHaveCount(0);
});

test('a series shows its amounts over time and its photos under a slider, on a phone, for everybody', async ({
  asSeat,
  keepScreen,
}) => {
  const viewport = { width: 360, height: 780 };
  const page = await (await asSeat('boryeong-officer', { viewport, reducedMotion: 'reduce' })).newPage();
  const number = await report(page, '장고도 드럼통', '36.3912, 126.3021');
  const days = { 4: '#7a9e7e', 2: '#c9b48a' };
  for (const [value, background] of Object.entries(days)) {
    await page.goto(`/incidents/${number}/observe`);
    const isLost = value === '4';
    if (isLost) await page.route('**/photos', (route) => route.abort());
    const picture = await sharp({ create: { width: 64, height: 48, channels: 3, background } })
      .png()
      .toBuffer();
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'drum.png', mimeType: 'image/png', buffer: picture });
    // The second cannot be uploaded before, and goes with the form.
    if (isLost) await expect(page.getByText(ko('reporting.photo_waits'))).toBeVisible();
    else await expect(page.locator('input[name=photoIds]')).toBeAttached();
    await page.locator('[name=seenAt]').fill(daysAgo(Number(value)));
    await page.locator('[name="amounts[0].item"]').selectOption('drum');
    await page.locator('[name="amounts[0].value"]').fill(value);
    await page.getByRole('button', { name: ko('observation.add') }).click();
    await expect(page).toHaveURL(`/incidents/${number}#observations`);
  }
  await page.unroute('**/photos');
  const chart = page.getByRole('figure', { name: ko('series.title') });
  await expect(chart.locator('circle')).toHaveCount(3);
  const slider = page.getByRole('slider', { name: ko('compare.slider') });
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveValue('55');
  await chart.scrollIntoViewIfNeeded();
  await keepScreen(page, 'series-ko');
  await slider.scrollIntoViewIfNeeded();
  await keepScreen(page, 'compare-ko');
  await expectNoFault(page);
  for (const path of [`/incidents/${number}/correct`, '/settings/areas', '/settings/areas/new']) {
    await page.goto(path);
    await expect(page.locator('main')).toBeVisible();
    await expectNoFault(page);
  }
  await page.goto(`/incidents/${number}/correct`);
  await keepScreen(page, 'correct-ko');
  const forgotten = { create: { width: 64, height: 48, channels: 3, background: '#7a9e7e' } } as const;
  const buffer = await sharp(forgotten).png().toBuffer();
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'forgotten.png', mimeType: 'image/png', buffer });
  await expect(page.locator('input[name=photoIds]')).toBeAttached();
  await page.locator('[name="clues[0].evidence"]').selectOption('gear');
  await page.getByRole('button', { name: ko('correction.save') }).click();
  await expect(page).toHaveURL(`/incidents/${number}`);
  const corrected = page.locator('#thread ins');
  await expect(corrected.filter({ hasText: ko('evidence.gear') })).toBeVisible();
  await expect(
    corrected.filter({ hasText: ko('correction.photos_other').replace('{{count}}', '1') }),
  ).toBeVisible();
});
