import { describe, expect, test } from 'vitest';
import { Visibility } from '#prisma/generated/enums.ts';
import { enginePlaces } from './engine/provider.ts';
import { maySend, openRules } from './engine-rules.ts';

const of = (country: 'KR' | 'CN', rules = {}) => ({ country, rules: { ...openRules, ...rules } });
const usual = {
  visibility: 'network' as Visibility,
  onlyGovernmentId: null,
  author: of('CN'),
  owner: of('KR'),
  thread: openRules,
};

describe('what may go to an engine', () => {
  test.each(Object.values(Visibility))('%s texts, where nobody decided anything', (visibility) => {
    const restricted = visibility === 'government' || visibility === 'bilateral';
    for (const place of enginePlaces) {
      expect(maySend({ ...usual, visibility }, place)).toBe(!restricted);
      const allowed = { ...openRules, sendsRestricted: true };
      expect(maySend({ ...usual, visibility, owner: of('KR', allowed) }, place)).toBe(true);
      expect(maySend({ ...usual, visibility, thread: allowed }, place)).toBe(true);
      // The author of a post in somebody else's thread does not open the thread.
      expect(maySend({ ...usual, visibility, author: of('CN', allowed) }, place)).toBe(!restricted);
    }
  });

  test('what an author keeps for the own government goes nowhere unless that government allows it', () => {
    const kept = { ...usual, onlyGovernmentId: 'weihai' };
    expect(maySend(kept, 'own')).toBe(false);
    expect(maySend({ ...kept, owner: of('KR', { sendsRestricted: true }) }, 'own')).toBe(false);
    expect(maySend({ ...kept, author: of('CN', { sendsRestricted: true }) }, 'own')).toBe(true);
  });

  test.each([
    ['own', true, true],
    ['KR', true, false],
    ['CN', false, true],
    ['elsewhere', false, false],
  ] as const)('no foreign cloud: an engine at %s', (place, forKorean, forChinese) => {
    const none = { noForeignCloud: true };
    expect(maySend({ ...usual, owner: of('KR', none) }, place)).toBe(forKorean);
    expect(maySend({ ...usual, thread: { ...openRules, ...none } }, place)).toBe(forKorean);
    expect(maySend({ ...usual, author: of('CN', none) }, place)).toBe(forChinese);
  });
});
