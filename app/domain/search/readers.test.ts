import { expect, test } from 'vitest';
import { Visibility } from '#prisma/generated/enums.ts';
import type { Actor } from '../actor.ts';
import { maySee } from '../thread/policy.ts';
import { readersOf, readsAs } from './readers.ts';

const actor = (governmentId: string): Actor => ({
  ...{ accountId: 'a', seatId: 's', governmentId, role: 'officer', name: '', nameLatin: '', language: 'ko' },
});

test.each(Object.values(Visibility))('the index says the same as the policy: %s', (visibility) => {
  const audience = [{ governmentId: 'weihai' }];
  const thread = { visibility, ownerGovernmentId: 'taean', audience, withdrawnAt: null };
  for (const reader of [null, actor('taean'), actor('weihai'), actor('qingdao')]) {
    const found = readersOf(thread, true).some((one) => readsAs(reader).includes(one));
    expect([reader?.governmentId, found]).toEqual([reader?.governmentId, maySee(reader, thread)]);
    expect(readersOf({ ...thread, withdrawnAt: new Date() }, true)).toEqual([]);
  }
});
