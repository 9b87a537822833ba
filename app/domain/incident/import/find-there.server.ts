import { db } from '#app/db/client.server.ts';
import type { Reader } from '../../actor.ts';
import { visibleTo } from '../../thread/policy.ts';
import { metresBetween } from '../distance.ts';
import { makeBreather } from './breather.server.ts';
import type { Finding } from './finding.ts';
import type { SheetIncident } from './judge-sheet.server.ts';

/** Parameters of one question; PostgreSQL takes 32,767 and a database of our own fewer. */
const chunk = 1000;
/** A second sheet about the same thing is as near as this, metres, and on the same day. */
const sameMetres = 100;
const sameMs = 86_400_000;

/** Who asks: a reader who sees what they see, or the operator of the house, who imports from the command line. */
export type Asker = { reader: Reader } | 'operator';

const seenBy = (asker: Asker) => (asker === 'operator' ? {} : { thread: visibleTo(asker.reader) });

export type There = {
  /** Incidents that an earlier import brought, or that the sheet was exported from. */
  ids: Set<string>;
  findings: Finding[];
};

/**
 * Compares what a sheet tells with what is there: by the id within its source, by the number of this house, and by kind,
 * place and day. A number of this house under another title is refused: it is another incident.
 */
export async function findThere(
  asker: Asker,
  source: string,
  incidents: readonly SheetIncident[],
): Promise<There> {
  const there: There = { ids: new Set(), findings: [] };
  for (let from = 0; from < incidents.length; from += chunk) {
    const some = incidents.slice(from, from + chunk);
    const imported = await db().incident.findMany({
      where: { externalSource: source, externalId: { in: some.map(({ id }) => id) } },
      select: { externalId: true },
    });
    for (const { externalId } of imported) if (externalId !== null) there.ids.add(externalId);
    await findNumbers(asker, some, there);
  }
  await findSimilar(
    asker,
    source,
    incidents.filter(({ id }) => !there.ids.has(id)),
    there,
  );
  return there;
}

async function findNumbers(asker: Asker, incidents: readonly SheetIncident[], there: There): Promise<void> {
  const numbered = new Map(incidents.flatMap((one) => (one.number === null ? [] : [[one.number, one]])));
  if (numbered.size === 0) return;
  const known = await db().incident.findMany({
    where: { number: { in: [...numbered.keys()] }, ...seenBy(asker) },
    select: { number: true, title: true },
  });
  for (const { number, title } of known) {
    const incident = numbered.get(number);
    if (!incident) continue;
    if (incident.title === asExported(title)) there.ids.add(incident.id);
    else there.findings.push(about(incident, 'number_of_another', number));
  }
}

/** A title as it comes back from a file: without space around it, and as long as a title may be. */
function asExported(title: string): string {
  return title.trim().slice(0, 140);
}

async function findSimilar(
  asker: Asker,
  source: string,
  incidents: readonly SheetIncident[],
  there: There,
): Promise<void> {
  const [first] = incidents;
  if (!first) return;
  const times = incidents.map(({ seenAt }) => seenAt.getTime());
  const known = await db().incident.findMany({
    where: {
      seenAt: {
        gte: new Date(least(times) - sameMs),
        lte: new Date(-least(times.map((time) => -time)) + sameMs),
      },
      OR: [{ externalSource: null }, { externalSource: { not: source } }],
      ...seenBy(asker),
    },
    select: { number: true, kind: true, lat: true, lon: true, seenAt: true },
    orderBy: { seenAt: 'desc' },
    take: 20_000,
  });
  const byDay = new Map<number, typeof known>();
  for (const one of known) {
    const day = Math.floor(one.seenAt.getTime() / sameMs);
    const sameDay = byDay.get(day);
    if (sameDay) sameDay.push(one);
    else byDay.set(day, [one]);
  }
  const breathe = makeBreather();
  for (const incident of incidents) {
    await breathe();
    const day = Math.floor(incident.seenAt.getTime() / sameMs);
    const similar = [day - 1, day, day + 1]
      .flatMap((each) => byDay.get(each) ?? [])
      .find(
        (one) =>
          one.kind === incident.kind &&
          Math.abs(one.seenAt.getTime() - incident.seenAt.getTime()) < sameMs &&
          metresBetween(one, incident) < sameMetres,
      );
    if (similar) there.findings.push(about(incident, 'similar_there', similar.number));
  }
}

function about({ lines }: SheetIncident, reason: Finding['reason'], other: string): Finding {
  return { line: lines[0] ?? 0, column: null, cell: '', reason, other };
}

/** Of any number of numbers: a spread into Math.min ends at some ten thousand. */
function least(numbers: readonly number[]): number {
  return numbers.reduce((low, one) => Math.min(low, one), Number.POSITIVE_INFINITY);
}
