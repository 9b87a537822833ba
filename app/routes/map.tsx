import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData, useLocation, useNavigate, useParams } from '@remix-run/react';
import { ChartColumn, List } from 'lucide-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IncidentFilters } from '#app/components/incident/incident-filters.tsx';
import { LayerLegend } from '#app/components/incident/layer-legend.tsx';
import { LayerMenu } from '#app/components/incident/layer-menu.tsx';
import { type LayerFigures, MapLayers } from '#app/components/incident/map-layers.tsx';
import { MarkWalk } from '#app/components/incident/mark-walk.tsx';
import { TimeSlider } from '#app/components/incident/time-slider.tsx';
import { useTimeWords } from '#app/components/incident/use-time-words.ts';
import { useMapPicture } from '#app/components/incident/use-map-picture.ts';
import { IncidentMap } from '#app/components/incident/incident-map.tsx';
import { MapHighlight } from '#app/components/incident/map-highlight.tsx';
import { type MapSide, useBoxInView } from '#app/components/incident/map-side.ts';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { useRoot } from '#app/components/shell/use-root.ts';
import { findGovernments } from '#app/domain/government/find-governments.server.ts';
import { readFilters, writeFilters } from '#app/domain/incident/filters.ts';
import { findMapNews } from '#app/domain/incident/find-map-tiles.server.ts';
import { readActor } from '#app/http/actor.server.ts';
import { readersLanguage } from '#app/i18n/readers-language.server.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { type Camera, cameraParam, formatCamera, readCamera } from '#app/map/camera.ts';
import type { MapHandle } from '#app/map/engine.client.ts';
import { printPicture, savePicture } from '#app/map/picture.ts';
import { mapViewParams, readMapView } from '#app/map/map-view.ts';
import { useLive } from '#app/realtime/use-live.ts';
import { IconButton } from '#app/ui/icon-button.tsx';
import { Link } from '#app/ui/link.tsx';

const noFigures: LayerFigures = { kg: 0, weighed: 0, unweighed: 0, drifts: 0, state: 'loading' };

export const handle: PageHandle = { title: (t) => t('incident:map.title') };

export async function loader({ request }: LoaderFunctionArgs) {
  const reader = await readActor(request);
  const filters = readFilters(new URL(request.url).searchParams);
  const [news, governments] = await Promise.all([
    findMapNews(reader, filters, readersLanguage(request, reader)),
    findGovernments(),
  ]);
  return { news, filters, governments };
}

// Moving the map changes the address, but nothing that the server knows.
export { onlyWhenFiltersChange as shouldRevalidate } from '#app/components/incident/only-when-filters-change.ts';

export default function MapPage() {
  const { t } = useTranslation(['incident', 'figures']);
  const { news, filters, governments } = useLoaderData<typeof loader>();
  const { mapbox } = useRoot();
  const { number: selected } = useParams();
  const { search, pathname } = useLocation();
  const navigate = useNavigate();
  const language = useLanguage();
  const format = useFormat();
  const { connected } = useLive({ subjects: ['incident'] });
  const [inView, setInView] = useState<number>();
  const [unavailable, setUnavailable] = useState(false);

  const [figures, setFigures] = useState<LayerFigures>(noFigures);
  const view = useMemo(() => readMapView(new URLSearchParams(search)), [search]);

  const [map, setMap] = useState<MapHandle>();
  const [highlighted, setHighlighted] = useState<string>();
  const box = useBoxInView(map);
  const side = useMemo((): MapSide => ({ box, highlight: setHighlighted }), [box]);
  const picture = useMapPicture(view, figures, filters, useTimeWords(filters));

  const camera = useMemo(() => readCamera(new URLSearchParams(search)), [search]);
  const address = useRef({ search, selected, pathname });
  address.current = { search, selected, pathname };
  const select = useCallback(
    (number: string) => navigate(`/map/${number}${address.current.search}`, { preventScrollReset: true }),
    [navigate],
  );
  const clear = useCallback(() => {
    if (address.current.selected)
      void navigate(`/map${address.current.search}`, { preventScrollReset: true });
  }, [navigate]);
  const look = useCallback(
    (next: Camera) => {
      const params = new URLSearchParams(address.current.search);
      params.set(cameraParam, formatCamera(next));
      void navigate(`${address.current.pathname}?${params}`, { replace: true, preventScrollReset: true });
    },
    [navigate],
  );

  const showGovernment = useCallback(
    (government: string) => {
      const params = new URLSearchParams(address.current.search);
      if (params.get('government') === government) params.delete('government');
      else params.set('government', government);
      void navigate(`${address.current.pathname}?${params}`, { preventScrollReset: true });
    },
    [navigate],
  );

  const listHref = `/incidents?${writeFilters(filters)}`;
  const cameraText = new URLSearchParams(search).get(cameraParam);
  return (
    <div className={`map-page ${pathname === '/map' ? '' : 'map-page-open'}`}>
      <h1 className="visually-hidden">{t('map.title')}</h1>
      <IncidentMap
        className="absolute inset-0"
        filters={filters}
        news={news}
        selected={selected}
        onSelect={select}
        onClear={clear}
        camera={camera}
        onCameraChange={look}
        onInView={setInView}
        onUnavailable={() => setUnavailable(true)}
        language={language}
        mapbox={mapbox}
        inset={{ top: 0, right: 0, bottom: 0, left: 0 }}
        legend={view.show === 'marks'}
        layers={(handle) => (
          <>
            <MarkWalk handle={handle} />
            {highlighted !== undefined && <MapHighlight handle={handle} query={highlighted} />}
            <MapLayers
              handle={handle}
              view={view}
              filters={filters}
              onGovernment={showGovernment}
              onIncident={select}
              onFigures={setFigures}
              onMap={setMap}
            />
          </>
        )}
        foot={
          <>
            <LayerLegend view={view} figures={figures} />
            <TimeSlider filters={filters} />
          </>
        }
        controls={
          <>
            <IconButton icon={List} label={t('map.as_list')} line onPress={() => void navigate(listHref)} />
            <IconButton
              icon={ChartColumn}
              label={t('figures:title')}
              line
              onPress={() => void navigate(`/map/figures${search}`)}
            />
            {map && (
              <LayerMenu
                view={view}
                onPicture={async () =>
                  savePicture(
                    await picture.draw(map),
                    `tideline-${new Date().toISOString().slice(0, 10)}.png`,
                  )
                }
                onPrint={async () => printPicture(await picture.draw(map), picture.title)}
              />
            )}
          </>
        }
      />
      <div className="map-page-top">
        <IncidentFilters
          square
          filters={filters}
          governments={governments}
          path={pathname}
          keep={[...(cameraText ? [[cameraParam, cameraText] as const] : []), ...mapViewParams(view)]}
        />
        <p className="float flex w-fit items-center gap-3 px-3 py-1.5 text-t-2">
          <Link href={listHref} className="font-semibold text-ink">
            {t('map.in_view', {
              count: inView ?? news.count,
              value: format.number(inView ?? news.count),
            })}
          </Link>
          <span className="inline-flex items-center gap-1.5 text-ink-2">
            <span className="live-dot" data-off={!connected || undefined} />
            {connected ? t('map.live') : t('map.not_live')}
          </span>
        </p>
      </div>
      {unavailable && (
        <p className="absolute inset-x-4 top-32">
          <Link href={listHref}>{t('map.as_list')}</Link>
        </p>
      )}
      <Outlet context={side} />
    </div>
  );
}
