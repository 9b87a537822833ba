import { useTranslation } from 'react-i18next';
import { ItemTitle } from '#app/components/action-item/item-title.tsx';
import { OverdueMark, StateMark } from '#app/components/action-item/state-mark.tsx';
import { GovernmentName } from '#app/components/government/government-name.tsx';
import { type ActionItemCard, isOverdue } from '#app/domain/action-item/action-item.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { useReader } from '#app/i18n/reader.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';

/** Joint work that everybody may see, with who promised it and where it stands. */
export function Promises({ items }: { readonly items: readonly ActionItemCard[] }) {
  const { t } = useTranslation('landing');
  return (
    <section className="grid min-w-0 content-start gap-2.5">
      <h2 className="text-t-5">{t('promises.title')}</h2>
      {items.length === 0 ? (
        <EmptyState title={t('promises.empty_title')}>{t('promises.empty')}</EmptyState>
      ) : (
        <ul className="rows rows-ink">
          {items.map((item) => (
            <li key={item.number} className="flex items-center gap-3.5 py-3">
              <div className="grid min-w-0 flex-1 gap-1">
                <b className="font-semibold">
                  <ItemTitle of={item} />
                </b>
                <span className="flex flex-wrap gap-x-3 gap-y-1">
                  {item.commitments.map(({ government }) => (
                    <GovernmentName key={government.id} government={government} />
                  ))}
                </span>
              </div>
              <Standing item={item} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Standing({ item }: { readonly item: ActionItemCard }) {
  const { now } = useReader();
  const format = useFormat();
  const late = isOverdue(item, now);
  return (
    <div className="grid flex-none justify-items-end gap-0.5">
      {late ? <OverdueMark /> : <StateMark state={item.state} />}
      {item.dueOn && item.state !== 'done' && (
        <span className="text-t-1 text-ink-2">
          {late ? format.dueness(item.dueOn) : format.day(item.dueOn)}
        </span>
      )}
    </div>
  );
}
