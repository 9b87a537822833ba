import { getFormProps, getTextareaProps, type SubmissionResult, useForm } from '@conform-to/react';
import { Form, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { NarrowPage } from '#app/components/account/narrow-page.tsx';
import { TextLanguageField, useTextLanguage } from '#app/components/action-item/text-language-field.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import type { Refusal } from '#app/domain/refusal.ts';
import { htmlLang, type Language } from '#app/i18n/languages.ts';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { Button } from '#app/ui/button.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { TextArea } from '#app/ui/text-area.tsx';

type ItemWordsProps = {
  readonly what: 'note' | 'return';
  readonly handoverId: string;
  readonly start: { readonly text: string | null; readonly language: Language | null };
  readonly answer:
    { lastResult?: SubmissionResult | undefined; refusal?: Refusal | null | undefined } | undefined;
};

/** A page with one text about a piece of work: the note of who leaves, or why the successor returns it. */
export function ItemWords({ what, handoverId, start, answer }: ItemWordsProps) {
  const { t } = useTranslation(['handover', 'common']);
  const fieldError = useFieldError();
  const writing = useTextLanguage(start.language ?? undefined);
  const { state } = useNavigation();
  const [form, fields] = useForm<{ text: string; language: string }>({
    lastResult: answer?.lastResult,
    defaultValue: { text: start.text ?? '' },
    shouldRevalidate: 'onSubmit',
  });
  return (
    <NarrowPage title={t(`handover:words.${what}`)} lead={t(`handover:words.${what}_lead`)}>
      <Form method="post" {...getFormProps(form)} className="grid gap-4">
        <RefusalNote refusal={answer?.refusal} />
        <TextArea
          {...getTextareaProps(fields.text)}
          key="text"
          rows={5}
          lang={htmlLang(writing.language)}
          label={t(`handover:words.${what}_label`)}
          error={fieldError(fields.text.errors)}
          onChange={(event) => writing.onText(event.currentTarget.value)}
        />
        <TextLanguageField name="language" language={writing.language} onChoose={writing.choose} />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="primary" isPending={state !== 'idle'}>
            {t(`handover:words.${what}_submit`)}
          </Button>
          <LinkButton href={`/handovers/${handoverId}`} variant="quiet">
            {t('common:action.cancel')}
          </LinkButton>
        </div>
      </Form>
    </NarrowPage>
  );
}
