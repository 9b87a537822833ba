import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Shape, type ShapeName } from './shape.tsx';

export type StateTone = 'plain' | 'done' | 'wait' | 'late' | 'off';

export type StateLook = {
  /** On a quiet fill, for heads and panels; without it in rows and cards. */
  readonly boxed?: boolean | undefined;
};

type StateProps = StateLook & {
  readonly shape: ShapeName;
  readonly tone?: StateTone | undefined;
  readonly children: ReactNode;
};

/** A state: shape and word. */
export function State({ shape, tone = 'plain', boxed = false, children }: StateProps) {
  return (
    <span className={classNames('state', tone !== 'plain' && `state-${tone}`, boxed && 'state-box')}>
      <Shape name={shape} />
      <span>{children}</span>
    </span>
  );
}
