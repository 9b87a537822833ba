import sharp from 'sharp';
import { expect, test } from './fixtures.ts';
import { word } from './words.ts';

const picture = () =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: '#c2b280' } })
    .png()
    .toBuffer();
const ko = (key: string) => word('ko', 'incident', key);
const send = { name: ko('reporting.submit'), exact: true };

test('without JavaScript a report goes out as one form, and what is wrong stands at its fields', async ({
  asSeat,
}) => {
  const page = await (await asSeat('taean-officer', { javaScriptEnabled: false })).newPage();
  await page.goto('/incidents/new');
  await page.locator('[name=title]').fill('꽃지 해변 폐그물');
  await page.locator('[name=coordinates]').fill('126.3333, 36.5012');
  await page.locator('[name="amounts[0].value"]').fill('-3');
  await page.getByRole('button', send).click();

  const summary = page.locator('.error-summary');
  await expect(summary).toContainText(word('ko', 'form', 'coordinates_swapped'));
  await expect(summary).toContainText(word('ko', 'form', 'number_too_small'));
  await expect(summary).toContainText(ko('reporting.kind'));
  await expect(page.locator('[name=title]')).toHaveValue('꽃지 해변 폐그물');
  await expect(page.locator('[name=coordinates]')).toHaveValue('126.3333, 36.5012');
  await expect(page.locator('[name="amounts[0].value"]')).toHaveValue('-3');

  await page.locator('[name=coordinates]').fill('북위 36도 30분 4초, 동경 126도 20분 0초');
  await page.locator('[name="amounts[0].value"]').fill('85');
  await page.locator('input[name=kind][value=derelict_gear]').check();
  await page.getByRole('button', send).click();
  await expect(page).toHaveURL(/\/incidents\/\d{4}-\d{4}$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('꽃지 해변 폐그물');
});

test('a draft survives a reload, the title is proposed, and a double click reports once', async ({
  asSeat,
}) => {
  const page = await (await asSeat('taean-officer')).newPage();
  await page.goto('/incidents/new');
  await page.locator('input[name=kind][value=beached_mass]').check();
  await page.locator('[name=placeName]').fill('신두리');
  await page.locator('[name=coordinates]').fill('36-52.50N 126-01.50E');
  await expect(page.locator('[name=title]')).toHaveValue(`${ko('kind.beached_mass')} · 신두리`);
  await page.reload();
  await expect(page.locator('[name=placeName]')).toHaveValue('신두리');
  await expect(page.locator('[name=coordinates]')).toHaveValue('36-52.50N 126-01.50E');
  await expect(page.locator('input[name=kind][value=beached_mass]')).toBeChecked();

  let sent = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/incidents/new')) sent += 1;
  });
  await page.getByRole('button', send).dblclick();
  await expect(page).toHaveURL(/\/incidents\/\d{4}-\d{4}$/);
  expect(sent).toBe(1);
  await page.goto('/incidents/new');
  await expect(page.locator('[name=placeName]')).toHaveValue('');
});

test('what is typed and attached before the page has its script is kept', async ({ asSeat }) => {
  const page = await (await asSeat('taean-officer')).newPage();
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/\/assets\/entry\.client-.*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/incidents/new', { waitUntil: 'commit' });
  await page.locator('input[name=kind][value=oil_tar]').check({ force: true });
  await page.locator('[name=placeName]').fill('만리포');
  await page.locator('[name=coordinates]').fill('36-47.10N 126-08.40E');
  await page.locator('[name=visibility]').selectOption('public');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'early.png', mimeType: 'image/png', buffer: await picture() });
  letGo();

  await expect(page.locator('[name=title]')).toHaveValue(`${ko('kind.oil_tar')} · 만리포`);
  await expect(page.locator('input[name=photoIds]')).toBeAttached();
  await page.reload();
  await expect(page.locator('[name=placeName]')).toHaveValue('만리포');
  await expect(page.locator('[name=coordinates]')).toHaveValue('36-47.10N 126-08.40E');
  await expect(page.locator('[name=visibility]')).toHaveValue('public');
  await expect(page.locator('input[name=kind][value=oil_tar]')).toBeChecked();
});

test('off line a report is kept on the device with its photo and goes out by itself afterwards', async ({
  asSeat,
}) => {
  const context = await asSeat('taean-officer');
  const page = await context.newPage();
  await page.goto('/incidents/new');
  await page.locator('input[name=kind][value=beached_mass]').check();
  const title = `학암포 ${Date.now()}`;
  await page.locator('[name=title]').fill(title);
  await page.locator('[name=coordinates]').fill('36.8960, 126.2010');
  await context.route(/\/(photos|incidents\/new)$/, (route) =>
    route.request().method() === 'POST' ? route.abort('internetdisconnected') : route.continue(),
  );
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'beach.png', mimeType: 'image/png', buffer: await picture() });
  await expect(page.getByText(ko('reporting.photo_waits'))).toBeVisible();
  await page.getByRole('button', send).click();
  await expect(page.locator('#kept-reports')).toContainText(title);
  await expect(page.locator('[name=title]')).toHaveValue('');

  await context.unrouteAll();
  // It goes out from any page.
  await page.goto('/today');
  await expect(
    page.getByText(word('ko', 'incident', 'reporting.sent_other').replace('{{count}}', '1')),
  ).toBeVisible();
  await page.goto(`/incidents?q=${encodeURIComponent(title)}`);
  await page.getByRole('link', { name: title }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(page.locator('main img[src*="/photos/"]').first()).toBeVisible();
});

for (const javaScriptEnabled of [true, false]) {
  test(`${javaScriptEnabled ? 'with' : 'without'} JavaScript a phone filters from a sheet in reach of the thumb`, async ({
    asSeat,
  }) => {
    const viewport = { width: 360, height: 780 };
    const page = await (await asSeat('taean-officer', { viewport, javaScriptEnabled })).newPage();
    await page.goto('/incidents');
    const sheet = page.locator('#filters');
    await expect(sheet).toBeHidden();
    await page.getByRole('link', { name: ko('filter.open'), exact: true }).click();
    await expect(sheet).toBeInViewport();
    await sheet.getByText(ko('filter.any_kind')).click();
    await sheet.getByText(ko('kind.oil_tar'), { exact: true }).click();
    if (!javaScriptEnabled) await sheet.getByRole('button', { name: ko('filter.apply') }).click();
    await expect(page).toHaveURL(/[?&]kind=oil_tar/);
    await expect(
      page.getByRole('link', { name: ko('filter.open_set_other').replace('{{count}}', '1') }),
    ).toBeVisible();
  });
}

test('a guest who wants to report is asked to sign in', async ({ asGuest }) => {
  const { request } = await asGuest();
  const answer = await request.get('/incidents/new', { maxRedirects: 0 });
  expect(answer.status()).toBe(303);
  expect(answer.headers().location).toContain('/sign-in');
  expect((await request.get('/incidents/1999-0001')).status()).toBe(404);
});
