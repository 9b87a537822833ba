import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react';
import { Form, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { flatten, valueOf } from '#app/components/incident/report-values.ts';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import type { Refusal } from '#app/domain/refusal.ts';
import { htmlLang, languages } from '#app/i18n/languages.ts';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { Button } from '#app/ui/button.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { NativeSelect } from '#app/ui/native-select.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { GlossaryField } from '#prisma/generated/enums.ts';

type TermFormProps = {
  /** What the fields say at first, by name. */
  readonly values: Readonly<Record<string, string>>;
  readonly revision: number;
  readonly cancel: string;
  readonly answer:
    { lastResult?: SubmissionResult | undefined; refusal?: Refusal | null | undefined } | undefined;
};

const endings = { ko: 'Ko', zh: 'Zh', en: 'En' } as const;

/** The words of a term in three languages, what not to say, what it means, and where that comes from. */
export function TermForm({ values, revision, cancel, answer }: TermFormProps) {
  const { t } = useTranslation(['glossary', 'common', 'thread']);
  const fieldError = useFieldError();
  const sending = useNavigation().state !== 'idle';
  const back = answer?.lastResult?.initialValue;
  const typed = back ? flatten(back) : undefined;
  const value = (name: string) => (typed ? (valueOf(typed, name) ?? '') : (values[name] ?? ''));
  const errorOf = (name: string) => fieldError(answer?.lastResult?.error?.[name]);
  const [form] = useForm({ lastResult: answer?.lastResult });
  return (
    <Form {...getFormProps(form)} method="post" noValidate className="grid gap-5">
      <RefusalNote refusal={answer?.refusal} />
      <input type="hidden" name="revision" value={revision} />
      <NativeSelect
        id="field"
        name="field"
        label={t('field_label')}
        defaultValue={value('field')}
        placeholder={t('choose')}
        options={Object.values(GlossaryField).map((one) => ({ value: one, label: t(`field.${one}`) }))}
        error={errorOf('field')}
      />
      {languages.map((language) => (
        <fieldset key={language} className="grid gap-3 border-t border-line pt-4">
          <legend className="text-t-4 font-semibold">{t(`thread:language.${language}`)}</legend>
          <TextField
            id={language}
            name={language}
            lang={htmlLang(language)}
            label={t('words')}
            hint={t('words_hint')}
            defaultValue={value(language)}
            error={errorOf(language)}
          />
          <TextField
            id={`avoid${endings[language]}`}
            name={`avoid${endings[language]}`}
            lang={htmlLang(language)}
            optional
            label={t('avoid')}
            defaultValue={value(`avoid${endings[language]}`)}
            error={errorOf(`avoid${endings[language]}`)}
          />
          <TextArea
            id={`definition${endings[language]}`}
            name={`definition${endings[language]}`}
            lang={htmlLang(language)}
            optional
            rows={2}
            label={t('definition')}
            defaultValue={value(`definition${endings[language]}`)}
            error={errorOf(`definition${endings[language]}`)}
          />
        </fieldset>
      ))}
      <TextField
        id="source"
        name="source"
        optional
        label={t('source')}
        hint={t('source_hint')}
        defaultValue={value('source')}
        error={errorOf('source')}
      />
      <TextField
        id="note"
        name="note"
        optional
        label={t('note')}
        defaultValue={value('note')}
        error={errorOf('note')}
      />
      <div className="flex justify-end gap-2">
        <LinkButton href={cancel}>{t('common:action.cancel')}</LinkButton>
        <Button type="submit" variant="primary" isPending={sending}>
          {t('common:action.save')}
        </Button>
      </div>
    </Form>
  );
}
