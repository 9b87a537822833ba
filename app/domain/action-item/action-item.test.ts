import { describe, expect, test } from 'vitest';
import { daysLate, dueMoment, isOverdue, lastDayOver, proposeSchema } from './action-item.ts';
import { readersOfItem } from './readers-of-item.ts';

const tenth = new Date('2026-11-10');
const at = (moment: string) => new Date(moment);

describe('the due date', () => {
  test('is over when the working day ends, at 18:00 in Korea and 17:00 in China', () => {
    expect(dueMoment(tenth).toISOString()).toBe('2026-11-10T09:00:00.000Z');
  });

  test('a running item is late after that moment and not before', () => {
    const item = { state: 'underway', dueOn: tenth } as const;
    expect(isOverdue(item, at('2026-11-10T09:00:00Z'))).toBe(false);
    expect(isOverdue(item, at('2026-11-10T09:00:01Z'))).toBe(true);
  });

  test('what is not agreed yet, waits for confirmation, is done or dropped is never late', () => {
    for (const state of ['proposed', 'awaiting_confirmation', 'done', 'dropped'] as const) {
      expect(isOverdue({ state, dueOn: tenth }, at('2027-01-01T00:00:00Z'))).toBe(false);
    }
  });

  test('without a due date nothing is late', () => {
    expect(isOverdue({ state: 'underway', dueOn: null }, at('2030-01-01T00:00:00Z'))).toBe(false);
  });

  test('both shores count the same number of days', () => {
    expect(daysLate(tenth, at('2026-11-10T09:30:00Z'))).toBe(0);
    // 00:30 in Korea, still 23:30 of the day before in China.
    expect(daysLate(tenth, at('2026-11-17T15:30:00Z'))).toBe(8);
    expect(daysLate(tenth, at('2026-11-09T00:00:00Z'))).toBe(0);
  });

  test('the database filter and the rule agree on every hour', () => {
    for (let hour = 0; hour < 72; hour += 1) {
      const now = new Date(at('2026-11-09T00:00:00Z').getTime() + hour * 3_600_000);
      const byFilter = tenth <= lastDayOver(now);
      expect(byFilter, now.toISOString()).toBe(isOverdue({ state: 'agreed', dueOn: tenth }, now));
    }
  });
});

describe('the form of a proposal', () => {
  const proposal = { title: '부표 회수', text: '함께 회수한다.', language: 'ko' };

  test('rows without a government are no parties', () => {
    const rows = [
      { governmentId: 'taean', role: 'lead' },
      { role: 'partner' },
      { governmentId: 'weihai', role: 'partner' },
    ];
    const { parties } = proposeSchema.parse({ ...proposal, parties: rows });
    expect(parties.map(({ governmentId }) => governmentId)).toEqual(['taean', 'weihai']);
  });

  test('asks for a lead and for each government once', () => {
    const parse = (parties: object[]) =>
      proposeSchema.safeParse({ ...proposal, parties }).error?.issues[0]?.message;
    expect(parse([{ governmentId: 'taean', role: 'partner' }])).toBe('lead_needed');
    const twice = { governmentId: 'taean', role: 'lead' };
    expect(parse([twice, twice])).toBe('party_twice');
  });
});

describe('who may read an item', () => {
  const network = { visibility: 'network', ownerGovernmentId: 'taean', audience: [] } as const;
  const bilateral = {
    visibility: 'bilateral',
    ownerGovernmentId: 'taean',
    audience: [{ governmentId: 'weihai' }, { governmentId: 'yantai' }],
  } as const;

  test('all members, when its incidents are open to all members', () => {
    expect(readersOfItem([{ ...network, audience: [] }], ['taean', 'weihai'])).toMatchObject({
      visibility: 'network',
      audience: [],
    });
  });

  test('a public incident does not make a promise public', () => {
    expect(
      readersOfItem([{ ...network, visibility: 'public', audience: [] }], ['taean', 'weihai']).visibility,
    ).toBe('network');
  });

  test('a restricted incident keeps the item among its readers and the parties, and an open thread does not name it', () => {
    const restricted = { ...bilateral, audience: [...bilateral.audience] };
    const { visibility, audience, tells } = readersOfItem(
      [restricted, { ...network, audience: [] }],
      ['taean', 'qingdao'],
    );
    expect(visibility).toBe('bilateral');
    expect(audience.toSorted()).toEqual(['qingdao', 'taean', 'weihai', 'yantai']);
    expect(tells(restricted)).toBe(true);
    expect(tells({ ...network, audience: [] })).toBe(false);
  });
});
