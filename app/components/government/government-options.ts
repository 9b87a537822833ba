import type { Language } from '#app/i18n/languages.ts';
import type { SelectOptionGroup } from '#app/ui/native-select.tsx';
import { governmentName, type GovernmentNames } from './government-name.tsx';

type Listed = GovernmentNames & { readonly id: string; readonly country: 'KR' | 'CN' };

/** Governments for a select, by coast; `coasts` are the names of the two groups. */
export function governmentOptions(
  governments: readonly Listed[],
  language: Language,
  coasts: Record<'KR' | 'CN', string>,
): SelectOptionGroup[] {
  return (['KR', 'CN'] as const).map((country) => ({
    label: coasts[country],
    options: governments
      .filter((government) => government.country === country)
      .map((government) => ({ value: government.id, label: governmentName(government, language) })),
  }));
}
