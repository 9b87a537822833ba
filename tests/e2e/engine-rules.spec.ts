import { expect, test } from './fixtures.ts';
import { openTopic } from './topics.ts';
import { word } from './words.ts';

const ko = (key: string) => word('ko', 'translation', key);
const zh = (key: string) => word('zh', 'translation', key);

test('a head decides what engines may get, with and without JavaScript; an officer reads it and changes nothing', async ({
  asSeat,
  keepScreen,
}) => {
  const head = await (await asSeat('qingdao-head', { viewport: { width: 360, height: 780 } })).newPage();
  const bare = await (await asSeat('qingdao-head', { javaScriptEnabled: false })).newPage();
  const officer = await (await asSeat('qingdao-officer')).newPage();
  const rules = head.locator('form[action$="/rules"]');

  await head.goto('/settings/translation');
  await rules.getByRole('switch', { name: zh('rules.no_foreign_cloud') }).check();
  await rules.getByRole('button').click();
  await expect(head).toHaveURL(/done=rules/);
  await expect(head.getByText(zh('settings.saved'))).toBeVisible();
  await expect(rules.getByRole('switch', { name: zh('rules.no_foreign_cloud') })).toBeChecked();
  await keepScreen(head, 'engine-rules-zh');

  await officer.goto('/settings/translation');
  await expect(officer.getByText(zh('rules.read_only'))).toBeVisible();
  const shown = officer.locator('form[action$="/rules"]');
  await expect(shown.locator('[name=noForeignCloud]')).toBeChecked();
  await expect(shown.locator('[name=noForeignCloud]')).toBeDisabled();
  await expect(shown.getByRole('button')).toHaveCount(0);
  // By another door neither.
  const refused = await officer.request.post('/settings/translation/rules', {
    form: {},
    headers: { Origin: new URL(officer.url()).origin, 'Sec-Fetch-Site': 'same-origin' },
    maxRedirects: 0,
  });
  expect(refused.headers().location).toBe('/settings/translation?refusal=not_allowed');

  await bare.goto('/settings/translation');
  const form = bare.locator('form[action$="/rules"]');
  await expect(form.locator('[name=noForeignCloud]')).toBeChecked();
  await form.locator('[name=noForeignCloud]').uncheck();
  await form.getByRole('button').click();
  await expect(bare).toHaveURL(/done=rules/);
  await expect(form.locator('[name=noForeignCloud]')).not.toBeChecked();
});

test('who opened a topic decides for it alone; for others there is no such page', async ({
  asSeat,
  keepScreen,
}) => {
  const taean = await (await asSeat('taean-officer', { viewport: { width: 1440, height: 900 } })).newPage();
  const weihai = await (await asSeat('weihai-officer')).newPage();
  const topic = await openTopic(taean, '번역기에 보내는 범위');
  await taean.goto(`${topic}/engine-rules`);
  await taean.getByRole('switch', { name: ko('rules.no_foreign_cloud') }).check();
  await keepScreen(taean, 'thread-engine-rules-ko');
  await taean.getByRole('button', { name: ko('settings.save') }).click();
  await expect(taean).toHaveURL(topic);
  await taean.goto(`${topic}/engine-rules`);
  await expect(taean.getByRole('switch', { name: ko('rules.no_foreign_cloud') })).toBeChecked();
  await expect(taean.getByRole('switch', { name: ko('rules.sends_restricted') })).not.toBeChecked();

  const answer = await weihai.goto(`${topic}/engine-rules`);
  expect(answer?.status()).toBe(404);
});
