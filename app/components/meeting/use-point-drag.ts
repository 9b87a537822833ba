import { type RefObject, useEffect, useRef } from 'react';

/** Lets a row (`data-point`: its id) of the agenda be dragged to the place of another. */
export function usePointDrag(
  list: RefObject<HTMLElement>,
  order: readonly string[],
  move: (pointId: string, to: number) => void,
): void {
  const latest = useRef({ order, move });
  useEffect(() => {
    latest.current = { order, move };
  });
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const listening = new AbortController();
    const { signal } = listening;
    const type = 'text/plain';
    element.addEventListener(
      'dragstart',
      (event) => {
        const point = rowOf(event.target);
        if (point) event.dataTransfer?.setData(type, point);
      },
      { signal },
    );
    element.addEventListener('dragover', (event) => event.preventDefault(), { signal });
    element.addEventListener(
      'drop',
      (event) => {
        event.preventDefault();
        const { order: now, move: go } = latest.current;
        const point = event.dataTransfer?.getData(type) ?? '';
        const onto = rowOf(event.target);
        if (onto && onto !== point && now.includes(point)) go(point, now.indexOf(onto) + 1);
      },
      { signal },
    );
    return () => listening.abort();
  }, [list]);
}

function rowOf(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>('[data-point]')?.dataset.point : undefined;
}
