import fs from 'node:fs';
import type { Page } from '@playwright/test';
import { readDocx, readPdf } from '../read-paper.ts';
import { expect, test } from './fixtures.ts';
import { word } from './words.ts';

test.describe.configure({ timeout: 300_000 });

const languages = ['ko', 'zh', 'en'] as const;
const widths = [1440, 360] as const;
const briefing = (language: (typeof languages)[number], key: string) => word(language, 'briefing', key);
const heads = languages.map((language) => briefing(language, 'section.promises'));

/** The words of what a button brings. */
async function download(page: Page, label: string): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent('download', { timeout: 120_000 }),
    page.getByRole('link', { name: label }).click(),
  ]);
  return fs.readFileSync(await file.path());
}

test('an officer asks for a paper of the own government in all languages, reads it, prints it and takes both files', async ({
  asSeat,
  keepScreen,
}) => {
  const page = await (await asSeat('taean-officer', { viewport: { width: 1440, height: 900 } })).newPage();
  await page.goto('/briefing');
  await page.getByLabel(briefing('ko', 'field.government')).selectOption('taean');
  await page.locator('select[name=in]').selectOption({ label: briefing('ko', 'in.all') });
  await page.getByRole('button', { name: briefing('ko', 'field.show') }).click();
  await expect(page).toHaveURL(/government=taean/);
  const papers = page.locator('article');
  await expect(papers).toHaveCount(languages.length);
  for (const [index, head] of heads.entries()) await expect(papers.nth(index)).toContainText(head);
  // Its map is a picture that came.
  const map = papers.first().locator('img').first();
  await expect.poll(() => map.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  await keepScreen(page, 'briefing-all');

  const paper = readPdf(await download(page, briefing('ko', 'file.pdf')));
  const docx = await readDocx(await download(page, briefing('ko', 'file.docx')));
  expect(docx.faults).toEqual([]);
  for (const head of heads) {
    expect(paper).toContain(head);
    expect(docx.text).toContain(head);
  }

  // On paper: no buttons, every language from a new sheet, and no head of a table alone at the foot of one.
  const sheets = readPdf(await page.pdf({ format: 'A4' })).split('\f');
  const printed = sheets.join('\n');
  for (const head of heads) expect(printed).toContain(head);
  expect(printed).not.toContain(briefing('ko', 'file.print'));
  const columns = languages.map((language) => briefing(language, 'column.due'));
  const last = (sheet: string) => sheet.trimEnd().split('\n').at(-1) ?? '';
  expect(sheets.map(last).filter((line) => columns.some((column) => line.includes(column)))).toEqual([]);
});

test('a wrong period is said at its field, and what was chosen stays', async ({ asSeat }) => {
  const page = await (await asSeat('weihai-officer')).newPage();
  await page.goto('/briefing?government=weihai&from=2026-09-01&to=2026-08-01&in=zh');
  await expect(page.getByLabel(briefing('zh', 'field.to'))).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel(briefing('zh', 'field.government'))).toHaveValue('weihai');
  await expect(page.getByRole('link', { name: briefing('zh', 'file.pdf') })).toHaveCount(0);
});

test('the paper of a meeting fits on a desk and in a hand, in every language', async ({
  asSeat,
  keepScreen,
}) => {
  for (const width of widths) {
    const page = await (await asSeat('taean-head', { viewport: { width, height: 800 } })).newPage();
    for (const language of languages) {
      await page.goto(`/briefing?meeting=M-2&in=${language}`);
      await expect(page.locator('article')).toContainText(word(language, 'meeting', 'agenda.heading'));
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await keepScreen(page, `briefing-meeting-${language}`);
    }
    await page.close();
  }
});
