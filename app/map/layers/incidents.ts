import type {
  ExpressionSpecification,
  FilterSpecification,
  GeoJSONSource,
  MapGeoJSONFeature,
  PointLike,
} from 'maplibre-gl';
import { kindGroups } from '#app/domain/incident/kinds.ts';
import { mostListed, tileShape } from '#app/domain/incident/map-tile.ts';
import { limits } from '../camera.ts';
import type { MapHandle } from '../engine.client.ts';
import type { IncidentNews, IncidentPoint } from '../incident-point.ts';
import { fetchPoints, openCluster, tileAddress } from '../incident-requests.ts';
import type { Theme } from '../style.ts';
import { drawMark } from './draw-mark.ts';
import { incidentFeatures } from './incident-features.ts';
import { donutPrefix, markExpression, markId } from './mark-id.ts';

export type Shown = {
  news: IncidentNews;
  /** The filters, as the tiles' address carries them. */
  query: string;
  selected: IncidentPoint | undefined;
  theme: Theme;
};

/** What a click means: one incident, several that cannot be told apart by zooming in, or open water. */
export type Pick =
  | { what: 'one'; number: string }
  | { what: 'several'; numbers: string[]; at: { x: number; y: number } }
  | { what: 'nothing' };

export type IncidentLayers = {
  /** Shows other incidents, or the same in another theme. The view stays where it is. */
  show(shown: Shown): void;
  remove(): void;
};

/** The tiles of one version and one set of filters. While newer ones come in, these stay. */
type Tiles = { id: string; version: number; query: string };

const beside = { source: 'incidents', clusters: 'incident-clusters', marks: 'incident-marks' } as const;
const chosen = 'incident-selected';
const clustersOf = ({ id }: Tiles) => `${id}-clusters`;
const marksOf = ({ id }: Tiles) => `${id}-marks`;
/** Not called incident-...: it stays when the marks are taken off the map. */
const countOf = ({ id }: Tiles) => `count-of-${id}`;

const clusterRadius = 50;
/** The marks join collision, so that the names of towns give way to them; they themselves always show. */
const layout = { 'icon-allow-overlap': true, 'icon-padding': 0 } as const;
const hoverMs = 120;

/**
 * Puts the incidents on the map: from tiles what all such readers see, from a small source beside them what only this
 * reader sees and what is newer than the tiles, and the selected one above all.
 */
export function addIncidents(
  handle: MapHandle,
  initial: Shown,
  onPick: (pick: Pick) => void,
  onInView: (count: number) => void,
): IncidentLayers {
  const { map } = handle;
  let shown = initial;
  let settled: Tiles | undefined;
  let coming: Tiles | undefined;
  let made = 0;

  const present = () => [coming, settled].filter((tiles) => tiles !== undefined);

  /** Brings what is on the map in line with what is to be shown. */
  const draw = () => {
    const { news, query, theme } = shown;
    const latest = coming ?? settled;
    if (latest?.version !== news.version || latest.query !== query || !map.getSource(latest.id)) {
      if (coming) removeTiles(map, coming);
      made += 1;
      coming = { id: `incident-tiles-${made}`, version: news.version, query };
      addTiles(map, coming, theme, settled !== undefined);
      if (!settled) take();
    }
    drawBeside();
  };
  /** The newer tiles are all there: they show from now on, and what stood beside the older ones goes. */
  const take = () => {
    if (!coming) return;
    map.setPaintProperty(clustersOf(coming), 'icon-opacity', 1);
    map.setPaintProperty(marksOf(coming), 'icon-opacity', 1);
    if (settled) removeTiles(map, settled);
    settled = coming;
    coming = undefined;
    drawBeside();
  };
  /** Only with the tiles that it belongs to: the older ones do not have what is in the newer ones. */
  let besides: IncidentNews | undefined;
  const drawBeside = () => {
    const { news, query, selected, theme } = shown;
    if (!settled) return;
    const mine = settled.version === news.version && settled.query === query;
    // Until the newer tiles have come: what was there stays, and what is new is there already.
    if (mine || !besides) besides = news;
    else if (settled.query === query) besides = unite(besides, news);
    const hidden = selected ? [...besides.gone, selected.number] : besides.gone;
    for (const tiles of present()) {
      setOnce(map, marksOf(tiles), hiding(hidden), markImage(theme, tiles === settled ? besides : news));
    }
    const others = besides.points.filter(({ number }) => number !== selected?.number);
    const features = incidentFeatures(selected ? [...others, selected] : others, selected?.number, theme);
    void map.getSource<GeoJSONSource>(beside.source)?.setData(features.others);
    void map.getSource<GeoJSONSource>(chosen)?.setData(features.selected);
    count();
  };
  /** Before anything is drawn: on a slow device news are told long before the engine rests. */
  const count = () => {
    if (settled && map.getSource(settled.id) && map.isSourceLoaded(settled.id))
      onInView(countInView(map, settled, besides));
  };
  const addAll = () => {
    if (!map.getSource(beside.source)) {
      // A new style has nothing of the old one.
      settled = undefined;
      coming = undefined;
      besides = undefined;
      addBeside(handle, shown.theme);
    }
    draw();
  };

  handle.drawImages((id) => drawMark(id, map.getContainer()));
  const stop = handle.onStyle(addAll);

  const onIdle = () => {
    if (coming && map.getSource(coming.id) && map.isSourceLoaded(coming.id)) take();
    count();
  };
  const onClick = ({ point }: { point: { x: number; y: number } }) => {
    if (!settled) return;
    pickAt(handle, settled, point).then(
      (pick) => pick && onPick(pick),
      (error: unknown) => console.warn('The cluster could not be opened.', error),
    );
  };
  const tell = tellTitles(map);
  const onMove = ({ point }: { point: { x: number; y: number } }) => {
    const [feature] = settled ? featuresAt(handle, settled, point, 2) : [];
    map.getCanvas().style.cursor = feature ? 'pointer' : '';
    tell(feature);
  };
  map.on('idle', onIdle);
  map.on('click', onClick);
  map.on('mousemove', onMove);

  return {
    show: (next) => {
      shown = next;
      if (map.getSource(beside.source)) draw();
    },
    remove: () => {
      stop();
      map.off('idle', onIdle);
      map.off('click', onClick);
      map.off('mousemove', onMove);
    },
  };
}

type Chart = MapHandle['map'];

/** Everything of both, the newer of the same number. */
function unite(older: IncidentNews, newer: IncidentNews): IncidentNews {
  const numbers = new Set(newer.points.map(({ number }) => number));
  const changed = new Set(newer.changed.map(({ number }) => number));
  return {
    ...older,
    gone: [...new Set([...older.gone, ...newer.gone])],
    points: [...older.points.filter(({ number }) => !numbers.has(number)), ...newer.points],
    changed: [...older.changed.filter(({ number }) => !changed.has(number)), ...newer.changed],
  };
}

function addTiles(map: Chart, tiles: Tiles, theme: Theme, hidden: boolean): void {
  map.addSource(tiles.id, {
    type: 'vector',
    tiles: [tileAddress(tiles.version, tiles.query)],
    minzoom: 0,
    maxzoom: tileShape.maxZoom,
  });
  const paint = { 'icon-opacity': hidden ? 0 : 1, 'icon-opacity-transition': { duration: 0, delay: 0 } };
  const common = { type: 'symbol', source: tiles.id, 'source-layer': tileShape.layer, paint } as const;
  const above = map.getLayer(beside.clusters) ? beside.clusters : undefined;
  // Draws nothing: it keeps the tiles loaded and counted while another layer takes the place of the marks.
  map.addLayer({
    id: countOf(tiles),
    type: 'circle',
    source: tiles.id,
    'source-layer': tileShape.layer,
    paint: { 'circle-opacity': 0, 'circle-radius': 0 },
  });
  map.addLayer(
    {
      ...common,
      id: clustersOf(tiles),
      filter: ['has', 'point_count'],
      layout: { ...layout, 'icon-image': donutImage(theme) },
    },
    above,
  );
  map.addLayer(
    {
      ...common,
      id: marksOf(tiles),
      filter: hiding([]),
      layout: { ...layout, 'icon-image': markExpression(theme) },
    },
    above,
  );
}

function removeTiles(map: Chart, tiles: Tiles): void {
  for (const layer of [clustersOf(tiles), marksOf(tiles), countOf(tiles)])
    if (map.getLayer(layer)) map.removeLayer(layer);
  if (map.getSource(tiles.id)) map.removeSource(tiles.id);
}

function addBeside({ map }: MapHandle, theme: Theme): void {
  const none = { type: 'FeatureCollection' as const, features: [] };
  map.addSource(beside.source, {
    type: 'geojson',
    data: none,
    cluster: true,
    clusterRadius,
    clusterMaxZoom: limits.maxZoom,
    maxzoom: limits.maxZoom + 1,
    clusterProperties: Object.fromEntries(
      kindGroups.map((group) => [group, ['+', ['case', isGroup(group), 1, 0]]]),
    ),
  });
  map.addSource(chosen, { type: 'geojson', data: none });
  map.addLayer({
    id: beside.clusters,
    type: 'symbol',
    source: beside.source,
    filter: ['has', 'point_count'],
    layout: { ...layout, 'icon-image': donutImage(theme) },
  });
  map.addLayer({
    id: beside.marks,
    type: 'symbol',
    source: beside.source,
    filter: ['!', ['has', 'point_count']],
    layout: { ...layout, 'icon-image': ['get', 'image'] },
  });
  map.addLayer({
    id: chosen,
    type: 'symbol',
    source: chosen,
    layout: { ...layout, 'icon-image': ['get', 'image'] },
  });
}

function donutImage(theme: Theme): ExpressionSpecification {
  const counts = kindGroups.flatMap((group, index): ExpressionSpecification[] =>
    index === 0
      ? [['get', group]]
      : [
          ['literal', ','],
          ['get', group],
        ],
  );
  return ['concat', donutPrefix(theme), ...counts];
}

function isGroup(group: string): ExpressionSpecification {
  return ['==', ['get', 'group'], group];
}

/** Single marks, without those of these numbers. */
function hiding(numbers: readonly string[]): FilterSpecification {
  return ['all', ['!', ['has', 'point_count']], ['!', ['in', ['get', 'number'], ['literal', [...numbers]]]]];
}

/** Marks as the tiles say, except those that look different by now. */
function markImage(theme: Theme, { changed }: IncidentNews): ExpressionSpecification {
  return changed.reduce<ExpressionSpecification>(
    (otherwise, one) => ['case', ['==', ['get', 'number'], one.number], markId(theme, one, false), otherwise],
    markExpression(theme),
  );
}

/** Sets what is not so yet: each of the two makes the engine lay out its tiles anew. */
function setOnce(
  map: Chart,
  layer: string,
  filter: FilterSpecification,
  image: ExpressionSpecification,
): void {
  if (!map.getLayer(layer)) return;
  const differs = (now: unknown, next: unknown) => JSON.stringify(now) !== JSON.stringify(next);
  if (differs(map.getFilter(layer), filter)) map.setFilter(layer, filter);
  if (differs(map.getLayoutProperty(layer, 'icon-image'), image))
    map.setLayoutProperty(layer, 'icon-image', image);
}

async function pickAt(
  handle: MapHandle,
  tiles: Tiles,
  point: { x: number; y: number },
): Promise<Pick | undefined> {
  const { map } = handle;
  // A fingertip is wider than a mark's distance to its neighbour: take what lies below it, nearest first.
  const found = featuresAt(handle, tiles, point, matchMedia('(pointer: coarse)').matches ? 12 : 3);
  const [nearest] = found;
  if (!nearest) return { what: 'nothing' };
  if (!isCluster(nearest)) {
    const singles = found.filter((feature) => !isCluster(feature));
    return several([...new Set(singles.map(({ properties }) => String(properties.number)))], point);
  }
  const opened = await open(handle, tiles, nearest);
  if (opened.zoom <= limits.maxZoom) {
    const zoom = Math.min(limits.maxZoom, opened.zoom + 0.3);
    map.easeTo({ center: centreOf(nearest), zoom, duration: 300 });
    return undefined;
  }
  // No zoom tells them apart, and what stands beside the tiles may lie on the same spot.
  const more = await Promise.all(
    found
      .slice(1)
      .map(async (feature) =>
        isCluster(feature)
          ? (await open(handle, tiles, feature)).numbers
          : [String(feature.properties.number)],
      ),
  );
  return several([...new Set([...opened.numbers, ...more.flat()])].slice(0, mostListed), point);
}

function isCluster({ properties }: MapGeoJSONFeature): boolean {
  return typeof properties.cluster_id === 'number';
}

/** Where a cluster falls apart, and what is in it: the server knows it of tiles, the engine of its own clusters. */
async function open(
  handle: MapHandle,
  { id, version, query }: Tiles,
  feature: MapGeoJSONFeature,
): Promise<{ zoom: number; numbers: string[] }> {
  const cluster = Number(feature.properties.cluster_id);
  if (feature.source === id) return openCluster(version, query, cluster);
  const zoom = await handle.clusterZoom(beside.source, cluster);
  const leaves = await handle.clusterLeaves(beside.source, cluster, mostListed);
  return { zoom, numbers: leaves.map(({ properties }) => String(properties?.number)) };
}

function several(numbers: string[], at: { x: number; y: number }): Pick {
  const [first, second] = numbers;
  if (first === undefined) return { what: 'nothing' };
  return second === undefined ? { what: 'one', number: first } : { what: 'several', numbers, at };
}

/** The marks at a point, nearest first. */
function featuresAt(
  { map }: MapHandle,
  tiles: Tiles,
  { x, y }: { x: number; y: number },
  slack: number,
): MapGeoJSONFeature[] {
  const layers = [clustersOf(tiles), marksOf(tiles), beside.clusters, beside.marks, chosen];
  const present = layers.filter((layer) => map.getLayer(layer));
  if (present.length === 0) return [];
  const box: [PointLike, PointLike] = [
    [x - slack, y - slack],
    [x + slack, y + slack],
  ];
  const distance = (feature: MapGeoJSONFeature) => {
    const at = map.project(centreOf(feature));
    return Math.hypot(at.x - x, at.y - y);
  };
  return map
    .queryRenderedFeatures(box, { layers: present })
    .map((feature) => ({ feature, away: distance(feature) }))
    .filter(({ away }) => away < 32)
    .sort((a, b) => a.away - b.away)
    .map(({ feature }) => feature);
}

/** What a hovered mark is called; tiles carry no words, so those are asked for when the pointer rests. */
function tellTitles(map: Chart): (feature: MapGeoJSONFeature | undefined) => void {
  const known: Record<string, string> = {};
  let hovered = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = (title: string) => {
    map.getCanvas().title = title;
  };
  return (feature) => {
    const number = feature && !isCluster(feature) ? String(feature.properties.number) : '';
    const given: unknown = feature?.properties.title;
    if (number === hovered) return;
    hovered = number;
    clearTimeout(timer);
    say(typeof given === 'string' ? given : (known[number] ?? ''));
    if (number === '' || map.getCanvas().title) return;
    timer = setTimeout(() => {
      fetchPoints([number]).then(
        ([point]) => {
          known[number] = point?.title ?? '';
          if (hovered === number) say(known[number]);
        },
        () => {},
      );
    }, hoverMs);
  };
}

/** How many incidents the marks and clusters in view stand for. */
function countInView(map: Chart, tiles: Tiles, news: IncidentNews | undefined): number {
  const bounds = map.getBounds();
  const counts = new Map<string, number>();
  for (const feature of map.querySourceFeatures(tiles.id, { sourceLayer: tileShape.layer })) {
    if (!bounds.contains(centreOf(feature))) continue;
    const { cluster_id, number, point_count } = feature.properties;
    counts.set(String(number ?? cluster_id), Number(point_count ?? 1));
  }
  for (const number of news?.gone ?? []) counts.delete(number);
  for (const { number, lat, lon } of news?.points ?? [])
    if (bounds.contains([lon, lat])) counts.set(number, 1);
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function centreOf({ geometry }: { geometry: MapGeoJSONFeature['geometry'] }): [number, number] {
  const [lon = 0, lat = 0] = geometry.type === 'Point' ? geometry.coordinates : [];
  return [lon, lat];
}
