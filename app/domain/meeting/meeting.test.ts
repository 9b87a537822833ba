import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addPointInput, callMeetingInput, movedTo, standingOf } from './meeting.ts';
import { mayFreezeMeeting, mayKeepMeeting, maySignMeeting, mayWriteMinutes } from './policy.ts';
import type { Actor } from '../actor.ts';
import { type ActionItemState, Role } from '#prisma/generated/enums.ts';

describe('the order of an agenda', () => {
  test('whatever is moved wherever, every point stands there once and the others keep their order', () => {
    const list = fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(list, fc.nat(11), fc.integer({ min: -3, max: 20 }), (points, which, to) => {
        const point = points[which % points.length] ?? 0;
        const moved = movedTo(points, point, to);
        expect(moved).toHaveLength(points.length);
        expect(new Set(moved)).toEqual(new Set(points));
        expect(moved.indexOf(point)).toBe(Math.min(Math.max(to, 1), points.length) - 1);
        const others = (of: readonly number[]) => of.filter((one) => one !== point);
        expect(others(moved)).toEqual(others(points));
        expect(movedTo(moved, point, to)).toEqual(moved);
      }),
    );
  });

  test('what is not on it moves nothing', () => {
    expect(movedTo(['a', 'b'], 'c', 1)).toEqual(['a', 'b']);
  });
});

test('a meeting does not end before it begins', () => {
  const facts = {
    ...{ title: '회의', language: 'ko', place: '보령', firstDay: '2027-05-11', lastDay: '2027-05-10' },
    ...{ hosts: ['chungnam'], visibility: 'network', clientKey: '00000000-0000-7000-8000-000000000000' },
  };
  expect(callMeetingInput.safeParse(facts).error?.issues).toMatchObject([
    { path: ['lastDay'], message: 'end_before_start' },
  ]);
  expect(callMeetingInput.safeParse({ ...facts, lastDay: '2027-05-11' }).success).toBe(true);
});

test('a point is something that is there, or has a title', () => {
  const clientKey = '00000000-0000-7000-8000-000000000000';
  expect(addPointInput.safeParse({ clientKey }).success).toBe(false);
  expect(addPointInput.parse({ clientKey, aboutNumber: ' a-24 ' }).aboutNumber).toBe('A-24');
  expect(addPointInput.safeParse({ clientKey, aboutNumber: 'M-1' }).success).toBe(false);
});

describe('how a promise of last time stands', () => {
  const now = new Date('2027-05-11T00:00:00Z');
  const item = (state: ActionItemState) => ({
    state,
    dueOn: new Date('2027-05-01T00:00:00Z'),
    commitments: [],
  });
  test('done and dropped stay so, whatever the date', () => {
    expect(standingOf(item('done'), now)).toBe('done');
    expect(standingOf(item('dropped'), now)).toBe('dropped');
  });
  test('past its date it is late, unless it waits for a clearance or was never agreed', () => {
    expect(standingOf(item('underway'), now)).toBe('late');
    expect(standingOf({ ...item('underway'), dueOn: null }, now)).toBe('underway');
    expect(standingOf(item('proposed'), now)).toBe('proposed');
    expect(
      standingOf(
        {
          ...item('proposed'),
          commitments: [{ role: 'lead', state: 'accepted', steps: [{ state: 'waiting', askedOn: null }] }],
        },
        now,
      ),
    ).toBe('waiting');
    expect(standingOf(item('awaiting_confirmation'), now)).toBe('awaiting');
  });
  test('without an action item there is none', () => {
    expect(standingOf(null, now)).toBe('none');
  });
});

describe('who may do what', () => {
  const seat = (governmentId: string, role: Role): Actor => ({
    ...{ accountId: 'a', seatId: `${governmentId} ${role}`, governmentId, role },
    ...{ name: '한바다', nameLatin: 'Han Bada', language: 'ko' },
  });
  const meeting = (frozenAt: Date | null = null) => ({
    frozenAt,
    thread: { ownerGovernmentId: 'jeju' },
    hosts: [{ governmentId: 'chungnam' }],
    participants: [{ seatId: 'weihai officer' }, { seatId: 'dalian observer' }],
  });
  const may = (actor: Actor, of = meeting()) => ({
    keep: mayKeepMeeting(actor, of),
    write: mayWriteMinutes(actor, of),
    sign: maySignMeeting(actor, of),
    freeze: mayFreezeMeeting(actor, of),
  });
  const nothing = { keep: false, write: false, sign: false, freeze: false };

  test.each([
    ['a head of a host', seat('chungnam', 'head'), { keep: true, write: true, sign: true, freeze: true }],
    [
      'an officer of a host',
      seat('chungnam', 'officer'),
      { keep: true, write: true, sign: false, freeze: false },
    ],
    ['who called it', seat('jeju', 'officer'), { keep: true, write: true, sign: false, freeze: false }],
    [
      'the secretariat',
      seat('incheon', 'secretariat'),
      { keep: true, write: true, sign: false, freeze: true },
    ],
    ['who takes part', seat('weihai', 'officer'), { keep: false, write: true, sign: true, freeze: false }],
    ['another seat of a participant', seat('weihai', 'head'), nothing],
    ['an observer who takes part', seat('dalian', 'observer'), nothing],
    ['an observer of a host', seat('chungnam', 'observer'), nothing],
  ])('%s', (_, actor, expected) => {
    expect(may(actor)).toEqual(expected);
  });

  test.each(Object.values(Role))('once it is frozen no %s writes anything', (role) => {
    for (const government of ['chungnam', 'jeju', 'weihai'])
      expect(may(seat(government, role), meeting(new Date()))).toEqual(nothing);
  });

  test('who has left the seat changes nothing', () => {
    const formerly = { from: new Date(0), to: new Date() };
    expect(may({ ...seat('chungnam', 'head'), formerly })).toEqual(nothing);
  });
});
