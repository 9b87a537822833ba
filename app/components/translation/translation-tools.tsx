import { useTranslation } from 'react-i18next';
import { useRoot } from '#app/components/shell/use-root.ts';
import { AddTranslation } from '#app/components/thread/add-translation.tsx';
import { bestTranslation, type TextTranslation } from '#app/domain/translation/pick-text.ts';
import { mayVerify } from '#app/domain/translation/policy.ts';
import { engineTitle } from '#app/domain/translation/translation.ts';
import type { Language } from '#app/i18n/languages.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import type { TranslationField, TranslationSubject } from '#prisma/generated/enums.ts';
import { DifferenceNote } from './difference-note.tsx';
import { VerifyTranslation } from './verify-translation.tsx';

type TranslationToolsProps = {
  readonly subject: TranslationSubject;
  readonly subjectId: string;
  readonly field: TranslationField;
  readonly source: { readonly text: string; readonly language: Language; readonly revision: number };
  /** Of this text alone. */
  readonly translations: readonly (TextTranslation & { version: number; engine?: string | null })[];
};

/**
 * What can be done about the translation that the reader has before them: where its figures are not those of the source,
 * standing for it, improving it, adding one. On a post this stands with its texts.
 */
export function TranslationTools({ subject, subjectId, field, source, translations }: TranslationToolsProps) {
  const { t } = useTranslation('translation');
  const { reader } = useRoot();
  const language = useLanguage();
  const { text, language: written, revision } = source;
  const which = { subject, subjectId, field, revision };
  const mine = written === language ? undefined : bestTranslation(language, translations, revision);
  const isOfNow = mine?.revision === revision;
  // Two buttons on one page say which is which.
  const hasTitle = subject === 'incident' || subject === 'action_item';
  const waits = mine && isOfNow && mine.kind === 'human' && !mine.verifiedAt && mayVerify(reader);
  return (
    <div className="grid gap-1">
      {mine && isOfNow && <DifferenceNote source={text} translation={mine.text} />}
      <div className="flex flex-wrap items-start gap-2">
        {mine?.engine && <span className="self-center text-t-1 text-ink-2">{engineTitle(mine.engine)}</span>}
        {waits && (
          <VerifyTranslation
            {...which}
            language={language}
            version={mine.version}
            {...(hasTitle && { label: t(`verify_field.${field}`) })}
          />
        )}
        <AddTranslation
          {...which}
          sourceLanguage={written}
          present={translations.flatMap(({ text: body, verifiedAt = null, ...one }) =>
            body === '' ? [] : [{ ...one, body, verifiedAt }],
          )}
        />
      </div>
    </div>
  );
}
