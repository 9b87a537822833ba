import { useTranslation } from 'react-i18next';
import { wasteItemKeys } from '#app/domain/incident/waste-items.ts';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { Checkbox } from '#app/ui/checkbox.tsx';
import { FieldGroup } from '#app/ui/field.tsx';
import { NativeSelect } from '#app/ui/native-select.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { EvidencePhotos } from './evidence-photos.tsx';

/** Units that collected waste is counted in. */
const units = ['kg', 't', 'items', 'sacks', 'm3'] as const;

/** What a completion can be shown with beside words: photos, and the amount that was collected. */
export function ClaimFields({ errors }: { readonly errors: readonly string[] | undefined }) {
  const { t } = useTranslation('action-item');
  const { t: tIncident } = useTranslation('incident');
  const fieldError = useFieldError();
  return (
    <>
      <EvidencePhotos />
      <Checkbox name="beforeAfter" hint={t('field.before_after_hint')}>
        {t('field.before_after')}
      </Checkbox>
      <FieldGroup label={t('field.amount')} optional error={fieldError(errors)}>
        <div className="grid gap-2 sm:grid-cols-[minmax(0,1fr)_7rem_7rem]">
          <NativeSelect
            name="amounts[0].item"
            label={t('field.amount_item')}
            hideLabel
            defaultValue="unsorted"
            options={wasteItemKeys.map((value) => ({ value, label: tIncident(`item.${value}`) }))}
          />
          <TextField
            name="amounts[0].value"
            label={t('field.amount_value')}
            hideLabel
            figure
            type="number"
            min="0"
            step="any"
            inputMode="decimal"
            placeholder={t('field.amount_value')}
          />
          <NativeSelect
            name="amounts[0].unit"
            label={t('field.amount_unit')}
            hideLabel
            defaultValue="kg"
            options={units.map((value) => ({ value, label: tIncident(`unit.${value}`) }))}
          />
        </div>
      </FieldGroup>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="slipNumber" maxLength={120} label={t('field.slip')} optional />
        <TextField name="disposalSite" maxLength={200} label={t('field.disposal_site')} optional />
        <TextField name="disposedOn" type="date" label={t('field.disposed_on')} optional />
      </div>
    </>
  );
}
