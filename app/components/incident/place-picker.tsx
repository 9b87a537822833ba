import { Crosshair } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#app/i18n/use-language.ts';
import { limits, wholeSea } from '#app/map/camera.ts';
import type { MapHandle } from '#app/map/engine.client.ts';
import { Pinned } from '#app/map/pinned.tsx';
import { useMap } from '#app/map/use-map.ts';
import { useTheme } from '#app/map/use-theme.ts';
import { classNames } from '#app/ui/class-names.ts';
import { IconButton } from '#app/ui/icon-button.tsx';
import { AccuracyCircle } from './accuracy-circle.tsx';
import { MapCredits } from './map-credits.tsx';
import { ZoomButtons } from './zoom-buttons.tsx';

/** A place in WGS 84 degrees; accuracy in metres, as a device tells it. */
export type Place = { lat: number; lon: number; accuracy?: number | undefined };

type PlacePickerProps = {
  readonly value: Place | null;
  readonly onChange: (place: Place) => void;
  /** What the map shows while no place is set; the whole sea when not given. */
  readonly around?: { lat: number; lon: number } | undefined;
  /** How close the map opens at a place. */
  readonly zoom?: number | undefined;
  readonly mapbox?: { accessToken: string } | null | undefined;
  readonly className?: string | undefined;
};

const closeUp = 11;

/** A map to set one place: press, drag the mark, or move it with the arrow keys. */
export function PlacePicker({
  value,
  onChange,
  around,
  zoom = closeUp,
  mapbox = null,
  className,
}: PlacePickerProps) {
  const { t } = useTranslation('map');
  const language = useLanguage();
  const theme = useTheme();
  const container = useRef<HTMLDivElement>(null);
  const { handle, ready, unavailable } = useMap(container, {
    look: { language, theme },
    view: value ? { ...value, zoom } : around ? { ...around, zoom: 9 } : wholeSea,
    label: t('place.label'),
    moves: 'page',
    mapbox,
  });

  const change = useRef(onChange);
  useEffect(() => {
    change.current = onChange;
  });
  useEffect(() => {
    if (!handle) return;
    const { map } = handle;
    const set = ({ lngLat }: { lngLat: { lat: number; lng: number } }) => change.current(placeAt(lngLat));
    map.on('click', set);
    map.getCanvas().style.cursor = 'crosshair';
    return () => {
      map.off('click', set);
    };
  }, [handle]);
  usePlaceInSight(handle, value, zoom);

  return (
    <section
      aria-label={t('place.label')}
      className={classNames('map', className)}
      data-map-ready={ready}
      data-engine={handle?.engine}
    >
      <div className="absolute inset-0">
        <div ref={container} className="map-canvas h-full w-full" />
      </div>
      {unavailable && <p className="map-message">{t('place.unavailable')}</p>}
      {handle && (
        <>
          {value && (
            <Pinned handle={handle} lat={value.lat} lon={value.lon}>
              <AccuracyCircle handle={handle} lat={value.lat} metres={value.accuracy ?? 0} />
              <PlaceMark handle={handle} container={container} value={value} onMove={onChange} />
            </Pinned>
          )}
          <div className="map-controls">
            <ZoomButtons handle={handle} />
            <IconButton
              icon={Crosshair}
              label={t('place.set_centre')}
              line
              onPress={() => onChange(placeAt(handle.map.getCenter()))}
            />
          </div>
          {!value && <p className="map-words float pointer-events-none">{t('place.hint')}</p>}
        </>
      )}
      <div className="map-foot">
        <MapCredits ownChart={handle?.engine !== 'mapbox'} short />
      </div>
    </section>
  );
}

type PlaceMarkProps = {
  readonly handle: MapHandle;
  readonly container: RefObject<HTMLDivElement | null>;
  readonly value: Place;
  readonly onMove: (place: Place) => void;
};

const arrows: Partial<Record<string, [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The mark itself: dragged by hand, or moved by arrow keys (four pixels a step, forty with Shift). */
function PlaceMark({ handle, container, value, onMove }: PlaceMarkProps) {
  const { t } = useTranslation('map');
  const { map } = handle;

  const onKeyDown = (event: KeyboardEvent) => {
    const way = arrows[event.key];
    if (!way) return;
    event.preventDefault();
    const step = event.shiftKey ? 40 : 4;
    const { x, y } = map.project([value.lon, value.lat]);
    onMove(placeAt(map.unproject([x + way[0] * step, y + way[1] * step])));
  };
  const onPointerMove = (event: PointerEvent) => {
    const box = container.current?.getBoundingClientRect();
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    onMove(placeAt(map.unproject([event.clientX - box.left, event.clientY - box.top])));
  };

  return (
    <button
      type="button"
      className="place-dot"
      aria-label={t('place.mark', { lat: value.lat.toFixed(4), lon: value.lon.toFixed(4) })}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
    />
  );
}

/** A place that comes from elsewhere (device, typed coordinates) is brought into the picture; one that is seen stays. */
function usePlaceInSight(handle: MapHandle | undefined, value: Place | null, zoom: number): void {
  const { lat, lon } = value ?? {};
  useEffect(() => {
    if (!handle || lat === undefined || lon === undefined) return;
    if (handle.map.getBounds().contains([lon, lat])) return;
    handle.map.jumpTo({ center: [lon, lat], zoom: Math.max(zoom, handle.map.getZoom()) });
  }, [handle, lat, lon, zoom]);
}

/** A metre is enough, and the chart is where one can be. */
function placeAt({ lat, lng }: { lat: number; lng: number }): Place {
  return {
    lat: round(Math.min(limits.north, Math.max(limits.south, lat))),
    lon: round(Math.min(limits.east, Math.max(limits.west, lng))),
  };
}

function round(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
