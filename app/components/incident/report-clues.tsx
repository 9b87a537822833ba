import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { labelLanguages, reportedEvidence } from '#app/domain/incident/incident.ts';
import { Button } from '#app/ui/button.tsx';
import { IconButton } from '#app/ui/icon-button.tsx';
import { NativeSelect } from '#app/ui/native-select.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { useRows } from './report-amounts.tsx';
import { type ReportValues, rowsIn, valueOf } from './report-values.ts';

type ReportCluesProps = {
  readonly values: ReportValues;
  readonly errorOf: (name: string) => string | undefined;
  readonly ready: boolean;
};

/** What was seen on how many pieces, in neutral words. */
export function ReportClues({ values, errorOf, ready }: ReportCluesProps) {
  const { t } = useTranslation('incident');
  const { rows, add, remove } = useRows(rowsIn(values, 'clues', ready ? 1 : 3));
  return (
    <fieldset id="clues" tabIndex={-1} className="grid gap-3">
      <legend className="mb-1 text-t-3 font-semibold">{t('reporting.clues')}</legend>
      <p className="field-hint">{t('reporting.clues_hint')}</p>
      {rows.map((row, index) => (
        <ClueRow
          key={row}
          row={row}
          values={values}
          errorOf={errorOf}
          ready={ready}
          remove={
            ready && rows.length > 1 ? (
              <IconButton
                icon={X}
                label={t('reporting.row_remove', { number: index + 1 })}
                onPress={() => remove(row)}
              />
            ) : null
          }
        />
      ))}
      {ready && (
        <div>
          <Button variant="quiet" icon={Plus} className="min-h-[44px]" onPress={add}>
            {t('reporting.clue_add')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

type ClueRowProps = ReportCluesProps & { readonly row: number; readonly remove: React.ReactNode };

function ClueRow({ row, values, errorOf, ready, remove }: ClueRowProps) {
  const { t } = useTranslation('incident');
  const name = (part: string) => `clues[${row}].${part}`;
  const [evidence, setEvidence] = useState(valueOf(values, name('evidence')) ?? '');
  const note = valueOf(values, name('note'));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_84px_auto] items-end gap-1.5 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_84px_auto]">
      <NativeSelect
        id={name('evidence')}
        name={name('evidence')}
        label={t('reporting.clue_evidence')}
        placeholder={t('reporting.choose')}
        options={reportedEvidence.map((value) => ({ value, label: t(`evidence.${value}`) }))}
        value={evidence}
        onChange={(event) => setEvidence(event.currentTarget.value)}
        error={errorOf(name('evidence'))}
      />
      {(!ready || evidence === 'label') && (
        <NativeSelect
          id={name('labelLanguage')}
          name={name('labelLanguage')}
          label={t('reporting.clue_language')}
          placeholder={t('reporting.choose')}
          options={labelLanguages.map((value) => ({ value, label: t(`label_language.${value}`) }))}
          defaultValue={valueOf(values, name('labelLanguage'))}
          error={errorOf(name('labelLanguage'))}
        />
      )}
      <TextField
        id={name('count')}
        name={name('count')}
        label={t('reporting.clue_count')}
        figure
        inputMode="numeric"
        autoComplete="off"
        defaultValue={valueOf(values, name('count'))}
        error={errorOf(name('count'))}
      />
      {note && <input type="hidden" name={name('note')} value={note} />}
      {remove}
    </div>
  );
}
