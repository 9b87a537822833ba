import type { ReactNode } from 'react';

type EmptyStateProps = {
  readonly title: string;
  /** What this place is for. */
  readonly children: ReactNode;
  /** One first step: a `Button` or `LinkButton`, `primary` and `sm`. */
  readonly step?: ReactNode;
};

/** Nothing here yet: says what the place is for and offers the first step. */
export function EmptyState({ title, children, step }: EmptyStateProps) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      <p>{children}</p>
      {step}
    </div>
  );
}
