import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { kindGroups, type KindGroup } from '#app/domain/incident/kinds.ts';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Shape } from '#app/ui/shape.tsx';
import { statusMarks } from './status-mark.tsx';

const colours = {
  gear: 'bg-g-gear',
  debris: 'bg-g-debris',
  nature: 'bg-g-nature',
  danger: 'bg-g-danger',
  other: 'bg-g-other',
} satisfies Record<KindGroup, string>;

const progression = ['reported', 'confirmed', 'responding', 'resolved'] as const;

/** How to read the marks: groups, states, the dotted ring. Open where there is room for it. */
export function MapLegend() {
  const { t } = useTranslation(['map', 'incident']);
  // Only ever rendered beside a living map, never on the server.
  const [roomy] = useState(() => matchMedia('(min-width: 1000px) and (min-height: 640px)').matches);
  return (
    <Disclosure title={t('legend.title')} defaultOpen={roomy} className="map-legend float">
      <ul className="map-legend-groups">
        {kindGroups.map((group) => (
          <li key={group}>
            <span aria-hidden="true" className={`size-2.5 flex-none rounded-[2px] ${colours[group]}`} />
            {t(`incident:group.${group}`)}
          </li>
        ))}
      </ul>
      <ul className="map-legend-states">
        {progression.map((status) => (
          <li key={status} className={status === 'resolved' ? 'text-done' : undefined}>
            <Shape name={statusMarks[status].shape} size={14} />
            <span className="text-ink">{t(`incident:status.${status}`)}</span>
          </li>
        ))}
      </ul>
      <p>
        <svg viewBox="0 0 16 16" width="15" height="15" aria-hidden="true" className="flex-none">
          <circle
            cx="8"
            cy="8"
            r="6"
            className="fill-none stroke-signal"
            strokeWidth="2.4"
            strokeDasharray=".1 4.61"
            strokeLinecap="round"
          />
        </svg>
        {t('legend.hazard')}
      </p>
    </Disclosure>
  );
}
