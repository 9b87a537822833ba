import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type Express } from 'express';
import { startWorking } from './db/jobs.server.ts';
import { openDatabase, useDatabase, type Database } from './db/client.server.ts';
import { keepTables, lookAfterTables } from './db/look-after-tables.server.ts';
import { migrate } from './db/migrate.server.ts';
import { oncePerProcess } from './db/once-per-process.server.ts';
import { startClosingDecisions } from './domain/decision/close-due-decisions.server.ts';
import { ensureFirstSeat } from './domain/account/first-start.server.ts';
import { reminderJob, sendReminder, startReminding } from './domain/action-item/send-reminders.server.ts';
import { startWatchingSeats } from './domain/handover/watch-seats.server.ts';
import { startPassingOnWork } from './domain/government/pass-on-work.server.ts';
import { ensureGovernments } from './domain/government/ensure-governments.server.ts';
import { ensureGlossary } from './domain/glossary/ensure-glossary.server.ts';
import { everything, mapIndexes } from './domain/incident/map-index.server.ts';
import { removeOrphanedPhotos } from './domain/incident/store-photo.server.ts';
import { removeOrphanedFiles } from './domain/thread/store-file.server.ts';
import { machineJob } from './domain/translation/request-translations.server.ts';
import { startTranslating } from './domain/translation/start-translating.server.ts';
import { readAgreedWords } from './domain/translation/read-agreed-words.server.ts';
import { translateByMachine } from './domain/translation/translate-by-machine.server.ts';
import { fillIndex } from './domain/search/fill-index.server.ts';
import { keepIndex } from './domain/search/keep-index.server.ts';
import { mailJob } from './domain/notification/plan-mails.server.ts';
import { pushJob } from './domain/notification/put-down-pushes.server.ts';
import { vapidKeys } from './domain/notification/vapid-keys.server.ts';
import { type Env, getEnv } from './env.server.ts';
import { withBareAnswers } from './http/bare-answers.server.ts';
import { boundedRequests, readToTheEnd } from './http/bounded-requests.server.ts';
import { keptFor } from './http/kept-for.server.ts';
import { pathToEndMails } from './http/mail-link.server.ts';
import { loadSecrets } from './http/secrets.server.ts';
import { countRequests, quiet } from './http/quiet.server.ts';
import { requestScope } from './http/request-scope.server.ts';
import { crossOriginProtection, privateAnswers, securityHeaders } from './http/security.server.ts';
import { makeFolderPostbox, makeSmtpPostbox, type Postbox } from './notices/postbox.server.ts';
import { sendMail } from './notices/send-mail.server.ts';
import { sendPush } from './notices/send-push.server.ts';
import { startMailing } from './notices/start-mailing.server.ts';
import { attachRealtime } from './realtime/hub.server.ts';
import { fillDemoWorld } from '#prisma/seed.ts';

/**
 * A connection without a request stays open for longer than proxies keep theirs (mostly 60 s). Who closes first must not
 * be the server: a request that is on its way just then would be lost, and a form is not sent again by itself.
 */
const keptAliveMs = 75_000;

type Running = {
  database: Database | undefined;
  ready: boolean;
  closing: boolean;
  /** Ends the work that is done after commits. */
  endWork: () => Promise<void>;
};
const running = oncePerProcess<Running>('running', () => ({
  database: undefined,
  ready: false,
  closing: false,
  endWork: () => Promise.resolve(),
}));

/** Express around Remix: what belongs to every answer, static files, health, then the routes. */
function makeApp(build: ServerBuild | (() => Promise<ServerBuild>), assets: boolean): Express {
  const env = getEnv();
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', env.TRUST_PROXY);
  app.get('/healthz', (_request, response) => void response.type('text').send('alive\n'));
  app.get('/readyz', (_request, response) => {
    void isReady().then((ready) =>
      response
        .status(ready ? 200 : 503)
        .type('text')
        .send(ready ? 'ready\n' : 'not ready\n'),
    );
  });
  app.use(securityHeaders());
  app.use(compression());
  if (assets) {
    app.use(
      '/assets',
      express.static('build/client/assets', { immutable: true, maxAge: '1y', index: false }),
    );
    // A worker that is out of date must not come from a cache.
    app.get('/service-worker.js', (_request, response) =>
      response.sendFile('service-worker.js', {
        root: 'build/client',
        headers: { 'Cache-Control': 'no-cache' },
      }),
    );
    app.use(express.static('build/client', { maxAge: '1h', index: false }));
  }
  app.use(
    countRequests(),
    readToTheEnd(),
    boundedRequests(),
    crossOriginProtection(),
    privateAnswers(),
    requestScope(),
  );
  if (typeof build !== 'function') app.use(keptFor(build.assets.version));
  const handler = (served: typeof build) =>
    createRequestHandler({
      build: served,
      mode: env.NODE_ENV,
      getLoadContext: (_request, response) => ({
        cspNonce: String(response.locals.cspNonce),
        requestId: randomUUID(),
        build: typeof build === 'function' ? null : build.assets.version,
      }),
    });
  const pages = handler(build);
  const bare = handler(
    typeof build === 'function' ? async () => withBareAnswers(await build()) : withBareAnswers(build),
  );
  app.all('*', (request, response, next) => {
    const isBare = request.method === 'POST' && !request.path.endsWith('.data');
    return (isBare ? bare : pages)(request, response, next);
  });
  return app;
}

async function isReady(): Promise<boolean> {
  if (!running.ready || running.closing || !running.database) return false;
  return running.database.prisma.$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  );
}

/** Database, migrations, lists, secrets, and the demo world when asked for. */
async function openEverything(say: (sentence: string) => void): Promise<void> {
  const env = getEnv();
  await loadSecrets();
  if (!env.DATABASE_URL) say('Opening the embedded PostgreSQL (the first time takes some seconds) ...');
  const database = await openDatabase(
    env.DATABASE_URL ? { url: env.DATABASE_URL } : { folder: path.resolve(env.DATA_DIR) },
  );
  running.database = database;
  useDatabase(database);
  const applied = await migrate(database);
  if (applied.length > 0) say(`Applied ${applied.length} migration(s).`);
  await ensureGovernments();
  await ensureGlossary();
  await vapidKeys();
  await lookAfterTables(database);
  keepIndex();
  if (env.DEMO) {
    say('Filling the demo world where it is not there yet ...');
    await fillDemoWorld(database.prisma, new Date(), {
      photosFolder: path.resolve(env.DATA_DIR, 'photos'),
      filesFolder: path.resolve(env.DATA_DIR, 'files'),
    });
  }
  startWork(database);
  running.ready = true;
  // So that the first reader of a large map does not wait for it.
  mapIndexes()
    .index(everything('members'))
    .catch((error: unknown) => console.error('The map has no index yet.', error));
  // In the background, half of the time at most, and aside from who is being answered: until it is there, the page of the
  // search says how far it is.
  const isWanted = () => !running.closing;
  const rest = async (tookMs: number) => {
    await pause(tookMs, undefined, { ref: false });
    await quiet(1_000, 5_000);
  };
  fillIndex(isWanted, rest).catch((error: unknown) => {
    if (!running.closing) console.error('The index of the search is not complete.', error);
  });
}

/** Begins with what is to be done after commits; what an earlier process left is taken up. */
function startWork(database: Database): void {
  const working = startWorking({
    [machineJob]: translateByMachine({ glossary: readAgreedWords }),
    [reminderJob]: sendReminder,
  });
  const stopTranslating = startTranslating(working.wake);
  const stopClosing = startClosingDecisions();
  const stopReminding = startReminding(working.wake);
  const stopWatchingSeats = startWatchingSeats();
  const stopPassingOn = startPassingOnWork();
  const env = getEnv();
  const origin = env.ORIGIN ?? `http://localhost:${env.PORT}`;
  const { hostname } = new URL(origin);
  // Beside the others: a slow mail server keeps nothing waiting but mails.
  const sending = startWorking({
    [mailJob]: sendMail({
      postbox: postboxOf(env),
      origin,
      from: env.MAIL_FROM ?? `Tideline <tideline@${hostname}>`,
      pathToEnd: pathToEndMails,
    }),
    [pushJob]: sendPush({ keys: vapidKeys, contact: `mailto:tideline@${hostname}` }),
  });
  const stopTidying = startTidying();
  const stopKeeping = keepTables(database);
  const stopMailing = startMailing(hostname, sending.wake);
  running.endWork = async () => {
    stopTranslating();
    stopClosing();
    stopMailing();
    stopTidying();
    stopReminding();
    stopWatchingSeats();
    stopPassingOn();
    await Promise.all([working.stop(), sending.stop(), stopKeeping()]);
  };
}

/** Invented people get no mail, whatever is configured. */
function postboxOf({ SMTP_URL, DATA_DIR, DEMO }: Env): Postbox {
  if (SMTP_URL !== undefined && !DEMO) return makeSmtpPostbox(SMTP_URL);
  return makeFolderPostbox(path.resolve(DATA_DIR, 'outbox'));
}

const tidiesEveryMs = 3_600_000;

/** Removes photos and files that nothing has taken, now and every hour. @returns how to stop */
function startTidying(): () => void {
  const tidy = () => {
    Promise.all([removeOrphanedPhotos(), removeOrphanedFiles()]).catch((error: unknown) => {
      if (!running.closing) console.error('What nobody took was not removed.', error);
    });
  };
  tidy();
  const timer = setInterval(tidy, tidiesEveryMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** Production: opens everything, listens, and prints the address. */
async function start(build: ServerBuild): Promise<void> {
  const env = getEnv();
  const say = (sentence: string) => console.log(sentence);
  await openEverything(say);
  const server = createServer({ keepAliveTimeout: keptAliveMs }, makeApp(build, true));
  attachRealtime(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(env.PORT, env.HOST, resolve);
  });
  endOnSignals(server);
  const origin = env.ORIGIN ?? addressOf(server);
  say(`Tideline is at ${origin}`);
  const setup = env.DEMO ? null : await ensureFirstSeat();
  if (setup) say(`Set up the first seat of the secretariat (works once, for 24 hours): ${origin}${setup}`);
}

function addressOf(server: Server): string {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : getEnv().PORT;
  const host = getEnv().HOST;
  return `http://${['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host) ? 'localhost' : host}:${port}`;
}

/** Stops taking work, finishes what is under way, closes the database; ends within 10 s whatever happens. */
function endOnSignals(server: Server): void {
  const end = () => {
    if (running.closing) return;
    running.closing = true;
    setTimeout(() => process.exit(0), 9_000).unref();
    const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
    server.closeIdleConnections();
    void attachRealtime
      .close()
      .then(() => closed)
      .then(() => running.endWork())
      .then(() => running.database?.close())
      .finally(() => process.exit(0));
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
}

/** Development: Vite's HTTP server carries the sockets; called once when it listens. */
export async function openForDevelopment(httpServer: Parameters<typeof attachRealtime>[0]): Promise<void> {
  if (!running.ready) {
    await openEverything((sentence) => console.log(sentence));
    const setup = getEnv().DEMO ? null : await ensureFirstSeat();
    if (setup)
      console.log(`Set up the first seat of the secretariat: http://localhost:${getEnv().PORT}${setup}`);
  }
  attachRealtime(httpServer);
}

let developing: Express | undefined;

/** Development: the application for Vite's middleware, once everything is open. */
export async function developmentApp(loadBuild: () => Promise<unknown>): Promise<Express> {
  while (!running.ready) await pause(50);
  developing ??= makeApp(async () => (await loadBuild()) as ServerBuild, false);
  return developing;
}

if (import.meta.env.PROD) {
  const build = await import('virtual:remix/server-build');
  start(build).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
}
