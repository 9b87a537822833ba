import path from 'node:path';
import {
  type BrowserContext,
  type BrowserContextOptions,
  expect,
  test as base,
  type Page,
} from '@playwright/test';
import { type DemoSeatKey, demoSeats } from '#prisma/demo/seats.ts';

type Fixtures = {
  /** Hosts besides the product's own that pages may ask; a test that plays them says so with `test.use`. */
  otherHosts: RegExp | undefined;
  /** A browser of its own, signed in as who holds this seat of the demo world, in their language and time zone. */
  asSeat: (seat: DemoSeatKey, options?: BrowserContextOptions) => Promise<BrowserContext>;
  /** A browser of its own for a guest. */
  asGuest: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  /** Keeps a picture in tests/e2e/__screens__. */
  keepScreen: (page: Page, name: string) => Promise<void>;
};

/** Playwright's `test`; every browser is watched for errors, refused scripts and requests to other hosts. */
export const test = base.extend<Fixtures & { watched: (context: BrowserContext) => BrowserContext }>({
  otherHosts: [undefined, { option: true }],

  watched: async ({ otherHosts, baseURL }, use) => {
    const faults: string[] = [];
    const own = new URL(baseURL ?? '').host;
    await use((context) => {
      context.on('weberror', (error) =>
        faults.push(`error in the page: ${error.error().stack ?? error.error().message}`),
      );
      context.on('console', (message) => {
        if (/Content Security Policy|hydrat/i.test(message.text())) faults.push(message.text());
      });
      context.on('request', (request) => {
        const { protocol, host, href } = new URL(request.url());
        if (/^(https?|wss?):$/.test(protocol) && host !== own && !otherHosts?.test(host))
          faults.push(`asked another host: ${href}`);
      });
      return context;
    });
    expect(faults).toEqual([]);
  },

  context: async ({ context, watched }, use) => use(watched(context)),

  asGuest: async ({ browser, watched }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext(options);
      opened.push(context);
      return watched(context);
    });
    await Promise.all(opened.map((context) => context.close()));
  },

  asSeat: async ({ asGuest, baseURL }, use) => {
    await use(async (key, options = {}) => {
      const { id, holder } = demoSeats[key];
      const chinese = holder.language === 'zh';
      const context = await asGuest({
        locale: chinese ? 'zh-CN' : 'ko-KR',
        timezoneId: chinese ? 'Asia/Shanghai' : 'Asia/Seoul',
        ...options,
      });
      // What the "enter as" card of the sign-in page sends.
      const answer = await context.request.post('/demo/enter', {
        form: { seatId: id, returnTo: '/today' },
        headers: { Origin: new URL(baseURL ?? '').origin, 'Sec-Fetch-Site': 'same-origin' },
        maxRedirects: 0,
      });
      expect(answer.status()).toBe(303);
      return context;
    });
  },

  keepScreen: async ({}, use) => {
    await use(async (page, name) => {
      await page.evaluate(() => document.fonts.ready);
      const { width } = page.viewportSize() ?? { width: 0 };
      await page.screenshot({ path: path.join(import.meta.dirname, '__screens__', `${name}-${width}.png`) });
    });
  },
});

export { expect } from '@playwright/test';
