import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import {
  importRegions,
  severalColumns,
  sheetFields,
  type SheetMapping,
} from '#app/domain/incident/import/mapping.ts';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { endonym, languages } from '#app/i18n/languages.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { Button } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/checkbox.tsx';
import { NativeSelect } from '#app/ui/native-select.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { AmountUnit, Compartment, IncidentKind } from '#prisma/generated/enums.ts';

type MappingFormProps = {
  readonly mapping: SheetMapping;
  readonly columns: readonly { readonly name: string; readonly samples: readonly string[] }[];
  readonly answer: { lastResult?: SubmissionResult | undefined } | undefined;
};

/** Which column means what, and what holds for all rows. Proposed by us, decided by who brings the sheet. */
export function MappingForm({ mapping, columns, answer }: MappingFormProps) {
  const { t } = useTranslation(['import', 'incident']);
  const { number } = useFormat();
  const fieldError = useFieldError();
  const [form, fields] = useForm<{ source: string; closedBecause: string }>({
    lastResult: answer?.lastResult,
    shouldRevalidate: 'onSubmit',
  });
  const options = columns.map(({ name, samples }) => ({
    value: name,
    label: samples[0] ? `${name} (${samples[0]})` : name,
  }));
  const several = mapping.key.length > 1 ? [{ value: severalColumns, label: t('key_several') }] : [];
  const words = <Value extends string>(values: readonly Value[], label: (value: Value) => string) =>
    values.map((value) => ({ value, label: label(value) }));
  return (
    <Form {...getFormProps(form)} method="post" className="grid gap-4">
      <h2>{t('columns')}</h2>
      <p className="text-ink-2">{t('columns_hint')}</p>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {sheetFields.map((field) => (
          <NativeSelect
            key={field}
            name={`columns.${field}`}
            label={t(`field.${field}`)}
            options={options}
            placeholder={t('not_used')}
            defaultValue={mapping.columns[field] ?? ''}
          />
        ))}
        <NativeSelect
          name="key"
          label={t('key')}
          hint={t('key_hint')}
          options={[...several, ...options]}
          placeholder={t('not_used')}
          defaultValue={mapping.key.length > 1 ? severalColumns : (mapping.key[0] ?? '')}
        />
      </div>
      {Object.keys(mapping.items).length > 0 && (
        <p className="text-ink-2">{t('items', { value: number(Object.keys(mapping.items).length) })}</p>
      )}
      <h2>{t('all_rows')}</h2>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <TextField
          name="source"
          label={t('source')}
          hint={t('source_hint')}
          error={fieldError(fields.source.errors)}
          defaultValue={mapping.source}
          required
        />
        <NativeSelect
          name="kind"
          label={t('kind_default')}
          options={words(Object.values(IncidentKind), (one) => t(`incident:kind.${one}`))}
          defaultValue={mapping.kind}
        />
        <NativeSelect
          name="compartment"
          label={t('compartment_default')}
          options={words(Object.values(Compartment), (one) => t(`incident:compartment.${one}`))}
          defaultValue={mapping.compartment}
        />
        <NativeSelect
          name="unit"
          label={t('unit_default')}
          options={words(Object.values(AmountUnit), (one) => t(`incident:unit.${one}`))}
          defaultValue={mapping.unit}
        />
        <NativeSelect
          name="language"
          label={t('language')}
          options={words(languages, endonym)}
          defaultValue={mapping.language}
        />
        <NativeSelect
          name="region"
          label={t('region')}
          options={words(importRegions, (one) => t(`region_${one}`))}
          defaultValue={mapping.region}
        />
        <TextField
          name="closedBecause"
          label={t('as_record')}
          hint={t('as_record_hint')}
          error={fieldError(fields.closedBecause.errors)}
          defaultValue={mapping.closedBecause ?? ''}
          optional
        />
      </div>
      <Checkbox name="mend" defaultChecked={mapping.mend} hint={t('mend_hint')}>
        {t('mend')}
      </Checkbox>
      <div>
        <Button type="submit">{t('apply')}</Button>
      </div>
    </Form>
  );
}
