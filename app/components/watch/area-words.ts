import { useTranslation } from 'react-i18next';
import { governmentName } from '#app/components/government/government-name.tsx';
import { formatCoordinates } from '#app/domain/incident/coordinates.ts';
import type { WatchedArea } from '#app/domain/watch/watch.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { useLanguage } from '#app/i18n/use-language.ts';

/** What a watched area is, in the reader's language: the circle, or whose waters. */
export function useAreaWords(): (area: WatchedArea) => string {
  const { t } = useTranslation('watch');
  const format = useFormat();
  const language = useLanguage();
  return ({ lat, lon, radiusM, government }) => {
    if (government) return t('waters_are', { government: governmentName(government, language) });
    if (lat === null || lon === null || radiusM === null) return t('area');
    return t('circle_is', {
      radius: format.number(radiusM / 1000, 1),
      centre: formatCoordinates({ lat, lon }),
    });
  };
}
