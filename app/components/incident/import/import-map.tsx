import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding, ImportPoint } from '#app/domain/incident/import/finding.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { limits, wholeSea } from '#app/map/camera.ts';
import type { Box } from '#app/map/engine.client.ts';
import {
  fateColours,
  type FatedPlace,
  type ImportFate,
  importOverlay,
} from '#app/map/layers/import-points.ts';
import { addOverlay } from '#app/map/layers/overlay.ts';
import { useMap } from '#app/map/use-map.ts';
import { useTheme } from '#app/map/use-theme.ts';
import { MapCredits } from '../map-credits.tsx';
import { ZoomButtons } from '../zoom-buttons.tsx';

type ImportMapProps = {
  readonly points: readonly ImportPoint[];
  readonly leftOut: readonly Required<Pick<Finding, 'line' | 'place'>>[];
  readonly mapbox?: { accessToken: string } | null | undefined;
};

const fates = ['accepted', 'question', 'left_out'] as const satisfies readonly ImportFate[];

/** Where the rows of a sheet lie: what comes in, what comes in with a question, and where left-out rows say they are. */
export function ImportMap({ points, leftOut, mapbox = null }: ImportMapProps) {
  const { t } = useTranslation('import');
  const { number } = useFormat();
  const language = useLanguage();
  const theme = useTheme();
  const container = useRef<HTMLDivElement>(null);
  const places: FatedPlace[] = [
    ...points.map(
      ({ lat, lon, isWarned }) => ({ lat, lon, fate: isWarned ? 'question' : 'accepted' }) as const,
    ),
    ...leftOut.map(({ place }) => ({ ...place, fate: 'left_out' }) as const),
  ];
  const onChart = places.filter(isOnChart);
  const { handle, ready, unavailable } = useMap(container, {
    look: { language, theme },
    view: boxAround(onChart.filter(({ fate }) => fate !== 'left_out')) ?? boxAround(onChart) ?? wholeSea,
    label: t('map.label'),
    moves: 'page',
    mapbox,
  });
  const shown = JSON.stringify(onChart);
  const latest = useRef(onChart);
  useEffect(() => {
    latest.current = onChart;
  });
  useEffect(() => {
    if (!handle) return;
    const overlay = addOverlay(handle, importOverlay(latest.current, handle.map.getContainer()));
    return () => overlay.remove();
  }, [handle, shown, theme]);
  return (
    <figure className="grid gap-2">
      <section
        aria-label={t('map.label')}
        className="map h-80 border border-line md:h-110"
        data-map-ready={ready}
        data-engine={handle?.engine}
      >
        <div className="absolute inset-0">
          <div ref={container} className="map-canvas h-full w-full" />
        </div>
        {unavailable && <p className="map-message">{t('map.unavailable')}</p>}
        {handle && (
          <div className="map-controls">
            <ZoomButtons handle={handle} />
          </div>
        )}
        <div className="map-foot">
          <MapCredits ownChart={handle?.engine !== 'mapbox'} short />
        </div>
      </section>
      <figcaption className="flex flex-wrap gap-x-5 gap-y-1 text-t-2 text-ink-2">
        {fates.map((fate) => (
          <span key={fate} className="inline-flex items-center gap-1.5">
            <FateMark fate={fate} />
            {t(`map.${fate}`, { value: number(onChart.filter((place) => place.fate === fate).length) })}
          </span>
        ))}
        {places.length > onChart.length && (
          <span>{t('map.elsewhere', { value: number(places.length - onChart.length) })}</span>
        )}
      </figcaption>
    </figure>
  );
}

/** As it stands on the map. */
function FateMark({ fate }: { readonly fate: ImportFate }) {
  const colour = `var(--${fateColours[fate]})`;
  const isFull = fate === 'accepted';
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <circle
        cx="8"
        cy="8"
        r={isFull ? 5 : fate === 'question' ? 5 : 4}
        fill={isFull ? colour : 'none'}
        stroke={colour}
        strokeWidth={fate === 'question' ? 3 : 1.5}
      />
    </svg>
  );
}

function isOnChart({ lat, lon }: { lat: number; lon: number }): boolean {
  return lat > limits.south && lat < limits.north && lon > limits.west && lon < limits.east;
}

/** All of them with some sea around; undefined where there are none. */
function boxAround(places: readonly FatedPlace[]): Box | undefined {
  if (places.length === 0) return undefined;
  const around = 0.08;
  const lats = places.map(({ lat }) => lat);
  const lons = places.map(({ lon }) => lon);
  return {
    west: Math.max(limits.west, Math.min(...lons) - around),
    east: Math.min(limits.east, Math.max(...lons) + around),
    south: Math.max(limits.south, Math.min(...lats) - around),
    north: Math.min(limits.north, Math.max(...lats) + around),
  };
}
