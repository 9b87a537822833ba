import type {
  AmountMethod,
  AmountUnit,
  Compartment,
  Hazard,
  IncidentKind,
  IncidentStatus,
  Language,
} from '#prisma/generated/enums.ts';

/** What can be had of the list as a file, by the ending of its URL. */
export const exportFormats = ['csv', 'xlsx', 'geojson'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** An incident as its reader may take it away: a coarse one has no exact place and no words that tell it. */
export type ExportedIncident = {
  number: string;
  title: string;
  text: string;
  language: Language;
  kind: IncidentKind;
  compartment: Compartment;
  hazard: Hazard;
  status: IncidentStatus;
  /** WGS 84, degrees. */
  lat: number;
  lon: number;
  coarse: boolean;
  placeName: string | null;
  shoreLengthM: number | null;
  seenAt: Date;
  reportedAt: Date;
  responsibleGovernment: { id: string; nameKo: string; nameZh: string; nameEn: string };
  reporterGovernmentId: string;
  amounts: { item: string; value: number; unit: AmountUnit; method: AmountMethod }[];
};

/** Names that stay the same in every language: what a program, or a later import, goes by. */
export const exportColumns = [
  'number',
  'title',
  'text',
  'language',
  'kind',
  'kind_name',
  'compartment',
  'compartment_name',
  'hazard',
  'hazard_name',
  'status',
  'status_name',
  'lat',
  'lon',
  'coarse',
  'place_name',
  'shore_length_m',
  'seen_at',
  'reported_at',
  'responsible_government',
  'responsible_government_name',
  'reporter_government',
  'amounts',
] as const;
export type ExportColumn = (typeof exportColumns)[number];

export type Cell = string | number | Date | null;

/** The words of the columns that end in `_name`, in the reader's language. */
export type ExportNames = {
  kind: string;
  compartment: string;
  hazard: string;
  status: string;
  government: string;
};

/** One incident as a row. Amounts stand in one cell, as entered: `rope 12 items measured; foam_buoy 3 kg estimated`. */
export function exportRow(incident: ExportedIncident, names: ExportNames): Record<ExportColumn, Cell> {
  return {
    number: incident.number,
    title: incident.title,
    text: incident.text,
    language: incident.language,
    kind: incident.kind,
    kind_name: names.kind,
    compartment: incident.compartment,
    compartment_name: names.compartment,
    hazard: incident.hazard,
    hazard_name: names.hazard,
    status: incident.status,
    status_name: names.status,
    lat: incident.lat,
    lon: incident.lon,
    coarse: incident.coarse ? 'true' : 'false',
    place_name: incident.placeName,
    shore_length_m: incident.shoreLengthM,
    seen_at: incident.seenAt,
    reported_at: incident.reportedAt,
    responsible_government: incident.responsibleGovernment.id,
    responsible_government_name: names.government,
    reporter_government: incident.reporterGovernmentId,
    amounts: incident.amounts
      .map(({ item, value, unit, method }) => `${item} ${value} ${unit} ${method}`)
      .join('; '),
  };
}

/** A spreadsheet runs a cell that begins so; an apostrophe before it keeps it a text. */
const formula = /^'*[=+\-@\t\r]/;

/**
 * One line of a CSV file (RFC 4180). Texts that a spreadsheet would run get one apostrophe more than they have, so that
 * taking one away gives the text back; numbers are written as they are, times as `2026-11-24 02:40:00`, UTC.
 */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (cell instanceof Date) return cell.toISOString().replace('T', ' ').slice(0, 19);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One incident as a feature of GeoJSON (RFC 7946: longitude first). */
export function exportFeature(incident: ExportedIncident, names: ExportNames) {
  const { lat, lon, coarse: _, amounts: __, ...properties } = exportRow(incident, names);
  return {
    type: 'Feature',
    id: incident.number,
    geometry: { type: 'Point', coordinates: [lon, lat] },
    properties: { ...properties, coarse: incident.coarse, amounts: incident.amounts },
  } as const;
}
