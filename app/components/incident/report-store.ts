import { createStore, del, entries, get, set } from 'idb-keyval';
import type { ReportValues } from './report-values.ts';

/** Why the server did not take a report: keys of the namespaces `refusal` and `form`. */
export type RefusedReport = {
  refusal: string | null;
  errors: { [field: string]: string[] };
};

/** A report that is kept on this device, with the photos that could not be uploaded. */
export type KeptReport = {
  accountId: string;
  clientKey: string;
  values: ReportValues;
  photos: Blob[];
  /** In ms. */
  keptAt: number;
  /** `refused`: it waits for its author, not for the network. `sent` ones stay until their author has seen them. */
  state: 'waiting' | 'sent' | 'refused';
  /** Of the incident, once sent. */
  number?: string;
  reason?: RefusedReport;
};

export type SendOutcome =
  { kind: 'sent'; number: string } | { kind: 'later' } | { kind: 'refused'; reason: RefusedReport };

/** Headers between the form's action and whoever sends what was kept. */
export const accountHeader = 'x-tideline-account';
export const refusedHeader = 'x-tideline-refused';

type Listener = (sending: string | null) => void;

const store = () => createStore('tideline-reports', 'reports');
const listeners = new Set<Listener>();
let channel: BroadcastChannel | undefined;

/** Calls back when something changed, with the key of the report that is being sent; answers with how to stop. */
export function onReportsChange(listener: Listener): () => void {
  others();
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

function others(): BroadcastChannel | undefined {
  if (channel || !('BroadcastChannel' in globalThis)) return channel;
  channel = new BroadcastChannel('tideline-reports');
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) =>
    tellHere(typeof data === 'string' ? data : null),
  );
  return channel;
}

function tellHere(sending: string | null): void {
  for (const listener of listeners) listener(sending);
}

function changed(sending: string | null = null): void {
  others()?.postMessage(sending);
  tellHere(sending);
}

/** Older versions of this page wrote `refused` and no time. */
type Stored = Omit<KeptReport, 'keptAt' | 'state'> &
  Partial<Pick<KeptReport, 'keptAt' | 'state'>> & { refused?: boolean };

function readStored({ refused, ...report }: Stored): KeptReport {
  return { ...report, keptAt: report.keptAt ?? 0, state: report.state ?? (refused ? 'refused' : 'waiting') };
}

/** What this account has kept, the oldest first. */
export async function keptReports(accountId: string): Promise<KeptReport[]> {
  const rows = await entries<string, Stored>(store());
  return rows
    .map(([, report]) => readStored(report))
    .filter((report) => report.accountId === accountId)
    .sort((a, b) => a.keptAt - b.keptAt);
}

/** Keeps a report on this device until it can be sent. */
export async function keepReport(report: KeptReport): Promise<void> {
  await set(report.clientKey, report, store());
  changed();
}

/** Takes a report off the device, to be changed in the form; null when it has gone meanwhile. */
export async function takeReport(clientKey: string): Promise<KeptReport | null> {
  return alone(async () => {
    const stored = await get<Stored>(clientKey, store());
    if (!stored) return null;
    const report = readStored(stored);
    if (report.state === 'sent') return null;
    await del(clientKey, store());
    changed();
    return report;
  });
}

/** Forgets a report whose author has seen that it was sent. */
export async function forgetReport(clientKey: string): Promise<void> {
  await del(clientKey, store());
  changed();
}

/**
 * Sends a report by the page's own form. It may be sent again: the server knows it by its client key.
 * `later` means that no answer came, or that somebody else holds this browser; `refused`, that it must be changed first.
 */
export async function sendReport({
  accountId,
  values,
  photos,
}: Pick<KeptReport, 'accountId' | 'values' | 'photos'>): Promise<SendOutcome> {
  const body = new FormData();
  for (const [name, list] of Object.entries(values)) for (const value of list ?? []) body.append(name, value);
  // Whoever sent it could not be asked; the server asks only a form that says nothing about it.
  if (!body.has('sameAs')) body.append('sameAs', 'none');
  for (const photo of photos) body.append('photos', photo, 'photo');
  try {
    const response = await fetch('/incidents/new', {
      method: 'POST',
      body,
      headers: { [accountHeader]: accountId },
      signal: timeout(),
    });
    const { pathname } = new URL(response.url);
    const number = /^\/incidents\/(\d{4}-\d{4,})$/.exec(pathname)?.[1];
    if (number) return { kind: 'sent', number };
    // Signed out meanwhile, a proxy's page, or a server in trouble: it stays.
    const isBusy = response.status >= 500 || response.status === 408 || response.status === 429;
    if (isBusy || pathname !== '/incidents/new') return { kind: 'later' };
    return { kind: 'refused', reason: readReason(response.headers.get(refusedHeader)) };
  } catch (error) {
    console.info('The report waits for the network.', error);
    return { kind: 'later' };
  }
}

/** What the action says about a report that it did not take. */
export function writeReason(refusal: string | null, errors: { [field: string]: unknown }): string {
  const reason: RefusedReport = { refusal, errors: {} };
  for (const [field, keys] of Object.entries(errors)) if (isWords(keys)) reason.errors[field] = keys;
  return encodeURIComponent(JSON.stringify(reason));
}

/** The same, read; without a word about it the reason is nothing in particular. */
export function readReason(header: string | null): RefusedReport {
  const none: RefusedReport = { refusal: null, errors: {} };
  if (header === null) return none;
  const told: unknown = JSON.parse(decodeURIComponent(header));
  if (typeof told !== 'object' || told === null) return none;
  const refusal = 'refusal' in told && typeof told.refusal === 'string' ? told.refusal : null;
  const errors: RefusedReport['errors'] = {};
  if ('errors' in told && typeof told.errors === 'object' && told.errors !== null)
    for (const [field, keys] of Object.entries(told.errors)) if (isWords(keys)) errors[field] = keys;
  return { refusal, errors };
}

function isWords(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

/** Photos over a poor signal take their time. */
function timeout(): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 120_000);
  return controller.signal;
}

/** How many were sent, and how many the server did not take. */
export type Drained = { sent: number; refused: number };

/** Sends what this account has kept, one page (or worker) at a time. What is refused stays for its author. */
export async function sendKept(accountId: string): Promise<Drained> {
  return (await alone(() => sendEach(accountId), { ifAvailable: true })) ?? { sent: 0, refused: 0 };
}

/** Sends one report that is kept, now; what became of it is no longer kept, unless it is for later. */
export async function sendNow(report: KeptReport): Promise<SendOutcome> {
  const outcome = await alone(async () => {
    // Another page may have sent it while this one waited for its turn.
    const stored = await get<Stored>(report.clientKey, store());
    if (stored?.number !== undefined) return { kind: 'sent', number: stored.number } satisfies SendOutcome;
    return sendReport(report);
  });
  if (outcome.kind !== 'later') await forgetReport(report.clientKey);
  return outcome;
}

async function sendEach(accountId: string): Promise<Drained> {
  const drained = { sent: 0, refused: 0 };
  for (const report of await keptReports(accountId)) {
    if (report.state !== 'waiting') continue;
    changed(report.clientKey);
    const outcome = await sendReport(report);
    if (outcome.kind === 'sent') {
      drained.sent += 1;
      const { title, placeName } = report.values;
      const values = { title, placeName };
      await keepReport({ ...report, values, photos: [], state: 'sent', number: outcome.number });
    } else if (outcome.kind === 'refused') {
      drained.refused += 1;
      await keepReport({ ...report, state: 'refused', reason: outcome.reason });
    } else {
      changed();
      break;
    }
  }
  return drained;
}

async function alone<T>(work: () => Promise<T>): Promise<T>;
async function alone<T>(work: () => Promise<T>, options: { ifAvailable: true }): Promise<T | undefined>;
async function alone<T>(
  work: () => Promise<T>,
  options: { ifAvailable?: true } = {},
): Promise<T | undefined> {
  // Older browsers have no locks; the client key keeps a report from arriving twice there.
  if (!('locks' in navigator)) return work();
  return navigator.locks.request('tideline-reports', options, (lock) => (lock ? work() : undefined));
}

/** Asks the browser, where it can, to have the worker send what is kept when the network is back. */
export async function askForSync(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const registration: object | undefined = await navigator.serviceWorker.getRegistration();
  if (!registration || !('sync' in registration) || !canRegister(registration.sync)) return;
  try {
    await registration.sync.register('tideline-reports');
  } catch (error) {
    console.info('No background sync.', error);
  }
}

function canRegister(sync: unknown): sync is { register(tag: string): Promise<void> } {
  return typeof sync === 'object' && sync !== null && 'register' in sync;
}
