import type { LoaderFunctionArgs } from '@remix-run/node';
import { governmentName } from '#app/components/government/government-name.tsx';
import {
  type Cell,
  csvLine,
  exportColumns,
  type ExportedIncident,
  exportFeature,
  type ExportFormat,
  exportFormats,
  type ExportNames,
  exportRow,
} from '#app/domain/incident/export.ts';
import { readFilters } from '#app/domain/incident/filters.ts';
import { findIncidentsToExport } from '#app/domain/incident/find-incidents-to-export.server.ts';
import { readActor } from '#app/http/actor.server.ts';
import { notFound } from '#app/http/answer.server.ts';
import { streamOf } from '#app/http/stream.server.ts';
import { writeWorkbook } from '#app/http/workbook.server.ts';
import { makeI18n } from '#app/i18n/i18n.ts';
import { readersLanguage } from '#app/i18n/readers-language.server.ts';

const contentTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  geojson: 'application/geo+json',
} as const satisfies Record<ExportFormat, string>;

/** The list as a file, whole: the same filters, the same policy. Heads are words and, in brackets, the stable names. */
export async function loader({ request }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const format = exportFormats.find((one) => url.pathname.endsWith(`.${one}`));
  if (!format) return notFound();
  const reader = await readActor(request);
  const language = readersLanguage(request, reader);
  const t = (await makeI18n(language)).getFixedT(null, 'incident');
  const namesOf = (incident: ExportedIncident): ExportNames => ({
    kind: t(`kind.${incident.kind}`),
    compartment: t(`compartment.${incident.compartment}`),
    hazard: t(`hazard.${incident.hazard}`),
    status: t(`status.${incident.status}`),
    government: governmentName(incident.responsibleGovernment, language),
  });
  const found = findIncidentsToExport(reader, readFilters(url.searchParams));
  const head = exportColumns.map((column) => `${t(`export.column.${column}`)} [${column}]`);
  const body = {
    csv: () => csvOf(head, rowsOf(found, namesOf)),
    xlsx: () => writeWorkbook(head, rowsOf(found, namesOf)),
    geojson: () => geojsonOf(found, namesOf),
  }[format]();
  const day = new Date().toISOString().slice(0, 10);
  return new Response(streamOf(body), {
    headers: {
      'Content-Type': contentTypes[format],
      'Content-Disposition': `attachment; filename="tideline-incidents-${day}.${format}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}

type Batches = AsyncGenerator<ExportedIncident[]>;
type NamesOf = (incident: ExportedIncident) => ExportNames;

async function* rowsOf(batches: Batches, namesOf: NamesOf): AsyncGenerator<Cell[][]> {
  for await (const batch of batches) {
    yield batch.map((incident) => {
      const row = exportRow(incident, namesOf(incident));
      return exportColumns.map((column) => row[column]);
    });
  }
}

/** With a byte order mark, or Excel takes the letters for those of its own country. */
async function* csvOf(head: readonly string[], batches: AsyncGenerator<Cell[][]>): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(head)}`;
  for await (const rows of batches) yield rows.map(csvLine).join('');
}

async function* geojsonOf(batches: Batches, namesOf: NamesOf): AsyncGenerator<string> {
  yield '{"type":"FeatureCollection","features":[';
  let comma = '';
  for await (const batch of batches) {
    const features = batch.map((incident) => JSON.stringify(exportFeature(incident, namesOf(incident))));
    yield `${comma}\n${features.join(',\n')}`;
    comma = ',';
  }
  yield '\n]}\n';
}
