import { demoSeats } from '#prisma/demo/seats.ts';
import { expect, test } from './fixtures.ts';
import { word } from './words.ts';

const zh = (key: string, namespace = 'handover') => word('zh', namespace, key);
const en = (key: string) => word('en', 'account', key);
const wide = { viewport: { width: 1440, height: 900 } };

test('an officer leaves; the successor, who reads only Chinese, finds everything and takes it over', async ({
  asSeat,
  asGuest,
  keepScreen,
}) => {
  test.slow();
  const leaving = await (await asSeat('yantai-officer', wide)).newPage();
  await leaving.goto('/handovers');
  await leaving.getByRole('button', { name: zh('prepare') }).click();
  await expect(leaving).toHaveURL(/\/handovers\/[0-9a-f-]{36}$/);
  const handover = new URL(leaving.url()).pathname;
  const promise = leaving.getByRole('listitem', { name: /^A-\d+$/ }).first();
  await promise.getByRole('link', { name: zh('item.write_note') }).click();
  await leaving.locator('[name=text]').fill('保宁方面的意见见讨论，文本待修改。');
  await leaving.getByRole('button', { name: zh('words.note_submit') }).click();
  await expect(leaving.getByText('保宁方面的意见见讨论，文本待修改。')).toBeVisible();

  const secretariat = await (await asSeat('secretariat', { locale: 'en-GB' })).newPage();
  await secretariat.goto('/members/yantai');
  await secretariat.getByRole('button', { name: en('member.end_tenure') }).click();
  await expect(secretariat.getByText(en('member.vacant'))).toBeVisible();
  await secretariat.getByRole('link', { name: en('member.make_account') }).click();
  await secretariat.locator('[name=name]').fill('程望潮');
  await secretariat.locator('[name=nameLatin]').fill('Cheng Wangchao');
  await secretariat.locator('[name=email]').fill('cheng.wangchao@example.org');
  await secretariat.getByRole('button', { name: en('new_account.submit') }).click();
  const link = await secretariat.getByLabel(en('link.label')).inputValue();

  // Who left reads on, and nothing more.
  await leaving.goto('/today');
  await expect(leaving.getByRole('note').filter({ hasText: zh('former.handover') })).toBeVisible();
  await leaving.goto(handover);
  await expect(leaving.getByRole('button', { name: zh('item.accept') })).toHaveCount(0);
  const refused = await leaving.request.post(`/seats/${demoSeats['yantai-officer'].id}/close`, { form: {} });
  expect(refused.status()).toBe(403);

  const next = await (await asGuest({ locale: 'zh-CN', ...wide })).newPage();
  await next.goto(link);
  await next.locator('[name=password]').fill('潮水一天涨落两次从不迟到');
  await next.getByRole('button', { name: zh('invitation.submit', 'account') }).click();
  await expect(next).toHaveURL(/\/today$/);
  await next.getByRole('link', { name: zh('today.open') }).click();
  await expect(next).toHaveURL(handover);
  await expect(next.getByText('保宁方面的意见见讨论，文本待修改。')).toBeVisible();
  await expect(next.getByRole('link', { name: /近岸焚烧废网许可互相预告/ }).first()).toBeVisible();
  await expect(next.getByRole('link', { name: '保宁市' })).toBeVisible();
  // Nothing that the product itself says is in another language.
  await expect(next.locator('main')).not.toContainText(/[가-힣]{2,}\s[가-힣]{2,}/);
  await keepScreen(next, 'handover-zh');

  const first = next.getByRole('listitem', { name: /^A-\d+$/ }).first();
  await first.getByRole('button', { name: zh('item.accept') }).click();
  await expect(first).toContainText(zh('item.accepted'));
  const other = next.getByRole('listitem', { name: /^\d{4}-\d+$/ }).first();
  await other.getByRole('link', { name: zh('item.return') }).click();
  await next.getByRole('button', { name: zh('words.return_submit') }).click();
  await expect(next.getByText(word('zh', 'form', 'required'))).toBeVisible();
  await next.locator('[name=text]').fill('由市城管部门负责。');
  await next.getByRole('button', { name: zh('words.return_submit') }).click();
  await expect(next).toHaveURL(handover);
  await expect(next.getByText('由市城管部门负责。')).toBeVisible();
  await next.setViewportSize({ width: 360, height: 740 });
  await keepScreen(next, 'handover-zh');
});
