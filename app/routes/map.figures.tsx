import type { LoaderFunctionArgs } from '@remix-run/node';
import { useFetcher, useLoaderData, useLocation } from '@remix-run/react';
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IncidentFigures } from '#app/components/incident/incident-figures.tsx';
import { useMapSide } from '#app/components/incident/map-side.ts';
import { useNarrow } from '#app/components/incident/use-narrow.ts';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { findGovernmentsById } from '#app/domain/government/find-governments.server.ts';
import { readFilters, writeFilters } from '#app/domain/incident/filters.ts';
import { boxParam, readBox, writeBox } from '#app/domain/incident/summary.ts';
import { summarizeIncidents } from '#app/domain/incident/summarize-incidents.server.ts';
import { readActor } from '#app/http/actor.server.ts';
import { cameraParam } from '#app/map/camera.ts';
import { mapViewParams, readMapView } from '#app/map/map-view.ts';
import { BottomSheet, type Snap } from '#app/ui/bottom-sheet.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { Link } from '#app/ui/link.tsx';

export const handle: PageHandle = { title: (t) => t('figures:title') };

export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const filters = readFilters(searchParams);
  const box = readBox(searchParams);
  const summary = await summarizeIncidents(await readActor(request), filters, box);
  const governments = await findGovernmentsById(summary.government.map(({ key }) => key));
  return { filters, summary, governments, isInView: box !== undefined };
}

export { onlyWhenFiltersChange as shouldRevalidate } from '#app/components/incident/only-when-filters-change.ts';

/** Charts of what is in view on the map, beside it: a panel, or a sheet on phones. Without a map: of all that is found. */
export default function FiguresPanel() {
  const { t } = useTranslation('figures');
  const loaded = useLoaderData<typeof loader>();
  const { filters } = loaded;
  const { box, highlight } = useMapSide();
  const { data, load } = useFetcher<typeof loader>();
  const { summary, governments, isInView } = data ?? loaded;
  const query = String(writeFilters(filters));
  const view = box && writeBox(box);
  useEffect(() => {
    if (view !== undefined) load(`/map/figures?${query}&${boxParam}=${view}`);
  }, [load, query, view]);
  useEffect(() => () => highlight(undefined), [highlight]);
  const { search } = useLocation();
  const narrow = useNarrow();
  const [snap, setSnap] = useState<Snap>('half');
  const camera = new URLSearchParams(search).get(cameraParam);

  const head = (
    <div className="flex items-center gap-2">
      <h2 className="min-w-0 flex-1 text-[21px] leading-snug">{t('title')}</h2>
      <Link href={`/map${search}`} aria-label={t('close')} className="icon-btn icon-btn-sm">
        <Icon of={X} />
      </Link>
    </div>
  );
  const body = (
    <IncidentFigures
      filters={filters}
      note={t(isInView ? 'in_view' : 'everywhere')}
      onPoint={(pointed) => highlight(pointed && String(writeFilters(pointed)))}
      summary={summary}
      governments={governments}
      to={(changed) => {
        const next = writeFilters(changed);
        if (camera) next.set(cameraParam, camera);
        for (const [name, value] of mapViewParams(readMapView(new URLSearchParams(search))))
          next.set(name, value);
        return next.size > 0 ? `/map/figures?${next}` : '/map/figures';
      }}
    />
  );
  if (narrow) {
    return (
      <div className="map-page-sheet">
        <BottomSheet label={t('title')} snap={snap} onSnapChange={setSnap} head={head}>
          <div className="pb-6">{body}</div>
        </BottomSheet>
      </div>
    );
  }
  return (
    <aside className="map-page-panel" aria-label={t('title')}>
      <div className="overflow-y-auto px-6 pt-3 pb-6">
        {head}
        {body}
      </div>
    </aside>
  );
}
