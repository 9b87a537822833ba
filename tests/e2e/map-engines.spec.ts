import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import sharp from 'sharp';
import { demoSeats } from '#prisma/demo/seats.ts';
import { type ServerProcess, startServer } from '../chaos/server-process.ts';
import { expect, test } from './fixtures.ts';

const view = 'c=36,124.2,6.3';
const chart = { land: '#f4f0e4', water: ['#d3e6e8', '#c8dfe3', '#bdd8de', '#b1d0d8'] };
/** Gear and debris: the rings of the clusters. */
const rings = ['#0f5a73', '#94754a'];
/** Colours that nobody has but the style played for Mapbox. */
const played = { land: '#e0a020', water: '#4060c0' };

test.use({ colorScheme: 'light', viewport: { width: 1200, height: 800 } });

test('without a token MapLibre draws the chart, and Mapbox is not downloaded', async ({ page, baseURL }) => {
  await enter(page, baseURL ?? '');
  const files = scriptsOf(page);
  await openMap(page, '/map');
  await expect(page.locator('[data-engine]')).toHaveAttribute('data-engine', 'maplibre');

  const pixels = await readPixels(page);
  expect(share(pixels, [chart.land])).toBeGreaterThan(0.1);
  expect(share(pixels, chart.water)).toBeGreaterThan(0.2);
  expect(share(pixels, rings), 'the clusters of incidents').toBeGreaterThan(0.0005);
  expect(new Set(pixels).size).toBeGreaterThan(200);

  expect(files().some((file) => file.includes('maplibre-gl'))).toBe(true);
  expect(files().filter((file) => file.includes('mapbox-gl'))).toEqual([]);
});

test('the dark chart comes with the dark theme', async ({ asGuest }) => {
  const page = await (
    await asGuest({ colorScheme: 'dark', viewport: { width: 1200, height: 800 } })
  ).newPage();
  await openMap(page, '/map');
  const pixels = await readPixels(page);
  expect(share(pixels, ['#22343a'])).toBeGreaterThan(0.1);
  expect(share(pixels, [chart.land])).toBeLessThan(0.01);
});

test.describe('with a token', () => {
  test.use({ otherHosts: /(^|\.)mapbox\.com$|^localhost:\d+$/ });

  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tideline-mapbox-'));
  let server: ServerProcess;
  test.beforeAll(async () => {
    test.setTimeout(180_000);
    server = await startServer({ folder, env: { MAPBOX_ACCESS_TOKEN: 'pk.test' } }, 170_000);
  });
  test.afterAll(async () => {
    await server.kill('SIGTERM');
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  test('Mapbox draws the map in its own style, and MapLibre is not downloaded', async ({ page, context }) => {
    await playMapbox(context, server.origin);
    await enter(page, server.origin);
    const files = scriptsOf(page);
    await openMap(page, `${server.origin}/map`);
    await expect(page.locator('[data-engine]')).toHaveAttribute('data-engine', 'mapbox');

    const pixels = await readPixels(page);
    expect(share(pixels, [played.land])).toBeGreaterThan(0.1);
    expect(share(pixels, [played.water])).toBeGreaterThan(0.1);
    expect(share(pixels, rings), 'the clusters of incidents').toBeGreaterThan(0.0005);

    expect(files().some((file) => file.includes('mapbox-gl'))).toBe(true);
    expect(files().filter((file) => file.includes('maplibre-gl'))).toEqual([]);
  });

  test('Mapbox draws every layer that MapLibre draws', async ({ page, context }) => {
    test.setTimeout(120_000);
    await playMapbox(context, server.origin);
    await enter(page, server.origin);
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    const open = async (layers: string) => {
      await openMap(page, `${server.origin}/map`, `${view}&${layers}`);
      await expect(page.locator('[data-engine]')).toHaveAttribute('data-engine', 'mapbox');
    };
    // The marks have some 3,000 pixels more that look like heat over this sea than such that look like a coast.
    await open('show=governments&drift=1');
    await expect.poll(async () => moreHeat(await readPixels(page))).toBeLessThan(-10_000);
    await open('show=heat&wind=1');
    await expect.poll(async () => moreHeat(await readPixels(page))).toBeGreaterThan(7_000);
    expect(complaints).toEqual([]);
  });

  test('when Mapbox refuses the token, MapLibre takes over', async ({ page, context }) => {
    await context.route(/mapbox\.com/, (route) =>
      route.fulfill({ status: 401, json: { message: 'Not Authorized - Invalid Token' }, headers: everybody }),
    );
    await openMap(page, `${server.origin}/map`);
    await expect(page.locator('[data-engine]')).toHaveAttribute('data-engine', 'maplibre');
    expect(share(await readPixels(page), [chart.land])).toBeGreaterThan(0.1);
  });
});

/** Signs in as Taean: the shared map, with all that the members see. */
async function enter(page: Page, origin: string): Promise<void> {
  const answer = await page.request.post(`${origin}/demo/enter`, {
    form: { seatId: demoSeats['taean-officer'].id, returnTo: '/map' },
    headers: { Origin: origin, 'Sec-Fetch-Site': 'same-origin' },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(303);
}

async function openMap(page: Page, address: string, asked = view): Promise<void> {
  await page.goto(`${address}?${asked}`);
  await expect(page.locator('[data-map-ready="true"]')).toBeVisible({ timeout: 40_000 });
}

/** The scripts that the page has asked for so far. */
function scriptsOf(page: Page): () => string[] {
  const files: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (/\.(m?js|css)$/.test(pathname)) files.push(pathname);
  });
  return () => files;
}

/** What one sees of the map, pixel by pixel as 0xrrggbb: a canvas may be there and blank. */
async function readPixels(page: Page): Promise<number[]> {
  const picture = await page.locator('.map-canvas').screenshot({
    style: '.map-page > :not(.map), .map > :not(:first-child) { visibility: hidden }',
  });
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const pixels: number[] = [];
  for (let at = 0; at < data.length; at += info.channels) pixels.push(data.readUIntBE(at, 3));
  return pixels;
}

/** Which part of the picture has one of these colours, give or take rounding. */
function share(pixels: readonly number[], colours: readonly string[]): number {
  const wanted = colours.map((colour) => Number.parseInt(colour.slice(1), 16));
  const isNear = (a: number, b: number) =>
    [16, 8, 0].every((shift) => near((a >> shift) & 255, (b >> shift) & 255));
  return pixels.filter((pixel) => wanted.some((colour) => isNear(pixel, colour))).length / pixels.length;
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 3;
}

/** How many pixels more have a colour of heat over the played sea than one of the coast's stretches. */
function moreHeat(pixels: readonly number[]): number {
  let more = 0;
  for (const pixel of pixels) {
    const [red, green, blue] = [(pixel >> 16) & 255, (pixel >> 8) & 255, pixel & 255];
    if (red - blue > 45 && red < 205) more += 1;
    if (green > red + 10 && blue - green < 50 && blue > 90) more -= 1;
  }
  return more;
}

const everybody = { 'access-control-allow-origin': '*' };

/** Mapbox's hosts, played: a style of two colours over our own tiles. Workers' requests are caught too. */
async function playMapbox(context: BrowserContext, origin: string): Promise<void> {
  const style = {
    version: 8,
    name: 'played',
    sources: { played: { type: 'vector', url: 'mapbox://mapbox.played' } },
    glyphs: 'mapbox://fonts/mapbox/{fontstack}/{range}.pbf',
    layers: [
      { id: 'water', type: 'background', paint: { 'background-color': played.water } },
      {
        id: 'land',
        type: 'fill',
        source: 'played',
        'source-layer': 'land',
        paint: { 'fill-color': played.land },
      },
    ],
  };
  const tileJson = {
    tilejson: '2.2.0',
    minzoom: 0,
    maxzoom: 11,
    tiles: ['https://a.tiles.mapbox.com/v4/mapbox.played/{z}/{x}/{y}.vector.pbf'],
  };
  await context.route(/mapbox\.com/, async (route) => {
    const { pathname } = new URL(route.request().url());
    const tile = /\/(\d+)\/(\d+)\/(\d+)\.vector\.pbf$/.exec(pathname);
    if (tile) {
      const [, z, x, y] = tile;
      const answer = await fetch(`${origin}/tiles/base/${z}/${x}/${y}.pbf`);
      const body = Buffer.from(await answer.arrayBuffer());
      return route.fulfill({ status: answer.status === 204 ? 404 : 200, body, headers: everybody });
    }
    if (pathname.startsWith('/styles/')) return route.fulfill({ json: style, headers: everybody });
    if (pathname.endsWith('.json')) return route.fulfill({ json: tileJson, headers: everybody });
    return route.fulfill({ status: 200, body: '', headers: everybody });
  });
}
