import { expect, test } from './fixtures.ts';
import { arrived, installed } from './kept.ts';
import { bodyOf, openTopic } from './topics.ts';
import { word } from './words.ts';

const zh = (key: string) => word('zh', 'keeping-up', key);
const inbox = (key: string) => word('zh', 'notification', key);

test('a seat says at the head of a thread how much it hears, and comes back to what it was told', async ({
  asSeat,
}) => {
  const taean = await (await asSeat('taean-officer')).newPage();
  const weihai = await (await asSeat('weihai-officer')).newPage();
  const topic = await openTopic(taean, '알림 수준을 고르는 주제');
  const title = await taean.locator('h1').innerText();

  await weihai.goto(topic);
  const level = weihai.getByLabel(zh('level.label'));
  await expect(level).toHaveValue('');
  const saved = weihai.waitForResponse((response) => response.url().includes('/level'));
  await level.selectOption('watching');
  await saved;
  await weihai.reload();
  await expect(weihai.getByLabel(zh('level.label'))).toHaveValue('watching');

  await weihai.goto('/inbox');
  await bodyOf(taean).fill('수준을 고른 뒤에 쓴 글입니다.');
  await bodyOf(taean).press('Control+Enter');
  // It comes by itself.
  const row = weihai.locator('li', { hasText: title });
  await expect(row).toContainText('수준을 고른 뒤에 쓴 글입니다.');
  await row.getByRole('button', { name: inbox('mark_read') }).click();
  await row.getByRole('button', { name: inbox('mark_unread') }).click();
  await expect(row.getByRole('button', { name: inbox('mark_read') })).toBeVisible();
  await row.getByRole('link').first().click();
  await expect(weihai).toHaveURL(/at=\d+#entry-\d+$/);
});

test('mails, sections and devices are chosen on one page, with and without JavaScript', async ({
  asSeat,
}) => {
  const page = await (await asSeat('weihai-officer', { javaScriptEnabled: false })).newPage();
  await page.goto('/settings/notices');
  await page.getByLabel(zh('mail.hourly')).check();
  await page.getByRole('button', { name: zh('mail.save'), exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: zh('mail.saved') })).toBeVisible();
  await expect(page.getByLabel(zh('mail.hourly'))).toBeChecked();
  await page.getByLabel(zh('section.science')).selectOption('muted');
  await page.getByRole('button', { name: zh('sections.save') }).click();
  await expect(page.getByLabel(zh('section.science'))).toHaveValue('muted');
  // What a government lets out is for its head to say.
  await expect(page.getByRole('switch', { name: zh('rules.without_content') })).toBeDisabled();
  await page.getByLabel(zh('mail.daily')).check();
  await page.getByRole('button', { name: zh('mail.save'), exact: true }).click();
});

test('a message to the device shows what it says to its reader, and only that there is one to anybody else', async ({
  asSeat,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const origin = new URL(baseURL ?? '').origin;
  const context = await asSeat('weihai-officer', { serviceWorkers: 'allow' });
  await context.grantPermissions(['notifications'], { origin });
  const page = await context.newPage();
  await page.goto('/today');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  // The worker has seen who reads.
  const readerOf = async () => {
    await page.goto('/inbox');
    return page.evaluate(async () => (await (await caches.match('/reader'))?.text()) ?? '');
  };
  await expect.poll(readerOf, installed).toMatch(/^[0-9a-f-]{36}\./);
  const [accountId] = (await readerOf()).split('.');

  const browser = await context.newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    browser.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      for (const { registrationId } of registrations) resolve(registrationId);
    });
  });
  await browser.send('ServiceWorker.enable');
  const registrationId = await registered;
  const deliver = (to: string | undefined, tag: string) => {
    const message = { title: '待本政府处理', body: '事件 2026-0131', href: '/inbox', tag, lang: 'zh-Hans' };
    const data = JSON.stringify({ ...message, accountId: to });
    return browser.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data });
  };
  await deliver(accountId, 'mine');
  await deliver('somebody-else', 'theirs');
  const shown = () =>
    page.evaluate(async () =>
      (await (await navigator.serviceWorker.ready).getNotifications())
        .map(({ title, body, tag }) => [tag, title, body].join('|'))
        .sort(),
    );
  await expect.poll(shown, arrived).toEqual(['mine|待本政府处理|事件 2026-0131', 'theirs|Tideline|']);
});
