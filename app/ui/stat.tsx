import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

type StatProps = {
  /** Already formatted. */
  readonly figure: string;
  readonly children: ReactNode;
  /** `lg` (48 px) at most once a page. */
  readonly size?: 'md' | 'lg' | undefined;
  /** Overdue or hazard only. */
  readonly late?: boolean | undefined;
};

/** One number and what it counts. */
export function Stat({ figure, children, size = 'md', late = false }: StatProps) {
  return (
    <div className={classNames('stat', size === 'lg' && 'stat-lg', late && 'stat-late')}>
      <b>{figure}</b>
      <span>{children}</span>
    </div>
  );
}
