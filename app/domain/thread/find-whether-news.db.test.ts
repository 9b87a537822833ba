import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import type { Reader } from '../actor.ts';
import { anActor, aThread } from '#tests/factories.ts';
import { createTestDatabase } from '#tests/world.ts';
import { haveNews } from './find-whether-news.server.ts';

createTestDatabase();

const hour = 3_600_000;
/** Later than anything that the world was made with. */
const at = new Date(Date.now() + 2 * hour);
const before = new Date(at.getTime() - hour);
const after = new Date(at.getTime() + hour);

async function whoHears(readers: Record<string, Reader>): Promise<string[]> {
  const heard: string[] = [];
  for (const [who, reader] of Object.entries(readers)) if (await haveNews(reader, before)) heard.push(who);
  return heard;
}

async function readers() {
  return {
    taean: await anActor(),
    weihai: await anActor({ government: 'weihai' }),
    dalian: await anActor({ government: 'dalian' }),
    guest: null,
  };
}

test.each([
  { visibility: 'public', hears: ['taean', 'weihai', 'dalian', 'guest'] },
  { visibility: 'network', hears: ['taean', 'weihai', 'dalian'] },
  { visibility: 'bilateral', hears: ['taean', 'weihai'] },
  { visibility: 'government', hears: ['taean'] },
] as const)('news of a $visibility thread are news to $hears only', async ({ visibility, hears }) => {
  const people = await readers();
  const audience = visibility === 'bilateral' ? ['weihai'] : [];
  const { id } = await aThread({ visibility, audience, lastEventAt: at });
  expect(await whoHears(people)).toEqual(hears);
  expect(await haveNews(people.taean, after)).toBe(false);
  await db().thread.update({ where: { id }, data: { withdrawnAt: at } });
  expect(await whoHears(people)).toEqual([]);
});

test('what a seat was told is news to that seat only, also of what happened earlier', async () => {
  const { taean, ...others } = await readers();
  const { id: threadId } = await aThread();
  await db().notification.create({
    data: { id: uuid(), seatId: taean.seatId, threadId, seq: 1, reason: 'mentioned', at },
  });
  expect(await whoHears({ taean, ...others })).toEqual(['taean']);
  expect(await haveNews(taean, after)).toBe(false);
});
