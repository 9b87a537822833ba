import { db } from '#app/db/client.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Hazard, IncidentKind, IncidentStatus, Language } from '#prisma/generated/enums.ts';
import type { Reader } from '../actor.ts';
import { findSaying } from '../search/find-saying.server.ts';
import { visibleTo } from '../thread/policy.ts';
import { translationsFor } from '../translation/find-translations.server.ts';
import { type PickedText, pickText } from '../translation/pick-text.ts';
import { type IncidentFilters, type IncidentSort, spanOf } from './filters.ts';
import { listSelect, pointSelect } from './incident.ts';
import { type ShownPlace, shownPlace, withShownPlace } from './place.ts';
import { itemsOf } from './waste-items.ts';

/** Rows on a page of the list. */
const pageSize = 50;

type ListRow = Prisma.IncidentGetPayload<{ select: typeof listSelect }>;

export type ListedIncident = Omit<ListRow, 'coarseForPublic'> &
  ShownPlace & {
    /** The title in the reader's language, where there is a translation. */
    heading: PickedText;
    /** The first photo, if there is one. */
    photoId: string | null;
  };

const orders = {
  newest: [{ reportedAt: 'desc' }],
  oldest: [{ reportedAt: 'asc' }],
  seen: [{ seenAt: 'desc' }],
  status: [{ status: 'asc' }, { reportedAt: 'desc' }],
  kind: [{ kind: 'asc' }, { reportedAt: 'desc' }],
  hazard: [{ hazard: 'desc' }, { reportedAt: 'desc' }],
} as const satisfies Record<IncidentSort, Prisma.IncidentOrderByWithRelationInput[]>;

/** One page (of 50, from 1) of the incidents that the reader may see, and how many there are in all. */
export async function findIncidents(
  reader: Reader,
  filters: IncidentFilters,
  {
    page = 1,
    sort = 'newest',
    language = reader?.language ?? 'en',
  }: { page?: number; sort?: IncidentSort; language?: Language } = {},
): Promise<{ incidents: ListedIncident[]; count: number; pageSize: number }> {
  const where = await incidentsWhere(reader, filters);
  const [count, rows] = await Promise.all([
    db().incident.count({ where }),
    db().incident.findMany({
      where,
      orderBy: [...orders[sort], { number: 'desc' }],
      skip: (page - 1) * pageSize,
      take: pageSize,
      select: { ...listSelect, photos: { select: { id: true }, orderBy: { position: 'asc' }, take: 1 } },
    }),
  ]);
  const titles = await pickTitles(rows, language);
  const incidents = rows.map(({ photos, ...row }) => ({
    ...withShownPlace(reader, row),
    heading: titles.get(row.id) ?? { text: row.title, language: row.language, label: 'original' as const },
    photoId: photos[0]?.id ?? null,
  }));
  return { incidents, count, pageSize };
}

/** A mark of the map, as app/map/incident-point.ts has it. */
export type FoundPoint = {
  number: string;
  kind: IncidentKind;
  status: IncidentStatus;
  hazard: Hazard;
  lat: number;
  lon: number;
  title: string;
};

/** Incidents for the map that the reader may see; `only` narrows them further, never the other way. */
export async function findIncidentPoints(
  reader: Reader,
  filters: IncidentFilters,
  language: Language = reader?.language ?? 'en',
  only: Prisma.IncidentWhereInput = {},
): Promise<FoundPoint[]> {
  const rows = await db().incident.findMany({
    where: { AND: [await incidentsWhere(reader, filters), only] },
    orderBy: { number: 'asc' },
    select: pointSelect,
  });
  const titles = await pickTitles(rows, language);
  return rows.map((row) => {
    const { id, number, kind, status, hazard, title } = row;
    const { lat, lon } = shownPlace(reader, row);
    return { ...{ number, kind, status, hazard, lat, lon }, title: titles.get(id)?.text ?? title };
  });
}

/** How many incidents the reader may see. */
export async function countIncidents(reader: Reader, filters: IncidentFilters): Promise<number> {
  return db().incident.count({ where: await incidentsWhere(reader, filters) });
}

/** What the reader may see and the filters leave: the same for list, map, counts and files. */
export async function incidentsWhere(
  reader: Reader,
  filters: IncidentFilters,
): Promise<Prisma.IncidentWhereInput> {
  const { kind, status, compartment, material, government, hazard, q } = filters;
  const { since, until } = spanOf(filters, new Date());
  return {
    thread: visibleTo(reader),
    ...(kind.length > 0 && { kind: { in: kind } }),
    ...(status.length > 0 && { status: { in: status } }),
    ...(compartment.length > 0 && { compartment: { in: compartment } }),
    ...(material.length > 0 && { amounts: { some: { item: { in: itemsOf(material) } } } }),
    ...(government && { responsibleGovernment: { OR: [{ id: government }, { parentId: government }] } }),
    ...(hazard && { hazard: { in: ['high', 'urgent'] } }),
    ...((since || until) && { seenAt: { ...(since && { gte: since }), ...(until && { lt: until }) } }),
    ...(q && { AND: await saying(reader, q) }),
  };
}

/**
 * Incidents that the search finds for these words, in any language, and those with them anywhere in number, title, or a
 * place that the reader may know.
 */
async function saying(reader: Reader, q: string): Promise<Prisma.IncidentWhereInput> {
  const contains = { contains: q, mode: 'insensitive' } as const;
  const ids = await findSaying(reader, q, 'incident');
  const named = { placeName: contains, ...(!reader && { coarseForPublic: false }) };
  return { OR: [{ number: contains }, { title: contains }, named, { id: { in: ids } }] };
}

type Titled = { id: string; title: string; language: Language; revision: number };

/** Titles in a language, by incident. */
async function pickTitles(rows: readonly Titled[], language: Language): Promise<Map<string, PickedText>> {
  const foreign = rows.filter((row) => row.language !== language).map(({ id }) => id);
  const translations = foreign.length > 0 ? await translationsFor('incident', foreign) : [];
  const titles = new Map<string, typeof translations>();
  for (const translation of translations) {
    if (translation.field !== 'title') continue;
    const { subjectId } = translation;
    titles.set(subjectId, [...(titles.get(subjectId) ?? []), translation]);
  }
  return new Map(
    rows.map(({ id, title, language: written, revision }) => [
      id,
      pickText({
        language,
        source: { text: title, language: written, revision },
        translations: titles.get(id) ?? [],
      }),
    ]),
  );
}
