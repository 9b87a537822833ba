import { db } from '#app/db/client.server.ts';
import type { Language } from '#prisma/generated/enums.ts';
import type { Reader } from '../actor.ts';
import { visibleTo } from '../thread/policy.ts';
import { translationsFor } from '../translation/find-translations.server.ts';
import { pickText } from '../translation/pick-text.ts';
import { type Drift, driftOf } from './drift.ts';
import type { IncidentFilters } from './filters.ts';
import { incidentsWhere } from './find-incidents.server.ts';
import { shownPlace } from './place.ts';

/** Lines beyond this many would be a tangle. */
const most = 500;
const sightingSelect = { lat: true, lon: true, seenAt: true, coarseForPublic: true } as const;

/**
 * The ways of masses that were seen at several places: an incident that the filters leave, its observations, and what was
 * marked as its duplicate. Of the duplicates only those that the reader may see; of a coarse incident a guest gets coarse
 * places, of its observations too.
 */
export async function findDrifts(
  reader: Reader,
  filters: IncidentFilters,
  language: Language = reader?.language ?? 'en',
): Promise<Drift[]> {
  const visible = { thread: visibleTo(reader) };
  const matching = await incidentsWhere(reader, filters);
  const rows = await db().incident.findMany({
    where: {
      AND: [
        visible,
        { OR: [matching, { duplicates: { some: matching } }] },
        { OR: [{ duplicates: { some: visible } }, { observations: { some: { withdrawnAt: null } } }] },
      ],
    },
    orderBy: { number: 'desc' },
    take: most,
    select: {
      id: true,
      number: true,
      title: true,
      language: true,
      revision: true,
      ...sightingSelect,
      observations: {
        where: { withdrawnAt: null },
        select: { lat: true, lon: true, seenAt: true },
      },
      duplicates: {
        where: visible,
        select: {
          ...sightingSelect,
          observations: { where: { withdrawnAt: null }, select: { lat: true, lon: true, seenAt: true } },
        },
      },
    },
  });
  const translations = await translationsFor(
    'incident',
    rows.map(({ id }) => id),
  );
  return rows.flatMap((row) => {
    const drift = driftOf(
      [row, ...row.duplicates].flatMap(({ observations, coarseForPublic, ...first }) =>
        [first, ...observations].map(({ lat, lon, seenAt }) => {
          const place = shownPlace(reader, { lat, lon, coarseForPublic });
          return { lat: place.lat, lon: place.lon, seenAt };
        }),
      ),
    );
    if (!drift) return [];
    const { text } = pickText({
      language,
      source: { text: row.title, language: row.language, revision: row.revision },
      translations: translations.filter(({ subjectId, field }) => subjectId === row.id && field === 'title'),
    });
    return [{ number: row.number, title: text, ...drift }];
  });
}
