// How the map holds at 1,000 to 1,000,000 incidents. `npm run bench -- map [--json] [--sizes 1000,10000] [--no-browser]`.
// The last line is one JSON object; what could not be measured is null and said why in a line before.
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { z } from 'zod';
import { openDatabase } from '#app/db/client.server.ts';
import { everything, makeMapIndexes } from '#app/domain/incident/map-index.server.ts';
import type { MapRow } from '#app/domain/incident/map-columns.server.ts';
import { demoSeats } from '#prisma/demo/seats.ts';
import { IncidentKind } from '#prisma/generated/enums.ts';
import { type ServerProcess, startServer } from '../chaos/server-process.ts';
import { findChromium } from '../find-chromium.ts';
import { tilesOver } from '../read-map-tile.ts';

type Run = {
  n: number;
  build_s: number;
  /** Of the index: what its worker holds with it and did not hold before, after a collection. */
  memory_mb: number;
  /** Of what it is made from, once for all indexes of the process. */
  columns_mb: number;
  tile_p50_ms: number;
  tile_p99_ms: number;
  tile_gz_kb_max: number;
  first_view_kb: number | null;
  commit_to_pixel_ms_p50: number | null;
  commit_to_pixel_ms_max: number | null;
  /** Until the news are in the other browser: what is left to the pixel is drawing, which a graphics card does. */
  commit_to_page_ms_p50: number | null;
  commit_to_page_ms_max: number | null;
  /** Work of the page's main thread in one task: processor time. */
  longest_task_ms: number | null;
  /** The same by the clock: on a machine without a graphics card it waits while the processor draws. */
  longest_task_wall_ms: number | null;
};
type InBrowser = Pick<
  Run,
  | 'first_view_kb'
  | 'commit_to_pixel_ms_p50'
  | 'commit_to_pixel_ms_max'
  | 'commit_to_page_ms_p50'
  | 'commit_to_page_ms_max'
  | 'longest_task_ms'
  | 'longest_task_wall_ms'
>;

/** Of Chromium's trace: microseconds of the clock and of the processor. */
const traceEvent = z.object({
  ...{ name: z.string(), pid: z.number(), tid: z.number() },
  ...{ dur: z.number().optional(), tdur: z.number().optional() },
  args: z.object({ name: z.string().optional() }).optional(),
});

const eventLog = z.object({ entries: z.array(z.object({ at: z.coerce.date() })) });

const noBrowser: InBrowser = {
  first_view_kb: null,
  commit_to_pixel_ms_p50: null,
  commit_to_pixel_ms_max: null,
  commit_to_page_ms_p50: null,
  commit_to_page_ms_max: null,
  longest_task_ms: null,
  longest_task_wall_ms: null,
};

const options = process.argv.slice(2);
const quiet = options.includes('--json');
const browserWanted = !options.includes('--no-browser');
const sizesAt = options.indexOf('--sizes');
const sizes =
  sizesAt < 0 ? [1_000, 10_000, 100_000, 1_000_000] : (options[sizesAt + 1] ?? '').split(',').map(Number);
const kinds = Object.values(IncidentKind);
const zooms = [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14];
const tilesPerZoom = 60;
const reports = 9;

/** Bays of both coasts: most of what is reported lies near one of them, the rest anywhere between. */
const bays = [
  [36.78, 126.14],
  [37.45, 126.6],
  [35.97, 126.55],
  [34.8, 126.3],
  [37.5, 122.1],
  [36.05, 120.3],
  [35.4, 119.6],
  [38.9, 121.6],
] as const;

const runs: Run[] = [];
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tideline-bench-'));
let filled = 0;

/** The index in its workers, asked as the route asks it: with the way between the threads and gzip. */
async function measureIndex(n: number) {
  const random = seeded(7);
  const places: { lat: number; lon: number }[] = [];
  const indexes = makeMapIndexes((put) => {
    for (let at = 0; at < n; at++) {
      const row = aRow(at, random);
      put(row);
      if (places.length < 5_000) places.push(row);
    }
  });
  const view = everything('members');
  const { workers } = await indexes.memory();
  const { version, milliseconds } = await indexes.build(view);
  const after = await indexes.memory();

  const times: number[] = [];
  let largest = 0;
  for (const z of zooms) {
    const sizesOfZoom: number[] = [];
    const tiles = tilesOver(
      places.filter((_, at) => at % Math.ceil(places.length / tilesPerZoom) === 0),
      z,
    ).slice(0, tilesPerZoom * 3);
    for (const tile of tiles) {
      const started = performance.now();
      const bytes = await indexes.tile(view, version, tile);
      // Empty water is quick and says nothing.
      if (!bytes) continue;
      times.push(performance.now() - started);
      sizesOfZoom.push(bytes.length);
    }
    largest = Math.max(largest, ...sizesOfZoom);
    if (!quiet)
      console.log(
        `${n}, zoom ${z}: ${sizesOfZoom.length} tiles, at most ${kb(Math.max(...sizesOfZoom))} KB gzipped`,
      );
  }
  await indexes.close();
  return {
    build_s: round(milliseconds / 1000, 2),
    memory_mb: round((after.workers - workers) / 1e6, 1),
    columns_mb: round(after.columns / 1e6, 1),
    tile_p50_ms: round(percentile(times, 0.5), 2),
    tile_p99_ms: round(percentile(times, 0.99), 2),
    tile_gz_kb_max: kb(largest),
  };
}

/** A second browser's map while a first one reports: the built server with this many incidents in its database. */
async function measureBrowser(n: number): Promise<InBrowser> {
  if (!fs.existsSync('build/server/index.js')) throw new Error('run `npm run build` first.');
  const executablePath = findChromium();
  await fill(n);
  const patience = 120_000 + n;
  const server = await startServer({ folder }, patience);
  let browser: Browser | undefined;
  try {
    browser = await chromium.launch({
      ...(executablePath ? { executablePath } : {}),
      args: ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
    });
    const onlooker = await enter(browser, server, 'weihai-officer');
    const author = await enter(browser, server, 'taean-officer');
    // The index of a large world is made while one waits for the first page.
    await onlooker.request.get(`${server.origin}/map/incidents.json`, { timeout: patience });
    const first = await firstView(onlooker, server);
    const seen = await commitToPixel(onlooker, author, server);
    const pixels = seen.map(({ pixel }) => pixel);
    const pages = seen.map(({ page }) => page);
    return {
      first_view_kb: first.kilobytes,
      commit_to_pixel_ms_p50: round(percentile(pixels, 0.5), 0),
      commit_to_pixel_ms_max: round(Math.max(...pixels), 0),
      commit_to_page_ms_p50: round(percentile(pages, 0.5), 0),
      commit_to_page_ms_max: round(Math.max(...pages), 0),
      longest_task_ms: first.longestTask.work,
      longest_task_wall_ms: first.longestTask.wall,
    };
  } finally {
    await browser?.close();
    await server.kill('SIGTERM');
  }
}

/** Incident data of the first view, and the longest task of the page while it loads, zooms and pans. */
async function firstView(context: BrowserContext, { origin }: ServerProcess) {
  const page = await context.newPage();
  const endTrace = await traceTasks(page);
  let bytes = 0;
  let requests = 0;
  page.on('response', async (response) => {
    if (!new URL(response.url()).pathname.startsWith('/map/incidents/')) return;
    requests += 1;
    bytes += (await response.request().sizes()).responseBodySize;
  });
  await openMap(page, `${origin}/map`);
  const firstBytes = bytes;
  const firstRequests = requests;
  // What the page brings along stands in its HTML; the same as JSON.
  const news = await context.request.get(`${origin}/map/incidents.json`);
  const besides = gzipSync(await news.body()).length;

  await page.mouse.move(640, 400);
  for (const step of [-400, -400, -400, 400, 400]) {
    await page.mouse.wheel(0, step);
    await page.waitForTimeout(600);
  }
  await page.mouse.down();
  await page.mouse.move(400, 300, { steps: 20 });
  await page.mouse.up();
  await page.waitForTimeout(600);
  const longestTask = await endTrace();
  await page.close();
  if (!quiet) console.log(`first view: ${firstRequests} tiles, ${firstBytes + besides} bytes`);
  return { kilobytes: kb(firstBytes + besides), longestTask };
}

/** Follows the tasks of the page's main thread; answers the longest, by its work and by the clock. */
async function traceTasks(page: Page): Promise<() => Promise<{ work: number; wall: number }>> {
  const session = await page.context().newCDPSession(page);
  const events: z.infer<typeof traceEvent>[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) {
      const read = traceEvent.safeParse(event);
      if (read.success) events.push(read.data);
    }
  });
  await session.send('Tracing.start', { transferMode: 'ReportEvents', categories: 'toplevel' });
  return async () => {
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
    const threadOf = ({ pid, tid }: z.infer<typeof traceEvent>) => `${pid}/${tid}`;
    const main = new Set(events.filter(({ args }) => args?.name === 'CrRendererMain').map(threadOf));
    const tasks = events.filter((event) => event.name.endsWith('RunTask') && main.has(threadOf(event)));
    return {
      work: round(Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur)) / 1000, 0),
      wall: round(Math.max(0, ...tasks.map(({ dur = 0 }) => dur)) / 1000, 0),
    };
  };
}

/** The canvas of the map keeps its picture, so that a script can look at it between two frames. */
const keepPicture = `{
  const getContext = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, options) {
    return getContext.call(this, kind, kind === 'webgl2' ? { ...options, preserveDrawingBuffer: true } : options);
  };
}`;
/** Looks at the middle of the map in every frame, and keeps the moment at which it is another one. */
const watchMiddle = `{
  const map = document.querySelector('.map-canvas canvas');
  const small = document.createElement('canvas');
  small.width = small.height = 24;
  const context = small.getContext('2d', { willReadFrequently: true });
  const look = () => {
    const [x, y] = [map.width / 2 - 12, map.height / 2 - 12];
    context.drawImage(map, x, y, 24, 24, 0, 0, 24, 24);
    return context.getImageData(0, 0, 24, 24).data.join();
  };
  window.watched = {
    seenAt: 0,
    start() {
      const before = look();
      const next = () => {
        if (look() !== before) window.watched.seenAt = Date.now();
        else requestAnimationFrame(next);
      };
      requestAnimationFrame(next);
    },
  };
}`;

/**
 * From the commit until the news are in another browser's page, and until the middle of its map is drawn differently.
 * The report's event is dated inside the transaction, a little before the commit.
 */
async function commitToPixel(
  onlooker: BrowserContext,
  author: BrowserContext,
  { origin }: ServerProcess,
): Promise<{ page: number; pixel: number }[]> {
  const page = await onlooker.newPage();
  await page.addInitScript(keepPicture);
  let told: string | undefined;
  let answeredAt = 0;
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      const [, threadId] = /"hint",\{"threadId":"([0-9a-f-]+)"/.exec(String(payload)) ?? [];
      if (threadId) [told, answeredAt] = [threadId, 0];
    }),
  );
  page.on('requestfinished', (request) => {
    if (told && answeredAt === 0 && request.url().includes('/map.data')) answeredAt = Date.now();
  });
  const times: { page: number; pixel: number }[] = [];
  for (let at = -1; at < reports; at++) {
    const lat = 34.2 + at * 0.11;
    const lon = 123.9;
    await openMap(page, `${origin}/map?c=${lat},${lon},12`);
    // What is still coming in must not be taken for the report.
    await page.evaluate(watchMiddle);
    await page.waitForTimeout(1_500);
    await page.evaluate('watched.start()');
    told = undefined;
    const answered = author.request.post(`${origin}/incidents/new`, {
      timeout: 60_000,
      form: {
        clientKey: randomUUID(),
        title: `bench ${at}`,
        language: 'ko',
        kind: 'floating_raft',
        compartment: 'floating',
        seenAt: '2026-01-01T09:00',
        coordinates: `${lat}, ${lon}`,
        sameAs: 'none',
      },
      headers: { Origin: origin, 'Sec-Fetch-Site': 'same-origin' },
      maxRedirects: 0,
    });
    const seen = await page.waitForFunction('watched.seenAt', undefined, { timeout: 60_000, polling: 50 });
    const seenAt = Number(await seen.jsonValue());
    const answer = await answered;
    if (answer.status() >= 400) throw new Error(`the report was answered with ${answer.status()}.`);
    // A map that was waiting for newer tiles may have found the report by itself, before it was told.
    const giveUpAt = Date.now() + 20_000;
    while (answeredAt === 0 && Date.now() < giveUpAt) await page.waitForTimeout(20);
    if (answeredAt === 0) throw new Error('the other browser did not hear of the report.');
    // The first one after a start is compiled on its way: it only makes the others comparable.
    if (at < 0) continue;
    const log = await author.request.get(`${origin}/threads/${told}/events?after=0`, {
      // A connection that was kept may have been let go meanwhile.
      maxRetries: 2,
    });
    const reported = eventLog.parse(await log.json()).entries[0]?.at.getTime() ?? Number.NaN;
    times.push({ page: Math.min(answeredAt, seenAt) - reported, pixel: seenAt - reported });
  }
  await page.close();
  return times;
}

async function openMap(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('[data-map-ready="true"]').waitFor({ timeout: 60_000 });
}

async function enter(
  browser: Browser,
  { origin }: ServerProcess,
  seat: keyof typeof demoSeats,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    // What measures is a script that the page's own policy would refuse.
    bypassCSP: true,
    viewport: { width: 1280, height: 800 },
  });
  // A large world is still being opened.
  await context.request.post(`${origin}/demo/enter`, {
    timeout: 180_000,
    form: { seatId: demoSeats[seat].id, returnTo: '/map' },
    headers: { Origin: origin, 'Sec-Fetch-Site': 'same-origin' },
    maxRedirects: 0,
  });
  return context;
}

/** Fills the demo world's database up to `n` more incidents that all members see. */
async function fill(n: number): Promise<void> {
  if (!fs.existsSync(path.join(folder, 'postgres')))
    await (await startServer({ folder }, 180_000)).kill('SIGTERM');
  const database = await openDatabase({ folder });
  const bay = (coordinate: 0 | 1) =>
    `(ARRAY[${bays.map((place) => place[coordinate]).join(',')}])[1 + i % 8]`;
  const id = (head: string) => `(${head} || lpad(to_hex(i), 12, '0'))::uuid`;
  for (; filled < n;) {
    const [from, to] = [filled + 1, Math.min(n, filled + 50_000)];
    const series = `generate_series(${from}, ${to}) AS i`;
    await database.prisma.$executeRawUnsafe(
      `INSERT INTO "Thread" (id, subject, visibility, "ownerGovernmentId", "lastSeq", "lastEventAt")
       SELECT ${id(`'be4c0000-0000-7000-8000-'`)}, 'incident', 'network', 'taean', 0, '2025-01-01' FROM ${series}`,
    );
    await database.prisma.$executeRawUnsafe(
      `INSERT INTO "Incident" (id, number, "threadId", kind, compartment, title, text, language, lat, lon, "seenAt",
         "reportedAt", "updatedAt", "reporterGovernmentId", "responsibleGovernmentId")
       SELECT ${id(`'be4c0000-0000-7000-8001-'`)}, '2019-' || lpad(i::text, greatest(4, length(i::text)), '0'),
         ${id(`'be4c0000-0000-7000-8000-'`)},
         (ARRAY[${kinds.map((kind) => `'${kind}'`).join(',')}])[1 + i % ${kinds.length}]::"IncidentKind", 'shoreline', 'bench', '', 'ko',
         ${bay(0)} + (random() - 0.5) * random() * 1.5, ${bay(1)} + (random() - 0.5) * random() * 1.5,
         '2025-06-01', '2025-06-01', '2025-06-01', 'taean', 'taean' FROM ${series}`,
    );
    filled = to;
  }
  await database.close();
}

function aRow(at: number, random: () => number): MapRow {
  const [lat, lon] = bays[at % bays.length] ?? bays[0];
  const spread = () => (random() - 0.5) * random() * 1.5;
  return {
    number: `2025-${String(at + 1).padStart(4, '0')}`,
    seen: at % 3 === 0 ? 'public' : 'members',
    kind: kinds[at % kinds.length] ?? 'oil_tar',
    status: 'reported',
    hazard: at % 50 === 0 ? 'high' : 'none',
    compartment: 'shoreline',
    ...{ government: 1, parent: 0, lat: lat + spread(), lon: lon + spread() },
    seenAt: new Date('2025-06-01'),
  };
}

/** Mulberry32: the same world every time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

function kb(bytes: number): number {
  return round(bytes / 1024, 1);
}

function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

// Last: what it calls uses values of this file.
for (const n of sizes) {
  const index = await measureIndex(n);
  let inBrowser: InBrowser = noBrowser;
  try {
    if (browserWanted) inBrowser = await measureBrowser(n);
    else console.log(`${n}: not measured in the browser, as asked by --no-browser.`);
  } catch (error) {
    console.log(
      `${n}: not measured in the browser: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  runs.push({ n, ...index, ...inBrowser });
  if (!quiet) console.table(runs);
}
fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
console.log(JSON.stringify({ bench: 'map', runs }));
process.exit(0);
