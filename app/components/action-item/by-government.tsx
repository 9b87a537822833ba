import { GovernmentName } from '#app/components/government/government-name.tsx';
import type { ActionItemCard } from '#app/domain/action-item/action-item.ts';
import { ActionItemTable } from './action-item-table.tsx';

type ByGovernmentProps = { readonly items: readonly ActionItemCard[]; readonly own: string | null };

/** The list once for each government that is party to something, the own one first. */
export function ByGovernment({ items, own }: ByGovernmentProps) {
  const parties = new Map(
    items.flatMap(({ commitments }) =>
      commitments.map(({ government }) => [government.id, government] as const),
    ),
  );
  const order = [...parties.values()].sort(
    (one, other) =>
      Number(other.id === own) - Number(one.id === own) || one.nameEn.localeCompare(other.nameEn),
  );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      {order.map((government) => {
        const theirs = items.filter(({ commitments }) =>
          commitments.some(({ governmentId }) => governmentId === government.id),
        );
        return (
          <section key={government.id} aria-labelledby={`items-of-${government.id}`}>
            <h2 id={`items-of-${government.id}`} className="mb-1 flex items-center gap-2 text-t-4">
              <GovernmentName government={government} filled={government.id === own} />
              <span className="num font-normal text-ink-2">{theirs.length}</span>
            </h2>
            <ActionItemTable items={theirs} own={own} />
          </section>
        );
      })}
    </div>
  );
}
