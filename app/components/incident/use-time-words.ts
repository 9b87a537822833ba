import { useTranslation } from 'react-i18next';
import type { IncidentFilters } from '#app/domain/incident/filters.ts';
import { useFormat } from '#app/i18n/use-format.ts';

/** The time that the filters leave, in words. */
export function useTimeWords({ period, from, to }: IncidentFilters): string {
  const { t } = useTranslation(['layers', 'incident']);
  const format = useFormat();
  const day = (text: string | undefined) =>
    text ? format.day(new Date(`${text}T00:00:00Z`), { year: true }) : '';
  if (from || to) return t('time.range', { from: day(from), to: day(to) });
  return period ? t(`incident:filter.period.${period}`) : t('incident:filter.any_time');
}
