import { type ReactNode, useEffect, useRef } from 'react';
import { classNames } from '#app/ui/class-names.ts';

type FlyoutProps = {
  /** The `<summary>`'s content. */
  readonly face: ReactNode;
  readonly label: string;
  readonly summaryClassName: string;
  readonly opens: 'right' | 'down';
  /** Closes when this changes: the page one is on. */
  readonly page: string;
  readonly children: ReactNode;
};

/** A `<details>` that behaves like a menu once the page runs: Escape, a press elsewhere and leaving close it. */
export function Flyout({ face, label, summaryClassName, opens, page, children }: FlyoutProps) {
  const box = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    if (box.current) box.current.open = false;
  }, [page]);

  useEffect(() => {
    const close = (event: Event) => {
      const details = box.current;
      if (!details?.open || (event.target instanceof Node && details.contains(event.target))) return;
      details.open = false;
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const details = box.current;
      if (event.key !== 'Escape' || !details?.open) return;
      details.open = false;
      if (details.contains(document.activeElement)) details.querySelector('summary')?.focus();
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('focusin', close);
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('focusin', close);
      document.removeEventListener('keydown', onKeyDown);
    };
  }, []);

  return (
    <details ref={box} className={classNames('flyout', `flyout-${opens}`)}>
      <summary aria-label={label} className={summaryClassName}>
        {face}
      </summary>
      <div className="flyout-body">{children}</div>
    </details>
  );
}
