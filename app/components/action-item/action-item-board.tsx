import { MoveRight } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type ActionItemCard as Card, boardStates } from '#app/domain/action-item/action-item.ts';
import { IconButton } from '#app/ui/icon-button.tsx';
import { Link } from '#app/ui/link.tsx';
import type { ActionItemState } from '#prisma/generated/enums.ts';
import { ActionItemCard } from './action-item-card.tsx';
import { Menu, MenuItem } from '#app/ui/menu.tsx';
import { StateMark } from './state-mark.tsx';
import { useCardDrag } from './use-card-drag.ts';
import { useMoves } from './use-moves.ts';

type Column = {
  readonly state: (typeof boardStates)[number];
  readonly count: number;
  readonly cards: readonly Card[];
};

type ActionItemBoardProps = {
  readonly columns: readonly Column[];
  readonly own: string | null;
  /** The list of one state, under the same filters. */
  readonly listOf: (state: ActionItemState) => string;
};

/**
 * Five columns from 1200 px; below that one list, grouped by state. A card is dragged to another column, or moved there by
 * its menu.
 */
export function ActionItemBoard({ columns, own, listOf }: ActionItemBoardProps) {
  const { t } = useTranslation('action-item');
  const move = useMoves();
  const board = useRef<HTMLDivElement>(null);
  useCardDrag(
    board,
    columns.flatMap(({ cards }) => cards),
    move,
  );
  return (
    <div className="overflow-x-auto">
      <div ref={board} data-rove className="grid px-4 pb-8 md:px-8 xl:min-w-300 xl:grid-cols-5 xl:pr-5">
        {columns.map(({ state, count, cards }) => (
          <section
            key={state}
            aria-labelledby={`column-${state}`}
            data-column={state}
            className="border-line py-3.5 not-first:border-t xl:px-3 xl:first:pl-0 xl:not-first:border-t-0 xl:not-first:border-l"
          >
            <h2 id={`column-${state}`} className="mb-2.5 flex min-h-6 items-center gap-2 text-t-3">
              <StateMark state={state} />
              <span className="num font-normal text-ink-2">{count}</span>
            </h2>
            {cards.length === 0 ? (
              <p className="text-t-2 text-ink-3">{t('column.none')}</p>
            ) : (
              <ul className="grid grid-cols-[minmax(0,1fr)] gap-2 md:max-xl:grid-cols-2">
                {cards.map((item) => (
                  <li key={item.id} className="relative" draggable={move !== null} data-card={item.number}>
                    <ActionItemCard item={item} own={own} />
                    {move && <MoveMenu item={item} move={move} />}
                  </li>
                ))}
              </ul>
            )}
            {count > cards.length && (
              <Link href={listOf(state)} className="mt-2 inline-block py-2 text-t-2">
                {t('column.more', { count: count - cards.length })}
              </Link>
            )}
          </section>
        ))}
      </div>
    </div>
  );
}

type MoveMenuProps = {
  readonly item: Card;
  readonly move: NonNullable<ReturnType<typeof useMoves>>;
};

/** The same by keyboard and on a phone: every other column, also those that only say why not. */
function MoveMenu({ item, move }: MoveMenuProps) {
  const { t } = useTranslation(['schedule', 'action-item']);
  const label = t('schedule:move.label', { number: item.number });
  return (
    <span className="absolute right-1 bottom-1 z-1">
      <Menu label={label} trigger={<IconButton icon={MoveRight} size="sm" label={label} />}>
        {boardStates
          .filter((column) => column !== item.state)
          .map((column) => (
            <MenuItem key={column} onAction={() => move(item, column)}>
              {t('schedule:move.to', { state: t(`action-item:state.${column}`) })}
            </MenuItem>
          ))}
      </Menu>
    </span>
  );
}
