import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { demoSeats } from '#prisma/demo/seats.ts';
import { type ServerProcess, startServer } from '../chaos/server-process.ts';
import { type StandIn, startStandIn } from '../translation-stand-in.ts';
import { expect, test as base } from './fixtures.ts';
import { openTopic } from './topics.ts';
import { word } from './words.ts';

const ko = (key: string, namespace = 'thread') => word('ko', namespace, key);
const zh = (key: string, namespace = 'thread') => word('zh', namespace, key);

// A server of its own has to start.
base.describe.configure({ timeout: 420_000 });

/** A server of its own whose only engine is the stand-in. */
const test = base.extend<{ standIn: StandIn; server: ServerProcess }>({
  standIn: async ({}, use) => {
    const standIn = await startStandIn();
    await use(standIn);
    await standIn.close();
  },
  server: async ({ standIn }, use) => {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'tideline-translation-'));
    const env = {
      TRANSLATION_ENGINES: '*:papago',
      PAPAGO_URL: standIn.url,
      PAPAGO_KEY_ID: 'id',
      PAPAGO_KEY: 'key',
    };
    const server = await startServer({ folder, env }, 240_000);
    await use(server);
    await server.kill('SIGTERM');
    await fs.rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  baseURL: async ({ server }, use) => use(server.origin),
});

test('a Korean post reaches the Chinese reader by machine, is put right and verified; what its author changes is made again', async ({
  asSeat,
  standIn,
  keepScreen,
}) => {
  const said = '작업자 340명이 11월 20일까지 가겠습니다.';
  standIn.says.set(said, '34 人将于 11 月 20 日前到达。');
  const wide = { viewport: { width: 1440, height: 900 } };
  const taean = await (await asSeat('taean-officer', wide)).newPage();
  const weihai = await (await asSeat('weihai-officer', wide)).newPage();
  const secretariat = await (await asSeat('secretariat', wide)).newPage();

  // The secretariat names the seat as one that verifies.
  await secretariat.goto('/members/weihai');
  const seat = secretariat.locator('li', { hasText: demoSeats['weihai-officer'].holder.nameLatin }).first();
  await seat.locator('form[action$="/translator"] button').click();
  await expect(secretariat.locator('input[name=translator][value=false]').first()).toBeAttached();

  // Lin wants what the seat follows translated without asking, and follows by writing.
  await weihai.goto('/settings/translation');
  await weihai.getByRole('switch', { name: zh('settings.by_itself', 'translation') }).check();
  await keepScreen(weihai, 'translation-settings-zh');
  await weihai
    .getByRole('button', { name: zh('settings.save', 'translation') })
    .first()
    .click();
  await expect(weihai).toHaveURL(/done=own/);
  const topic = await openTopic(taean, '부표 수거 일정');
  await weihai.goto(topic);
  await weihai.locator('textarea[name=body]').fill('同意，请说明时间。');
  await weihai.locator('textarea[name=body]').press('Control+Enter');
  await expect(taean.getByText('同意，请说明时间。')).toBeVisible();

  // Taean answers in Korean; the machine's Chinese arrives at the open page, and says where it is not the original.
  await taean.locator('textarea[name=body]').fill(said);
  await taean.locator('textarea[name=body]').press('Control+Enter');
  const post = weihai.locator('li', { hasText: said });
  await expect(post.locator('.prose[lang="zh-Hans"]')).toContainText('34 人');
  await expect(post.getByText(zh('translation.machine'))).toBeVisible();
  await expect(post.getByText('Papago')).toBeVisible();
  await expect(post.getByText(zh('differs', 'translation'))).toBeVisible();
  await keepScreen(weihai, 'translation-machine-zh');

  // Lin puts the machine's words right and stands for them.
  await post.locator('summary', { hasText: zh('translation.renew') }).click();
  await expect(post.locator('[name=text]')).toHaveValue(/34 人/);
  await post.locator('[name=text]').fill('340 人将于 11 月 20 日前到达。');
  await post.getByRole('button', { name: zh('translation.save') }).click();
  await expect(post.getByText(zh('translation.human'))).toBeVisible();
  await expect(post.getByText(zh('differs', 'translation'))).toHaveCount(0);
  await post.getByRole('button', { name: zh('verify', 'translation') }).click();
  await expect(post.getByText(zh('translation.verified'), { exact: true })).toBeVisible();
  await keepScreen(weihai, 'translation-verified-zh');

  // Taean sees what the other side reads, verified, without a reload.
  const own = taean.locator('li', { hasText: said });
  await own.locator('summary', { hasText: ko('translation.others') }).click();
  await expect(own.getByText(ko('translation.verified'), { exact: true })).toBeVisible();
  await keepScreen(taean, 'translation-others-ko');
  await weihai.setViewportSize({ width: 360, height: 780 });
  await post.scrollIntoViewIfNeeded();
  await keepScreen(weihai, 'translation-verified-zh');
  await weihai.setViewportSize({ width: 1440, height: 900 });

  // The queue: what waits for a person, in three languages at two widths.
  for (const [page, language] of [
    [weihai, 'zh'],
    [taean, 'ko'],
    [secretariat, 'en'],
  ] as const) {
    await page.goto('/translations?waits=verification');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      word(language, 'thread', 'translation.heading'),
    );
    await keepScreen(page, `translations-${language}`);
    await page.setViewportSize({ width: 360, height: 780 });
    await keepScreen(page, `translations-${language}`);
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider).toBe(0);
    await page.setViewportSize({ width: 1440, height: 900 });
  }

  // The author of an incident changes its title: the earlier Chinese title stands no more, and a new one is made.
  await taean.goto('/incidents/new');
  await expect(taean.locator('input[type=hidden][name=sameAs]')).toBeAttached();
  await taean.locator('input[name=kind][value=hazardous_container]').check();
  await taean.locator('[name=coordinates]').fill('36.7866, 126.1435');
  await taean.locator('[name=title]').fill('바닷가에 쌓인 물건 9개');
  await taean.locator('[name="amounts[0].item"]').selectOption('drum');
  await taean.locator('[name="amounts[0].value"]').fill('9');
  await taean.getByRole('button', { name: ko('reporting.submit', 'incident'), exact: true }).click();
  await expect(taean).toHaveURL(/\/incidents\/\d{4}-\d{4}$/);
  const incident = new URL(taean.url()).pathname;
  await weihai.goto(incident);
  await weihai.locator('textarea[name=body]').fill('收到。');
  await weihai.locator('textarea[name=body]').press('Control+Enter');
  const title = weihai.getByRole('heading', { level: 1 });
  await expect(title).toHaveText(/译文.* 9/);
  standIn.says.set('바닷가에 쌓인 물건 12개', '海边堆放的物品 12 件');
  await taean.goto(`${incident}/correct`);
  await taean.locator('[name=title]').fill('바닷가에 쌓인 물건 12개');
  await taean.getByRole('button', { name: ko('correction.save', 'incident') }).click();
  await expect(title).toHaveText('海边堆放的物品 12 件');
  await expect(title).toHaveAttribute('lang', 'zh-Hans');
  await keepScreen(weihai, 'translation-redone-zh');
});
