import { useTranslation } from 'react-i18next';
import type { ActionItemState } from '#prisma/generated/enums.ts';
import type { ShapeName } from '#app/ui/shape.tsx';
import { State, type StateLook, type StateTone } from '#app/ui/state.tsx';

type Mark = { readonly shape: ShapeName; readonly tone: StateTone };

/** How each state is drawn: on cards, at the head of the board's columns, in steps. */
export const stateMarks = {
  proposed: { shape: 'dashed', tone: 'plain' },
  agreed: { shape: 'dot', tone: 'plain' },
  underway: { shape: 'half', tone: 'plain' },
  awaiting_confirmation: { shape: 'three-quarters', tone: 'plain' },
  done: { shape: 'check', tone: 'done' },
  dropped: { shape: 'cross', tone: 'off' },
} satisfies Record<ActionItemState, Mark>;

type StateMarkProps = StateLook & { readonly state: ActionItemState };

/** The state of an action item: shape and word. */
export function StateMark({ state, boxed }: StateMarkProps) {
  const { t } = useTranslation('action-item');
  return (
    <State {...stateMarks[state]} boxed={boxed}>
      {t(`state.${state}`)}
    </State>
  );
}

type OverdueMarkProps = StateLook & { readonly days?: number | undefined };

/** Past its due date, with the number of days: a fact, not a reproach. */
export function OverdueMark({ days, boxed }: OverdueMarkProps) {
  const { t } = useTranslation('action-item');
  const { t: tCommon } = useTranslation('common');
  return (
    <State shape="triangle" tone="late" boxed={boxed}>
      {days === undefined ? t('overdue') : tCommon('time.late_days', { count: days })}
    </State>
  );
}
