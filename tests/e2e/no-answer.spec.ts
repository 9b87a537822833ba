import { demoSeats } from '#prisma/demo/seats.ts';
import { expect, test } from './fixtures.ts';
import { bodyOf, openTopic } from './topics.ts';
import { word } from './words.ts';

const ko = (namespace: string, key: string) => word('ko', namespace, key);

test('a page whose form gets no answer stays as it was filled, says so, and is sent again', async ({
  asSeat,
  keepScreen,
}) => {
  const officer = await asSeat('taean-officer', { viewport: { width: 360, height: 780 } });
  const page = await officer.newPage();
  await page.goto('/meetings/new');
  await page.locator('[name=title]').fill('서해 어구 실무회의');
  await page.locator('[name=firstDay]').fill('2031-05-11');
  await page.locator('[name=lastDay]').fill('2031-05-12');
  await page.locator('[name=place]').fill('태안 군청');
  await page.locator(`[name=participants][value="${demoSeats['weihai-officer'].id}"]`).check();
  const call = page.getByRole('button', { name: ko('meeting', 'new.submit') });
  const filled = () =>
    page
      .locator('main form')
      .evaluateAll((forms) =>
        forms.map((form) => (form instanceof HTMLFormElement ? [...new FormData(form)] : [])),
      );
  const before = await filled();
  await officer.setOffline(true);
  await call.click();
  const notice = page.getByText(ko('error', 'no_answer'));
  await expect(notice).toBeVisible();
  await keepScreen(page, 'no-answer-ko');
  expect(await filled()).toEqual(before);
  await officer.setOffline(false);
  await call.click();
  await expect(page.getByRole('heading', { level: 1, name: '서해 어구 실무회의' })).toBeVisible();
});

test('so does a part of a page, and one answer that was lost does nothing twice', async ({ asSeat }) => {
  const page = await (await asSeat('taean-officer')).newPage();
  await openTopic(page, '답이 없는 번역');
  await bodyOf(page).fill('연결이 끊겼을 때 쓴 글입니다.');
  await bodyOf(page).press('Control+Enter');
  const post = page.locator('li', { hasText: '연결이 끊겼을 때 쓴 글입니다.' });
  await post.locator('summary', { hasText: ko('thread', 'translation.add') }).click();
  await post.locator('[name=language]').selectOption('en');
  await post.locator('[name=text]').fill('Written while the line was cut.');
  // The server hears it; its answer does not come back.
  let lost = 0;
  await page.route('**/translations.data', async (route) => {
    lost += 1;
    await route.fetch();
    await route.abort('connectionfailed');
  });
  await post.getByRole('button', { name: ko('thread', 'translation.save') }).click();
  await expect(page.getByText(ko('error', 'no_answer'))).toBeVisible();
  expect(lost).toBe(1);
  // What was done shows as anybody's would.
  await expect(
    post.locator('.prose[lang=en]', { hasText: 'Written while the line was cut.' }),
  ).toBeAttached();
});
