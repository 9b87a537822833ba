import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Presence } from './contract.ts';
import { makeTypists, typingMs } from './typists.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const person = (accountId: string): Presence => ({
  ...{ accountId, governmentId: 'taean', name: accountId, nameLatin: accountId },
});

function aPage() {
  const told: string[][] = [];
  const typists = makeTypists((typing) => told.push(typing.map(({ accountId }) => accountId)));
  return { typists, told, now: () => told.at(-1) ?? [] };
}

test('somebody who stops writing is gone a while after the last sign', () => {
  const { typists, now } = aPage();
  typists.heard(person('한'));
  vi.advanceTimersByTime(typingMs - 1);
  typists.heard(person('한'));
  vi.advanceTimersByTime(typingMs - 1);
  expect(now()).toEqual(['한']);
  vi.advanceTimersByTime(1);
  expect(now()).toEqual([]);
});

test('who has sent the post does not write any more, and others still do', () => {
  const { typists, now } = aPage();
  typists.heard(person('한'));
  typists.heard(person('林'));
  typists.wrote('한');
  expect(now()).toEqual(['林']);
});

test('a page that was left hears of nobody', () => {
  const { typists, told } = aPage();
  typists.heard(person('한'));
  typists.stop();
  vi.advanceTimersByTime(typingMs * 2);
  expect(told).toEqual([['한']]);
});
