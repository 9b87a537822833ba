import { expect, test } from './fixtures.ts';
import { bodyOf, openTopic } from './topics.ts';
import { word } from './words.ts';

const ko = (key: string, namespace = 'thread') => word('ko', namespace, key);
const zh = (key: string, namespace = 'thread') => word('zh', namespace, key);
const wide = { viewport: { width: 1440, height: 900 } };

test('a proposal is put, answered, closed with its outcome and made an action item, live on both pages', async ({
  asSeat,
  keepScreen,
}) => {
  test.slow();
  const taean = await (await asSeat('taean-officer', wide)).newPage();
  const weihai = await (await asSeat('weihai-officer', wide)).newPage();
  const topic = await openTopic(taean, '등록표를 정합시다');
  await weihai.goto(topic);
  await bodyOf(weihai).fill('可以。');
  await bodyOf(weihai).press('Control+Enter');
  await expect(taean.getByText('可以。')).toBeVisible();

  await taean.getByRole('link', { name: ko('compose.decide') }).click();
  await expect(taean).toHaveURL(/\/decide$/);
  await expect(taean.getByRole('button', { name: ko('propose.submit', 'decision') })).toBeVisible();
  await taean.locator('[name=body]').fill('등록표를 함께 쓰고 매주 수요일에 교환한다.');
  // Whoever took part is asked.
  await expect(taean.locator('input[name=governments][value=weihai]')).toBeChecked();
  await taean.getByRole('button', { name: ko('propose.submit', 'decision') }).click();
  await expect(taean).toHaveURL(/#entry-\d+$/);

  const there = weihai.getByRole('region', { name: zh('heading', 'decision') });
  const here = taean.getByRole('region', { name: ko('heading', 'decision') });
  await expect(there).toBeVisible();
  await there.locator('summary', { hasText: zh('answer', 'decision') }).click();
  await there.getByLabel(zh('option.agree', 'decision'), { exact: true }).check();
  await there.locator('[name=reason]').fill('同意，可立即使用。');
  await there.getByRole('button', { name: zh('give_answer', 'decision') }).click();
  await expect(here).toContainText('同意，可立即使用。');
  await keepScreen(taean, 'decision-ko');
  await keepScreen(weihai, 'decision-zh');

  await here.locator('summary', { hasText: ko('close', 'decision') }).click();
  await here.locator('[name=outcome]').fill('다음 달부터 함께 쓴다.');
  await here.getByRole('button', { name: ko('close', 'decision') }).click();
  await expect(there).toContainText('다음 달부터 함께 쓴다.');
  await expect(there.locator('summary', { hasText: zh('change_answer', 'decision') })).toHaveCount(0);

  await here.getByRole('link', { name: ko('to_action_item', 'decision') }).click();
  await expect(taean).toHaveURL(/\/actions\/new/);
  // By its id: the address is there a moment before the page, and the one before has fields of this name, too.
  await expect(taean.locator('#proposal-text')).toHaveValue('등록표를 함께 쓰고 매주 수요일에 교환한다.');
  await taean.getByRole('button', { name: ko('new.submit', 'action-item') }).click();
  await expect(taean).toHaveURL(/\/actions\/A-\d+$/);
  const number = new URL(taean.url()).pathname.split('/').at(-1) ?? '';
  await expect(there.getByRole('link', { name: number })).toBeVisible();
});

test('a post is answered, read with a word, and edited with its earlier versions, live on both pages', async ({
  asSeat,
}) => {
  test.slow();
  const taean = await (await asSeat('taean-officer', wide)).newPage();
  const weihai = await (await asSeat('weihai-officer', wide)).newPage();
  const topic = await openTopic(taean, '수거량 확인');
  await bodyOf(taean).fill('부표 340개를 수거했습니다.');
  await bodyOf(taean).press('Control+Enter');
  const here = taean.locator('li[data-seq]', { hasText: '부표 340개를' });
  await expect(here).toBeVisible();
  await weihai.goto(topic);
  const there = weihai.locator('li[data-seq]').filter({ hasText: '수거했습니다' });

  await there.getByRole('button', { name: zh('acknowledge.do') }).click();
  await expect(here).toContainText(ko('acknowledge.read'));
  await expect(there.getByRole('button', { name: zh('acknowledge.do') })).toHaveCount(0);

  await there.getByRole('link', { name: zh('reply.do') }).click();
  await weihai.getByRole('button', { name: zh('reply.quote') }).click();
  await bodyOf(weihai).press('End');
  await bodyOf(weihai).pressSequentially('收到。');
  await bodyOf(weihai).press('Control+Enter');
  const answer = taean.locator('li[data-seq]', { hasText: '收到。' });
  await expect(answer.locator('blockquote')).toContainText('부표 340개를 수거했습니다.');
  await expect(answer.locator('a[href^="#"]')).toContainText('부표 340개를 수거했습니다.');

  await here
    .first()
    .locator('summary', { hasText: ko('more') })
    .click();
  await here
    .first()
    .getByRole('link', { name: ko('edit.do'), exact: true })
    .click();
  await expect(taean).toHaveURL(/\/edit$/);
  // The address changes before the page does.
  await expect(taean.getByRole('button', { name: ko('edit.save') })).toBeVisible();
  await taean.locator('[name=body]').fill('부표 302개를 수거했습니다.');
  await taean.getByRole('button', { name: ko('edit.save') }).click();
  await expect(there.first()).toContainText('부표 302개를 수거했습니다.');
  // What was read was another version.
  await expect(there.first().getByRole('button', { name: zh('acknowledge.again') })).toBeVisible();
  await there
    .first()
    .getByRole('link', { name: zh('edit.edited').replace('{{revision}}', '2') })
    .click();
  await expect(weihai.locator('ins')).toHaveText('302');
  await expect(weihai.locator('del')).toHaveText('340');
});

test('what is new since the reader was here has a line, and the forum knows to the entry what is unread', async ({
  asSeat,
}) => {
  const taean = await (await asSeat('taean-officer', wide)).newPage();
  const weihai = await (await asSeat('weihai-officer', wide)).newPage();
  const topic = await openTopic(taean, '읽지 않은 글');
  const said = weihai.waitForResponse((answer) => answer.url().endsWith(`${topic}/read`) && answer.ok());
  await weihai.goto(topic);
  await said;
  await weihai.goto('/threads?tab=all');
  const row = weihai.locator('li', { has: weihai.locator(`a[href="${topic}"]`) });
  await expect(row).toBeVisible();
  await expect(row.getByText(zh('mark_read'))).toHaveCount(0);

  for (const body of ['하나', '둘']) {
    await bodyOf(taean).fill(body);
    await bodyOf(taean).press('Control+Enter');
    await expect(taean.locator('li[data-seq]', { hasText: body })).toBeVisible();
  }
  await expect(row).toContainText(zh('list.unread_other').replace('{{count}}', '2'));
  await row.getByRole('link').first().click();
  await expect(weihai.locator('#new-entries')).toContainText(zh('new_since_other').replace('{{count}}', '2'));
  await weihai.goto(`${topic}#2`);
  await expect(weihai.locator('#entry-2')).toBeFocused();
});

test('without JavaScript a government reads with a word and answers a proposal', async ({ asSeat }) => {
  const taean = await (await asSeat('taean-officer', wide)).newPage();
  const topic = await openTopic(taean, '스크립트 없는 결정');
  await taean.goto(`${topic}/decide`);
  await taean.locator('[name=body]').fill('함께 쓴다.');
  await taean.locator('input[name=governments][value=weihai]').check();
  await taean.getByRole('button', { name: ko('propose.submit', 'decision') }).click();
  await expect(taean).toHaveURL(/#entry-\d+$/);

  const weihai = await (await asSeat('weihai-officer', { javaScriptEnabled: false })).newPage();
  await weihai.goto(topic);
  const post = weihai.locator('li[data-seq]', { hasText: '함께 쓴다.' }).first();
  await post.getByRole('button', { name: zh('acknowledge.do') }).click();
  await expect(post).toContainText(zh('acknowledge.read'));
  await post.locator('summary', { hasText: zh('answer', 'decision') }).click();
  await post.getByLabel(zh('option.agree', 'decision'), { exact: true }).check();
  await post.getByRole('button', { name: zh('give_answer', 'decision') }).click();
  await expect(taean.getByRole('region', { name: ko('heading', 'decision') })).toContainText(
    ko('option.agree', 'decision'),
  );
});

test('forum and thread look as they should on a desk and on a phone, in three languages', async ({
  asSeat,
  keepScreen,
}) => {
  test.slow();
  for (const seat of ['taean-officer', 'weihai-officer', 'secretariat'] as const) {
    for (const width of [1440, 360]) {
      const page = await (await asSeat(seat, { viewport: { width, height: 900 } })).newPage();
      await page.goto('/threads?subject=topic');
      await expect(page.locator('ul.rows > li').first()).toBeVisible();
      await keepScreen(page, `forum-${seat}`);
      await page.locator('ul.rows a', { hasText: /안건 초안|议程草案|Draft agenda/ }).click();
      const decision = page.locator('section.border-ink');
      await decision.evaluate((element) => element.scrollIntoView({ block: 'center' }));
      await expect(decision).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await keepScreen(page, `decision-${seat}`);
      await page.goto('/today');
      await keepScreen(page, `today-${seat}`);
    }
  }
});
