import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { governmentName } from '#app/components/government/government-name.tsx';
import { forDisplay } from '#app/domain/incident/amounts.ts';
import { type IncidentFilters, writeFilters } from '#app/domain/incident/filters.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import type { MapHandle } from '#app/map/engine.client.ts';
import { driftOverlay } from '#app/map/layers/drifts.ts';
import { heatOverlay } from '#app/map/layers/heat.ts';
import { hideIncidents } from '#app/map/layers/hide-incidents.ts';
import { type SeatMark, seatOverlay } from '#app/map/layers/seats.ts';
import { stretchOverlay } from '#app/map/layers/stretches.ts';
import { isWindRow, windOverlay, type WindRow } from '#app/map/layers/wind.ts';
import type { MapView } from '#app/map/map-view.ts';
import { useTheme } from '#app/map/use-theme.ts';
import { useMapData } from './use-map-data.ts';
import { useOverlay } from './use-overlay.ts';

const weightsShape = z.object({
  cells: z.array(
    z.object({
      lat: z.number(),
      lon: z.number(),
      kg: z.number(),
      weighed: z.number(),
      unweighed: z.number(),
    }),
  ),
});
const governmentsShape = z.object({
  governments: z.array(
    z.object({
      id: z.string(),
      parentId: z.string().nullable(),
      level: z.enum(['province', 'city', 'county']),
      seal: z.string(),
      nameKo: z.string(),
      nameZh: z.string(),
      nameEn: z.string(),
      lat: z.number(),
      lon: z.number(),
      count: z.number(),
      open: z.number(),
      kg: z.number(),
      weighed: z.number(),
    }),
  ),
});
const coastShape = z.object({
  stretches: z.array(z.object({ owner: z.string(), lines: z.array(z.array(z.number())) })),
});
const driftsShape = z.object({
  drifts: z.array(
    z.object({
      number: z.string(),
      title: z.string(),
      metres: z.number(),
      sightings: z.array(z.object({ lat: z.number(), lon: z.number(), seenAt: z.coerce.date() })),
    }),
  ),
});

type MapLayersProps = {
  readonly handle: MapHandle;
  readonly view: MapView;
  readonly filters: IncidentFilters;
  /** Pressed on a government. */
  readonly onGovernment: (id: string) => void;
  /** Pressed on the way of a drifting mass. */
  readonly onIncident: (number: string) => void;
  /** What the legend says in figures. */
  readonly onFigures: (figures: LayerFigures) => void;
  /** The map itself, for pictures of it; undefined when it goes. */
  readonly onMap: (handle: MapHandle | undefined) => void;
};

export type LayerFigures = {
  kg: number;
  weighed: number;
  unweighed: number;
  drifts: number;
  state: 'loading' | 'failed' | 'there';
};

/** The layers besides the marks: each is fetched only when it is shown, through the policy of the page. */
export function MapLayers({
  handle,
  view,
  filters,
  onGovernment,
  onIncident,
  onFigures,
  onMap,
}: MapLayersProps) {
  const { t } = useTranslation('layers');
  const theme = useTheme();
  const language = useLanguage();
  const format = useFormat();
  const query = String(writeFilters(filters));
  const isHeat = view.show === 'heat';
  const isGovernments = view.show === 'governments';
  const weights = useMapData(isHeat ? `/map/weights.json?${query}` : undefined, weightsShape);
  const governments = useMapData(
    isGovernments ? `/map/governments.json?${query}` : undefined,
    governmentsShape,
  );
  const coast = useMapData(isGovernments ? '/map/coast.json' : undefined, coastShape);
  const drifts = useMapData(view.drift ? `/map/drifts.json?${query}` : undefined, driftsShape);
  const winds = useWinds(view.wind !== undefined);

  useEffect(() => (view.show === 'marks' ? undefined : hideIncidents(handle)), [handle, view.show]);

  const cells = weights.data?.cells;
  useOverlay(
    handle,
    useMemo(() => cells && heatOverlay(cells, theme), [cells, theme]),
  );

  const list = governments.data?.governments;
  const counts = useMemo(
    () =>
      new Map((list ?? []).map((one) => [one.id, { count: one.count, name: governmentName(one, language) }])),
    [list, language],
  );
  const stretches = coast.data?.stretches;
  useOverlay(
    handle,
    useMemo(
      () => (list && stretches ? stretchOverlay(stretches, counts, theme) : undefined),
      [list, stretches, counts, theme],
    ),
  );
  const marks = useMemo(() => {
    const sums = (list ?? []).map((one) => ({
      ...one,
      isProvince: one.level === 'province',
      province: one.parentId ?? one.id,
      name: governmentName(one, language),
    }));
    const mark = ({ name, kg, weighed, ...one }: (typeof sums)[number]): SeatMark => ({
      ...one,
      title: t('seat.words', { name, value: format.number(one.count), open: format.number(one.open) }),
      weight:
        weighed > 0
          ? format.amount({
              ...forDisplay({ value: Number(kg.toPrecision(3)), unit: 'kg' }),
              estimated: false,
            })
          : '',
    });
    const shown = sums.filter(({ count }) => count > 0);
    return {
      governments: shown.map(mark),
      provinces: sums
        .filter(({ isProvince }) => isProvince)
        .map((province) => {
          const own = shown.filter((one) => one.province === province.id);
          const add = (of: (one: (typeof sums)[number]) => number) =>
            own.reduce((sum, one) => sum + of(one), 0);
          return mark({
            ...province,
            count: add(({ count }) => count),
            open: add(({ open }) => open),
            kg: add(({ kg }) => kg),
            weighed: add(({ weighed }) => weighed),
          });
        })
        .filter(({ count }) => count > 0),
    };
  }, [list, language, format, t]);
  const sealsReady = useSeals(list);
  useOverlay(
    handle,
    useMemo(
      () =>
        list && sealsReady
          ? seatOverlay(marks.provinces, marks.governments, theme, handle.map.getContainer())
          : undefined,
      [handle, list, marks, sealsReady, theme],
    ),
  );
  usePress(handle, ['seats', 'seat-provinces', 'stretches'], isGovernments, (properties) => {
    const id: unknown = properties.government ?? properties.owner;
    if (typeof id === 'string') onGovernment(id);
  });

  const ways = drifts.data?.drifts;
  useOverlay(
    handle,
    useMemo(
      () =>
        ways &&
        driftOverlay(
          ways.map(({ number, title, metres, sightings }) => {
            const [first, last] = [sightings[0], sightings.at(-1)];
            return {
              number,
              sightings,
              title:
                first && last
                  ? t('drift.words', {
                      title,
                      from: format.date(first.seenAt),
                      to: format.date(last.seenAt),
                      distance: format.distance(metres),
                    })
                  : title,
            };
          }),
          theme,
        ),
      [ways, theme, t, format],
    ),
  );
  usePress(handle, ['drifts', 'drift-halo'], view.drift, ({ number }) => {
    if (typeof number === 'string') onIncident(number);
  });

  const month = view.wind;
  useOverlay(
    handle,
    useMemo(
      () => (winds && month !== undefined ? windOverlay(winds, month, theme) : undefined),
      [winds, month, theme],
    ),
  );

  const sources = [
    isHeat && weights,
    isGovernments && governments,
    isGovernments && coast,
    view.drift && drifts,
  ];
  const asked = sources.flatMap((source) => (source ? [source] : []));
  const state = asked.some(({ failed }) => failed)
    ? 'failed'
    : asked.some(({ data }) => data === undefined)
      ? 'loading'
      : 'there';
  const figures = useMemo(
    (): LayerFigures => ({
      kg: (cells ?? []).reduce((sum, { kg }) => sum + kg, 0),
      weighed: (cells ?? []).reduce((sum, { weighed }) => sum + weighed, 0),
      unweighed: (cells ?? []).reduce((sum, { unweighed }) => sum + unweighed, 0),
      drifts: ways?.length ?? 0,
      state,
    }),
    [cells, ways, state],
  );
  useEffect(() => onFigures(figures), [figures, onFigures]);
  useEffect(() => {
    onMap(handle);
    return () => onMap(undefined);
  }, [handle, onMap]);

  return null;
}

/** The winds come with the first look at them: most readers never ask. */
function useWinds(wanted: boolean): WindRow[] | undefined {
  const [winds, setWinds] = useState<WindRow[]>();
  useEffect(() => {
    if (!wanted || winds) return;
    void import('#app/map/basemap/source/wind_climatology.json').then(({ default: rows }) =>
      setWinds(rows.filter(isWindRow)),
    );
  }, [wanted, winds]);
  return winds;
}

/** A canvas draws with the fonts that are there: load the characters of the seals first, but do not wait for ever. */
function useSeals(governments: readonly { seal: string }[] | undefined): boolean {
  const [ready, setReady] = useState(false);
  const characters = governments?.map(({ seal }) => seal).join('');
  useEffect(() => {
    if (characters === undefined) return;
    const font = getComputedStyle(document.documentElement).getPropertyValue('--sans').trim();
    const wait = new Promise((resolve) => {
      setTimeout(resolve, 1500);
    });
    void Promise.race([document.fonts.load(`600 13px ${font || 'sans-serif'}`, characters), wait]).then(
      () => setReady(true),
      () => setReady(true),
    );
  }, [characters]);
  return ready;
}

/** Something on these layers is pressed or pointed at; its title is shown. */
function usePress(
  { map }: MapHandle,
  layers: readonly string[],
  isOn: boolean,
  onPress: (properties: Record<string, unknown>) => void,
): void {
  const key = layers.join();
  const [latest] = useState({ onPress });
  latest.onPress = onPress;
  useEffect(() => {
    if (!isOn) return;
    const at = ({ x, y }: { x: number; y: number }) => {
      const ours = key.split(',');
      const [feature] = map
        .queryRenderedFeatures([
          [x - 4, y - 4],
          [x + 4, y + 4],
        ])
        // Marks of incidents answer for themselves.
        .filter(({ layer }) => ours.includes(layer.id) || layer.id.startsWith('incident-'));
      return feature && ours.includes(feature.layer.id) ? feature.properties : undefined;
    };
    const onClick = ({ point }: { point: { x: number; y: number } }) => {
      const found = at(point);
      if (found) latest.onPress(found);
    };
    const onMove = ({ point }: { point: { x: number; y: number } }) => {
      const found = at(point);
      if (!found) return;
      map.getCanvas().style.cursor = 'pointer';
      map.getCanvas().title = String(found.title ?? '');
    };
    map.on('click', onClick);
    map.on('mousemove', onMove);
    return () => {
      map.off('click', onClick);
      map.off('mousemove', onMove);
    };
  }, [map, key, isOn, latest]);
}
