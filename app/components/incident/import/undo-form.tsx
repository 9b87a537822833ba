import { getFormProps, getTextareaProps, type SubmissionResult, useForm } from '@conform-to/react';
import { useFetcher } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLanguageField, useTextLanguage } from '#app/components/action-item/text-language-field.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import type { Refusal } from '#app/domain/refusal.ts';
import { htmlLang } from '#app/i18n/languages.ts';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { Button } from '#app/ui/button.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { TextArea } from '#app/ui/text-area.tsx';

type Progress = { total: number; withdrawn: number; isDone: boolean };
type Answer = {
  lastResult?: SubmissionResult | undefined;
  refusal?: Refusal | null | undefined;
  value?: Progress | undefined;
};

type UndoFormProps = {
  readonly importId: string;
  /** It was begun and not finished: the reason is known. */
  readonly isBegun: boolean;
  readonly reason: string | null;
  readonly added: number;
  readonly withdrawn: number;
  /** What a form that was sent without JavaScript got back. */
  readonly given: Answer | undefined;
};

/** Takes an import back, part by part, and says how far it is. Without JavaScript one press takes back all. */
export function UndoForm({ importId, isBegun, reason, added, withdrawn, given }: UndoFormProps) {
  const { t } = useTranslation(['import', 'incident']);
  const { t: tCommon } = useTranslation('common');
  const { number } = useFormat();
  const fieldError = useFieldError();
  const fetcher = useFetcher<Answer>();
  const { data, state, submit } = fetcher;
  const answer = data ?? given;
  const writing = useTextLanguage();
  const element = useRef<HTMLFormElement>(null);
  const [form, fields] = useForm<{ text: string }>({
    lastResult: answer?.lastResult,
    shouldRevalidate: 'onSubmit',
    defaultValue: { text: reason ?? '' },
  });
  const goesOn = data?.value !== undefined && !data.value.isDone;
  // The next part follows the answer of the last one; closing the page only pauses it.
  useEffect(() => {
    if (goesOn && state === 'idle' && element.current) submit(element.current);
  }, [goesOn, state, submit, data]);
  const isRunning = state !== 'idle' || goesOn;
  const done = data?.value?.withdrawn ?? withdrawn;
  const all = data?.value?.total ?? added;
  return (
    <fetcher.Form
      {...getFormProps(form)}
      ref={element}
      method="post"
      action={`/incidents/import/${importId}/undo`}
      noValidate
      className="grid gap-4"
    >
      <RefusalNote refusal={answer?.refusal} />
      <TextArea
        {...getTextareaProps(fields.text)}
        rows={4}
        lang={htmlLang(writing.language)}
        label={t('incident:step.reason')}
        hint={t('undo.reason_hint')}
        error={fieldError(fields.text.errors)}
        onChange={(event) => writing.onText(event.currentTarget.value)}
      />
      <TextLanguageField name="language" language={writing.language} onChoose={writing.choose} />
      {(isRunning || isBegun) && (
        <p role="status" className="grid max-w-90 gap-1">
          <progress value={done} max={Math.max(1, all)} className="w-full" aria-label={t('state.undoing')} />
          <span className="num text-t-2">
            {t('undo.progress', { done: number(done), total: number(all) })}
          </span>
        </p>
      )}
      <div className="flex justify-end gap-2">
        <LinkButton href={`/incidents/import/${importId}`}>{tCommon('action.cancel')}</LinkButton>
        <Button type="submit" variant="primary" isPending={isRunning}>
          {t('undo.do')}
        </Button>
      </div>
    </fetcher.Form>
  );
}
