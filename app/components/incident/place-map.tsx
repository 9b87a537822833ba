import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Pinned } from '#app/map/pinned.tsx';
import { useMap } from '#app/map/use-map.ts';
import { useTheme } from '#app/map/use-theme.ts';
import { classNames } from '#app/ui/class-names.ts';
import { AccuracyCircle } from './accuracy-circle.tsx';
import { MapCredits } from './map-credits.tsx';
import type { Place } from './place-picker.tsx';

type PlaceMapProps = {
  readonly place: Place;
  readonly zoom?: number | undefined;
  readonly mapbox?: { accessToken: string } | null | undefined;
  readonly className?: string | undefined;
};

/** A small still map of one place, for an incident's page. Where no map can be drawn it stays quiet water. */
export function PlaceMap({ place, zoom = 8.5, mapbox = null, className }: PlaceMapProps) {
  const { t } = useTranslation('map');
  const language = useLanguage();
  const theme = useTheme();
  const container = useRef<HTMLDivElement>(null);
  const { handle, ready } = useMap(container, {
    look: { language, theme },
    view: { ...place, zoom },
    label: t('place.view_label'),
    moves: 'still',
    mapbox,
  });
  const { lat, lon } = place;
  useEffect(() => {
    handle?.map.jumpTo({ center: [lon, lat] });
  }, [handle, lat, lon]);

  return (
    <section
      aria-label={t('place.view_label')}
      className={classNames('map', className)}
      data-map-ready={ready}
      data-engine={handle?.engine}
    >
      <div className="absolute inset-0">
        <div ref={container} className="map-canvas h-full w-full" />
      </div>
      {handle && (
        <Pinned handle={handle} lat={place.lat} lon={place.lon}>
          <AccuracyCircle handle={handle} lat={place.lat} metres={place.accuracy ?? 0} />
          <span aria-hidden="true" className="place-dot place-dot-still" />
        </Pinned>
      )}
      <div className="map-foot">
        <MapCredits ownChart={handle?.engine !== 'mapbox'} short />
      </div>
    </section>
  );
}
