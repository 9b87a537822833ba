import { expect, test } from './fixtures.ts';
import { bodyOf, openTopic } from './topics.ts';
import { word } from './words.ts';

const ko = (key: string) => word('ko', 'thread', key);

test('words are marked by key and button, shown as they will look, and left alone while they are composed', async ({
  asSeat,
}) => {
  const context = await asSeat('taean-officer');
  const taean = await context.newPage();
  await openTopic(taean, '굵은 글씨');
  const body = bodyOf(taean);
  await body.fill('부표 340개');
  await body.press('Control+A');
  await body.press('Control+B');
  await expect(body).toHaveValue('**부표 340개**');
  await body.press('Control+I');
  await expect(body).toHaveValue('***부표 340개***');
  await taean.getByRole('button', { name: ko('mark.preview') }).click();
  await expect(taean.locator('#compose .prose strong')).toHaveText('부표 340개');
  await expect(body).toBeHidden();
  await taean.getByRole('button', { name: ko('mark.write') }).click();
  await expect(body).toHaveValue('***부표 340개***');

  // A syllable that is not finished keeps its place: the key waits until it is.
  await body.fill('');
  await body.focus();
  const keyboard = await context.newCDPSession(taean);
  await keyboard.send('Input.imeSetComposition', { text: '하', selectionStart: 1, selectionEnd: 1 });
  await taean.keyboard.press('Control+B');
  await keyboard.send('Input.imeSetComposition', { text: '한', selectionStart: 1, selectionEnd: 1 });
  await keyboard.send('Input.insertText', { text: '한' });
  await expect(body).toHaveValue('한');
});

test('a topic is split and merged by who keeps it; open pages follow, and old links lead on', async ({
  asSeat,
  keepScreen,
}) => {
  const taean = await (await asSeat('taean-officer')).newPage();
  const weihai = await (await asSeat('weihai-officer')).newPage();
  const topic = await openTopic(taean, '두 가지 이야기');
  await bodyOf(taean).fill('이것은 다른 이야기입니다.');
  await bodyOf(taean).press('Control+Enter');
  const stray = taean.locator('article', { hasText: '이것은 다른 이야기입니다.' });
  await expect(stray.getByText(ko('reply.do'))).toBeVisible();
  await weihai.goto(topic);
  await expect(weihai.locator('article', { hasText: '이것은 다른 이야기입니다.' })).toBeVisible();

  await taean.locator('summary', { hasText: ko('keep.heading') }).click();
  await taean.getByRole('link', { name: ko('split.heading') }).click();
  await taean.locator('[name=title]').fill('다른 이야기');
  await taean.locator('label', { hasText: '이것은 다른 이야기입니다.' }).click();
  await keepScreen(taean, 'topic-split-1440');
  await taean.getByRole('button', { name: ko('split.do') }).click();
  await expect(taean.getByRole('heading', { level: 1 })).toHaveText('다른 이야기');
  await expect(taean.locator('article', { hasText: '이것은 다른 이야기입니다.' })).toBeVisible();
  const made = new URL(taean.url()).pathname;

  // The other side had the topic open: the place tells where the post is now.
  const moved = weihai.locator('article', { hasText: word('zh', 'thread', 'moved.tombstone') });
  await moved.getByRole('link').click();
  await expect(weihai).toHaveURL(new RegExp(`${made}\\?at=2#entry-2$`));
  await expect(weihai.locator('article', { hasText: '이것은 다른 이야기입니다.' })).toBeVisible();
  await expect(weihai.locator('summary', { hasText: word('zh', 'thread', 'keep.heading') })).toHaveCount(0);

  await taean.goto(`${made}/merge`);
  await taean.locator('[name=toThreadId]').selectOption({ label: '두 가지 이야기' });
  await taean.getByRole('button', { name: ko('merge.do') }).click();
  await expect(taean.getByRole('heading', { level: 1 })).toHaveText('두 가지 이야기');
  await expect(taean.locator('.prose', { hasText: '이것은 다른 이야기입니다.' })).toHaveCount(1);
  await weihai.goto(made);
  await expect(weihai.getByText(word('zh', 'thread', 'closed.note'))).toBeVisible();
});

test('an @ offers governments and people by any of their names; a syllable that is composed is left alone', async ({
  asSeat,
  keepScreen,
}) => {
  const context = await asSeat('taean-officer');
  const taean = await context.newPage();
  await openTopic(taean, '누구를 부르는가');
  const body = bodyOf(taean);
  await body.pressSequentially('확인 바랍니다 @weih');
  const list = taean.getByRole('listbox', { name: ko('compose.mention') });
  await expect(list.getByRole('option').first()).toContainText('웨이하이시');
  await keepScreen(taean, 'composer-mention-1440');
  await body.press('Enter');
  await expect(body).toHaveValue('확인 바랍니다 @웨이하이시 ');
  await expect(list).toBeHidden();
  await body.pressSequentially('@한바');
  await expect(list.getByRole('option').first()).toContainText('한바다');
  await body.press('Escape');
  await expect(list).toBeHidden();
  await expect(body).toHaveValue('확인 바랍니다 @웨이하이시 @한바');

  // Pinyin on its way: Enter and the arrows are the method's, and no list stands over its candidates.
  await body.fill('@');
  await expect(list).toBeVisible();
  const keyboard = await context.newCDPSession(taean);
  await keyboard.send('Input.imeSetComposition', { text: 'wei', selectionStart: 3, selectionEnd: 3 });
  await expect(list).toBeHidden();
  await taean.keyboard.press('ArrowDown');
  await keyboard.send('Input.insertText', { text: '威海' });
  await expect(list.getByRole('option').first()).toContainText('웨이하이시');
  await list.getByRole('option').first().click();
  await expect(body).toHaveValue('@웨이하이시 ');
  await expect(body).toBeFocused();
  // Hangul, syllable by syllable.
  await body.fill('@');
  await keyboard.send('Input.imeSetComposition', { text: '태', selectionStart: 1, selectionEnd: 1 });
  await keyboard.send('Input.insertText', { text: '태' });
  await expect(list.getByRole('option').first()).toContainText('태안군');
  await body.press('Tab');
  await expect(body).toHaveValue('@태안군 ');
});

test('a post that names an incident shows where it stands, and the incident names the post, while both are open', async ({
  asSeat,
  keepScreen,
}) => {
  const taean = await (await asSeat('taean-officer')).newPage();
  const topic = await openTopic(taean, '접수된 건을 함께 봅니다');
  await taean.goto('/incidents?status=reported&government=taean');
  const hrefs = await taean
    .locator('main a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const incident = hrefs.find((href) => /^\/incidents\/\d{4}-\d+$/.test(href)) ?? '';
  const number = incident.split('/').at(-1) ?? '';
  expect(number).not.toBe('');
  const there = await asSeat('weihai-officer');
  const [thread, page] = [await there.newPage(), await there.newPage()];
  await thread.goto(topic);
  await page.goto(incident);
  const named = page.locator('section[aria-labelledby=named-in] li', { hasText: '접수된 건을 함께' });
  await expect(named).toHaveCount(0);

  await taean.goto(topic);
  await bodyOf(taean).fill(`${number} 건입니다.`);
  await bodyOf(taean).press('Control+Enter');
  const chip = thread.locator('.reference', { hasText: number });
  await expect(chip).toContainText(word('zh', 'incident', 'status.reported'));
  // A page that nobody looks at catches up when it is shown.
  await page.bringToFront();
  await expect(named).toHaveCount(1);
  await taean.goto(incident);
  await taean.locator('form[action$="/confirm"] button').first().click();
  await thread.bringToFront();
  await expect(chip).toContainText(word('zh', 'incident', 'status.confirmed'));
  await keepScreen(thread, 'thread-reference-zh');
});
