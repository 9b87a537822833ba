import type { Feature, Point } from 'geojson';
import type { Map as MapLibreMap, MapOptions } from 'maplibre-gl';
import { htmlLang, type Language } from '#app/i18n/languages.ts';
import { limits, type Camera } from './camera.ts';
import { loadLabelFonts } from './label-fonts.client.ts';
import type { MarkImage } from './layers/draw-mark.ts';
import { chartStyle, type Theme } from './style.ts';

export type EngineName = 'maplibre' | 'mapbox';
export type Box = { west: number; south: number; east: number; north: number };
export type MapLook = { language: Language; theme: Theme };

export type MapRequest = {
  container: HTMLElement;
  /** Mapbox needs a token and its own hosts; everything else is drawn by MapLibre from our tiles. */
  engine: EngineName;
  accessToken?: string | undefined;
  look: MapLook;
  /** What it shows first: a view, or an area that is fitted in. */
  view: Camera | Box;
  /** The name of the map for screen readers. */
  label: string;
  /** `still` maps cannot be moved; on `page` maps the wheel scrolls the page. */
  moves: 'all' | 'page' | 'still';
  /** Mapbox refused after it had started: make another map. */
  onLost?: (() => void) | undefined;
};

export type MapHandle = {
  engine: EngineName;
  /** MapLibre's types are the canonical ones; of Mapbox only what both have is used. */
  map: MapLibreMap;
  /** Draws the images that the style names and nobody has added. */
  drawImages(draw: (id: string) => MarkImage | undefined): void;
  clusterZoom(source: string, cluster: number): Promise<number>;
  clusterLeaves(source: string, cluster: number, limit: number): Promise<Feature<Point>[]>;
  /** Other language or theme. Own sources and layers go with the old style: put them back in `onStyle`. */
  restyle(look: MapLook): void;
  /** Calls at once and after every `restyle`; returns the way to stop it. */
  onStyle(listener: () => void): () => void;
  remove(): void;
};

/** This browser cannot draw maps: no WebGL 2. */
class MapUnavailable extends Error {
  override name = 'MapUnavailable';
}

/** Mapbox must have its style by then, or MapLibre takes over. */
const patience = 5_000;

/**
 * Makes a map: the only place that does. Downloads one engine, and the other only if Mapbox does not start.
 * @throws without WebGL 2
 */
export async function createMap(request: MapRequest): Promise<MapHandle> {
  if (!document.createElement('canvas').getContext('webgl2')) throw new MapUnavailable();
  if (request.engine === 'mapbox' && request.accessToken) {
    try {
      return await startMapbox(request, request.accessToken);
    } catch (error) {
      console.warn('Mapbox did not start; the map is drawn by MapLibre.', error);
      request.container.replaceChildren();
    }
  }
  return startMapLibre(request);
}

async function startMapLibre(request: MapRequest): Promise<MapHandle> {
  const [{ Map: Engine, setWorkerUrl }, { default: worker }] = await Promise.all([
    import('maplibre-gl'),
    import('maplibre-gl/dist/maplibre-gl-worker.mjs?url'),
    import('maplibre-gl/dist/maplibre-gl.css'),
    loadLabelFonts(request.look.language),
  ]);
  setWorkerUrl(worker);
  const style = (look: MapLook) => chartStyle({ ...look, origin: window.location.origin });
  const map = new Engine({
    ...commonOptions(request),
    style: style(request.look),
    // Own line below the map: MapLibre asks for none.
    attributionControl: false,
    maxPitch: 0,
    validateStyle: import.meta.env.DEV,
  });
  await new Promise<void>((resolve) => {
    map.once('style.load', () => resolve());
  });

  return {
    ...handle('maplibre', map, request),
    drawImages: (draw) => {
      map.setMissingStyleImageResolver((id) => addImage(map, id, draw(id)));
    },
    clusterZoom: async (source, cluster) =>
      (await geoJsonSource(map, source)?.getClusterExpansionZoom(cluster)) ?? 0,
    clusterLeaves: async (source, cluster, limit) => {
      const leaves = (await geoJsonSource(map, source)?.getClusterLeaves(cluster, limit, 0)) ?? [];
      return leaves.filter(isPoint);
    },
    restyle: (look) => {
      void loadLabelFonts(look.language).then(() => map.setStyle(style(look), { diff: false }));
    },
  };
}

async function startMapbox(request: MapRequest, accessToken: string): Promise<MapHandle> {
  const [{ Map: Engine }] = await Promise.all([import('mapbox-gl/esm'), import('mapbox-gl/mapbox-gl.css')]);
  const styleOf = ({ theme }: MapLook) => `mapbox://styles/mapbox/${theme}-v11`;
  const { attributionControl: _, fadeDuration, ...common } = commonOptions(request);
  const mapbox = new Engine({
    ...common,
    fadeDuration,
    accessToken,
    style: styleOf(request.look),
    language: htmlLang(request.look.language),
    projection: 'mercator',
    maxPitch: 0,
  });
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no style in time')), patience);
    mapbox.once('style.load', () => {
      clearTimeout(timer);
      resolve();
    });
    mapbox.on('error', ({ error }) => {
      clearTimeout(timer);
      reject(error);
    });
  }).catch((error: unknown) => {
    mapbox.remove();
    throw error;
  });
  mapbox.on('error', ({ error }) => {
    if ('status' in error && (error.status === 401 || error.status === 403)) request.onLost?.();
  });

  // The one cast of the seam: Mapbox's map is used as far as it is MapLibre's.
  const map = mapbox as unknown as MapLibreMap;
  const source = (name: string) => {
    const found = mapbox.getSource(name);
    return found?.type === 'geojson' ? found : undefined;
  };
  return {
    ...handle('mapbox', map, request),
    drawImages: (draw) => {
      mapbox.on('styleimagemissing', ({ id }) => addImage(map, id, draw(id)));
    },
    clusterZoom: (name, cluster) =>
      new Promise((resolve, reject) => {
        source(name)?.getClusterExpansionZoom(cluster, (error, zoom) =>
          error ? reject(error) : resolve(zoom ?? 0),
        );
      }),
    clusterLeaves: (name, cluster, limit) =>
      new Promise((resolve, reject) => {
        source(name)?.getClusterLeaves(cluster, limit, 0, (error, leaves) =>
          error ? reject(error) : resolve((leaves ?? []).filter(isPoint)),
        );
      }),
    restyle: (look) => {
      mapbox.setLanguage(htmlLang(look.language));
      // Without a difference being taken: 'style.load' must fire, so that our layers come back.
      mapbox.setStyle(styleOf(look), {
        diff: false,
        localFontFamily: null,
        localIdeographFontFamily: 'sans-serif',
      });
    },
  };
}

function commonOptions({ container, view, moves }: MapRequest) {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return {
    container,
    ...('zoom' in view
      ? { center: [view.lon, view.lat] satisfies [number, number], zoom: view.zoom }
      : {
          bounds: [view.west, view.south, view.east, view.north] satisfies [number, number, number, number],
        }),
    minZoom: limits.minZoom,
    maxZoom: limits.maxZoom,
    maxBounds: [limits.west, limits.south, limits.east, limits.north],
    interactive: moves !== 'still',
    scrollZoom: moves === 'all',
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
    attributionControl: false,
    fadeDuration: still ? 0 : 150,
  } satisfies Omit<MapOptions, 'style'>;
}

function handle(
  engine: EngineName,
  map: MapLibreMap,
  { label, moves }: MapRequest,
): Pick<MapHandle, 'engine' | 'map' | 'onStyle' | 'remove'> {
  const canvas = map.getCanvas();
  canvas.setAttribute('aria-label', label);
  if (moves === 'still') canvas.removeAttribute('tabindex');
  else {
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
  }
  return {
    engine,
    map,
    onStyle: (listener) => {
      const run = () => listener();
      map.on('style.load', run);
      listener();
      return () => {
        map.off('style.load', run);
      };
    },
    remove: () => map.remove(),
  };
}

function addImage(map: MapLibreMap, id: string, image: MarkImage | undefined): void {
  if (image && !map.hasImage(id)) map.addImage(id, image.data, { pixelRatio: image.pixelRatio });
}

function geoJsonSource(map: MapLibreMap, name: string) {
  return map.getSource<import('maplibre-gl').GeoJSONSource>(name);
}

function isPoint(feature: Feature): feature is Feature<Point> {
  return feature.geometry.type === 'Point';
}
