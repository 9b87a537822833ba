import { type CSSProperties, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '#app/i18n/languages.ts';
import { type Camera, formatCamera, sameCamera, wholeSea } from '#app/map/camera.ts';
import type { MapHandle } from '#app/map/engine.client.ts';
import { type IncidentFilters, writeFilters } from '#app/domain/incident/filters.ts';
import type { IncidentNews, IncidentPoint } from '#app/map/incident-point.ts';
import { addIncidents, type IncidentLayers, type Pick } from '#app/map/layers/incidents.ts';
import { NeatlineFrame } from '#app/map/layers/neatline-frame.tsx';
import { Pinned } from '#app/map/pinned.tsx';
import type { Theme } from '#app/map/style.ts';
import { useMap } from '#app/map/use-map.ts';
import { useTheme } from '#app/map/use-theme.ts';
import { classNames } from '#app/ui/class-names.ts';
import { LocateButton } from './locate-button.tsx';
import { MapChoices } from './map-choices.tsx';
import { MapCredits } from './map-credits.tsx';
import { MapLegend } from './map-legend.tsx';
import { useMapNews } from './use-map-news.ts';
import { usePoints } from './use-points.ts';
import { ZoomButtons } from './zoom-buttons.tsx';

/** Pixels at the edges that something of the page covers: panel, sheet, filters. */
export type Inset = { top: number; right: number; bottom: number; left: number };

type IncidentMapProps = {
  /** What is left out: the same as on the list. */
  readonly filters: IncidentFilters;
  /** What stands beside the tiles, from the loader; newer ones are fetched until the tiles have it all. */
  readonly news: IncidentNews;
  readonly selected?: string | undefined;
  readonly onSelect: (number: string) => void;
  /** Pressed where nothing lies. */
  readonly onClear?: (() => void) | undefined;
  /** From the address; the map follows when it changes. Without it the whole sea is shown. */
  readonly camera?: Camera | undefined;
  readonly onCameraChange?: ((camera: Camera) => void) | undefined;
  /** How many of the incidents lie in view, whenever that changes. */
  readonly onInView?: ((count: number) => void) | undefined;
  /** No map can be drawn here: the list takes its place. */
  readonly onUnavailable?: (() => void) | undefined;
  readonly language: Language;
  /** The page's theme when not given. */
  readonly theme?: Theme | undefined;
  readonly mapbox?: { accessToken: string } | null | undefined;
  readonly inset?: Inset | undefined;
  readonly legend?: boolean | undefined;
  /** Own buttons of the page, below the zoom buttons. */
  readonly controls?: ReactNode;
  /** Own layers of the page, once there is a map. */
  readonly layers?: ((handle: MapHandle) => ReactNode) | undefined;
  /** What the page puts below the legend and above the credits. */
  readonly foot?: ReactNode;
  readonly className?: string | undefined;
};

const noInset: Inset = { top: 0, right: 0, bottom: 0, left: 0 };

/**
 * The shared map. The server sends quiet water; the engine is fetched in the browser. The view never moves because the
 * incidents change, only because the reader, the selection or the address does.
 */
export function IncidentMap({
  filters,
  news: loaded,
  selected,
  onSelect,
  onClear,
  camera,
  onCameraChange,
  onInView,
  onUnavailable,
  language,
  theme: givenTheme,
  mapbox = null,
  inset = noInset,
  legend = true,
  controls,
  layers: ownLayers,
  foot,
  className,
}: IncidentMapProps) {
  const { t } = useTranslation('map');
  const pageTheme = useTheme();
  const theme = givenTheme ?? pageTheme;
  const container = useRef<HTMLDivElement>(null);
  const { handle, ready, unavailable } = useMap(container, {
    look: { language, theme },
    view: camera ?? wholeSea,
    label: t('label'),
    moves: 'all',
    mapbox,
  });
  const query = String(writeFilters(filters));
  const news = useMapNews(loaded, query);
  const chosen = usePoints(selected === undefined ? [] : [selected], news)[0];
  const [choices, setChoices] = useState<{
    numbers: string[];
    at: { x: number; y: number; width: number; height: number };
  }>();
  const [own, setOwn] = useState<{ lat: number; lon: number }>();
  const [words, setWords] = useState('');

  const events = useRef({ onSelect, onClear, onCameraChange, onInView, onUnavailable });
  useEffect(() => {
    events.current = { onSelect, onClear, onCameraChange, onInView, onUnavailable };
  });
  useEffect(() => {
    if (unavailable) events.current.onUnavailable?.();
  }, [unavailable]);

  const listed = usePoints(choices?.numbers ?? [], news);
  const shown = useRef({ news, query, selected: chosen, theme });
  const layers = useRef<IncidentLayers>();
  useEffect(() => {
    if (!handle) return;
    const onPick = (pick: Pick) => {
      if (pick.what === 'one') events.current.onSelect(pick.number);
      if (pick.what === 'nothing') events.current.onClear?.();
      const { clientWidth: width, clientHeight: height } = handle.map.getContainer();
      setChoices(
        pick.what === 'several' ? { numbers: pick.numbers, at: { ...pick.at, width, height } } : undefined,
      );
    };
    const added = addIncidents(handle, shown.current, onPick, (count) => events.current.onInView?.(count));
    const close = () => setChoices(undefined);
    handle.map.on('movestart', close);
    layers.current = added;
    return () => {
      layers.current = undefined;
      handle.map.off('movestart', close);
      added.remove();
    };
  }, [handle]);

  useEffect(() => {
    shown.current = { news, query, selected: chosen, theme };
    layers.current?.show(shown.current);
  }, [handle, news, query, chosen, theme]);

  useCameraInAddress(handle, camera, events);
  useSelectedInSight(handle, chosen, inset, camera !== undefined);

  const choose = useCallback((number: string) => {
    setChoices(undefined);
    events.current.onSelect(number);
  }, []);
  const close = useCallback(() => setChoices(undefined), []);

  return (
    <section
      aria-label={t('label')}
      className={classNames('map', className)}
      data-map-ready={ready}
      data-engine={handle?.engine}
      style={distances(inset)}
    >
      <div className="absolute inset-0">
        <div ref={container} className="map-canvas h-full w-full" />
      </div>
      {unavailable && <p className="map-message">{t('unavailable')}</p>}
      {handle && (
        <>
          {own && (
            <Pinned handle={handle} {...own}>
              <span aria-hidden="true" className="map-own-place" />
            </Pinned>
          )}
          {ownLayers?.(handle)}
          <NeatlineFrame handle={handle} />
          <div className="map-controls">
            <ZoomButtons handle={handle} />
            <LocateButton handle={handle} onFound={setOwn} onSay={setWords} />
            {controls}
          </div>
          {choices && listed.length > 0 && (
            <MapChoices points={listed} at={choices.at} onChoose={choose} onClose={close} />
          )}
        </>
      )}
      <p role="status" className={words ? 'map-words float' : 'visually-hidden'}>
        {words}
      </p>
      <div className="map-foot">
        {legend && handle && <MapLegend />}
        {handle && foot}
        <MapCredits ownChart={handle?.engine !== 'mapbox'} />
      </div>
    </section>
  );
}

type Distances = CSSProperties & Record<`--map-${keyof Inset}`, string>;

function distances({ top, right, bottom, left }: Inset): Distances {
  return {
    '--map-top': `${top}px`,
    '--map-right': `${right}px`,
    '--map-bottom': `${bottom}px`,
    '--map-left': `${left}px`,
  };
}

type Events = { current: { onCameraChange?: ((camera: Camera) => void) | undefined } };

/**
 * Tells the page where the map looks, and follows the address when somebody else changes it (Back, a link). What comes
 * back from the page as an echo of the map's own moves must not pull the map: it may have moved on since.
 */
function useCameraInAddress(handle: MapHandle | undefined, camera: Camera | undefined, events: Events): void {
  const told = useRef<string[]>([]);
  useEffect(() => {
    if (!handle) return;
    const { map } = handle;
    const onMoved = () => {
      const now = readView(handle);
      const text = formatCamera(now);
      if (told.current.at(-1) === text) return;
      told.current = [...told.current.slice(-20), text];
      events.current.onCameraChange?.(now);
    };
    map.on('moveend', onMoved);
    return () => {
      map.off('moveend', onMoved);
    };
  }, [handle, events]);

  const { lat, lon, zoom } = camera ?? {};
  useEffect(() => {
    if (!handle || lat === undefined || lon === undefined || zoom === undefined) return;
    const wanted = { lat, lon, zoom };
    const echo = told.current.lastIndexOf(formatCamera(wanted));
    if (echo >= 0) told.current = told.current.slice(echo + 1);
    else if (!sameCamera(readView(handle), wanted)) handle.map.jumpTo({ center: [lon, lat], zoom });
  }, [handle, lat, lon, zoom]);
}

const margin = 48;

/**
 * Brings the selected incident out from under the panel or back into the picture; otherwise the view stays. An address
 * that says where to look is believed first.
 */
function useSelectedInSight(
  handle: MapHandle | undefined,
  point: IncidentPoint | undefined,
  inset: Inset,
  viewIsGiven: boolean,
): void {
  const { top, right, bottom, left } = inset;
  const number = point?.number;
  const place = useRef(point);
  const seen = useRef(viewIsGiven ? number : undefined);
  useEffect(() => {
    place.current = point;
  });
  useEffect(() => {
    if (!handle || number === undefined || !place.current) return;
    if (seen.current === number) return;
    seen.current = undefined;
    const { map } = handle;
    const { lat, lon } = place.current;
    const { x, y } = map.project([lon, lat]);
    const { clientWidth: width, clientHeight: height } = map.getContainer();
    const hidden =
      x < left + margin || x > width - right - margin || y < top + margin || y > height - bottom - margin;
    if (!hidden) return;
    map.easeTo({ center: [lon, lat], offset: [(left - right) / 2, (top - bottom) / 2], duration: 180 });
  }, [handle, number, top, right, bottom, left]);
}

function readView({ map }: MapHandle): Camera {
  const { lat, lng } = map.getCenter();
  return { lat, lon: lng, zoom: map.getZoom() };
}
