import { expect, test } from 'vitest';
import { anActor, aThread } from '#tests/factories.ts';
import { createTestDatabase } from '#tests/world.ts';
import { findMentionable } from './find-mentionable.server.ts';

createTestDatabase();

test('a post can name the governments that read its thread and who acts for them, and no other', async () => {
  const taean = await anActor();
  const weihai = await anActor({
    government: 'weihai',
    account: { name: '林海潮', nameLatin: 'Lin Haichao' },
  });
  const qingdao = await anActor({
    government: 'qingdao',
    account: { name: '沈听澜', nameLatin: 'Shen Tinglan' },
  });
  const { id } = await aThread({ visibility: 'bilateral', audience: ['weihai'] });
  const names = (await findMentionable(taean, id))?.map(({ names: { en } }) => en);
  expect(names).toEqual(expect.arrayContaining(['Han Bada', 'Lin Haichao']));
  expect(names).not.toContain('Shen Tinglan');
  expect(names).toHaveLength(4);
  expect((await findMentionable(weihai, id))?.length).toBe(4);
  expect(await findMentionable(qingdao, id)).toBe(null);
});
