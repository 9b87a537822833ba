import { useTranslation } from 'react-i18next';
import { labelLanguages } from '#app/domain/incident/incident.ts';
import type { OriginEvidence } from '#prisma/generated/enums.ts';

/** What a clue is called: of a label its language, in neutral words. */
export function useClueName(): (clue: { evidence: OriginEvidence; labelLanguage: string | null }) => string {
  const { t } = useTranslation('incident');
  return ({ evidence, labelLanguage }) => {
    if (evidence === 'none') return t('clues.unmarked');
    if (evidence !== 'label') return t(`evidence.${evidence}`);
    return t(`label_language.${labelLanguages.find((one) => one === labelLanguage) ?? 'other'}`);
  };
}
