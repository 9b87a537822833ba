import { getFormProps, getInputProps, getTextareaProps, useForm } from '@conform-to/react';
import { Form, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import type { ShownStep } from '#app/domain/action-item/clearance.ts';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { Button } from '#app/ui/button.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { ClearanceState } from '#prisma/generated/enums.ts';
import type { StepAnswer } from './step-form.tsx';

type ClearanceFormProps = {
  readonly step: ShownStep;
  readonly wordingHash: string;
  readonly back: string;
  readonly answer: StepAnswer | undefined;
};

/** What an authority said about one step: a plain form. */
export function ClearanceForm({ step, wordingHash, back, answer }: ClearanceFormProps) {
  const { t } = useTranslation('action-item');
  const { t: tCommon } = useTranslation('common');
  const fieldError = useFieldError();
  const { state } = useNavigation();
  const [form, fields] = useForm<Record<FieldName, string>>({
    lastResult: answer?.lastResult,
    shouldRevalidate: 'onSubmit',
    defaultValue: {
      state: step.state,
      documentNumber: step.documentNumber ?? '',
      askedOn: dayOf(step.askedOn),
      expectedOn: dayOf(step.expectedOn),
      answeredOn: dayOf(step.answeredOn),
      note: step.note ?? '',
    },
  });
  const chosen = Object.values(ClearanceState).find((one) => one === fields.state.initialValue);
  const date = (name: 'askedOn' | 'expectedOn' | 'answeredOn', label: string) => (
    <TextField
      {...getInputProps(fields[name], { type: 'date' })}
      key={name}
      label={label}
      optional
      error={fieldError(fields[name].errors)}
    />
  );
  return (
    <Form {...getFormProps(form)} method="post" className="grid gap-5">
      <RefusalNote refusal={answer?.refusal} />
      <input type="hidden" name="wordingHash" value={wordingHash} />
      <RadioCards
        name="state"
        layout="rows"
        className="sm:grid-cols-2"
        label={t('clearance.field_state')}
        error={fieldError(fields.state.errors)}
        defaultValue={chosen ?? step.state}
        options={Object.values(ClearanceState).map((value) => ({
          value,
          label: t(`clearance.state.${value}`),
        }))}
      />
      <div className="grid gap-4 sm:grid-cols-3">
        {date('askedOn', t('clearance.field_asked'))}
        {date('expectedOn', t('clearance.field_expected'))}
        {date('answeredOn', t('clearance.field_answered'))}
      </div>
      <TextField
        {...getInputProps(fields.documentNumber, { type: 'text' })}
        key="documentNumber"
        label={t('clearance.field_document')}
        optional
        maxLength={200}
        error={fieldError(fields.documentNumber.errors)}
      />
      <TextArea
        {...getTextareaProps(fields.note)}
        key="note"
        rows={3}
        label={t('clearance.field_note')}
        hint={t('clearance.field_note_hint')}
        optional
        maxLength={1000}
        error={fieldError(fields.note.errors)}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" isPending={state !== 'idle'}>
          {t('clearance.save')}
        </Button>
        <LinkButton href={back} variant="quiet">
          {tCommon('action.cancel')}
        </LinkButton>
      </div>
    </Form>
  );
}

type FieldName = 'state' | 'documentNumber' | 'askedOn' | 'expectedOn' | 'answeredOn' | 'note';

function dayOf(date: Date | null): string {
  return date ? date.toISOString().slice(0, 10) : '';
}
