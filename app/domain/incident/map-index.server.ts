import type { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { db } from '#app/db/client.server.ts';
import { subscribe } from '#app/db/commit.server.ts';
import { oncePerProcess } from '#app/db/once-per-process.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { Compartment, Hazard, IncidentKind, IncidentStatus, Visibility } from '#prisma/generated/enums.ts';
import {
  type Audience,
  type Columns,
  growColumns,
  makeColumns,
  makeRowNumbers,
  type MapRow,
  numberOf,
  type RowFilter,
  writeRow,
} from './map-columns.server.ts';
import type { MapAnswer, MapTask, MapTasks } from './map-worker.server.ts';
import { startWorker } from '../start-worker.server.ts';

/**
 * What a view shows: an audience, what is left out, and for words and materials the rows that SQL finds when the index is made.
 * Equal keys are equal views.
 */
export type MapView = {
  key: string;
  audience: Audience;
  filter: Omit<RowFilter, 'government' | 'only'> & { government: string | undefined };
  words: (() => Promise<string[]>) | undefined;
};

/** An index that is made, as the map knows it. `open`, `tile` and `has` answer for this version. */
export type MapIndex = { version: number; count: number };

/** Something that is not in an index yet. */
export type Touched = { number: string; moved: boolean; was: boolean };

/**
 * Where the map's tiles come from. What is behind it may be another index later (a table of clusters in SQL): nobody
 * else knows the workers or the columns.
 */
export type MapIndexes = {
  /** The newest index of a view; makes one when there is none, and starts on a newer one when something happened. */
  index: (view: MapView) => Promise<MapIndex>;
  /** A gzipped vector tile of this version, or of the newest when that one is gone; null where nothing is. */
  tile: (
    view: MapView,
    version: number | undefined,
    place: { z: number; x: number; y: number },
  ) => Promise<Uint8Array | null>;
  /** Where a cluster falls apart, and the first incidents in it. */
  open: (
    view: MapView,
    version: number,
    cluster: number,
    most: number,
  ) => Promise<{ zoom: number; numbers: string[] } | null>;
  /** What happened since this version was made. */
  since: (view: MapView, version: number) => Promise<Touched[]>;
};

/** On-demand indexes that are kept, and the rows that they may hold together. */
const mostViews = 12;
const mostRowsInViews = 2_000_000;
/** A replaced version still answers maps that have not heard of the new one. */
const graceMs = 20_000;
/**
 * From the first news to a newer index, and between two of them: what is new shows at once without one, and whoever is
 * about to draw it should not have to share the processor with its making.
 */
const restMs = 1_500;
const pageRows = 20_000;
/** Beside the tiles; after an import of more one waits for a newer index. */
const mostBeside = 1_000;
/** Other processes write, too: their events are looked for this often, this far back. */
const lookEveryMs = 1_000;
const lookBackMs = 30_000;

/** Nothing that these say stands on the map. */
const quiet = new Set(['post_written', 'observation_added', 'action_item_linked']);

type Helper = {
  ask: <Task extends MapTask>(task: Task, ask: MapTasks[Task]['ask']) => Promise<MapTasks[Task]['answer']>;
  /** What it was given last; it must have the columns that an index is made from. */
  columns: Columns | undefined;
};
type Built = MapIndex & { helper: Helper; at: number; milliseconds: number; revision: number };
type Kept = {
  view: MapView;
  built: Built[];
  building: Promise<Built> | undefined;
  later: NodeJS.Timeout | undefined;
  usedAt: number;
};

const rowSelect = {
  number: true,
  threadId: true,
  kind: true,
  status: true,
  hazard: true,
  compartment: true,
  lat: true,
  lon: true,
  coarseForPublic: true,
  seenAt: true,
  responsibleGovernment: { select: { id: true, parentId: true } },
  thread: { select: { visibility: true, withdrawnAt: true } },
} as const satisfies Prisma.IncidentSelect;
type Row = Prisma.IncidentGetPayload<{ select: typeof rowSelect }>;

/** The index of this process, which follows the log of events. */
export function mapIndexes(): ReturnType<typeof makeMapIndexes> {
  return oncePerProcess('map-index', () => makeMapIndexes());
}

/** An index of its own: of the database, whose log it follows, or only of what `load` puts in. */
export function makeMapIndexes(load?: (put: (row: MapRow) => void) => void): MapIndexes & {
  build: (view: MapView) => Promise<Built>;
  /** Bytes that the workers hold on their own heaps and beside them, and those of the columns that all share. */
  memory: () => Promise<{ workers: number; columns: number }>;
  close: () => Promise<void>;
} {
  let columns = makeColumns(1024);
  let rows = 0;
  const rowOf = makeRowNumbers();
  const governments = new Map<string, number>();
  const views = new Map<string, Kept>();
  const helpers = [makeHelper(forget), makeHelper(forget)] as const;
  let touched: { row: number; revision: number; moved: boolean }[] = [];
  let revision = 0;
  let versions = 0;
  let lookedAt = 0;
  let lookingBack: Promise<void> = Promise.resolve();
  const underWay = new Set<Promise<void>>();

  const put = (number: string, row: MapRow | null, told: boolean) => {
    const known = rowOf.get(number);
    if (known === undefined && !row) return;
    const at = known ?? rows;
    if (known === undefined) {
      if (rows === columns.seen.length) columns = growColumns(columns, rows * 2);
      rowOf.set(number, at);
      rows += 1;
    }
    const change = writeRow(columns, at, row);
    if (change === 'none' && !told) return;
    revision += 1;
    touched.push({ row: at, revision, moved: change === 'moved' });
  };
  const governmentOf = (id: string | null): number => {
    if (id === null) return 0;
    const found = governments.get(id) ?? governments.size + 1;
    governments.set(id, found);
    return found;
  };
  const putFound = (row: Row, told: boolean) => put(row.number, mapRowOf(row, governmentOf), told);

  let loaded: Promise<void> | undefined;
  /** What there was at the start. A database that did not answer is asked again by the next who needs it. */
  const haveLoaded = (): Promise<void> => {
    loaded ??= (load ? Promise.resolve(load((row) => put(row.number, row, false))) : loadAll()).then(
      () => {
        touched = [];
      },
      (error: unknown) => {
        loaded = undefined;
        throw error;
      },
    );
    return loaded;
  };

  async function loadAll(): Promise<void> {
    lookedAt = Date.now();
    let after = '';
    for (;;) {
      const page = await readPage(after);
      for (const row of page.rows) put(row.number, mapRowOf(row, governmentOf), false);
      if (page.last === null) return;
      after = page.last;
    }
  }

  const readAgain = async (where: Prisma.IncidentWhereInput, told: boolean) => {
    // What is read while the first pages still come in might be older than they are.
    await haveLoaded();
    for (const row of await db().incident.findMany({ where, select: rowSelect })) putFound(row, told);
  };
  /** Two questions, each with an index: as one it reads every incident. */
  const readChangedSince = async (from: Date) => {
    const changed = await db().thread.findMany({
      where: { subject: 'incident', lastEventAt: { gte: from } },
      select: { id: true },
    });
    if (changed.length > 0) await readAgain({ threadId: { in: changed.map(({ id }) => id) } }, false);
  };
  const keep = (work: Promise<void>) => {
    const kept = work
      .catch((error: unknown) => console.error('The map has not heard of an event.', error))
      .finally(() => underWay.delete(kept));
    underWay.add(kept);
    return kept;
  };
  const stop = load
    ? () => {}
    : subscribe('map-index', ({ threadId, type }) => {
        if (!quiet.has(type)) void keep(readAgain({ threadId }, true));
      });

  /** Everything that is committed is in the columns now. */
  const caughtUp = async () => {
    await haveLoaded();
    const now = Date.now();
    if (!load && now - lookedAt > lookEveryMs) {
      const from = new Date(lookedAt - lookBackMs);
      lookedAt = now;
      lookingBack = keep(readChangedSince(from));
    }
    await lookingBack;
    await Promise.all(underWay);
  };

  /** What a worker held ends with it; the next who asks has it made anew. */
  function forget(lost: Helper): void {
    lost.columns = undefined;
    for (const kept of views.values()) kept.built = kept.built.filter(({ helper }) => helper !== lost);
  }

  const keptOf = (view: MapView): Kept => {
    const kept = views.get(view.key) ?? {
      view,
      built: [],
      building: undefined,
      later: undefined,
      usedAt: 0,
    };
    kept.view = view;
    kept.usedAt = Date.now();
    views.set(view.key, kept);
    return kept;
  };

  /** Never where the same view is served from: its maps must not wait. */
  const helperFor = (kept: Kept): Helper => {
    const busy = kept.built.at(-1)?.helper ?? views.get(everything('members').key)?.built.at(-1)?.helper;
    return helpers.find((helper) => helper !== busy) ?? helpers[0];
  };

  const build = (kept: Kept): Promise<Built> => {
    kept.building ??= makeIndex(kept).finally(() => {
      kept.building = undefined;
    });
    return kept.building;
  };
  const makeIndex = async (kept: Kept): Promise<Built> => {
    const { audience, filter, words } = kept.view;
    const before = revision;
    const found = await words?.();
    const only = found?.flatMap((number) => rowOf.get(number) ?? []);
    const helper = helperFor(kept);
    if (helper.columns !== columns) {
      helper.columns = columns;
      await helper.ask('columns', { columns });
    }
    versions += 1;
    const version = versions;
    const government =
      filter.government === undefined ? undefined : (governments.get(filter.government) ?? -1);
    const ask = { version, rows, audience, filter: { ...filter, government, only } };
    const { count, milliseconds } = await helper.ask('build', ask);
    const built = { version, count, helper, at: Date.now(), milliseconds, revision: before };
    const old = kept.built.at(-1);
    kept.built.push(built);
    if (old) setTimeout(() => void dropVersion(kept, old), graceMs).unref();
    tidy();
    return built;
  };
  const dropVersion = async (kept: Kept, { helper, version }: Built) => {
    kept.built = kept.built.filter((one) => one.version !== version);
    await helper.ask('drop', { version });
  };
  const tidy = () => {
    const onDemand = [...views.values()]
      .filter(({ view, building }) => view.key !== everything(view.audience).key && !building)
      .sort((a, b) => b.usedAt - a.usedAt);
    let held = 0;
    for (const [at, kept] of onDemand.entries()) {
      held += kept.built.reduce((sum, { count }) => sum + count, 0);
      if (at === 0 || (at < mostViews && held <= mostRowsInViews)) continue;
      clearTimeout(kept.later);
      views.delete(kept.view.key);
      for (const built of kept.built) void dropVersion(kept, built);
    }
    const oldest = Math.min(...[...views.values()].flatMap(({ built }) => built.map((one) => one.revision)));
    touched = touched.filter((one) => one.revision > oldest);
  };

  const freshen = (kept: Kept, newest: Built) => {
    if (newest.revision === revision || kept.building || kept.later) return;
    const rest = Math.max(restMs, 3 * newest.milliseconds) - (Date.now() - newest.at);
    kept.later = setTimeout(
      () => {
        kept.later = undefined;
        build(kept).catch((error: unknown) => console.error('The map has no new index.', error));
      },
      Math.max(restMs, rest),
    ).unref();
  };

  const isFarBehind = ({ built }: Kept): boolean => {
    const newest = built.at(-1);
    return !newest || touched.filter((one) => one.revision > newest.revision).length > mostBeside;
  };

  const index = async (view: MapView): Promise<Built> => {
    await caughtUp();
    const kept = keptOf(view);
    if (isFarBehind(kept)) await kept.building;
    const newest = isFarBehind(kept) ? await build(kept) : kept.built.at(-1);
    if (!newest) throw new Error('The index of the map was lost while it was made.');
    freshen(kept, newest);
    return newest;
  };
  const versionOf = async (view: MapView, version: number | undefined): Promise<Built> => {
    const known = keptOf(view).built.find((one) => one.version === version);
    return known ?? index(view);
  };

  return {
    index,
    build: async (view) => {
      await caughtUp();
      return build(keptOf(view));
    },
    tile: async (view, version, { z, x, y }) => {
      const built = await versionOf(view, version);
      return built.helper.ask('tile', { version: built.version, z, x, y });
    },
    open: async (view, version, cluster, most) => {
      const built = await versionOf(view, version);
      return built.version === version ? built.helper.ask('open', { version, cluster, most }) : null;
    },
    since: async (view, version) => {
      const built = await versionOf(view, version);
      const news = new Map<number, boolean>();
      for (const one of touched)
        if (one.revision > built.revision) news.set(one.row, one.moved || (news.get(one.row) ?? false));
      if (news.size === 0) return [];
      const was = await built.helper.ask('has', { version: built.version, rows: [...news.keys()] });
      return [...news].map(([row, moved], at) => ({
        number: numberOf(columns, row),
        moved,
        was: was[at] ?? false,
      }));
    },
    memory: async () => {
      const held = await Promise.all(helpers.map((helper) => helper.ask('memory', null)));
      return {
        workers: held.reduce((sum, bytes) => sum + bytes, 0),
        columns: Object.values(columns).reduce((sum, { byteLength }) => sum + byteLength, 0),
      };
    },
    close: async () => {
      stop();
      for (const { later } of views.values()) clearTimeout(later);
      await Promise.all(helpers.map((helper) => helper.end()));
    },
  };
}

/** A view without filters: there is always one for the members and one for the public. */
export function everything(audience: Audience): MapView {
  const filter = {
    ...{ kind: [], status: [], compartment: [], hazard: false },
    ...{ government: undefined, since: undefined, until: undefined },
  };
  return { key: audience, audience, filter, words: undefined };
}

/** One incident as an array: a million of them are read in a tenth of the time that as many objects take. */
const pageSchema = z.array(
  z.tuple([
    z.string(),
    z.enum(IncidentKind),
    z.enum(IncidentStatus),
    z.enum(Hazard),
    z.enum(Compartment),
    z.number(),
    z.number(),
    z.boolean(),
    z.number(),
    z.enum(Visibility),
    z.string(),
    z.string().nullable(),
  ]),
);

/**
 * The incidents for all members that follow this number, and the number that the page after them follows, null at the
 * end. Each of the page finds its thread by id, whatever the planner knows of the tables.
 */
async function readPage(after: string): Promise<{ rows: Omit<Row, 'threadId'>[]; last: string | null }> {
  const [page] = await db().$queryRaw<{ last: string | null; rows: string | null }[]>`
    SELECT max(i.number) AS last, (json_agg(json_build_array(
      i.number, i.kind, i.status, i.hazard, i.compartment, i.lat, i.lon, i."coarseForPublic",
      extract(epoch FROM i."seenAt") * 1000, t.visibility, g.id, g."parentId"))
      FILTER (WHERE t.visibility IS NOT NULL))::text AS rows
    FROM (SELECT * FROM "Incident" WHERE number > ${after} ORDER BY number LIMIT ${pageRows}) i
    LEFT JOIN LATERAL (
      SELECT visibility FROM "Thread"
      WHERE id = i."threadId" AND "withdrawnAt" IS NULL AND visibility IN ('network', 'public') OFFSET 0) t ON true
    JOIN "Government" g ON g.id = i."responsibleGovernmentId"`;
  const found = pageSchema.parse(JSON.parse(page?.rows ?? '[]'));
  const rows = found.map(([number, kind, status, hazard, compartment, lat, lon, ...rest]) => {
    const [coarseForPublic, seenAt, visibility, id, parentId] = rest;
    return {
      ...{ number, kind, status, hazard, compartment, lat, lon, coarseForPublic, seenAt: new Date(seenAt) },
      ...{ thread: { visibility, withdrawnAt: null }, responsibleGovernment: { id, parentId } },
    };
  });
  return { rows, last: page?.last ?? null };
}

function mapRowOf(row: Omit<Row, 'threadId'>, governmentOf: (id: string | null) => number): MapRow | null {
  const { thread, coarseForPublic, responsibleGovernment, ...rest } = row;
  const { visibility, withdrawnAt } = thread;
  if (withdrawnAt !== null) return null;
  if (visibility !== 'public' && visibility !== 'network') return null;
  const forAll = coarseForPublic ? 'coarse' : 'public';
  return {
    ...rest,
    seen: visibility === 'network' ? 'members' : forAll,
    government: governmentOf(responsibleGovernment.id),
    parent: governmentOf(responsibleGovernment.parentId),
  };
}

/** A worker that answers; it never keeps the process alive. */
function makeHelper(onEnd: (helper: Helper) => void): Helper & { end: () => Promise<void> } {
  let worker: Worker | undefined;
  let last = 0;
  const waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
  const start = () => {
    const started = startWorker('map-worker');
    started.unref();
    started.on('message', (message: MapAnswer) => {
      const asked = waiting.get(message.id);
      waiting.delete(message.id);
      if ('error' in message) asked?.reject(new Error(message.error));
      else asked?.resolve(message.answer);
    });
    const fail = (error: Error) => {
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    started.on('error', fail);
    started.on('exit', () => {
      worker = undefined;
      fail(new Error('The worker of the map has ended.'));
      onEnd(helper);
    });
    return started;
  };
  const helper: Helper & { end: () => Promise<void> } = {
    columns: undefined,
    ask: (task, ask) => {
      worker ??= start();
      last += 1;
      const id = last;
      const running = worker;
      return new Promise((resolve, reject) => {
        // The one cast of the seam between the threads: the worker answers by the same table.
        const settle = (answer: unknown) => resolve(answer as MapTasks[typeof task]['answer']);
        waiting.set(id, { resolve: settle, reject });
        running.postMessage({ id, task, ask });
      });
    },
    end: async () => {
      await worker?.terminate();
    },
  };
  return helper;
}
