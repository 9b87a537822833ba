import { aDocx, aJpeg, aPdf } from '../files.ts';
import { expect, test } from './fixtures.ts';
import { bodyOf, openTopic } from './topics.ts';
import { word } from './words.ts';

const ko = (key: string) => word('ko', 'thread', key);

const pdf = { name: '조사 결과(안).pdf', mimeType: 'application/pdf', buffer: Buffer.from(aPdf()) };
const docx = {
  name: '标签登记表.docx',
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(aDocx()),
};
const page = {
  name: 'report.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('<!doctype html><script>alert(1)</script>'),
};

test('pictures and documents go with a post, are kept by the other side, and are gone with it', async ({
  asSeat,
  asGuest,
  keepScreen,
}) => {
  const taean = await (await asSeat('taean-officer')).newPage();
  const there = await asSeat('weihai-officer');
  const weihai = await there.newPage();
  const topic = await openTopic(taean, '첨부가 있는 이야기');
  await weihai.goto(topic);

  const picture = { name: '해변.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(await aJpeg()) };
  await taean.locator('#compose input[type=file]').setInputFiles([picture, pdf, page]);
  const files = taean.getByRole('list', { name: ko('attachment.list') });
  await expect(files.getByRole('listitem')).toHaveCount(3);
  // What was not taken says so, and holds the post back until it is removed; the words stay.
  await expect(taean.getByRole('alert')).toHaveText(word('ko', 'refusal', 'file_type_refused'));
  await bodyOf(taean).fill('결과를 첨부합니다.');
  await bodyOf(taean).press('Control+Enter');
  await expect(bodyOf(taean)).toHaveValue('결과를 첨부합니다.');
  await files.getByRole('button', { name: ko('attachment.remove').replace('{{name}}', page.name) }).click();
  // Dropped and pasted files come in the same way.
  await taean.evaluate(
    ([name, bytes]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(bytes)], name));
      const form = document.querySelector('#compose');
      form?.dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer: transfer }));
    },
    [docx.name, [...docx.buffer]] as const,
  );
  await expect(files.getByRole('listitem')).toHaveCount(3);
  await bodyOf(taean).press('Control+Enter');
  await expect(bodyOf(taean)).toHaveValue('');

  const post = weihai.locator('article', { hasText: '결과를 첨부합니다.' });
  await expect(post.locator('img')).toBeVisible();
  const links = post.locator('a[href^="/files/"]');
  await expect(links).toHaveCount(2);
  await expect(links.first()).toContainText(pdf.name);
  await keepScreen(weihai, 'thread-attachments-1440');

  const href = (await links.first().getAttribute('href')) ?? '';
  const got = await there.request.get(href);
  const headers = got.headers();
  expect(await got.body()).toEqual(pdf.buffer);
  expect([headers['content-type'], headers['x-content-type-options']]).toEqual([
    'application/pdf',
    'nosniff',
  ]);
  expect(headers['content-disposition']).toContain(
    `filename*=UTF-8''${encodeURIComponent(pdf.name).replaceAll('(', '%28').replaceAll(')', '%29')}`,
  );
  expect(headers['content-security-policy']).toContain("sandbox; default-src 'none'");
  const saved = weihai.waitForEvent('download');
  await links.nth(1).click();
  expect((await saved).suggestedFilename()).toBe(docx.name);

  // Absent, somebody else's, and gone are the same.
  const photo = (await post.locator('img').getAttribute('src')) ?? '';
  const guest = await asGuest();
  const absent = await there.request.get('/files/00000000-0000-7000-8000-000000000000');
  const answer = async (of: Awaited<typeof guest>, path: string) => {
    const response = await of.request.get(path);
    return [response.status(), (await response.text()).length];
  };
  const nothing = [404, (await absent.text()).length];
  expect(absent.status()).toBe(404);
  const asNobody = await answer(guest, '/files/00000000-0000-7000-8000-000000000000');
  expect(await answer(guest, href)).toEqual(asNobody);
  const mine = taean.locator('article', { hasText: '결과를 첨부합니다.' });
  await mine.locator('summary', { hasText: ko('more') }).click();
  await mine.getByRole('link', { name: ko('delete.do') }).click();
  await taean.getByRole('button', { name: ko('delete.confirm') }).click();
  await expect(links).toHaveCount(0);
  expect([await answer(there, href), await answer(there, photo)]).toEqual([nothing, nothing]);
});

test('files that were chosen without a network wait with their post, survive a reload, and arrive once', async ({
  asSeat,
}) => {
  const context = await asSeat('taean-officer');
  const taean = await context.newPage();
  const weihai = await (await asSeat('weihai-officer')).newPage();
  const topic = await openTopic(taean, '신호가 없는 해변의 서류');
  await weihai.goto(topic);
  // One handler from the beginning to the end: the outbox tries again when it likes.
  let isCut = true;
  let uploads = 0;
  let posts = 0;
  await context.route(/\/(files|posts)$/, async (route) => {
    if (isCut) return route.abort('internetdisconnected');
    if (route.request().url().endsWith('/files')) {
      uploads += 1;
      return route.continue();
    }
    posts += 1;
    if (posts > 1) return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  });
  await taean.locator('#compose input[type=file]').setInputFiles([pdf]);
  await expect(taean.getByText(ko('attachment.waits'))).toBeVisible();
  await bodyOf(taean).fill('신호가 오면 갑니다.');
  await taean.getByRole('button', { name: ko('compose.send') }).click();
  await taean.reload();
  const waiting = taean.locator('article', { hasText: '신호가 오면 갑니다.' });
  await expect(waiting).toContainText(pdf.name);
  await taean.goto('/outbox');
  await expect(taean.locator('article', { hasText: '신호가 오면 갑니다.' })).toContainText(pdf.name);

  // The file arrives, the answer to the post gets lost: neither goes twice.
  isCut = false;
  await taean.evaluate(() => window.dispatchEvent(new Event('online')));
  const post = weihai.locator('article', { hasText: '신호가 오면 갑니다.' });
  await expect(post.locator('a[href^="/files/"]')).toHaveCount(1);
  await expect(taean.getByText(ko('outbox.empty'))).toBeVisible({ timeout: 20_000 });
  expect([uploads, posts]).toEqual([1, 2]);
  await weihai.reload();
  await expect(post).toHaveCount(1);
  await expect(post.locator('a[href^="/files/"]')).toHaveCount(1);
});

test('without JavaScript files go with the form, and what was not taken loses nothing', async ({
  asSeat,
}) => {
  const scripted = await (await asSeat('taean-officer')).newPage();
  const topic = await openTopic(scripted, '스크립트 없는 첨부');
  const plain = await (await asSeat('taean-officer', { javaScriptEnabled: false })).newPage();
  await plain.goto(topic);
  await bodyOf(plain).fill('양식을 첨부합니다.');
  await plain.locator('#compose input[type=file]').setInputFiles([pdf, page]);
  await plain.locator('#compose button[type=submit]').click();
  await expect(plain.getByText(word('ko', 'refusal', 'file_type_refused'))).toBeVisible();
  await expect(bodyOf(plain)).toHaveValue('양식을 첨부합니다.');
  await plain.getByRole('button', { name: ko('compose.send') }).click();
  const post = plain.locator('article', { hasText: '양식을 첨부합니다.' });
  await expect(post.locator('a[href^="/files/"]')).toHaveCount(1);
  await expect(post).toContainText(pdf.name);
});

test('a new topic brings files without JavaScript, too, and an edit takes one off that the history keeps', async ({
  asSeat,
}) => {
  const plain = await (await asSeat('taean-officer', { javaScriptEnabled: false })).newPage();
  await plain.goto('/threads/new');
  await plain.locator('[name=title]').fill('첨부로 여는 주제');
  await plain.locator('[name=body]').fill('조사 결과를 붙입니다.');
  await plain.locator('[name=attachments]').setInputFiles([pdf, page]);
  await plain.getByRole('button', { name: ko('topic.open') }).click();
  await expect(plain.getByText(word('ko', 'refusal', 'file_type_refused'))).toBeVisible();
  await expect(plain.locator('[name=title]')).toHaveValue('첨부로 여는 주제');
  await plain.getByRole('button', { name: ko('topic.open') }).click();
  await expect(plain).toHaveURL(/\/threads\/[0-9a-f-]{36}$/);
  const topic = new URL(plain.url()).pathname;
  const weihai = await (await asSeat('weihai-officer')).newPage();
  await weihai.goto(topic);
  const files = weihai.locator('a[href^="/files/"]');
  await expect(files).toHaveCount(1);
  const href = (await files.first().getAttribute('href')) ?? '';

  await plain.goto(`${topic}/posts/2/edit`);
  await plain.locator('[name=removed]').check();
  await plain.getByRole('button', { name: ko('edit.save') }).click();
  await expect(files).toHaveCount(0);
  await weihai.goto(`${topic}/posts/2/history`);
  await expect(weihai.locator(`a[href="${href}"]`)).toHaveCount(1);
});
