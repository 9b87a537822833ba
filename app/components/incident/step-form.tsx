import {
  getFormProps,
  getInputProps,
  getSelectProps,
  getTextareaProps,
  type SubmissionResult,
  useForm,
} from '@conform-to/react';
import { useFetcher } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ClaimFields } from '#app/components/action-item/claim-fields.tsx';
import { TextLanguageField, useTextLanguage } from '#app/components/action-item/text-language-field.tsx';
import { governmentName } from '#app/components/government/government-name.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import type { NamedGovernment } from '#app/domain/government/government.ts';
import type { IncidentStep } from '#app/domain/incident/policy.ts';
import type { Refusal } from '#app/domain/refusal.ts';
import { htmlLang } from '#app/i18n/languages.ts';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Button } from '#app/ui/button.tsx';
import { DialogFoot } from '#app/ui/dialog.tsx';
import { NativeSelect } from '#app/ui/native-select.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export type WordyIncidentStep = Exclude<IncidentStep, 'confirm'>;

/** The URL of a step. */
export function stepPath(number: string, step: IncidentStep): string {
  return `/incidents/${number}/${step.replaceAll('_', '-')}`;
}

/** What the action of a step answers when it was not done. */
export type StepAnswer = { lastResult?: SubmissionResult | undefined; refusal?: Refusal | null | undefined };

type StepFormProps = {
  readonly step: WordyIncidentStep;
  readonly number: string;
  readonly governments: readonly NamedGovernment[];
  /** What a form that was sent without JavaScript got back. */
  readonly answer?: StepAnswer | undefined;
  /** The way out: closes the dialog, or leads back to the incident. */
  readonly cancel: ReactNode;
};

/** The form of one step: reason or evidence, in the language it is written in. */
export function StepForm({ step, number, governments, answer: given, cancel }: StepFormProps) {
  const { t } = useTranslation('incident');
  const reader = useLanguage();
  const fetcher = useFetcher<StepAnswer>();
  const answer = fetcher.data ?? given;
  const fieldError = useFieldError();
  const writing = useTextLanguage();
  const [form, fields] = useForm<{ text: string; ofNumber: string; toGovernmentId: string; amounts: string }>(
    {
      lastResult: answer?.lastResult,
      shouldRevalidate: 'onSubmit',
    },
  );
  return (
    <fetcher.Form
      {...getFormProps(form)}
      method="post"
      action={stepPath(number, step)}
      className="grid gap-4"
    >
      <RefusalNote refusal={answer?.refusal} />
      {step === 'mark_duplicate' && (
        <TextField
          {...getInputProps(fields.ofNumber, { type: 'text' })}
          label={t('step.of_number')}
          hint={t('step.of_hint')}
          error={fieldError(fields.ofNumber.errors)}
        />
      )}
      {step === 'hand_over' && (
        <NativeSelect
          {...getSelectProps(fields.toGovernmentId)}
          label={t('step.to_government')}
          placeholder={t('step.choose')}
          error={fieldError(fields.toGovernmentId.errors)}
          options={[
            { label: t('filter.korea'), options: optionsOf(governments, 'KR', reader) },
            { label: t('filter.china'), options: optionsOf(governments, 'CN', reader) },
          ]}
        />
      )}
      <TextArea
        {...getTextareaProps(fields.text)}
        rows={4}
        lang={htmlLang(writing.language)}
        label={t(labels[step])}
        optional={step === 'respond'}
        hint={step === 'resolve' ? t('step.resolve_hint') : undefined}
        error={fieldError(fields.text.errors)}
        onChange={(event) => writing.onText(event.currentTarget.value)}
      />
      <TextLanguageField name="language" language={writing.language} onChoose={writing.choose} />
      {step === 'resolve' && <ClaimFields errors={fields.amounts.errors} />}
      <DialogFoot>
        {cancel}
        <Button type="submit" variant="primary" isPending={fetcher.state !== 'idle'}>
          {t(`step.${step}`)}
        </Button>
      </DialogFoot>
    </fetcher.Form>
  );
}

const labels = {
  respond: 'step.respond_text',
  resolve: 'step.resolve_text',
  mark_duplicate: 'step.reason',
  hand_over: 'step.reason',
  close_without_action: 'step.reason',
  reopen: 'step.reason',
} as const satisfies Record<WordyIncidentStep, string>;

function optionsOf(
  governments: readonly NamedGovernment[],
  country: 'KR' | 'CN',
  language: 'ko' | 'zh' | 'en',
) {
  return governments
    .filter((government) => government.country === country)
    .map((government) => ({ value: government.id, label: governmentName(government, language) }));
}
