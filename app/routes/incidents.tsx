import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useSearchParams } from '@remix-run/react';
import { FileUp, Map as MapIcon, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IncidentFilters } from '#app/components/incident/incident-filters.tsx';
import { IncidentList } from '#app/components/incident/incident-list.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { findGovernments } from '#app/domain/government/find-governments.server.ts';
import { exportFormats } from '#app/domain/incident/export.ts';
import {
  incidentSorts,
  readFilters,
  readPage,
  readSort,
  writeFilters,
} from '#app/domain/incident/filters.ts';
import { findIncidents } from '#app/domain/incident/find-incidents.server.ts';
import { mayImport } from '#app/domain/incident/import/policy.ts';
import { mayReport } from '#app/domain/incident/policy.ts';
import { readActor } from '#app/http/actor.server.ts';
import { readersLanguage } from '#app/i18n/readers-language.server.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { useLive } from '#app/realtime/use-live.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { Menu, MenuItem } from '#app/ui/menu.tsx';
import { Pager } from '#app/ui/pager.tsx';
import { Chip } from '#app/ui/chip.tsx';

export const handle: PageHandle = { title: (t) => t('incident:list.title') };

export async function loader({ request }: LoaderFunctionArgs) {
  const reader = await readActor(request);
  const search = new URL(request.url).searchParams;
  const filters = readFilters(search);
  const sort = readSort(search);
  const page = readPage(search);
  const [found, governments] = await Promise.all([
    findIncidents(reader, filters, { page, sort, language: readersLanguage(request, reader) }),
    findGovernments(),
  ]);
  const may = { mayReport: reader !== null && mayReport(reader), mayImport: mayImport(reader) };
  return { ...found, filters, sort, page, governments, ...may };
}

export default function Incidents() {
  const { t } = useTranslation(['incident', 'import']);
  const { incidents, count, pageSize, filters, sort, page, governments, mayReport, mayImport } =
    useLoaderData<typeof loader>();
  const { number } = useFormat();
  const pages = Math.max(1, Math.ceil(count / pageSize));
  const [search] = useSearchParams();
  useLive({ subjects: ['incident'] });
  const to = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    next.set(name, value);
    if (name !== 'page') next.delete('page');
    return `/incidents?${next}`;
  };
  const report = mayReport && (
    <LinkButton href="/incidents/new" variant="primary" icon={Plus}>
      {t('report')}
    </LinkButton>
  );
  return (
    <div className="page-body grid gap-4 py-6">
      <header className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 basis-60">
          <h1 className="text-t-6">{t('list.title')}</h1>
          <p className="text-ink-2">{t('list.count', { count, value: number(count) })}</p>
        </div>
        <LinkButton href={`/map?${writeFilters(filters)}`} icon={MapIcon}>
          {t('list.on_map')}
        </LinkButton>
        {mayImport && (
          <LinkButton href="/incidents/import" icon={FileUp}>
            {t('import:title')}
          </LinkButton>
        )}
        {report}
      </header>
      <div className="flex flex-wrap items-center gap-2">
        <IncidentFilters
          filters={filters}
          governments={governments}
          path="/incidents"
          keep={sort === 'newest' ? [] : [['sort', sort]]}
        />
        <Menu label={t('list.sort')} trigger={<Chip end="open">{t(`sort.${sort}`)}</Chip>}>
          {incidentSorts.map((one) => (
            <MenuItem key={one} href={to('sort', one)}>
              {t(`sort.${one}`)}
            </MenuItem>
          ))}
        </Menu>
      </div>
      {incidents.length === 0 ? (
        <EmptyState title={t('list.empty_title')} step={report}>
          {t('list.empty')}
        </EmptyState>
      ) : (
        <IncidentList incidents={incidents} />
      )}
      <Pager
        label={t('list.pages')}
        page={page}
        pages={pages}
        hrefOf={(other) => to('page', String(other))}
      />
      {count > 0 && (
        <p className="no-print flex flex-wrap gap-x-4 gap-y-1 text-t-2 text-ink-2">
          {t('export.label')}
          {exportFormats.map((format) => (
            <a key={format} href={`/incidents.${format}?${writeFilters(filters)}`} download>
              {t(`export.${format}`)}
            </a>
          ))}
        </p>
      )}
    </div>
  );
}
