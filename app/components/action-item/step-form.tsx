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
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import type { ActionItemStep } from '#app/domain/action-item/policy.ts';
import type { Refusal } from '#app/domain/refusal.ts';
import { htmlLang, type Language } from '#app/i18n/languages.ts';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { Button } from '#app/ui/button.tsx';
import { DialogFoot } from '#app/ui/dialog.tsx';
import { NativeSelect } from '#app/ui/native-select.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { Grade } from '#prisma/generated/enums.ts';
import { ClaimFields } from './claim-fields.tsx';
import { TextLanguageField, useTextLanguage } from './text-language-field.tsx';

/** Steps that ask for words: each has a form, in a dialog and on a page of its own. */
export type WordyStep = Extract<
  ActionItemStep,
  'decline' | 'claim' | 'dispute' | 'write' | 'edit' | 'miss' | 'withdraw' | 'drop'
>;

/** What the action of a step answers when it was not done. */
export type StepAnswer = { lastResult?: SubmissionResult | undefined; refusal?: Refusal | null | undefined };

type StepItem = {
  readonly number: string;
  readonly revision: number;
  readonly title: string;
  readonly text: string;
  readonly language: Language;
  readonly dueOn: Date | null;
  /** What the reader's own government promises, if it is a party. */
  readonly own?: OwnPart | null | undefined;
};

export type OwnPart = {
  readonly text: string;
  readonly language: Language | null;
  readonly grade: Grade;
  readonly dueOn: Date | null;
};

type StepFormProps = {
  readonly step: WordyStep;
  readonly item: StepItem;
  /** What a form that was sent without JavaScript got back. */
  readonly answer?: StepAnswer | undefined;
  /** The way out: closes the dialog, or leads back to the item. */
  readonly cancel: ReactNode;
};

/** The form of one step. It posts to the step's own URL; when that is done the item's page comes next. */
export function StepForm({ step, item, answer: given, cancel }: StepFormProps) {
  const { t } = useTranslation('action-item');
  const fetcher = useFetcher<StepAnswer>();
  const answer = fetcher.data ?? given;
  const fieldError = useFieldError();
  const own = step === 'write' ? item.own : null;
  const writing = useTextLanguage(own?.language ?? undefined);
  const [form, fields] = useForm<Record<string, string>>({
    lastResult: answer?.lastResult,
    shouldRevalidate: 'onSubmit',
    defaultValue: startOf(step, item),
  });
  const text = fields.text;
  const textProps = text && getTextareaProps(text);
  return (
    <fetcher.Form
      {...getFormProps(form)}
      method="post"
      action={`/actions/${item.number}/${step}`}
      className="grid gap-4"
    >
      <p className="text-t-3 text-ink-2">{t(`intro_of.${step}`)}</p>
      <RefusalNote refusal={answer?.refusal} />
      {(step === 'decline' || step === 'edit' || step === 'write') && (
        <input type="hidden" name="revision" value={item.revision} />
      )}
      {step === 'edit' && fields.title && (
        <TextField
          {...getInputProps(fields.title, { type: 'text' })}
          lang={htmlLang(item.language)}
          maxLength={140}
          label={t('field.title')}
          error={fieldError(fields.title.errors)}
        />
      )}
      <TextArea
        {...textProps}
        name="text"
        key="text"
        rows={step === 'edit' ? 8 : 4}
        lang={htmlLang(step === 'edit' ? item.language : writing.language)}
        label={t(labels[step])}
        hint={step === 'edit' ? t('field.text_hint') : own ? t('field.own_text_hint') : undefined}
        error={fieldError(text?.errors)}
        onChange={(event) => writing.onText(event.currentTarget.value)}
      />
      {step === 'edit' && fields.dueOn && (
        <TextField
          {...getInputProps(fields.dueOn, { type: 'date' })}
          className="max-w-52"
          label={t('field.due')}
          optional
          hint={t('field.due_hint')}
          error={fieldError(fields.dueOn.errors)}
        />
      )}
      {own && fields.grade && fields.dueOn && (
        <>
          <NativeSelect
            {...getSelectProps(fields.grade)}
            className="max-w-72"
            label={t('field.own_grade')}
            hint={t('field.grade_hint')}
            error={fieldError(fields.grade.errors)}
            options={Object.values(Grade).map((grade) => ({ value: grade, label: t(`grade.${grade}`) }))}
          />
          <TextField
            {...getInputProps(fields.dueOn, { type: 'date' })}
            className="max-w-52"
            label={t('field.own_due')}
            optional
            hint={t('field.own_due_hint')}
            error={fieldError(fields.dueOn.errors)}
          />
        </>
      )}
      {step !== 'edit' && (
        <TextLanguageField name="language" language={writing.language} onChoose={writing.choose} />
      )}
      {step === 'claim' && <ClaimFields errors={fields.amounts?.errors} />}
      <DialogFoot>
        {cancel}
        <Button
          type="submit"
          variant={step === 'drop' || step === 'withdraw' ? 'danger' : 'primary'}
          isPending={fetcher.state !== 'idle'}
        >
          {t(`step.${step}`)}
        </Button>
      </DialogFoot>
    </fetcher.Form>
  );
}

const labels = {
  decline: 'field.reason',
  drop: 'field.reason',
  dispute: 'field.missing',
  claim: 'field.evidence_text',
  write: 'field.own_text',
  edit: 'field.text',
  miss: 'field.reason',
  withdraw: 'field.reason',
} as const satisfies Record<WordyStep, string>;

/** What stands in the form before anybody typed. */
function startOf(step: WordyStep, item: StepItem): Record<string, string> {
  if (step === 'edit') return { title: item.title, text: item.text, dueOn: dayOf(item.dueOn) };
  if (step === 'write' && item.own)
    return { text: item.own.text, grade: item.own.grade, dueOn: dayOf(item.own.dueOn) };
  return {};
}

function dayOf(date: Date | null): string {
  return date ? date.toISOString().slice(0, 10) : '';
}
