import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { expect, test } from './fixtures.ts';
import { word } from './words.ts';

const picture = () =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: '#7a9e7e' } })
    .png()
    .toBuffer();
const ko = (key: string) => word('ko', 'incident', key);
const send = { name: ko('reporting.submit'), exact: true };

/** The form has its script: it carries the answer to a question that was not asked yet. */
const hasScript = (page: Page) => expect(page.locator('input[type=hidden][name=sameAs]')).toBeAttached();

/** Reports a container through the page. @returns its number */
async function report(
  page: Page,
  { title, at, scripted }: { title: string; at: string; scripted: boolean },
): Promise<string> {
  await page.goto('/incidents/new');
  if (scripted) await hasScript(page);
  await page.locator('input[name=kind][value=hazardous_container]').check();
  await page.locator('[name=coordinates]').fill(at);
  await page.locator('[name=title]').fill(title);
  await page.getByRole('button', send).click();
  await expect(page).toHaveURL(/\/incidents\/\d{4}-\d{4}$/);
  return new URL(page.url()).pathname.slice('/incidents/'.length);
}

test('what was reported near by is shown while reporting, and “the same” adds an observation', async ({
  asSeat,
}) => {
  const page = await (await asSeat('taean-officer')).newPage();
  const number = await report(page, { title: '갯골에 얹힌 드럼통', at: '36.8100, 126.0500', scripted: true });

  await page.goto('/incidents/new');
  await hasScript(page);
  await page.locator('input[name=kind][value=hazardous_container]').check();
  await page.locator('[name=coordinates]').fill('36.8110, 126.0500');
  const question = page.locator('#sameAs');
  await expect(question).toContainText('갯골에 얹힌 드럼통');
  await expect(question).toContainText('110 m');
  await page.locator('[name=title]').fill('드럼통 또 발견');
  await page.locator('[name=text]').fill('마개가 열려 있습니다.');
  // Nobody goes on without an answer.
  await page.getByRole('button', send).click();
  await expect(question).toContainText(ko('same.unanswered'));
  await question.getByRole('radio').first().check();
  await expect(page.locator('[name=title]')).toBeHidden();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'drum.png', mimeType: 'image/png', buffer: await picture() });
  await expect(page.locator('input[name=photoIds]')).toBeAttached();
  await page.getByRole('button', { name: ko('observation.add') }).click();
  await expect(page).toHaveURL(`/incidents/${number}`);
  const observations = page.locator('section', { has: page.locator('#observations') });
  await expect(observations).toContainText('마개가 열려 있습니다.');
  await expect(observations.locator('img')).toBeVisible();
});

test('without JavaScript the question is a step of its own that loses nothing typed', async ({ asSeat }) => {
  const options = { javaScriptEnabled: false };
  const page = await (await asSeat('taean-officer', options)).newPage();
  const number = await report(page, {
    title: '암초에 걸린 드럼통',
    at: '36.8300, 125.9500',
    scripted: false,
  });

  await page.goto('/incidents/new');
  await page.locator('input[name=kind][value=hazardous_container]').check();
  await page.locator('[name=coordinates]').fill('36.8300, 125.9510');
  await page.locator('[name=title]').fill('드럼통 다시 발견');
  await page.locator('[name=text]').fill('뚜껑이 부서졌습니다.');
  await page.locator('[name="amounts[0].value"]').fill('2');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'drum.png', mimeType: 'image/png', buffer: await picture() });
  await page.getByRole('button', send).click();
  await expect(page.locator('#sameAs')).toContainText('암초에 걸린 드럼통');

  // Back to the form: everything stands there, the photo too.
  await page.getByRole('button', { name: ko('same.change') }).click();
  await expect(page.locator('[name=title]')).toHaveValue('드럼통 다시 발견');
  await expect(page.locator('[name="amounts[0].value"]')).toHaveValue('2');
  await expect(page.locator('input[name=photoIds]')).toHaveCount(1);
  await page.getByRole('button', send).click();
  await page.locator(`#sameAs input[value="${number}"]`).check();
  await page.getByRole('button', send).click();
  await expect(page).toHaveURL(`/incidents/${number}#observations`);
  const observations = page.locator('section', { has: page.locator('#observations') });
  await expect(observations).toContainText('뚜껑이 부서졌습니다.');
  await expect(observations.locator('img')).toBeVisible();

  // None of these is an incident of its own.
  await page.goto('/incidents/new');
  await page.locator('input[name=kind][value=hazardous_container]').check();
  await page.locator('[name=coordinates]').fill('36.8300, 125.9510');
  await page.locator('[name=title]').fill('다른 드럼통');
  await page.getByRole('button', send).click();
  await page.locator('#sameAs input[value=none]').check();
  await page.getByRole('button', send).click();
  await expect(page).toHaveURL(/\/incidents\/\d{4}-\d{4}$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('다른 드럼통');
});
