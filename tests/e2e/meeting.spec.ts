import type { Page } from '@playwright/test';
import { demoSeats } from '#prisma/demo/seats.ts';
import { expect, test } from './fixtures.ts';
import { word } from './words.ts';

const ko = (key: string, namespace = 'meeting') => word('ko', namespace, key);
const zh = (key: string, namespace = 'meeting') => word('zh', namespace, key);
// Two people, one after the other, through a whole year.
test.describe.configure({ timeout: 900_000 });

const wide = { viewport: { width: 1440, height: 900 } };

/** Once the server has let the page into its live connection: from then on it misses no hint. Ask before it is opened. */
function whenLive(page: Page): Promise<void> {
  return new Promise((resolve) => {
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        if (typeof payload === 'string' && payload.startsWith('40')) resolve();
      }),
    );
  });
}

async function callMeeting(page: Page, facts: { title: string; year: number; previous?: string }) {
  await page.locator('[name=title]').fill(facts.title);
  await page.locator('[name=firstDay]').fill(`${facts.year}-05-11`);
  await page.locator('[name=lastDay]').fill(`${facts.year}-05-12`);
  await page.locator('[name=place]').fill('태안 군청');
  await page.locator(`[name=participants][value="${demoSeats['weihai-officer'].id}"]`).check();
  if (facts.previous !== undefined) await page.locator('[name=previous]').selectOption(facts.previous);
  await page.getByRole('button', { name: ko('new.submit') }).click();
  await expect(page).toHaveURL(/\/meetings\/M-\d+$/);
  await expect(page.getByRole('heading', { level: 1, name: facts.title })).toBeVisible();
  return new URL(page.url()).pathname;
}

test('a meeting from its agenda by minutes of two hands and a promise to the frozen record, and a year later', async ({
  asSeat,
  keepScreen,
}) => {
  const taean = await (await asSeat('taean-head', wide)).newPage();
  const weihai = await (await asSeat('weihai-officer', wide)).newPage();
  const taeanIsLive = whenLive(taean);
  await taean.goto('/meetings/new');
  await taeanIsLive;
  const meeting = await callMeeting(taean, { title: '부표 공동 대응 회의', year: 2031 });
  const number = meeting.split('/').at(-1) ?? '';

  // The agenda: two points, the second one first.
  await taean
    .getByRole('link', { name: ko('agenda.order') })
    .first()
    .click();
  await expect(taean).toHaveURL(/\/agenda$/);
  const points = taean.locator('ol > li');
  for (const [index, title] of ['부표 실명 표기', '다음 회의'].entries()) {
    await taean.locator('[name=title]').fill(title);
    await taean.getByRole('button', { name: ko('agenda.add') }).click();
    await expect(points).toHaveCount(index + 1);
    await expect(taean.locator('[name=title]')).toHaveValue('');
  }
  await taean.getByRole('button', { name: ko('agenda.up').replace('{{place}}', '2') }).click();
  await expect(points.first()).toContainText('다음 회의');
  await points.last().dragTo(points.first());
  await expect(points.first()).toContainText('부표 실명 표기');
  await keepScreen(taean, 'meeting-agenda-ko');
  await taean.getByRole('link', { name: number }).click();
  const point = taean.locator('li[id^=point-]').first();
  await expect(point).toContainText('부표 실명 표기');
  const pointId = ((await point.getAttribute('id')) ?? '').replace('point-', '');

  // Two write the same minutes at once: who is later sees both texts, and nothing is lost.
  const weihaiIsLive = whenLive(weihai);
  await weihai.goto(`${meeting}/points/${pointId}/minutes?language=ko`);
  await weihaiIsLive;
  const theirs = weihai.locator('[name=text]');
  await theirs.fill('웨이하이: 내년 봄부터 가능하다.');
  await point.locator('summary', { hasText: ko('minutes.write') }).click();
  await point.locator('form[action*="/minutes"] [name=text]').fill('태안: 올해 안에 시작한다.');
  await point.getByRole('button', { name: ko('minutes.save'), exact: true }).click();
  await expect(weihai.getByText(zh('minutes.saved_meanwhile'))).toBeVisible();
  await weihai.getByRole('button', { name: zh('minutes.save'), exact: true }).click();
  await expect(weihai.getByText(zh('minutes.refused'))).toBeVisible();
  await expect(weihai.getByRole('region', { name: zh('minutes.theirs') })).toContainText('태안: 올해 안에');
  await expect(theirs).toHaveValue('웨이하이: 내년 봄부터 가능하다.');
  await keepScreen(weihai, 'meeting-minutes-conflict-zh');
  await theirs.fill('태안: 올해 안에 시작한다.\n웨이하이: 내년 봄부터 가능하다.');
  await weihai.getByRole('button', { name: zh('minutes.save_both') }).click();
  await expect(weihai.getByRole('region', { name: zh('minutes.theirs') })).toHaveCount(0);
  await expect(point).toContainText('웨이하이: 내년 봄부터 가능하다.');
  await expect(point).toContainText('태안: 올해 안에 시작한다.');
  // Both versions are kept, with what the second one added.
  await point.getByRole('link', { name: ko('history.link') }).click();
  await expect(taean.locator('#ko > li')).toHaveCount(2);
  await expect(taean.locator('#ko ins')).toContainText('웨이하이: 내년 봄부터 가능하다.');
  await keepScreen(taean, 'meeting-history-ko');
  await taean.getByRole('link', { name: ko('history.back') }).click();

  // The outcome becomes a promise.
  await weihai.getByRole('link', { name: number }).click();
  await point.locator('summary', { hasText: ko('outcome.add') }).click();
  await point.locator('form[action$="/outcomes"] [name=text]').fill('부표에 이름을 표기한다.');
  await point.getByRole('button', { name: ko('outcome.add'), exact: true }).click();
  const concluded = weihai.locator('li[id^=point-]').getByRole('region', { name: zh('outcome.heading') });
  await expect(concluded).toContainText('부표에 이름을 표기한다.');
  // It is put right while somebody says it in Chinese: what is typed stays, and is not taken for the new words.
  await concluded.locator('summary', { hasText: zh('translation.add', 'thread') }).click();
  const inChinese = concluded.locator('form[action="/translations"] [name=text]');
  await inChinese.fill('浮标标明名称。');
  await point.getByRole('link', { name: ko('outcome.change') }).click();
  await expect(taean).toHaveURL(/\/change$/);
  await taean.locator('#outcome-text').fill('부표마다 이름을 표기한다.');
  await keepScreen(taean, 'meeting-change-outcome-ko');
  await taean.getByRole('button', { name: ko('outcome.save') }).click();
  await expect(concluded).toContainText('부표마다 이름을 표기한다.');
  await expect(inChinese).toHaveValue('浮标标明名称。');
  const save = concluded.getByRole('button', { name: zh('translation.save', 'thread') });
  await save.click();
  await expect(concluded).toContainText(zh('already_changed', 'refusal'));
  await expect(inChinese).toHaveValue('浮标标明名称。');
  await inChinese.fill('每个浮标都标明名称。');
  await save.click();
  await expect(concluded).toContainText('每个浮标都标明名称。');
  await keepScreen(weihai, 'meeting-outcome-zh');
  await point.getByRole('link', { name: ko('outcome.to_action_item') }).click();
  await expect(taean).toHaveURL(/\/actions\/new/);
  await expect(taean.locator('#proposal-text')).toHaveValue('부표마다 이름을 표기한다.');
  await taean.getByRole('button', { name: ko('new.submit', 'action-item') }).click();
  await expect(taean).toHaveURL(/\/actions\/A-\d+$/);
  const item = new URL(taean.url()).pathname.split('/').at(-1) ?? '';
  await expect(concluded.getByRole('link', { name: item })).toBeVisible();

  // Signed and frozen: nobody writes any more.
  await weihai.getByRole('button', { name: zh('signature.do') }).click();
  await expect(weihai.getByRole('button', { name: zh('signature.do') })).toHaveCount(0);
  await taean.getByRole('link', { name: number, exact: true }).click();
  await expect(point.locator('summary', { hasText: ko('minutes.write') })).toBeVisible();
  await taean.getByRole('link', { name: ko('freeze.heading') }).click();
  await taean.getByRole('button', { name: ko('freeze.do') }).click();
  await expect(taean.getByText(ko('frozen_note'))).toBeVisible();
  await expect(taean.getByRole('region', { name: ko('signature.heading') })).toContainText('웨이하이시');
  await expect(point.locator('summary', { hasText: ko('minutes.write') })).toHaveCount(0);
  await expect(weihai.getByText(zh('frozen_note'))).toBeVisible();
  await expect(concluded).toContainText('每个浮标都标明名称。');
  await keepScreen(weihai, 'meeting-frozen-zh');

  // A year later.
  await taean.goto('/meetings/new');
  await callMeeting(taean, { title: '부표 공동 대응 회의, 한 해 뒤', year: 2032, previous: number });
  const lastTime = taean.getByRole('region', { name: ko('last_time.heading') });
  await expect(lastTime).toContainText('부표마다 이름을 표기한다.');
  await expect(lastTime).toContainText(ko('standing.proposed'));
  await expect(lastTime.getByRole('link', { name: item })).toBeVisible();
  await keepScreen(taean, 'meeting-last-time-ko');
});

test('without JavaScript an agenda is ordered, and minutes that somebody else saved first come back beside one’s own', async ({
  asSeat,
}) => {
  const taean = await (await asSeat('taean-head', { ...wide, javaScriptEnabled: false })).newPage();
  const weihai = await (await asSeat('weihai-officer', { ...wide, javaScriptEnabled: false })).newPage();
  await taean.goto('/meetings/new');
  const meeting = await callMeeting(taean, { title: '스크립트 없는 회의', year: 2033 });
  await taean.goto(`${meeting}/agenda`);
  const points = taean.locator('ol > li');
  for (const [index, title] of ['하나', '둘'].entries()) {
    await taean.locator('[name=title]').fill(title);
    await taean.getByRole('button', { name: ko('agenda.add') }).click();
    await expect(points).toHaveCount(index + 1);
  }
  await taean.getByRole('button', { name: ko('agenda.up').replace('{{place}}', '2') }).click();
  await expect(points.first()).toContainText('둘');

  await taean.goto(meeting);
  const id = await taean.locator('li[id^=point-]').first().getAttribute('id');
  const minutes = `${meeting}/points/${(id ?? '').replace('point-', '')}/minutes?language=ko`;
  await taean.goto(minutes);
  await weihai.goto(minutes);
  await taean.locator('[name=text]').fill('먼저 저장한 글');
  await taean.getByRole('button', { name: ko('minutes.save') }).click();
  await expect(taean.locator('li[id^=point-]').first()).toContainText('먼저 저장한 글');
  await weihai.locator('[name=text]').fill('나중에 저장한 글');
  await weihai.getByRole('button', { name: zh('minutes.save') }).click();
  await expect(weihai.getByText(zh('minutes.refused'))).toBeVisible();
  await expect(weihai.getByRole('region', { name: zh('minutes.theirs') })).toContainText('먼저 저장한 글');
  await expect(weihai.locator('[name=text]')).toHaveValue('나중에 저장한 글');
  await weihai.locator('[name=text]').fill('먼저 저장한 글, 나중에 저장한 글');
  await weihai.getByRole('button', { name: zh('minutes.save_both') }).click();
  await expect(weihai.locator('li[id^=point-]').first()).toContainText('먼저 저장한 글, 나중에 저장한 글');
});
