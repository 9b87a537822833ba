import { describe, expect, test } from 'vitest';
import { Grade } from '#prisma/generated/enums.ts';
import type { Actor } from '../actor.ts';
import { boardStates } from './action-item.ts';
import { moveTo } from './board-move.ts';
import { mayTakeStep } from './policy.ts';

const actor = (governmentId: string, role: Actor['role'] = 'officer'): Actor => ({
  ...{ accountId: '', seatId: '', name: '', nameLatin: '', language: 'ko' as const },
  ...{ governmentId, role },
});
const item = (state: 'agreed' | 'underway' | 'proposed' | 'awaiting_confirmation' | 'done') => ({
  state,
  proposerSeat: { governmentId: 'taean' },
  claimedByGovernmentId: state === 'awaiting_confirmation' ? 'taean' : null,
  commitments: [
    { governmentId: 'taean', role: 'lead' as const, state: 'accepted' as const, grade: Grade.information },
    {
      ...{ governmentId: 'weihai', role: 'partner' as const, grade: Grade.information },
      state: state === 'proposed' ? ('proposed' as const) : ('accepted' as const),
    },
  ],
});

describe('a card of the board', () => {
  test('moves only where the policy lets a step lead, and otherwise says why', () => {
    expect(moveTo(actor('taean'), item('agreed'), 'underway')).toEqual({ step: 'start' });
    expect(moveTo(actor('weihai'), item('agreed'), 'underway')).toEqual({ why: 'start' });
    expect(moveTo(actor('weihai'), item('proposed'), 'agreed')).toEqual({ step: 'accept' });
    expect(moveTo(actor('taean'), item('awaiting_confirmation'), 'done')).toEqual({ why: 'confirm' });
    expect(moveTo(actor('weihai'), item('awaiting_confirmation'), 'done')).toEqual({ step: 'confirm' });
    expect(moveTo(actor('weihai'), item('awaiting_confirmation'), 'underway')).toEqual({ step: 'dispute' });
    expect(moveTo(actor('taean'), item('proposed'), 'done')).toEqual({ why: 'order' });
    expect(moveTo(actor('taean'), item('done'), 'underway')).toEqual({ why: 'order' });
  });

  test('never moves by a step that the server would refuse', () => {
    for (const state of ['proposed', 'agreed', 'underway', 'awaiting_confirmation', 'done'] as const)
      for (const reader of [null, actor('taean'), actor('weihai', 'observer'), actor('qingdao', 'head')])
        for (const column of boardStates) {
          const move = moveTo(reader, item(state), column);
          if ('step' in move) expect(mayTakeStep(move.step, reader, item(state))).toBe(true);
        }
  });
});
