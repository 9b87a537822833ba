import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

type DisclosureProps = {
  readonly title: ReactNode;
  /** Beside the title, at the end. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly defaultOpen?: boolean | undefined;
  readonly className?: string | undefined;
};

/** Folds something away: native `<details>`, so that it opens without JavaScript and with "find in page". */
export function Disclosure({ title, aside, children, defaultOpen = false, className }: DisclosureProps) {
  return (
    <details className={classNames('disclosure', className)} open={defaultOpen}>
      <summary className="disclosure-head">
        <Icon of={ChevronRight} />
        <span className="flex-1">{title}</span>
        {aside}
      </summary>
      <div className="disclosure-body">{children}</div>
    </details>
  );
}
