import { useTranslation } from 'react-i18next';
import { TranslationTools } from '#app/components/translation/translation-tools.tsx';
import { optionLines, optionText, usualOptions } from '#app/domain/decision/decision.ts';
import type { EntryDecision, EntryPost } from '#app/domain/thread/entry.ts';
import { pickText } from '#app/domain/translation/pick-text.ts';
import { htmlLang, type Language } from '#app/i18n/languages.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { TextLabel } from './text-label.tsx';

/** An option as the reader gets it, with the language that it is really in; a usual one is in the reader's. */
export type ShownOption = { readonly id: string; readonly name: string; readonly language?: Language };

/** Between what governments choose, in the order of the choices: in the reader's language where somebody translated them. */
export function useOptions(written: Language, decision: EntryDecision): readonly ShownOption[] {
  const { t } = useTranslation('decision');
  const { text, language } = usePicked(written, decision);
  const { options } = decision;
  if (options.length === 0) return usualOptions.map((id) => ({ id, name: t(`option.${id}`) }));
  const lines = optionLines(text);
  // What is not a line for each of them cannot name them.
  if (lines.length !== options.length) return options.map((id) => ({ id, name: id, language: written }));
  return options.map((id, choice) => ({ id, name: lines[choice] ?? id, language }));
}

function usePicked(written: Language, { options, optionTranslations }: EntryDecision) {
  return pickText({
    language: useLanguage(),
    source: { text: optionText(options), language: written, revision: 1 },
    translations: optionTranslations.map(({ body: text, ...one }) => ({ ...one, text })),
  });
}

/** One option, marked with its language. */
export function Option({ of }: { readonly of: ShownOption | undefined }) {
  return <span lang={of?.language && htmlLang(of.language)}>{of?.name}</span>;
}

type TranslatedOptionsProps = { readonly post: EntryPost; readonly decision: EntryDecision };

/** Who put the options into the reader's language, and what can be done about that; nothing for the usual ones. */
export function TranslatedOptions({ post, decision }: TranslatedOptionsProps) {
  const { t } = useTranslation('decision');
  const { options, optionTranslations } = decision;
  const { label } = usePicked(post.language, decision);
  if (options.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-t-2">
      <span className="text-ink-2">{t('options')}</span>
      <TextLabel label={label} />
      <TranslationTools
        subject="decision"
        subjectId={post.id}
        field="options"
        source={{ text: optionText(options), language: post.language, revision: 1 }}
        translations={optionTranslations.map(({ body: text, ...one }) => ({ ...one, text }))}
      />
    </div>
  );
}
