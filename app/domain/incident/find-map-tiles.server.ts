import { db } from '#app/db/client.server.ts';
import type { Language } from '#prisma/generated/enums.ts';
import type { Reader } from '../actor.ts';
import { type IncidentFilters, noFilters, spanOf, writeFilters } from './filters.ts';
import { findIncidentPoints, type FoundPoint, incidentsWhere } from './find-incidents.server.ts';
import { mapIndexes, type MapView } from './map-index.server.ts';
import type { Audience } from './map-columns.server.ts';
import { mostListed } from './map-tile.ts';

/** What a map needs beside the tiles of one version. */
export type MapNews = {
  /** Of the tiles that the rest belongs to. */
  version: number;
  /** How many incidents there are with these filters: those of the list. */
  count: number;
  /** What no tile has: incidents of own or named governments, and what is newer than the tiles. */
  points: FoundPoint[];
  /** Stands in the tiles and looks different by now. */
  changed: Pick<FoundPoint, 'number' | 'kind' | 'status' | 'hazard'>[];
  /** Stands in the tiles and must not be shown from them. */
  gone: string[];
  /** The tiles say it all; otherwise newer ones come soon. */
  settled: boolean;
};

/** One gzipped vector tile of what all members, or everybody, may see; null where there is nothing. */
export async function findMapTile(
  reader: Reader,
  filters: IncidentFilters,
  version: number | undefined,
  place: { z: number; x: number; y: number },
): Promise<Uint8Array | null> {
  return mapIndexes().tile(viewOf(reader, filters), version, place);
}

/** The rest of the map: small whatever the size of the tiles, and only for this reader. */
export async function findMapNews(
  reader: Reader,
  filters: IncidentFilters,
  language: Language = reader?.language ?? 'en',
): Promise<MapNews> {
  const view = viewOf(reader, filters);
  const indexes = mapIndexes();
  const { version, count } = await indexes.index(view);
  const news = await indexes.since(view, version);
  const numbers = news.map(({ number }) => number);
  // Two questions, each with an index: as one with OR it reads every incident, a second at a million of them.
  const [own, newer] = await Promise.all([
    isForMembers(reader)
      ? findIncidentPoints(reader, filters, language, {
          thread: { visibility: { in: ['government', 'bilateral'] } },
        })
      : [],
    numbers.length === 0
      ? []
      : findIncidentPoints(isForMembers(reader) ? reader : null, filters, language, {
          number: { in: numbers },
        }),
  ]);
  const found = [...new Map([...own, ...newer].map((point) => [point.number, point])).values()];
  const inTiles = new Map(news.filter(({ was }) => was).map((one) => [one.number, one]));
  const foundNumbers = new Set(found.map(({ number }) => number));
  const stays = ({ number }: { number: string }) => inTiles.get(number)?.moved === false;
  const points = found.filter((point) => !stays(point));
  const gone = [...inTiles.values()]
    .filter(({ number, moved }) => moved || !foundNumbers.has(number))
    .map(({ number }) => number);
  return {
    version,
    count: count + points.length - gone.length,
    points,
    changed: found
      .filter(stays)
      .map(({ number, kind, status, hazard }) => ({ number, kind, status, hazard })),
    gone,
    settled: news.length === 0,
  };
}

/** Where a cluster of these tiles falls apart, and which incidents are in it; null when the tiles are newer by now. */
export async function findMapCluster(
  reader: Reader,
  filters: IncidentFilters,
  version: number,
  cluster: number,
): Promise<{ zoom: number; numbers: string[] } | null> {
  return mapIndexes().open(viewOf(reader, filters), version, cluster, mostListed);
}

/** These incidents with their titles, as far as the reader may see them; at most as many as a list shows. */
export async function findPointsByNumber(
  reader: Reader,
  numbers: readonly string[],
  language: Language = reader?.language ?? 'en',
): Promise<FoundPoint[]> {
  return findIncidentPoints(isForMembers(reader) ? reader : null, noFilters, language, {
    number: { in: numbers.slice(0, mostListed) },
  });
}

/** Who has left a seat sees the public map: its tiles are made for all and know no time of one person. */
function isForMembers(reader: Reader): boolean {
  return reader !== null && !reader.formerly;
}

/** Members share one view of the same filters and so do guests: nothing of an actor goes into it. */
function viewOf(reader: Reader, filters: IncidentFilters): MapView {
  const audience: Audience = isForMembers(reader) ? 'members' : 'public';
  const { kind, status, compartment, material, government, hazard, q } = filters;
  const { since, until } = spanOf(filters, new Date());
  const span = { since: since?.getTime(), until: until?.getTime() };
  const written = writeFilters(filters);
  return {
    key: [audience, String(written), ...(filters.period ? [span.since] : [])].filter(Boolean).join(' '),
    audience,
    filter: { kind, status, compartment, government, hazard, ...span },
    words:
      q || material.length > 0 ? () => findNumbers(isForMembers(reader) ? reader : null, filters) : undefined,
  };
}

/** Of what the audience sees, by words or by what it holds. What it sees of places decides which words are looked at, and members see them all. */
async function findNumbers(reader: Reader, filters: IncidentFilters): Promise<string[]> {
  const found = await db().incident.findMany({
    where: {
      AND: [
        await incidentsWhere(reader, filters),
        { thread: { visibility: { in: isForMembers(reader) ? ['network', 'public'] : ['public'] } } },
      ],
    },
    select: { number: true },
  });
  return found.map(({ number }) => number);
}
