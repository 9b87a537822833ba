import { CalendarOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Holiday } from '#app/domain/schedule/holiday.ts';
import { Icon } from '#app/ui/icon.tsx';

/** What a holiday is, in words: in which country, instead of another day, or a weekend on which offices work. */
export function useHolidayWords(): (holiday: Holiday) => string {
  const { t } = useTranslation('schedule');
  return ({ country, key, substitute, works }) =>
    t(works ? 'works' : substitute ? 'substitute' : 'closed', {
      country: t(`country.${country}`),
      name: t(`holiday.${key}`),
    });
}

/** A due date falls on a public holiday of one of the countries. */
export function HolidayMark({ of }: { readonly of: Holiday }) {
  const words = useHolidayWords();
  return (
    <span className="inline-flex items-center gap-1.5 text-t-2 text-wait">
      <Icon of={CalendarOff} size="sm" />
      {words(of)}
    </span>
  );
}
