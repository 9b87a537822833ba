import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { detectLanguage } from '#app/domain/translation/detect-language.ts';
import { endonym, htmlLang, type Language, languages } from '#app/i18n/languages.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Segmented } from '#app/ui/segmented.tsx';

/** The language of what one writes: proposed from its script, decided by the author. */
export function useTextLanguage(given?: Language) {
  const reader = useLanguage();
  const [chosen, setChosen] = useState<Language | undefined>(given);
  const [detected, setDetected] = useState<Language>();
  return {
    language: chosen ?? detected ?? reader,
    choose: setChosen,
    onText: (text: string) => setDetected(detectLanguage(text) ?? undefined),
  };
}

type TextLanguageFieldProps = {
  readonly name: string;
  readonly language: Language;
  readonly onChoose: (language: Language) => void;
};

/** Three languages side by side. */
export function TextLanguageField({ name, language, onChoose }: TextLanguageFieldProps) {
  const { t } = useTranslation('action-item');
  return (
    <Segmented
      size="sm"
      name={name}
      label={t('field.language')}
      value={language}
      onChange={onChoose}
      options={languages.map((value) => ({ value, label: endonym(value), lang: htmlLang(value) }))}
    />
  );
}
