import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TermText } from '#app/components/glossary/term-text.tsx';
import { useRoot } from '#app/components/shell/use-root.ts';
import { TranslationMark } from '#app/components/translation/translation-mark.tsx';
import { TranslationTools } from '#app/components/translation/translation-tools.tsx';
import type { IncidentPage } from '#app/domain/incident/find-incident-page.server.ts';
import { endonym, htmlLang } from '#app/i18n/languages.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Button } from '#app/ui/button.tsx';
import { pickIncidentText } from './pick-incident-text.ts';

/** What the reporter wrote: in the reader's language where somebody translated it, the original one tap away. */
export function IncidentText({ incident }: { readonly incident: IncidentPage }) {
  const { t } = useTranslation('incident');
  const { t: tThread } = useTranslation('thread');
  const language = useLanguage();
  const { originalFirst } = useRoot();
  const [original, setOriginal] = useState(originalFirst);
  const picked = pickIncidentText(incident, 'text', original ? incident.language : language);
  const translated = pickIncidentText(incident, 'text', language).label !== 'original';
  if (incident.text === '') return null;
  return (
    <section aria-labelledby="what-was-reported" className="grid gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id="what-was-reported" className="text-t-4">
          {t('page.description')}
        </h2>
        <TranslationMark state={picked.label === 'original' ? 'source' : picked.label}>
          {tThread(`translation.${picked.label}`)} ·{' '}
          <span lang={htmlLang(picked.language)}>{endonym(picked.language)}</span>
        </TranslationMark>
        {translated && (
          <Button variant="quiet" size="sm" onPress={() => setOriginal(!original)}>
            {original ? t('page.show_translation') : t('page.show_original')}
          </Button>
        )}
      </div>
      <p className="max-w-measure text-t-4 whitespace-pre-line" lang={htmlLang(picked.language)}>
        <TermText text={picked.text} />
      </p>
      <IncidentTranslation incident={incident} field="text" />
    </section>
  );
}

type IncidentTranslationProps = { readonly incident: IncidentPage; readonly field: 'title' | 'text' };

/** Improving and verifying the translation of its title or its text, where it is read. */
export function IncidentTranslation({ incident, field }: IncidentTranslationProps) {
  const { id, language, revision, translations } = incident;
  return (
    <TranslationTools
      subject="incident"
      subjectId={id}
      field={field}
      source={{ text: incident[field], language, revision }}
      translations={translations.filter((one) => one.field === field)}
    />
  );
}
