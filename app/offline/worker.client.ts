import { type FromWorker, isWrittenOn, type ToWorker } from './kept.ts';

const dates: number[] = [];
const listeners = new Set<() => void>();
let started: Promise<ServiceWorkerRegistration | undefined> | undefined;

/** When answers from the device were given by the server, in ms: of this page and of what it asked since. */
export function keptDates(): readonly number[] {
  return dates;
}

/** Calls back when another answer came from the device; answers with how to stop. */
export function onKept(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Starts the service worker, once a page. Without one everything works as before, with a network. */
function startWorker(): Promise<ServiceWorkerRegistration | undefined> {
  started ??= register();
  return started;
}

/** Has the report page and what this page has loaded kept for the reader. */
export async function keepForReader(): Promise<void> {
  const registration = await startWorker();
  if (!registration) return;
  const { active } = await navigator.serviceWorker.ready;
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  if (active) tell(active, { kind: 'keep', loaded });
}

/** Has this page kept, once a page: its reader writes here, and the draft must be within reach without a network. */
function keepWhatIsWrittenOn(): void {
  const told = new Set<string>();
  document.addEventListener('input', () => {
    const { controller } = navigator.serviceWorker;
    const { pathname, search, href } = window.location;
    if (!controller || told.has(href) || !isWrittenOn(new URL(href))) return;
    told.add(href);
    tell(controller, { kind: 'written', address: `${pathname}${search}` });
  });
}

async function register(): Promise<ServiceWorkerRegistration | undefined> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return undefined;
  const { serviceWorker } = navigator;
  serviceWorker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind !== 'kept') return;
    dates.push(data.date);
    for (const listener of listeners) listener();
  });
  serviceWorker.startMessages();
  // Who signs out leaves nothing behind, even if the network is gone at that moment.
  document.addEventListener('submit', ({ target }) => {
    if (target instanceof HTMLFormElement && new URL(target.action).pathname.startsWith('/sign-out'))
      void Promise.all([forgetPages(), endMessages()]);
  });
  keepWhatIsWrittenOn();
  try {
    await serviceWorker.register('/service-worker.js');
  } catch (error) {
    console.info('No service worker here.', error);
    return undefined;
  }
  if (serviceWorker.controller) tell(serviceWorker.controller, { kind: 'hello' });
  const registration = await serviceWorker.getRegistration();
  if (!registration) return undefined;
  offerTakeOver(registration);
  return registration;
}

/** A new worker waits while pages of an older build are open; the only page, of its own build, lets it in. */
function offerTakeOver(registration: ServiceWorkerRegistration): void {
  const build = ownBuild();
  const offer = () => {
    if (registration.waiting && build) tell(registration.waiting, { kind: 'take-over', build });
  };
  offer();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offer);
  });
}

/** The version that Remix gave to this page's build. */
export function ownBuild(): string | undefined {
  const manifest: unknown = '__remixManifest' in window ? window.__remixManifest : undefined;
  if (typeof manifest !== 'object' || manifest === null || !('version' in manifest)) return undefined;
  return typeof manifest.version === 'string' ? manifest.version : undefined;
}

async function forgetPages(): Promise<void> {
  const names = await caches.keys();
  const kept = names.filter((name) => name.startsWith('tideline-pages-'));
  await Promise.all(kept.map((name) => caches.delete(name)));
}

/** The server forgets the device with its session; the browser forgets it here. */
async function endMessages(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  if (!registration || !('pushManager' in registration)) return;
  const subscription = await registration.pushManager.getSubscription();
  await subscription?.unsubscribe();
}

function tell(worker: ServiceWorker, message: ToWorker): void {
  worker.postMessage(message);
}
