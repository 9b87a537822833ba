import { useTranslation } from 'react-i18next';
import { GovernmentName } from '#app/components/government/government-name.tsx';
import type { ActionItemCard } from '#app/domain/action-item/action-item.ts';
import { Link } from '#app/ui/link.tsx';
import { useDueWords } from './due.tsx';
import { ItemTitle } from './item-title.tsx';
import { StateMark } from './state-mark.tsx';

type ActionItemTableProps = { readonly items: readonly ActionItemCard[]; readonly own: string | null };

/** All items as one table; on narrow screens each row is a block of its own. */
export function ActionItemTable({ items, own }: ActionItemTableProps) {
  const { t } = useTranslation('action-item');
  return (
    <div className="table-scroll">
      <table className="table min-w-180">
        <thead>
          <tr>
            <th scope="col">{t('table.number')}</th>
            <th scope="col">{t('table.title')}</th>
            <th scope="col">{t('table.parties')}</th>
            <th scope="col">{t('table.state')}</th>
            <th scope="col">{t('table.due')}</th>
          </tr>
        </thead>
        <tbody data-rove>
          {items.map((item) => (
            <tr key={item.id}>
              <td className="num whitespace-nowrap text-t-2 text-ink-2">{item.number}</td>
              <th scope="row">
                <Link href={`/actions/${item.number}`} className="text-ink no-underline hover:underline">
                  <ItemTitle of={item} />
                </Link>
              </th>
              <td>
                <ul className="flex flex-wrap gap-x-3 gap-y-1">
                  {item.commitments.map(({ government }) => (
                    <li key={government.id}>
                      <GovernmentName government={government} filled={government.id === own} />
                    </li>
                  ))}
                </ul>
              </td>
              <td className="whitespace-nowrap">
                <StateMark state={item.state} />
              </td>
              <td className="num whitespace-nowrap text-t-2">
                <DueCell of={item} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DueCell({ of }: { readonly of: ActionItemCard }) {
  const due = useDueWords(of);
  if (!due) return null;
  return <span className={due.late ? 'font-semibold text-signal' : ''}>{due.words}</span>;
}
