import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { word } from './words.ts';

const ko = (key: string) => word('ko', 'import', key);
const filled = (key: string, values: Record<string, string>) =>
  ko(key).replace(/{{(\w+)}}/g, (_, name: string) => values[name] ?? '');

test('an officer looks at a sheet, brings in what is right, and a second time nothing', async ({
  asSeat,
  keepScreen,
}) => {
  test.slow();
  const context = await asSeat('boryeong-officer', {
    reducedMotion: 'reduce',
    viewport: { width: 360, height: 780 },
  });
  const page = await context.newPage();
  const name = `장고도 조사 ${Date.now()}`;
  const csv = [
    '번호,날짜,위도,경도,제목,수량',
    `1,2026-05-01,36.4,126.35,${name},12`,
    `2,2026-05-02,126.35,36.4,${name} 바뀜,3`,
    `3,2026-02-30,36.41,126.35,${name} 날짜,3`,
  ].join('\n');
  const look = async () => {
    await page.goto('/incidents/import');
    await page
      .locator('input[name=file]')
      .setInputFiles({ name: 'janggodo.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await page.getByRole('button', { name: ko('look'), exact: true }).click();
    await expect(page).toHaveURL(/\/incidents\/import\/[0-9a-f-]{36}$/);
    await expect(page.getByRole('heading', { name: 'janggodo.csv' })).toBeVisible();
  };

  await look();
  const finding = (line: number) =>
    page.getByRole('listitem').filter({ hasText: `${ko('line')} ${line} · ${ko('left_out')}` });
  await expect(finding(3)).toContainText(ko('reason.swapped'));
  await expect(finding(3)).toContainText('126.35');
  await expect(finding(4)).toContainText(ko('reason.date_impossible'));
  await expect(finding(4)).toContainText('2026-02-30');
  await expect(page.locator('.map[data-map-ready=true]')).toBeVisible();
  await expect(page.getByText(filled('map.accepted', { value: '1' }))).toBeVisible();
  await expect(page.getByText(filled('map.left_out', { value: '1' }))).toBeVisible();
  await keepScreen(page, 'import-preview-ko');
  expect(await seriousFaults(page)).toEqual([]);
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wider).toBe(0);
  await page.getByRole('button', { name: filled('run', { value: '1' }), exact: true }).click();
  await expect(page.getByText(ko('done'), { exact: true })).toBeVisible();

  await page.goto(`/incidents?q=${encodeURIComponent(name)}`);
  await expect(page.getByRole('link', { name })).toHaveCount(1);

  await look();
  await expect(page.getByText(ko('nothing_new'), { exact: true })).toBeVisible();
  await page.goto(`/incidents?q=${encodeURIComponent(name)}`);
  await expect(page.getByRole('link', { name })).toHaveCount(1);

  // Taken back: nothing of it is left, and the same sheet may come in again.
  await page.goto('/incidents/import');
  await page
    .getByRole('listitem')
    .filter({ hasText: 'janggodo.csv' })
    .filter({ hasText: ko('state.done') })
    .getByRole('link')
    .first()
    .click();
  await page.getByRole('link', { name: ko('undo.title'), exact: true }).click();
  await expect(page.getByRole('heading', { name: ko('undo.title') })).toBeVisible();
  await keepScreen(page, 'import-undo-ko');
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: ko('undo.do'), exact: true }).click();
  await expect(page.getByText(word('ko', 'form', 'required'))).toBeVisible();
  await page.locator('textarea[name=text]').fill('다른 달의 파일입니다.');
  await page.getByRole('button', { name: ko('undo.do'), exact: true }).click();
  await expect(page.getByText(ko('undo.done'), { exact: true })).toBeVisible();
  await keepScreen(page, 'import-undone-ko');
  await page.goto(`/incidents?q=${encodeURIComponent(name)}`);
  await expect(page.getByRole('link', { name })).toHaveCount(0);
  await look();
  await expect(page.getByRole('button', { name: filled('run', { value: '1' }), exact: true })).toBeVisible();
});

/** What axe calls serious or critical. */
async function seriousFaults(page: Page): Promise<string[]> {
  // What is read out is there for a moment only, and may name what is gone.
  const { violations } = await new AxeBuilder({ page }).exclude('[data-live-announcer]').analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`);
}
