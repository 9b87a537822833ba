import { useTranslation } from 'react-i18next';
import { isWasteItem } from '#app/domain/incident/waste-items.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import type { AmountMethod, AmountUnit } from '#prisma/generated/enums.ts';

type Amount = { id: string; item: string; value: number; unit: AmountUnit; method: AmountMethod };

/** Item by item as it was entered; an estimate says so. */
export function AmountList({ amounts }: { readonly amounts: readonly Amount[] }) {
  const { t } = useTranslation('incident');
  const { amount: format } = useFormat();
  if (amounts.length === 0) return <p className="text-t-2 text-ink-2">{t('amounts.none')}</p>;
  return (
    <>
      <dl className="grid gap-1">
        {amounts.map(({ id, item, value, unit, method }) => (
          <div key={id} className="flex items-baseline justify-between gap-3">
            <dt>{t(`item.${isWasteItem(item) ? item : 'other'}`)}</dt>
            <dd className="num whitespace-nowrap font-semibold">
              {format({ value, unit, estimated: method === 'estimated' })}
            </dd>
          </div>
        ))}
      </dl>
      {amounts.some(({ method }) => method === 'estimated') && (
        <p className="mt-1 text-t-1 text-ink-2">{t('amounts.estimated_note')}</p>
      )}
    </>
  );
}
