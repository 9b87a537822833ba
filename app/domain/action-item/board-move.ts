import type { ActionItemState } from '#prisma/generated/enums.ts';
import type { Reader } from '../actor.ts';
import type { boardStates } from './action-item.ts';
import { type ActionItemStep, mayTakeStep } from './policy.ts';

type Column = (typeof boardStates)[number];

/** Which step leads from one column of the board to another. */
const steps = {
  proposed: { agreed: 'accept' },
  agreed: { underway: 'start' },
  underway: { awaiting_confirmation: 'claim' },
  awaiting_confirmation: { done: 'confirm', underway: 'dispute' },
} as const satisfies Partial<Record<ActionItemState, Partial<Record<Column, ActionItemStep>>>>;

export type MoveStep = 'accept' | 'start' | 'claim' | 'confirm' | 'dispute';

/** Why a card stays where it is: keys of `schedule:move.why.<key>`. */
export type Staying = MoveStep | 'order';

/** What moving a card to a column means for this reader: the step that it takes, or why it cannot be. */
export function moveTo(
  reader: Reader,
  item: Parameters<typeof mayTakeStep>[2],
  column: Column,
): { step: MoveStep } | { why: Staying } {
  const ways: Partial<Record<Column, MoveStep>> =
    item.state === 'done' || item.state === 'dropped' ? {} : steps[item.state];
  const step = ways[column];
  if (!step) return { why: 'order' };
  return mayTakeStep(step, reader, item) ? { step } : { why: step };
}
