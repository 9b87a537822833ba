import { parentPort } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import { type ClusteredRows, clusterRows } from './cluster-rows.server.ts';
import type { Audience, Columns, RowFilter } from './map-columns.server.ts';

/** What the main thread asks this one for, by name. An index is known by its version. */
export type MapTasks = {
  columns: { ask: { columns: Columns }; answer: null };
  build: {
    ask: { version: number; rows: number; audience: Audience; filter: RowFilter };
    answer: { count: number; milliseconds: number };
  };
  tile: { ask: { version: number; z: number; x: number; y: number }; answer: Uint8Array | null };
  open: {
    ask: { version: number; cluster: number; most: number };
    answer: { zoom: number; numbers: string[] } | null;
  };
  has: { ask: { version: number; rows: readonly number[] }; answer: boolean[] };
  drop: { ask: { version: number }; answer: null };
  memory: { ask: null; answer: number };
};

export type MapTask = keyof MapTasks;
export type MapAnswer = { id: number; answer: unknown } | { id: number; error: string };

let columns: Columns | undefined;
const indexes = new Map<number, ClusteredRows>();

const tasks: { [Task in MapTask]: (ask: MapTasks[Task]['ask']) => MapTasks[Task]['answer'] } = {
  columns: (ask) => {
    columns = ask.columns;
    return null;
  },
  build: ({ version, rows, audience, filter }) => {
    const started = performance.now();
    if (!columns) throw new Error('There are no columns yet.');
    const index = clusterRows(columns, rows, audience, filter);
    indexes.set(version, index);
    return { count: index.count, milliseconds: performance.now() - started };
  },
  tile: ({ version, z, x, y }) => {
    const tile = indexes.get(version)?.tile(z, x, y);
    return tile ? gzipSync(tile) : null;
  },
  open: ({ version, cluster, most }) => indexes.get(version)?.open(cluster, most) ?? null,
  has: ({ version, rows }) => rows.map((row) => indexes.get(version)?.has(row) ?? false),
  drop: ({ version }) => {
    indexes.delete(version);
    return null;
  },
  memory: () => {
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  },
};

function run<Task extends MapTask>(task: Task, ask: MapTasks[Task]['ask']): MapTasks[Task]['answer'] {
  return tasks[task](ask);
}

type Message = { [Task in MapTask]: { id: number; task: Task; ask: MapTasks[Task]['ask'] } }[MapTask];

parentPort?.on('message', ({ id, task, ask }: Message) => {
  try {
    parentPort?.postMessage({ id, answer: run(task, ask) } satisfies MapAnswer);
  } catch (error) {
    parentPort?.postMessage({ id, error: String(error) } satisfies MapAnswer);
  }
});
