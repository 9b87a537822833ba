import { useTranslation } from 'react-i18next';
import { TranslationMark } from '#app/components/translation/translation-mark.tsx';
import type { TextLabel as Label } from '#app/domain/translation/pick-text.ts';

/** What a shown text is: original, translated by a person or a machine, or translated from an earlier version. */
export function TextLabel({ label }: { readonly label: Label }) {
  const { t } = useTranslation('thread');
  return (
    <TranslationMark state={label === 'original' ? 'source' : label}>
      {t(`translation.${label}`)}
    </TranslationMark>
  );
}
