import { type RefObject, useEffect, useRef } from 'react';

/** For a form in a `<details>`: it closes when what was sent is done, and the focus stays at its `<summary>`. */
export function useClosingFold(isDone: boolean): RefObject<HTMLDetailsElement> {
  const fold = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (!isDone || !fold.current) return;
    fold.current.open = false;
    fold.current.querySelector('summary')?.focus();
  }, [isDone]);
  return fold;
}
