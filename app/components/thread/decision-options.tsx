import { useTranslation } from 'react-i18next';
import { useRoot } from '#app/components/shell/use-root.ts';
import { TranslationTools } from '#app/components/translation/translation-tools.tsx';
import { optionLines, optionText, usualOptions } from '#app/domain/decision/decision.ts';
import type { EntryDecision } from '#app/domain/thread/entry.ts';
import { type PickedText, pickText } from '#app/domain/translation/pick-text.ts';
import { htmlLang, type Language } from '#app/i18n/languages.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { TextLabel } from './text-label.tsx';

/** An option as the reader gets it, with the language that it is really in; a usual one is in the reader's. */
export type ShownOption = { readonly id: string; readonly name: string; readonly language?: Language };

/** Between what governments choose, in the order of the choices: in the reader's language where somebody translated them. */
export function useOptions(decision: EntryDecision): readonly ShownOption[] {
  const { t } = useTranslation('decision');
  const { first } = useVersions(decision);
  const { options, optionsLanguage } = decision;
  if (options.length === 0) return usualOptions.map((id) => ({ id, name: t(`option.${id}`) }));
  if (first.label === 'original') return options.map((id) => ({ id, name: id, language: optionsLanguage }));
  const lines = optionLines(first.text);
  return options.map((id, choice) => ({ id, name: lines[choice] ?? id, language: first.language }));
}

/** What the reader gets first, and what else there is: the original beside its translation. */
function useVersions({ options, optionsLanguage, optionTranslations }: EntryDecision): {
  first: PickedText;
  second: PickedText | null;
} {
  const reader = useLanguage();
  const { originalFirst } = useRoot();
  const source = { text: optionText(options), language: optionsLanguage, revision: 1 };
  // What is not a line for each of them cannot name them.
  const translations = optionTranslations.flatMap(({ body: text, ...one }) =>
    optionLines(text).length === options.length ? [{ ...one, text }] : [],
  );
  const picked = pickText({ language: reader, source, translations });
  if (picked.label === 'original') return { first: picked, second: null };
  const original = { ...source, label: 'original' as const };
  return originalFirst ? { first: original, second: picked } : { first: picked, second: original };
}

/** One option, marked with its language. */
export function Option({ of }: { readonly of: ShownOption | undefined }) {
  return <span lang={of?.language && htmlLang(of.language)}>{of?.name}</span>;
}

type TranslatedOptionsProps = { readonly postId: string; readonly decision: EntryDecision };

/**
 * Who put the options into the reader's language, the other version in a fold, for nobody votes on a mistranslation, and
 * what can be done about it; nothing for the usual options.
 */
export function TranslatedOptions({ postId, decision }: TranslatedOptionsProps) {
  const { t } = useTranslation(['decision', 'thread']);
  const { options, optionsLanguage, optionTranslations } = decision;
  const { first, second } = useVersions(decision);
  if (options.length === 0) return null;
  return (
    <div className="flex flex-wrap items-start gap-x-2.5 gap-y-1 text-t-2">
      <span className="self-center text-ink-2">{t('options')}</span>
      <span className="self-center">
        <TextLabel label={first.label} />
      </span>
      {second && (
        <details className="open:w-full">
          <summary className="btn btn-quiet btn-sm list-none">
            {second.label === 'original'
              ? t('thread:translation.show_original', {
                  language: t(`thread:language.${second.language}`),
                })
              : t('thread:translation.show_translation')}
          </summary>
          <ol lang={htmlLang(second.language)} className="mt-1 list-decimal pl-6">
            {optionLines(second.text).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </details>
      )}
      <TranslationTools
        subject="decision"
        subjectId={postId}
        field="options"
        source={{ text: optionText(options), language: optionsLanguage, revision: 1 }}
        translations={optionTranslations.map(({ body: text, ...one }) => ({ ...one, text }))}
      />
    </div>
  );
}
