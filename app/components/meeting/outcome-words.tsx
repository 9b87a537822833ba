import { useTranslation } from 'react-i18next';
import { TextLanguageField, useTextLanguage } from '#app/components/action-item/text-language-field.tsx';
import { longestOutcome } from '#app/domain/meeting/meeting.ts';
import { htmlLang, type Language } from '#app/i18n/languages.ts';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { TextArea } from '#app/ui/text-area.tsx';

type OutcomeWordsProps = {
  readonly id: string;
  readonly errors: readonly string[] | null | undefined;
  /** What there is to begin with; without it the language follows what is typed. */
  readonly text?: string;
  readonly language?: Language;
};

/** The words of an outcome, with their language. */
export function OutcomeWords({ id, errors, text, language }: OutcomeWordsProps) {
  const { t } = useTranslation('meeting');
  const fieldError = useFieldError();
  const writing = useTextLanguage(language);
  return (
    <>
      <TextArea
        id={id}
        name="text"
        required
        rows={3}
        maxLength={longestOutcome}
        lang={htmlLang(writing.language)}
        label={t('outcome.text')}
        hint={t('outcome.hint')}
        defaultValue={text}
        error={fieldError(errors)}
        onChange={({ currentTarget }) => writing.onText(currentTarget.value)}
      />
      <TextLanguageField name="language" language={writing.language} onChoose={writing.choose} />
    </>
  );
}
