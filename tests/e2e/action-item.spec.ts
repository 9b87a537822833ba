import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { expect, test } from './fixtures.ts';

async function fillProposal(page: Page, named: string): Promise<void> {
  await page.goto('/actions/new');
  await page.locator('[name=title]').fill(named);
  await page.locator('[name=text]').fill('두 정부가 함께 부표를 회수하고 사진을 올린다.');
  await page.locator('[name="parties[1].governmentId"]').selectOption('weihai');
}

/** Fails when the page was loaded anew since the mark was set. */
async function markPage(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    document.documentElement.dataset.mark = 'kept';
  });
  return async () => expect(page.locator('html')).toHaveAttribute('data-mark', 'kept');
}

test('two governments take on work, do it and confirm it, without a reload', async ({
  asSeat,
  keepScreen,
}) => {
  const title = `백리포 부표 공동 회수 ${Date.now()}`;
  const korean = await (await asSeat('taean-officer')).newPage();
  const chinese = await (await asSeat('weihai-officer')).newPage();
  await chinese.goto('/actions');
  await expect(chinese.getByRole('heading', { level: 1 })).toHaveText('联合行动');
  const stillThere = await markPage(chinese);

  await fillProposal(korean, title);
  await korean.getByRole('button', { name: '제안하기' }).click();
  await expect(korean.getByRole('heading', { level: 1 })).toHaveText(title);
  const koreanStillThere = await markPage(korean);

  // The other side's open board hears of it, and its bell counts it.
  const card = chinese.getByRole('link', { name: title });
  await expect(card).toBeVisible();
  await card.click();
  await chinese.getByRole('button', { name: '接受', exact: true }).click();
  await expect(korean.getByRole('button', { name: '이행 시작' })).toBeVisible();
  await korean.getByRole('button', { name: '이행 시작' }).click();

  await korean.getByRole('link', { name: '완료 보고' }).click();
  const dialog = korean.getByRole('dialog');
  await dialog.locator('[name=text]').fill('부표 312개를 회수했습니다.');
  const photo = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#336677' } })
    .jpeg()
    .toBuffer();
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name: 'beach.jpg', mimeType: 'image/jpeg', buffer: photo });
  await expect(dialog.locator('input[name=photoIds]')).toBeAttached();
  await dialog.locator('[name="amounts[0].value"]').fill('1.9');
  await dialog.locator('[name="amounts[0].unit"]').selectOption('t');
  await dialog.getByRole('button', { name: '완료 보고' }).click();
  await expect(dialog).toBeHidden();
  await expect(korean.getByRole('button', { name: '완료 확인' })).toBeHidden();

  await expect(chinese.getByText('1.9 吨')).toBeVisible();
  await expect(chinese.getByRole('img', { name: /佐证照片/ })).toBeVisible();
  await keepScreen(chinese, 'action-item-to-confirm');
  await chinese.getByRole('button', { name: '确认完成' }).click();
  await expect(chinese.locator('header .state-done')).toHaveText('已完成');
  await expect(korean.locator('header .state-done')).toHaveText('완료');
  await keepScreen(korean, 'action-item-done');
  await stillThere();
  await koreanStillThere();
});

test('a draft survives a reload and goes when the proposal is made', async ({ asSeat }) => {
  const page = await (await asSeat('incheon-officer')).newPage();
  await fillProposal(page, '임시 저장 과제');
  await expect(page.getByText('이 기기에 임시 저장됨')).toBeVisible();
  await page.reload();
  await expect(page.locator('[name=title]')).toHaveValue('임시 저장 과제');
  await expect(page.locator('[name="parties[1].governmentId"]')).toHaveValue('weihai');
  await page.getByRole('button', { name: '제안하기' }).click();
  await expect(page).toHaveURL(/\/actions\/A-\d+$/);
  await page.goto('/actions/new');
  await expect(page.locator('[name=title]')).toHaveValue('');
});

test('everything works without JavaScript, and nothing typed is lost', async ({ asSeat }) => {
  const korean = await (await asSeat('taean-officer', { javaScriptEnabled: false })).newPage();
  const chinese = await (await asSeat('weihai-officer', { javaScriptEnabled: false })).newPage();
  await fillProposal(korean, '스크립트 없이 한 제안');
  await korean.locator('[name="parties[0].role"]').selectOption('partner');
  await korean.getByRole('button', { name: '제안하기' }).click();
  await expect(korean.getByText('한 곳은 주관이어야 합니다.').first()).toBeVisible();
  await expect(korean.locator('[name=title]')).toHaveValue('스크립트 없이 한 제안');
  await korean.locator('[name="parties[0].role"]').selectOption('lead');
  await korean.getByRole('button', { name: '제안하기' }).click();
  await expect(korean).toHaveURL(/\/actions\/A-\d+$/);

  await chinese.goto(new URL(korean.url()).pathname);
  await chinese.getByRole('link', { name: '不参加' }).click();
  await chinese.getByRole('button', { name: '不参加' }).click();
  await expect(chinese.locator('.field-error')).toBeVisible();
  await chinese.locator('[name=text]').fill('还需请示。');
  await chinese.getByRole('button', { name: '不参加' }).click();
  await expect(chinese).toHaveURL(/\/actions\/A-\d+$/);
  await chinese.getByRole('button', { name: '接受', exact: true }).click();
  await expect(chinese.locator('header .state').first()).toHaveText('已商定');
});

test('today counts what waits, and the inbox is read when the page behind it is', async ({ asSeat }) => {
  const korean = await (await asSeat('taean-officer')).newPage();
  const chinese = await (await asSeat('weihai-officer')).newPage();
  await chinese.goto('/today');
  await fillProposal(korean, '오늘 화면에 보일 과제');
  await korean.getByRole('button', { name: '제안하기' }).click();
  await expect(korean).toHaveURL(/\/actions\/A-\d+$/);
  const waiting = chinese.getByRole('region', { name: /待我处理/ });
  await expect(waiting.getByText('오늘 화면에 보일 과제')).toBeVisible();

  await chinese.goto('/inbox?show=unread');
  const row = chinese.getByRole('listitem').filter({ hasText: '오늘 화면에 보일 과제' });
  await expect(row.getByText('待本政府处理')).toBeVisible();
  await row.getByRole('link').click();
  await expect(chinese.getByRole('heading', { level: 1 })).toHaveText('오늘 화면에 보일 과제');
  await expect(async () => {
    await chinese.goto('/inbox?show=unread');
    await expect(row).toHaveCount(0, { timeout: 1000 });
  }).toPass();
});

/** Puts down on the item's page that the ladder's present step was granted. */
async function grant(page: Page): Promise<void> {
  const ladder = page.getByRole('region', { name: '威海市的报批流程' });
  await ladder.locator('[aria-current=step]').getByRole('link', { name: '登记' }).click();
  await page.getByRole('radio', { name: '已批复' }).check({ force: true });
  await page.getByRole('button', { name: '保存登记' }).click();
  await expect(page).toHaveURL(/\/actions\/A-\d+$/);
}

test('a ladder of three steps: other words reopen it on both screens, and cleared anew the work begins', async ({
  asSeat,
  keepScreen,
}) => {
  // Thirty steps of three people.
  test.slow();
  const korean = await (await asSeat('taean-head')).newPage();
  const chinese = await (await asSeat('weihai-officer')).newPage();
  const mayor = await (await asSeat('weihai-head')).newPage();
  const title = `승인이 필요한 과제 ${Date.now()}`;
  await fillProposal(korean, title);
  await korean.getByRole('radio', { name: '합의 조치' }).check({ force: true });
  await korean.getByRole('button', { name: '제안하기' }).click();
  await expect(korean.getByRole('heading', { level: 1 })).toHaveText(title);
  const item = new URL(korean.url()).pathname;
  const koreanSees = korean.getByRole('region', { name: '웨이하이시의 승인 절차' });
  await expect(koreanSees.getByRole('listitem')).toHaveCount(3);

  // Weihai promises; two of its three authorities grant.
  await mayor.goto(item);
  await mayor.getByRole('button', { name: '接受', exact: true }).click();
  await expect(mayor.getByRole('button', { name: '接受', exact: true })).toBeHidden();
  await chinese.goto(item);
  await grant(chinese);
  await grant(chinese);
  await expect(koreanSees.locator('.rung-done')).toHaveCount(2);
  await expect(koreanSees.getByRole('link')).toHaveCount(0);
  await keepScreen(korean, 'action-item-ladder');

  // Other words: the ladder begins anew on both screens, and the thread says so.
  const koreanStillThere = await markPage(korean);
  const chineseStillThere = await markPage(chinese);
  await korean.getByRole('link', { name: '문안 변경' }).click();
  const dialog = korean.getByRole('dialog');
  await dialog.locator('[name=text]').fill('두 정부가 봄까지 함께 부표를 회수한다.');
  await dialog.getByRole('button', { name: '문안 변경' }).click();
  await expect(koreanSees.locator('.rung-done')).toHaveCount(0);
  const chineseSees = chinese.getByRole('region', { name: '威海市的报批流程' });
  await expect(chineseSees.locator('.rung-done')).toHaveCount(0);
  await expect(chinese.getByText('文本变更为第2版，须重新报批').first()).toBeVisible();
  await chineseStillThere();

  // Cleared anew, for the new words, on both sides.
  await mayor.reload();
  await mayor.getByRole('button', { name: '接受', exact: true }).click();
  await expect(mayor.getByRole('button', { name: '接受', exact: true })).toBeHidden();
  for (const _step of [1, 2, 3]) await grant(chinese);
  await expect(koreanSees.locator('.rung-done')).toHaveCount(3);
  await koreanStillThere();
  const ours = korean.getByRole('region', { name: '태안군의 승인 절차' });
  await ours.getByRole('link', { name: '기록' }).click();
  await korean.getByRole('radio', { name: '승인', exact: true }).check({ force: true });
  await korean.getByRole('button', { name: '기록 저장' }).click();
  await korean.getByRole('button', { name: '이행 시작' }).click();
  await expect(korean.locator('header .state').first()).toHaveText('이행 중');
  await expect(chinese.locator('header .state').first()).toHaveText('落实中');
  await keepScreen(chinese, 'action-item-cleared');
});

test('a completion is disputed, then confirmed with before and after over each other', async ({
  asSeat,
  keepScreen,
}) => {
  test.slow();
  const korean = await (await asSeat('taean-officer')).newPage();
  const chinese = await (await asSeat('weihai-officer')).newPage();
  await fillProposal(korean, `전후 사진으로 확인할 과제 ${Date.now()}`);
  await korean.getByRole('button', { name: '제안하기' }).click();
  await expect(korean).toHaveURL(/\/actions\/A-\d+$/);
  await chinese.goto(new URL(korean.url()).pathname);
  await chinese.getByRole('button', { name: '接受', exact: true }).click();
  await korean.getByRole('button', { name: '이행 시작' }).click();

  // A piece of the work, reached.
  await korean.getByText('단계 목표 추가', { exact: true }).first().click();
  await korean.locator('[name=text][maxlength="200"]').fill('현장 조사');
  await korean.getByRole('button', { name: '단계 목표 추가' }).click();
  await korean.getByRole('button', { name: '달성: 현장 조사' }).click();
  await expect(chinese.getByText('进展 100%')).toBeVisible();

  const claim = async (text: string, colours: string[]) => {
    await korean.getByRole('link', { name: '완료 보고' }).click();
    const dialog = korean.getByRole('dialog');
    await dialog.locator('[name=text]').fill(text);
    for (const [index, background] of colours.entries()) {
      const buffer = await sharp({ create: { width: 64, height: 48, channels: 3, background } })
        .jpeg()
        .toBuffer();
      await dialog
        .locator('input[type=file]')
        .setInputFiles({ name: `${index}.jpg`, mimeType: 'image/jpeg', buffer });
      await expect(dialog.locator('input[name=photoIds]')).toHaveCount(index + 1);
    }
    if (colours.length > 0) await dialog.locator('[name=beforeAfter]').check({ force: true });
    await dialog.locator('[name=slipNumber]').fill('계량-0412');
    await dialog.getByRole('button', { name: '완료 보고' }).click();
    await expect(dialog).toBeHidden();
  };
  await claim('마쳤습니다.', []);

  await chinese.getByRole('link', { name: '要求补充' }).click();
  const dispute = chinese.getByRole('dialog');
  await dispute.locator('[name=text]').fill('请补充同一地点的照片。');
  await dispute.getByRole('button', { name: '要求补充' }).click();
  await expect(korean.getByText('请补充同一地点的照片。')).toBeVisible();

  await claim('같은 자리에서 다시 찍었습니다.', ['#884422', '#227788']);
  const slider = chinese.getByRole('slider', { name: '处置前后对比' });
  await slider.focus();
  await chinese.keyboard.press('End');
  await expect(slider).toHaveValue('100');
  await expect(chinese.locator('img[data-share]')).toHaveAttribute('data-share', '100');
  await keepScreen(chinese, 'action-item-before-after');
  await chinese.getByRole('button', { name: '确认完成' }).click();
  await expect(chinese.locator('header .state-done')).toHaveText('已完成');
  // The objection stays in sight.
  await expect(chinese.getByText('请补充同一地点的照片。')).toBeVisible();
});
