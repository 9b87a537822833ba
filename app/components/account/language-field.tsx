import { useTranslation } from 'react-i18next';
import { endonym, htmlLang, languages, type Language } from '#app/i18n/languages.ts';
import { Segmented } from '#app/ui/segmented.tsx';

type LanguageFieldProps = {
  readonly name: string;
  readonly defaultValue: Language;
  readonly error?: string | undefined;
};

/** The language in which somebody reads. */
export function LanguageField({ name, defaultValue, error }: LanguageFieldProps) {
  const { t } = useTranslation('account');
  return (
    <Segmented
      name={name}
      label={t('field.language')}
      defaultValue={defaultValue}
      error={error}
      options={languages.map((value) => ({ value, label: endonym(value), lang: htmlLang(value) }))}
    />
  );
}
