import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

// Two dozen pages one after the other.
test.describe.configure({ mode: 'parallel', timeout: 900_000 });

const wide = { width: 1440, height: 900 };
const phone = { width: 360, height: 780 };

type MainPage = {
  path: string;
  /** The page is the first link of this kind on `path`. */
  link?: RegExp;
};

const guestPages: readonly MainPage[] = [
  { path: '/' },
  { path: '/sign-in' },
  { path: '/search?q=net' },
  { path: '/glossary' },
];
const memberPages: readonly MainPage[] = [
  { path: '/today' },
  { path: '/map' },
  { path: '/map/figures' },
  { path: '/incidents' },
  { path: '/incidents', link: /^\/incidents\/\d{4}-\d+$/ },
  { path: '/incidents/new' },
  { path: '/incidents/import' },
  { path: '/threads' },
  { path: '/threads', link: /^\/threads\/[\w-]{8,}$/ },
  { path: '/threads/new' },
  { path: '/actions' },
  { path: '/actions', link: /^\/actions\/A-\d+$/ },
  { path: '/actions/new' },
  { path: '/meetings' },
  { path: '/meetings', link: /^\/meetings\/M-\d+$/ },
  { path: '/meetings/new' },
  { path: '/actions/promises' },
  { path: '/briefing?meeting=M-2' },
  { path: '/offers' },
  { path: '/inbox' },
  { path: '/members' },
  { path: '/search' },
  { path: '/search?q=통발' },
  { path: '/glossary' },
  { path: '/glossary/trap' },
  { path: '/settings' },
  { path: '/settings/areas' },
  { path: '/settings/areas/new' },
];
const readers = [
  { locale: 'ko-KR', htmlLang: 'ko', seat: 'taean-officer', theme: 'light' },
  { locale: 'ko-KR', htmlLang: 'ko', seat: 'taean-officer', theme: 'dark' },
  { locale: 'zh-CN', htmlLang: 'zh-Hans', seat: 'weihai-officer', theme: 'light' },
  { locale: 'en-GB', htmlLang: 'en', seat: 'secretariat', theme: 'light' },
] as const;

for (const { locale, htmlLang, seat, theme } of readers) {
  test.describe(`in ${htmlLang}, ${theme}, nothing shuts anybody out and nothing is wider than the window:`, () => {
    // Colours are not measured half way through a fade.
    const look = { reducedMotion: 'reduce', colorScheme: theme, viewport: wide } as const;
    const rules = { rules: rulesFor(htmlLang, theme) };
    test('what a guest sees', async ({ asGuest }) => {
      await expectFaultlessPages(await asGuest({ ...look, locale }), guestPages, { htmlLang, ...rules });
    });
    test('what a member sees', async ({ asSeat }) => {
      await expectFaultlessPages(await asSeat(seat, look), memberPages, { htmlLang, ...rules });
    });
  });
}

type Rules = 'all' | 'colours' | 'structure';
type Asked = { htmlLang: string; rules: Rules };

/** Colours do not change with the language, and measuring them takes most of the time; structure does not with the theme. */
function rulesFor(htmlLang: string, theme: string): Rules {
  if (htmlLang !== 'ko') return 'structure';
  return theme === 'dark' ? 'colours' : 'all';
}

/** One browser for all of them: it downloads the product once. Every page is looked at, whatever the one before had. */
async function expectFaultlessPages(
  context: BrowserContext,
  pages: readonly MainPage[],
  asked: Asked,
): Promise<void> {
  const page = await context.newPage();
  for (const main of pages) {
    await test.step(`${main.link ? 'the first of ' : ''}${main.path}`, async () => {
      await page.setViewportSize(wide);
      await openMainPage(page, main);
      expect.soft(await faultsOf(page, asked), `${main.path} ${main.link ?? ''}`).toBe('');
    });
  }
}

async function openMainPage(page: Page, { path, link }: MainPage): Promise<void> {
  await page.goto(path);
  if (!link) return;
  const hrefs = await page
    .locator('main a')
    .evaluateAll((found) => found.map((one) => one.getAttribute('href') ?? ''));
  const href = hrefs.find((one) => link.test(one));
  expect(href, `a link like ${link} on ${path}`).toBeDefined();
  await page.goto(href ?? path);
}

async function faultsOf(page: Page, { htmlLang, rules }: Asked): Promise<string> {
  await expect(page.locator('html')).toHaveAttribute('lang', htmlLang);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
  const faults: string[] = [];
  for (const viewport of [wide, phone]) {
    await page.setViewportSize(viewport);
    await page.evaluate(() => document.fonts.ready);
    // What is read out is there for a moment only, and may name what is gone.
    const axe = new AxeBuilder({ page }).exclude('[data-live-announcer]');
    if (rules === 'structure') axe.disableRules('color-contrast');
    if (rules === 'colours') axe.withRules('color-contrast');
    const { violations } = await axe.analyze();
    for (const { id, impact, nodes } of violations) {
      if (impact !== 'serious' && impact !== 'critical') continue;
      const where = nodes.map(({ target, any, failureSummary }) => {
        return `${target.join(' ')} (${any[0]?.message ?? failureSummary})`;
      });
      faults.push(`${viewport.width} px: ${id}: ${where.join('\n    ')}`);
    }
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > viewport.width) faults.push(`${viewport.width} px: the page is ${width} px wide`);
  }
  return faults.join('\n');
}
