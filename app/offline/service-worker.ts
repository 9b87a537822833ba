import { keptReports, sendKept } from '#app/components/incident/report-store.ts';
import { isLanguage } from '#app/i18n/languages.ts';
import {
  buildHeader,
  type FromWorker,
  guest,
  isKept,
  isWrittenOn,
  keptAddresses,
  readerHeader,
  type ToWorker,
  wayOf,
} from './kept.ts';
import { offlinePage } from './offline-page.ts';
import { type NoticeClients, type NoticeWindow, openNotice } from './open-notice.ts';

// Of the worker's world as much as is used: the project's types are those of pages.
type Waiting = Event & { waitUntil(work: Promise<unknown>): void };
type Fetching = Waiting & {
  request: Request;
  clientId: string;
  resultingClientId: string;
  respondWith(answer: Promise<Response>): void;
};
type Told = Waiting & { data: ToWorker; source: Client | null };
type Client = NoticeWindow & { id: string; postMessage(message: FromWorker): void };
type Pushed = Waiting & { data: { json(): unknown } | null };
type Clicked = Waiting & { notification: Notification };
declare const registration: ServiceWorkerRegistration;
declare const clients: NoticeClients & {
  claim(): Promise<void>;
  get(id: string): Promise<Client | undefined>;
};
declare const skipWaiting: () => Promise<void>;
/** Of the build that this worker belongs to. */
declare const BUILD: string;
declare const SHELL: readonly string[];

const assets = `tideline-assets-${BUILD}`;
const pages = `tideline-pages-${BUILD}`;
const tiles = 'tideline-tiles';
const who = 'tideline-reader';
const mostPages = 60;
const mostTiles = 1500;
/** On a poor signal a page that is kept does not wait longer for the network. */
const patienceMs = 6_000;
/** The report page is fetched again after that. */
const freshMs = 30 * 60_000;

/** Counts the changes of reader: what was asked before one is not kept after it. */
let turn = 0;
let order: Promise<unknown> = Promise.resolve();
/** Windows whose document came from the device. */
const keptDocuments = new Map<string, number>();

globalThis.addEventListener('install', (event) => {
  if (isWaiting(event)) event.waitUntil(caches.open(assets).then((cache) => cache.addAll([...SHELL])));
});

globalThis.addEventListener('activate', (event) => {
  if (isWaiting(event)) event.waitUntil(tidy().then(() => clients.claim()));
});

globalThis.addEventListener('fetch', (event) => {
  if (!isFetching(event)) return;
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  const way = wayOf(url, request.mode === 'navigate');
  if (way === 'asset') event.respondWith(fromDevice(event, assets));
  else if (way === 'tile') event.respondWith(fromDevice(event, tiles).catch(() => tileOfBefore(request.url)));
  else if (way !== null) event.respondWith(fromNetwork(event, url));
});

globalThis.addEventListener('message', (event) => {
  if (isTold(event)) event.waitUntil(hear(event));
});

// Background Sync, where the browser has it: the page may be gone by then.
globalThis.addEventListener('sync', (event) => {
  if (isWaiting(event)) event.waitUntil(sendReports());
});

globalThis.addEventListener('push', (event) => {
  if (isPushed(event)) event.waitUntil(show(event));
});

globalThis.addEventListener('notificationclick', (event) => {
  if (isClicked(event)) event.waitUntil(open(event));
});

/** Whoever reads here now may be somebody else than whom it is for: then it only says that there is something. */
async function show({ data }: Pushed): Promise<void> {
  const message = readPushed(data);
  const [reader] = (await currentReader()).split('.');
  const isForReader = message !== null && message.accountId === reader;
  await registration.showNotification(isForReader ? message.title : 'Tideline', {
    icon: '/apple-touch-icon.png',
    ...(message && {
      body: isForReader ? message.body : '',
      tag: message.tag,
      lang: message.lang,
      data: message.href,
    }),
  });
}

async function open({ notification }: Clicked): Promise<void> {
  notification.close();
  await openNotice(notification.data, location.origin, clients);
}

type Message = { title: string; body: string; href: string; tag: string; lang: string; accountId: string };

function readPushed(data: Pushed['data']): Message | null {
  const message: unknown = data?.json();
  return isMessage(message) ? message : null;
}

function isMessage(message: unknown): message is Message {
  if (typeof message !== 'object' || message === null) return false;
  const said = new Map(Object.entries(message));
  return ['title', 'body', 'href', 'tag', 'lang', 'accountId'].every(
    (name) => typeof said.get(name) === 'string',
  );
}

async function hear({ data, source }: Told): Promise<void> {
  if (data.kind === 'take-over') {
    const open = await clients.matchAll({ type: 'window', includeUncontrolled: true });
    if (data.build === BUILD && open.length <= 1) await skipWaiting();
  } else if (data.kind === 'hello') {
    const date = source && keptDocuments.get(source.id);
    if (date) source.postMessage({ kind: 'kept', date });
  } else if (data.kind === 'written') {
    await keepWritten(new URL(data.address, location.origin));
  } else {
    await Promise.all([keepReportPage(), keepLoaded(data.loaded)]);
  }
}

/** When this worker takes over, no page of an older build is open any more. */
async function tidy(): Promise<void> {
  const names = await caches.keys();
  const left = names.filter(
    (name) => /^tideline-(assets|pages)-/.test(name) && name !== assets && name !== pages,
  );
  await Promise.all(left.map((name) => caches.delete(name)));
}

/** What never changes under its address. */
async function fromDevice(event: Fetching, name: string): Promise<Response> {
  const { request } = event;
  const found = await caches.match(request.url, { ignoreVary: true });
  if (found) return found;
  const response = await fetch(request);
  if (response.ok && response.type === 'basic') event.waitUntil(put(name, request.url, response.clone()));
  return response;
}

/** Without a network a tile of an older chart is better than none. */
async function tileOfBefore(address: string): Promise<Response> {
  return (await caches.match(address, { cacheName: tiles, ignoreSearch: true })) ?? Response.error();
}

async function put(name: string, address: string, response: Response): Promise<void> {
  const cache = await caches.open(name);
  try {
    await cache.put(address, response);
  } catch (error) {
    console.info('The browser keeps no more.', error);
    return;
  }
  const most = name === tiles ? mostTiles : name === pages ? mostPages : Infinity;
  const keys = await cache.keys();
  const over = keys.slice(0, Math.max(0, keys.length - most));
  await Promise.all(over.map((key) => cache.delete(key)));
}

/** The network's answer; without one, or when it keeps the reader waiting, what was kept for this reader. */
async function fromNetwork(event: Fetching, url: URL): Promise<Response> {
  const isPage = event.request.mode === 'navigate';
  const asked = ask(event.request, url);
  event.waitUntil(asked.catch(() => undefined));
  const kept = isKept(url) || isWrittenOn(url) ? await findKept(url) : undefined;
  try {
    if (!kept) return await asked;
    const answer = await Promise.race([asked, later(patienceMs)]);
    if (answer) return answer;
  } catch (error) {
    if (!kept && isPage) return noPage(await currentReader());
    if (!kept) throw error;
  }
  const date = Date.parse(kept.headers.get('date') ?? '');
  if (isPage) keptDocuments.set(event.resultingClientId, date);
  else (await clients.get(event.clientId))?.postMessage({ kind: 'kept', date });
  return kept;
}

function later(ms: number): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), ms);
  });
}

async function ask(request: Request, url: URL, isAsked = isKept(url)): Promise<Response> {
  const begun = turn;
  const response = await fetch(request);
  const copy = response.status === 200 && (isAsked || isWrittenOn(url)) ? response.clone() : null;
  const { headers } = response;
  order = order
    .then(async () => {
      const isWanted = isAsked || (await findKept(url)) !== undefined;
      await heed(headers, isWanted ? copy : null, url, begun);
      if (!isWanted) await copy?.body?.cancel();
    })
    .catch((error: unknown) => console.info('Not kept.', error));
  return response;
}

/**
 * Looks at who reads. Another reader than before, or nobody: everything that was kept for the former goes. Then the
 * answer is kept, if it is one to keep, of our build and for somebody signed in.
 */
async function heed(headers: Headers, copy: Response | null, url: URL, begun: number): Promise<void> {
  const build = headers.get(buildHeader);
  if (build === null) return;
  const reader = headers.get(readerHeader) ?? guest;
  if (reader !== (await currentReader())) {
    // It was on its way when the reader changed.
    if (begun !== turn) return;
    turn += 1;
    await forgetPages();
    await (await caches.open(who)).put('/reader', new Response(reader));
  }
  if (copy && reader !== guest && build === BUILD) await put(pages, `${url.pathname}${url.search}`, copy);
}

async function currentReader(): Promise<string> {
  const told = await caches.match('/reader', { cacheName: who });
  return told ? told.text() : guest;
}

async function forgetPages(): Promise<void> {
  const names = await caches.keys();
  const kept = names.filter((name) => name.startsWith('tideline-pages-'));
  await Promise.all(kept.map((name) => caches.delete(name)));
}

async function findKept(url: URL): Promise<Response | undefined> {
  const reader = await currentReader();
  if (reader === guest) return undefined;
  for (const address of keptAddresses(url)) {
    const found = await caches.match(address, { cacheName: pages, ignoreVary: true });
    if (found?.headers.get(readerHeader) === reader) return found;
  }
  return undefined;
}

/** The report page must be there before anybody needs it: a beach is no place to think of that. */
async function keepReportPage(): Promise<void> {
  await keepPage(new URL('/incidents/new', location.origin));
}

/** A page with a draft. From now on every answer of the network takes the place of what is kept. */
async function keepWritten(url: URL): Promise<void> {
  if (isWrittenOn(url)) await keepPage(url);
}

/** The document and what its loaders say, unless they are kept and fresh. */
async function keepPage({ pathname, search }: URL): Promise<void> {
  for (const address of [`${pathname}${search}`, `${pathname}.data${search}`]) {
    const url = new URL(address, location.origin);
    const kept = await findKept(url);
    if (kept && Date.now() - Date.parse(kept.headers.get('date') ?? '') < freshMs) continue;
    try {
      await ask(new Request(url), url, true);
      await order;
    } catch (error) {
      console.info('The page is not kept yet.', error);
      return;
    }
  }
}

/** Fonts and tiles that the page had before this worker saw its requests. */
async function keepLoaded(loaded: readonly string[]): Promise<void> {
  for (const address of loaded) {
    const url = new URL(address, location.origin);
    const way = url.origin === location.origin ? wayOf(url, false) : null;
    if (way !== 'asset' && way !== 'tile') continue;
    if (await caches.match(address, { ignoreVary: true })) continue;
    try {
      const response = await fetch(address);
      if (response.ok) await put(way === 'asset' ? assets : tiles, address, response);
    } catch (error) {
      console.info('Not kept.', error);
      return;
    }
  }
}

async function sendReports(): Promise<void> {
  const [accountId] = (await currentReader()).split('.');
  if (!accountId || accountId === guest) return;
  await sendKept(accountId);
  const left = (await keptReports(accountId)).filter(({ state }) => state === 'waiting');
  // The browser tries again later when this fails.
  if (left.length > 0) throw new Error('Reports still wait.');
}

function noPage(reader: string): Response {
  const told = reader.split('.')[2] ?? navigator.language.split('-')[0];
  const language = isLanguage(told) ? told : 'en';
  return offlinePage(language);
}

function isWaiting(event: Event): event is Waiting {
  return 'waitUntil' in event;
}

function isPushed(event: Event): event is Pushed {
  return isWaiting(event) && 'data' in event;
}

function isClicked(event: Event): event is Clicked {
  return isWaiting(event) && 'notification' in event;
}

function isFetching(event: Event): event is Fetching {
  return 'respondWith' in event;
}

function isTold(event: Event): event is Told {
  return (
    isWaiting(event) &&
    'data' in event &&
    typeof event.data === 'object' &&
    event.data !== null &&
    'kind' in event.data
  );
}
