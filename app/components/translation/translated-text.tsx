import { useTranslation } from 'react-i18next';
import { TermText } from '#app/components/glossary/term-text.tsx';
import { useRoot } from '#app/components/shell/use-root.ts';
import {
  bestTranslation,
  labelOf,
  type PickedText,
  pickText,
  type TextTranslation,
} from '#app/domain/translation/pick-text.ts';
import { endonym, htmlLang, type Language, languages } from '#app/i18n/languages.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import type { TranslationSubject } from '#prisma/generated/enums.ts';
import { TranslationMark } from './translation-mark.tsx';
import { TranslationTools } from './translation-tools.tsx';

type TranslatedTextProps = {
  readonly subject: TranslationSubject;
  readonly subjectId: string;
  readonly field?: 'title' | 'text';
  readonly source: { readonly text: string; readonly language: Language; readonly revision: number };
  /** Of this text alone. */
  readonly translations: readonly (TextTranslation & { version: number; engine?: string | null })[];
  readonly className?: string;
  /** In a row of a list: says and offers nothing where the original is in the reader's language already. */
  readonly row?: boolean;
  /** Its words are kept as they are: nothing is offered. */
  readonly isKept?: boolean;
};

/**
 * A text in the reader's language where somebody translated it, or in its own first for who prefers that; what it is, its
 * other versions side by side in a fold, and what can be done about its translation.
 */
export function TranslatedText({
  subject,
  subjectId,
  field = 'text',
  source,
  translations,
  className = '',
  row = false,
  isKept = false,
}: TranslatedTextProps) {
  const { t } = useTranslation('thread');
  const reader = useLanguage();
  const { originalFirst } = useRoot();
  const versions = versionsOf(source, translations);
  const picked = pickText({ language: reader, source, translations });
  const first = versions.find(
    ({ language }) => language === (originalFirst ? source.language : picked.language),
  );
  const shown = first ?? picked;
  const others = versions.filter((version) => version !== shown);
  const isPlain = row && source.language === reader;
  return (
    <div className="grid min-w-0 gap-1">
      <p lang={htmlLang(shown.language)} className={`whitespace-pre-line wrap-anywhere ${className}`}>
        <TermText text={shown.text} />
      </p>
      {!isPlain && (
        <div className="flex flex-wrap items-start gap-x-2.5 gap-y-1 text-t-1 text-ink-2">
          <span className="self-center">
            <Mark version={shown} />
          </span>
          {others.length > 0 && (
            <details className="open:w-full">
              <summary className="btn btn-quiet btn-sm list-none">{t('translation.all')}</summary>
              <div className="mt-1 grid gap-3 lg:grid-cols-2">
                {others.map((version) => (
                  <div
                    key={version.language}
                    className="grid content-start gap-0.5 border-l-2 border-line pl-3"
                  >
                    <Mark version={version} />
                    <p
                      lang={htmlLang(version.language)}
                      className="text-t-2 whitespace-pre-line wrap-anywhere text-ink"
                    >
                      {version.text}
                    </p>
                  </div>
                ))}
              </div>
            </details>
          )}
          {!isKept && <TranslationTools {...{ subject, subjectId, field, source, translations }} />}
        </div>
      )}
    </div>
  );
}

function Mark({ version: { label, language } }: { readonly version: PickedText }) {
  const { t } = useTranslation('thread');
  return (
    <TranslationMark state={label === 'original' ? 'source' : label}>
      {t(`translation.${label}`)} · <span lang={htmlLang(language)}>{endonym(language)}</span>
    </TranslationMark>
  );
}

/** What there is in each language, in the order of the languages. */
function versionsOf(
  source: TranslatedTextProps['source'],
  translations: TranslatedTextProps['translations'],
): PickedText[] {
  return languages.flatMap((language): PickedText[] => {
    if (language === source.language) return [{ text: source.text, language, label: 'original' }];
    const best = bestTranslation(language, translations, source.revision);
    return best ? [{ text: best.text, language, label: labelOf(best, source.revision) }] : [];
  });
}
