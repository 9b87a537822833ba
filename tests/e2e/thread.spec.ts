import { expect, test } from './fixtures.ts';
import { bodyOf, openTopic } from './topics.ts';
import { word } from './words.ts';

const ko = (key: string) => word('ko', 'thread', key);
const zh = (key: string) => word('zh', 'thread', key);

test('a translation by one side stands beside the original on the other’s open page', async ({
  asSeat,
  keepScreen,
}) => {
  const taean = await (await asSeat('taean-officer', { viewport: { width: 1440, height: 900 } })).newPage();
  const weihai = await (await asSeat('weihai-officer', { viewport: { width: 1440, height: 900 } })).newPage();
  const topic = await openTopic(taean, '등록표 양식');
  await weihai.goto(topic);
  await bodyOf(weihai).fill('照片已转养殖企业核对。');
  await bodyOf(weihai).press('Control+Enter');
  const post = taean.locator('li', { hasText: '照片已转养殖企业核对。' });
  await expect(post).toBeVisible();
  await expect(post.locator('[lang="zh-Hans"]', { hasText: '照片已转' })).toBeVisible();

  const there = weihai.locator('li', { hasText: '같은 양식을 쓰면' });
  await there.locator('summary', { hasText: zh('translation.add') }).click();
  await there.locator('[name=text]').fill('能否使用同一格式？');
  await there.getByRole('button', { name: zh('translation.save') }).click();
  await expect(there.locator('.prose')).toHaveCount(2);
  await post.locator('summary', { hasText: ko('translation.add') }).click();
  await post.locator('[name=text]').fill('사진을 양식 업체에 보내 대조하고 있습니다.');
  await post.getByRole('button', { name: ko('translation.save') }).click();

  // Side by side; the original is still there.
  await expect(post.locator('.prose[lang=ko]')).toBeVisible();
  await expect(post.locator('.prose[lang="zh-Hans"]')).toBeVisible();
  await keepScreen(taean, 'thread-translated-1440');

  // One tap apart on a phone.
  await taean.setViewportSize({ width: 360, height: 780 });
  await expect(post.locator('.prose[lang="zh-Hans"]')).toBeHidden();
  await post.getByText(ko('translation.show_original').replace('{{language}}', ko('language.zh'))).click();
  await expect(post.locator('.prose[lang="zh-Hans"]')).toBeVisible();
  await expect(post.locator('.prose[lang=ko]')).toBeHidden();
  await keepScreen(taean, 'thread-translated-360');

  // Only what one reads, or only what was written.
  await taean.setViewportSize({ width: 1440, height: 900 });
  await taean.getByRole('link', { name: ko('mode.original') }).click();
  await expect(post.locator('.prose')).toHaveCount(1);
});

test('what is written without a network waits, survives a reload, and arrives once', async ({ asSeat }) => {
  const context = await asSeat('taean-officer');
  const taean = await context.newPage();
  const weihai = await (await asSeat('weihai-officer')).newPage();
  const topic = await openTopic(taean, '연결이 끊긴 해변');
  await weihai.goto(topic);
  // A draft is there again after a reload.
  await bodyOf(taean).fill('해변에서 쓴 글');
  await taean.reload();
  await expect(bodyOf(taean)).toHaveValue('해변에서 쓴 글');

  let tried = 0;
  await context.route(/\/posts$/, (route) => {
    tried += 1;
    return route.abort('internetdisconnected');
  });
  await taean.getByRole('button', { name: ko('compose.send') }).click();
  await expect(bodyOf(taean)).toHaveValue('');
  await expect(taean.getByText(ko('pending.sending'))).toBeVisible();
  await taean.reload();
  await expect(taean.locator('article', { hasText: '해변에서 쓴 글' })).toBeVisible();
  await expect(taean.getByText(ko('pending.sending'))).toBeVisible();
  expect(tried).toBeGreaterThan(0);

  await context.unroute(/\/posts$/);
  await taean.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(weihai.locator('article', { hasText: '해변에서 쓴 글' })).toBeVisible();
  await expect(taean.getByText(ko('pending.sending'))).toBeHidden();
  await weihai.reload();
  await expect(weihai.locator('article', { hasText: '해변에서 쓴 글' })).toHaveCount(1);
});

test('the answer to a post is lost: it is sent again with its key and stands once', async ({ asSeat }) => {
  const context = await asSeat('taean-officer');
  const taean = await context.newPage();
  await openTopic(taean, '답이 오지 않은 글');
  let lost = 0;
  await context.route(/\/posts$/, async (route) => {
    if (lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    return route.abort('connectionreset');
  });
  await bodyOf(taean).fill('한 번만 남아야 할 글');
  await bodyOf(taean).press('Control+Enter');
  await expect.poll(() => lost).toBe(1);
  await expect(taean.getByText(ko('pending.sending'))).toBeHidden();
  await expect(taean.locator('[id^=entry-]', { hasText: '한 번만 남아야 할 글' })).toHaveCount(1);
  await taean.reload();
  await expect(taean.locator('article', { hasText: '한 번만 남아야 할 글' })).toHaveCount(1);
});

test('a refused post says why and can be written anew', async ({ asSeat }) => {
  const context = await asSeat('taean-officer');
  const taean = await context.newPage();
  await openTopic(taean, '거절된 글');
  await context.route(/\/posts$/, (route) =>
    route.fulfill({ status: 403, json: { refusal: 'not_allowed' } }),
  );
  await bodyOf(taean).fill('고쳐 쓸 글');
  await bodyOf(taean).press('Control+Enter');
  const refused = taean.locator('article', { hasText: '고쳐 쓸 글' });
  await expect(refused).toContainText(word('ko', 'refusal', 'not_allowed'));
  await context.unroute(/\/posts$/);
  await refused.getByRole('button', { name: ko('pending.edit') }).click();
  await expect(bodyOf(taean)).toHaveValue('고쳐 쓸 글');
  await expect(refused).toBeHidden();
});

test('a post for the own government shows to a colleague and to nobody else', async ({ asSeat }) => {
  const taean = await (await asSeat('taean-officer')).newPage();
  const colleague = await (await asSeat('taean-head')).newPage();
  const weihai = await (await asSeat('weihai-officer')).newPage();
  const topic = await openTopic(taean, '내부 검토');
  await Promise.all([colleague.goto(topic), weihai.goto(topic)]);
  await bodyOf(taean).fill('내부 검토용 메모');
  await taean.getByRole('checkbox', { name: ko('compose.only_own') }).check();
  await taean.getByRole('button', { name: ko('compose.send') }).click();
  await expect(colleague.getByText('내부 검토용 메모')).toBeVisible();
  await bodyOf(taean).fill('모두에게 드리는 글');
  await taean.getByRole('button', { name: ko('compose.send') }).click();
  await expect(weihai.getByText('모두에게 드리는 글')).toBeVisible();
  await expect(weihai.getByText('내부 검토용 메모')).toHaveCount(0);
});

test('where WebSocket does not get through, the thread goes on', async ({ asSeat }) => {
  const taean = await (await asSeat('taean-officer')).newPage();
  const context = await asSeat('weihai-officer');
  await context.routeWebSocket(/socket\.io/, (socket) => socket.close());
  const weihai = await context.newPage();
  const topic = await openTopic(taean, '웹소켓 없이');
  await weihai.goto(topic);
  await bodyOf(taean).fill('천천히라도 닿는 글');
  await bodyOf(taean).press('Control+Enter');
  await expect(weihai.getByText('천천히라도 닿는 글')).toBeVisible({ timeout: 25_000 });
});

test('without JavaScript one reads and writes', async ({ asSeat }) => {
  const taean = await (await asSeat('taean-officer')).newPage();
  const topic = await openTopic(taean, '스크립트 없이');
  const weihai = await (await asSeat('weihai-officer', { javaScriptEnabled: false })).newPage();
  await weihai.goto(topic);
  await expect(weihai.getByText('같은 양식을 쓰면')).toBeVisible();
  await bodyOf(weihai).fill('不用脚本也能发言。');
  await weihai.getByRole('button', { name: zh('compose.send') }).click();
  await expect(weihai).toHaveURL(/#entry-\d+$/);
  await expect(weihai.locator('article', { hasText: '不用脚本也能发言。' })).toHaveCount(1);
  await expect(taean.locator('article', { hasText: '不用脚本也能发言。' })).toBeVisible();
});

test('the forum lists a new topic while it is open, in the reader’s language where it is translated', async ({
  asSeat,
}) => {
  const weihai = await (await asSeat('weihai-officer')).newPage();
  await weihai.goto('/threads?subject=topic');
  const taean = await (await asSeat('taean-officer')).newPage();
  const topic = await openTopic(taean, '봄철 조사 일정');
  const row = weihai.locator('li', { has: weihai.locator(`a[href="${topic}"]`) });
  await expect(row).toContainText('봄철 조사 일정');
  await taean.locator('header summary', { hasText: ko('translation.add') }).click();
  const form = taean.locator('header form[action="/translations"]');
  await form.locator('[name=text]').fill('春季调查日程');
  await form.getByRole('button').click();
  await expect(row).toContainText('春季调查日程');
});
