import { useFetcher } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { endonym, htmlLang, languages } from '#app/i18n/languages.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { classNames } from '#app/ui/class-names.ts';
import { useReturnTo } from './use-return-to.ts';

type LanguageFormProps = {
  /** `segments` in a menu, `links` in the public header. */
  readonly look: 'segments' | 'links';
};

/** The three languages, each in its own words. Changes the page in place; a plain form without JavaScript. */
export function LanguageForm({ look }: LanguageFormProps) {
  const { t } = useTranslation('common');
  const current = useLanguage();
  const fetcher = useFetcher();
  return (
    <fetcher.Form method="post" action="/language" preventScrollReset aria-label={t('language.label')}>
      <input type="hidden" name="returnTo" value={useReturnTo()} />
      <div className={classNames('flex', look === 'segments' && 'seg seg-sm seg-wide')}>
        {languages.map((language) => (
          <button
            key={language}
            type="submit"
            name="language"
            value={language}
            lang={htmlLang(language)}
            className={look === 'links' ? 'language-link touch' : undefined}
            aria-current={language === current ? 'true' : undefined}
          >
            {look === 'links' ? endonym(language) : <span className="seg-cell">{endonym(language)}</span>}
          </button>
        ))}
      </div>
    </fetcher.Form>
  );
}
