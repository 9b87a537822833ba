import { expect, test } from './fixtures.ts';
import { word } from './words.ts';

const ko = (key: string) => word('ko', 'offer', key);
const zh = (key: string) => word('zh', 'offer', key);

test('an offer of one side is taken by the other into an action item in which both have their part', async ({
  asSeat,
}) => {
  test.setTimeout(240_000);
  const title = `굴착기 1대 ${Date.now()}`;
  const korean = await (await asSeat('taean-officer')).newPage();
  await korean.goto('/offers/new');
  await korean.getByLabel(ko('field.title'), { exact: true }).fill(title);
  await korean.getByLabel(ko('field.body'), { exact: true }).fill('해변에서 쓸 수 있습니다.');
  await korean.getByLabel(ko('field.place'), { exact: true }).fill('만리포');
  await korean.getByLabel(ko('field.from'), { exact: true }).fill('2030-05-02');
  await korean.getByLabel(ko('field.until'), { exact: true }).fill('2030-05-01');
  await korean.getByRole('button', { name: ko('new.submit'), exact: true }).click();
  await expect(korean.getByText(word('ko', 'form', 'end_before_start'))).toBeVisible();
  await expect(korean.getByLabel(ko('field.title'), { exact: true })).toHaveValue(title);
  await korean.getByLabel(ko('field.until'), { exact: true }).fill('2030-05-20');
  await korean.getByRole('button', { name: ko('new.submit'), exact: true }).click();
  await expect(korean).toHaveURL(/\/offers$/);
  await expect(korean.getByRole('link', { name: title })).toBeVisible();

  const chinese = await (await asSeat('weihai-officer')).newPage();
  await chinese.goto('/offers');
  const row = chinese.getByRole('article').filter({ hasText: title });
  await row.getByRole('link', { name: zh('take') }).click();
  await expect(chinese.locator('#proposal-title')).toHaveValue(title);
  await chinese.getByRole('button', { name: word('zh', 'action-item', 'new.submit'), exact: true }).click();
  await expect(chinese).toHaveURL(/\/actions\/A-\d+$/);
  const number = /A-\d+$/.exec(chinese.url())?.[0] ?? '';
  await expect(chinese.getByRole('main')).toContainText('泰安郡');
  await expect(chinese.getByRole('main')).toContainText('威海市');

  await expect(korean.getByRole('link', { name: title })).toBeHidden();
  await korean.goto('/offers?all=1');
  const taken = korean.getByRole('article').filter({ hasText: title });
  await expect(taken.getByText(ko('state.taken'))).toBeVisible();
  await expect(taken.getByRole('link', { name: number })).toBeVisible();
});
