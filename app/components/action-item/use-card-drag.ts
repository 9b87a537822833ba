import { type RefObject, useEffect } from 'react';
import { type ActionItemCard, boardStates } from '#app/domain/action-item/action-item.ts';
import type { useMoves } from './use-moves.ts';

/** Lets a card (`data-card`: its number) be dragged into a column (`data-column`) of the board. */
export function useCardDrag(
  board: RefObject<HTMLElement>,
  cards: readonly ActionItemCard[],
  move: ReturnType<typeof useMoves>,
): void {
  useEffect(() => {
    const element = board.current;
    if (!element || !move) return;
    const listening = new AbortController();
    const { signal } = listening;
    const number = 'text/plain';
    element.addEventListener(
      'dragstart',
      (event) => {
        const card = closest(event.target, '[data-card]');
        if (card?.dataset.card) event.dataTransfer?.setData(number, card.dataset.card);
      },
      { signal },
    );
    element.addEventListener('dragover', (event) => event.preventDefault(), { signal });
    element.addEventListener(
      'drop',
      (event) => {
        const column = closest(event.target, '[data-column]')?.dataset.column;
        const state = boardStates.find((one) => one === column);
        const card = cards.find((one) => one.number === event.dataTransfer?.getData(number));
        event.preventDefault();
        if (card && state) move(card, state);
      },
      { signal },
    );
    return () => listening.abort();
  }, [board, cards, move]);
}

function closest(target: EventTarget | null, selector: string): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(selector) : null;
}
