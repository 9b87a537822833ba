import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { SummaryChip } from '#app/ui/chip.tsx';

type FilterMenuProps = {
  readonly words: ReactNode;
  readonly on: boolean;
  readonly square?: boolean;
  readonly children: ReactNode;
};

/** A chip that opens a choice below it. A native `<details>`, so that the filters work without JavaScript. */
export function FilterMenu({ words, on, square, children }: FilterMenuProps) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const closeOutside = (event: PointerEvent) => {
      if (event.target instanceof Node && !details.current?.contains(event.target))
        details.current?.removeAttribute('open');
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, []);
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !details.current?.open) return;
    details.current.open = false;
    details.current.querySelector('summary')?.focus();
  };
  return (
    <details
      ref={details}
      className="relative"
      name="incident-filter"
      role="presentation"
      onKeyDown={closeOnEscape}
    >
      <SummaryChip on={on} square={square}>
        {words}
      </SummaryChip>
      <div className="float absolute left-0 top-full z-20 mt-1 grid max-h-[60vh] min-w-56 gap-1 overflow-y-auto p-3 shadow-2 max-md:static max-md:max-h-none max-md:shadow-none">
        {children}
      </div>
    </details>
  );
}
