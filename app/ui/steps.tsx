import type { ReactNode } from 'react';
import { Shape, type ShapeName } from './shape.tsx';

export type Step = {
  readonly key: string;
  readonly label: ReactNode;
  /** Below the word: when, who, what is still needed. */
  readonly note?: ReactNode;
  readonly at: 'past' | 'now' | 'next';
  /** The shape of the step that one stands on. Past steps are checked, coming ones are rings. */
  readonly shape: ShapeName;
};

/** The way of one thing from its first state to its last. */
export function Steps({ label, steps }: { readonly label: string; readonly steps: readonly Step[] }) {
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.key}
          className={`step-${step.at}`}
          {...(step.at === 'now' && { 'aria-current': 'step' })}
        >
          <Shape name={step.at === 'past' ? 'check' : step.at === 'now' ? step.shape : 'ring'} size={16} />
          {step.label}
          {step.note && <small>{step.note}</small>}
        </li>
      ))}
    </ol>
  );
}
