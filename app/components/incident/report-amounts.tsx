import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { materials, wasteItemKeys, wasteItems } from '#app/domain/incident/waste-items.ts';
import { AmountMethod, AmountUnit } from '#prisma/generated/enums.ts';
import { Button } from '#app/ui/button.tsx';
import { IconButton } from '#app/ui/icon-button.tsx';
import { NativeSelect } from '#app/ui/native-select.tsx';
import { Segmented } from '#app/ui/segmented.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { type ReportValues, rowsIn, valueOf } from './report-values.ts';

type RowsProps = {
  readonly values: ReportValues;
  readonly errorOf: (name: string) => string | undefined;
  readonly ready: boolean;
};

/** Rows of item, value, unit and how it was found. */
export function ReportAmounts({ values, errorOf, ready }: RowsProps) {
  const { t } = useTranslation('incident');
  const { rows, add, remove } = useRows(rowsIn(values, 'amounts', ready ? 1 : 3));
  const items = materials.map((material) => ({
    label: t(`material.${material}`),
    options: wasteItemKeys
      .filter((key) => wasteItems[key].material === material)
      .map((key) => ({ value: key, label: t(`item.${key}`) })),
  }));
  return (
    <fieldset id="amounts" tabIndex={-1} className="grid gap-3">
      <legend className="mb-1.5 text-t-3 font-semibold">{t('reporting.amounts')}</legend>
      {rows.map((row) => {
        const name = (part: string) => `amounts[${row}].${part}`;
        const value = (part: string) => valueOf(values, name(part));
        return (
          <div key={row} className="grid gap-2">
            <div className="grid grid-cols-[minmax(0,1fr)_84px_108px] items-start gap-1.5">
              <NativeSelect
                id={name('item')}
                name={name('item')}
                label={t('reporting.item')}
                hideLabel
                options={items}
                defaultValue={value('item') ?? 'foam_buoy'}
                error={errorOf(name('item'))}
              />
              <TextField
                id={name('value')}
                name={name('value')}
                label={t('reporting.value')}
                hideLabel
                figure
                inputMode="decimal"
                autoComplete="off"
                placeholder="0"
                defaultValue={value('value')}
                error={errorOf(name('value'))}
              />
              <NativeSelect
                id={name('unit')}
                name={name('unit')}
                label={t('reporting.unit')}
                hideLabel
                options={Object.values(AmountUnit).map((unit) => ({ value: unit, label: t(`unit.${unit}`) }))}
                defaultValue={value('unit') ?? 'items'}
                error={errorOf(name('unit'))}
              />
            </div>
            <div className="flex items-center gap-2">
              <Segmented
                name={name('method')}
                label={t('reporting.method')}
                hideLabel
                options={Object.values(AmountMethod)
                  .reverse()
                  .map((method) => ({ value: method, label: t(`method.${method}`) }))}
                defaultValue={value('method') === 'measured' ? 'measured' : 'estimated'}
              />
              <span className="flex-1" />
              {ready && rows.length > 1 && (
                <IconButton
                  icon={X}
                  label={t('reporting.row_remove', { number: rows.indexOf(row) + 1 })}
                  onPress={() => remove(row)}
                />
              )}
              {ready && row === rows.at(-1) && (
                <Button variant="quiet" icon={Plus} className="min-h-[44px]" onPress={add}>
                  {t('reporting.amount_add')}
                </Button>
              )}
            </div>
          </div>
        );
      })}
    </fieldset>
  );
}

/** Rows keep their number: what was typed stays with its row when another goes. */
export function useRows(count: number) {
  const [rows, setRows] = useState<readonly number[]>(() => Array.from({ length: count }, (_, row) => row));
  return {
    rows,
    add: () => setRows((before) => [...before, Math.max(-1, ...before) + 1]),
    remove: (row: number) => setRows((before) => before.filter((one) => one !== row)),
  };
}
