/** What the service worker does with a GET of our own origin. `null`: nothing, the browser asks as if it were not there. */
export type Way = 'asset' | 'tile' | 'page' | 'data' | null;

const lists = /^\/(today|map|map\/figures|incidents|incidents\/new|threads|actions|inbox)$/;

/**
 * The way of one request. Files, exports, photos, sockets and everything that is no GET have none: they go to the
 * network untouched.
 */
export function wayOf({ pathname }: URL, isNavigation: boolean): Way {
  if (/^\/assets\/[^/]+\.\w+$/.test(pathname)) return 'asset';
  if (/^\/tiles\/base\/\d+\/\d+\/\d+(\.pbf)?$/.test(pathname)) return 'tile';
  if (pathname.endsWith('.data') || pathname === '/map/incidents.json') return 'data';
  return isNavigation && !/\.\w+$/.test(pathname) ? 'page' : null;
}

/** Is this page, or what its loaders answer, kept on the device? The report page and the lists are, nothing else. */
export function isKept({ pathname }: URL): boolean {
  return pathname === '/map/incidents.json' || lists.test(pathname.replace(/\.data$/, ''));
}

/**
 * A page with a text that the device keeps while it is written (post, proposal). Such a page is kept once its reader has
 * begun to write there: words that cannot be reached are as good as lost.
 */
export function isWrittenOn({ pathname }: URL): boolean {
  return /^\/(incidents\/\d{4}-\d{4,}|threads\/[^/]+|actions\/[^/]+)$/.test(pathname.replace(/\.data$/, ''));
}

/**
 * Under which addresses an answer may be found. A full answer serves also where only some of a page's loaders were
 * asked (`_routes`), and the report page is the same whatever its query.
 */
export function keptAddresses(url: URL): string[] {
  const whole = new URL(url);
  whole.searchParams.delete('_routes');
  const addresses = [pathOf(url), pathOf(whole)];
  if (/^\/incidents\/new(\.data)?$/.test(url.pathname)) addresses.push(url.pathname);
  return [...new Set(addresses)];
}

function pathOf({ pathname, search }: URL): string {
  return `${pathname}${search}`;
}

/** Of the `Date` of an answer and the clock in its loaders: the second is set a moment before or after the first. */
const apartMs = 10_000;

/** Whether what a page shows, as of `now` of its root loader, came from the device, where answers of `dates` (ms) were kept. */
export function isOfKept(now: Date, dates: readonly number[]): boolean {
  return dates.some((date) => Math.abs(now.getTime() - date) < apartMs);
}

/** The server's clock, or the device's where the page is so old that it was surely kept. */
export function presentMoment(server: Date, device: Date): Date {
  const minute = 60_000;
  return device.getTime() - server.getTime() > 10 * minute ? device : server;
}

/** Names of the headers by which the worker knows whose an answer is, and of which build. */
export const readerHeader = 'x-tideline-reader';
export const buildHeader = 'x-tideline-build';
/** `readerHeader` of a guest. */
export const guest = 'none';

/** What a page tells the worker. */
export type ToWorker =
  | { readonly kind: 'hello' }
  /** The reader is signed in: keep the report page, and what this page has loaded. */
  | { readonly kind: 'keep'; readonly loaded: readonly string[] }
  /** The reader writes on the page at this address: keep it. */
  | { readonly kind: 'written'; readonly address: string }
  /** This page is of that build: a waiting worker of the same build may take over. */
  | { readonly kind: 'take-over'; readonly build: string };

/** What the worker tells a page: that it was answered from the device with what the server said at `date` (ms). */
export type FromWorker = { readonly kind: 'kept'; readonly date: number };
