import { expect, test } from './fixtures.ts';
import { word } from './words.ts';

test('keys pressed while a page comes alive do not kill it', async ({ asSeat }) => {
  const page = await (await asSeat('taean-officer')).newPage();
  await page.goto('/threads/new');
  await page.locator('[name=title]').fill('키를 일찍 누른 날');
  await page.locator('[name=body]').fill('첫 글');
  await page.getByRole('button', { name: word('ko', 'thread', 'topic.open') }).click();
  await expect(page).toHaveURL(/\/threads\/[0-9a-f-]{36}$/);

  // Somebody types from the first moment that there is a field, also while React takes the page over.
  await page.addInitScript(() => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      const field = document.querySelector('textarea[name=body]');
      field?.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
      if (document.readyState !== 'complete' || performance.now() < 3_000) port2.postMessage(null);
    });
    port1.start();
    port2.postMessage(null);
  });
  await page.reload();
  await page.locator('textarea[name=body]').fill('일찍 쓴 글');
  await page.getByRole('button', { name: word('ko', 'thread', 'compose.send') }).click();
  await expect(page.locator('li', { hasText: '일찍 쓴 글' })).toBeVisible();
  await expect(page.locator('textarea[name=body]')).toHaveValue('');
});

test('a form that was filled before the page had its script keeps every field', async ({ asSeat }) => {
  const page = await (await asSeat('taean-officer')).newPage();
  let letScriptsCome = () => {};
  const filled = new Promise<void>((resolve) => (letScriptsCome = resolve));
  await page.route(/\/assets\/.*\.js$/, async (route) => {
    await filled;
    await route.continue();
  });
  await page.goto('/actions/new', { waitUntil: 'commit' });
  await page.locator('[name=title]').fill('일찍 쓴 제안');
  await page.locator('[name=text]').fill('스크립트보다 먼저 쓴 문안');
  await page.locator('[name="parties[1].governmentId"]').selectOption('weihai');
  await page.locator('[name="parties[2].governmentId"]').selectOption('dalian');
  letScriptsCome();
  await expect(page.getByText('이 기기에 임시 저장됨')).toBeVisible();
  await expect(page.locator('[name=title]')).toHaveValue('일찍 쓴 제안');
  await expect(page.locator('[name=text]')).toHaveValue('스크립트보다 먼저 쓴 문안');
  await expect(page.locator('[name="parties[1].governmentId"]')).toHaveValue('weihai');
  await expect(page.locator('[name="parties[2].governmentId"]')).toHaveValue('dalian');
});
