import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { v7 as uuid } from 'uuid';
import { openDatabase, useDatabase } from '#app/db/client.server.ts';
import { migrate } from '#app/db/migrate.server.ts';
import { ensureGovernments } from '#app/domain/government/ensure-governments.server.ts';
import { fillSeats } from '#prisma/demo/fill-seats.ts';
import { freePort } from '../free-port.ts';
import { emptyOfConnections, urlOf } from '../postgres-database.ts';
import { type CuttingProxy, startProxy } from './cutting-proxy.ts';
import { bodyOf, connect, enter, type Person, post, read, readAll, until, watch } from './person.ts';
import { type ServerProcess, startServer } from './server-process.ts';

/** What a storm did and left. Lost, doubled and disordered are summed over the database and all readers. */
export type StormFigures = {
  seed: number;
  /** The server ended by SIGKILL, some of the times between the commit and the answer of a post. */
  kills: number;
  /** Times that every line was cut, or went silent and was cut afterwards. */
  cuts: number;
  /** Times that the database ended all connections; always 0 with the embedded one. */
  terminated: number;
  /** Posts that their writers know to be taken. */
  sent: number;
  lost: number;
  duplicated: number;
  disordered: number;
  /** Posts missed by a reader that trusts its socket and no numbers: 0 means that the storm proved nothing. */
  control_lost: number;
};

type StormOptions = {
  seconds: number;
  seed: number;
  /** An empty database on a PostgreSQL server of this machine; the embedded one in a folder when left out. */
  databaseUrl?: string | undefined;
};

const readersCount = 6;

/**
 * Four people write for `seconds` and six read, while lines are cut or fall silent, messages of the sockets are dropped
 * and overtake each other, the database ends its connections and the server is killed. Then everybody compares lists.
 * The seed decides about the blows, not about the scheduling of the machine.
 */
export async function runStorm({ seconds, seed, databaseUrl }: StormOptions): Promise<StormFigures> {
  const random = randomFrom(seed);
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'tideline-storm-'));
  const threadId = await prepareWorld(folder, databaseUrl);
  const port = await freePort();
  const start = () => startServer({ folder, port, env: databaseUrl ? { DATABASE_URL: databaseUrl } : {} });
  let server: ServerProcess = await start();
  const proxy = await startProxy(port);
  const through = `http://127.0.0.1:${proxy.port}`;
  const figures = { kills: 0, cuts: 0, terminated: 0 };
  const opened: (() => void)[] = [];
  try {
    const writers = await Promise.all(
      (['taean-officer', 'taean-head', 'weihai-officer', 'qingdao-officer'] as const).map((seat) =>
        enter(server.origin, seat),
      ),
    );
    const [first] = writers;
    if (!first) throw new Error('Nobody is there.');

    const readers = Array.from({ length: readersCount }, (_, index) =>
      read(writers[index % writers.length] ?? first, threadId, {
        through,
        // One in ten messages is lost, one in ten is overtaken by later ones.
        hears: () => random() > 0.1,
        delay: () => (random() < 0.1 ? 20 + random() * 300 : 0),
      }),
    );
    opened.push(...readers.map(({ close }) => close));
    const control = readWithoutNumbers(first, threadId, through);
    opened.push(control.close);
    await until('all are there', () => [...readers, control].every(({ socket }) => socket.connected));

    const end = Date.now() + seconds * 1_000;
    const ledger: string[] = [];
    const restart = async () => {
      await server.kill('SIGKILL');
      figures.kills += 1;
      server = await start();
    };
    await Promise.all([
      ...writers.map((writer, name) => write(writer, `writer ${name}`, threadId, through, end, ledger)),
      blow({ end, random, proxy, databaseUrl, restart, figures, taken: () => ledger.length }),
    ]);
    // Whatever the dice did: once everybody who reads is off while somebody writes.
    proxy.block(true);
    figures.cuts += 1;
    await deliver(first, 'from the shore', threadId, server.origin, ledger);
    proxy.block(false);

    // Who is not there after a minute and a half has lost something, and the figures say so.
    await until(
      'every reader is at the head',
      () => readers.every(({ bodies }) => bodies().length >= ledger.length),
      90_000,
    ).catch(() => undefined);
    const stored = ((await readAll(first, threadId)) ?? []).flatMap((entry) => bodyOf(entry) ?? []);
    const lists = [stored, ...readers.map(({ bodies }) => bodies())];
    return {
      seed,
      ...figures,
      sent: ledger.length,
      lost: sum(lists.map((list) => missing(ledger, list))),
      duplicated: sum(lists.map((list) => list.length - new Set(list).size)),
      disordered: sum(lists.map((list) => list.filter((body, index) => body !== stored[index]).length)),
      control_lost: missing(ledger, [...control.heard]),
    };
  } finally {
    for (const close of opened) close();
    await proxy.close();
    await server.kill('SIGKILL');
    await fs.rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** People and one thread; the demo world sees that somebody lives here and stays away. */
export async function prepareWorld(folder: string, databaseUrl?: string): Promise<string> {
  const database = await openDatabase(databaseUrl ? { url: databaseUrl } : { folder });
  useDatabase(database);
  await migrate(database);
  await ensureGovernments();
  await fillSeats(database.prisma, new Date());
  const id = uuid();
  await database.prisma.thread.create({
    data: {
      id,
      subject: 'topic',
      title: 'storm',
      titleLanguage: 'en',
      ownerGovernmentId: 'taean',
      visibility: 'network',
    },
  });
  useDatabase(undefined);
  await database.close();
  return id;
}

/** One writer, and the outbox: the same key until there is an answer. */
async function write(
  person: Person,
  name: string,
  threadId: string,
  through: string,
  end: number,
  ledger: string[],
): Promise<void> {
  for (let index = 0; Date.now() < end; index += 1) {
    await deliver(person, `${name}, post ${index}`, threadId, through, ledger);
    await pause(60);
  }
}

async function deliver(
  person: Person,
  body: string,
  threadId: string,
  through: string,
  ledger: string[],
): Promise<void> {
  const clientKey = uuid();
  await until(
    `${body} is taken`,
    () =>
      post(person, threadId, body, { clientKey, through }).then(
        ({ status }) => status === 200,
        () => false,
      ),
    90_000,
  );
  ledger.push(body);
}

type Weather = {
  end: number;
  random: () => number;
  proxy: CuttingProxy;
  databaseUrl: string | undefined;
  restart: () => Promise<void>;
  figures: Pick<StormFigures, 'kills' | 'cuts' | 'terminated'>;
  /** How many posts are known to be taken. */
  taken: () => number;
};

/**
 * One blow after another until the end. The server is killed a fifth into the storm and then 5-10 s after it is back,
 * in turn at any moment and between a commit and its answer.
 */
async function blow({ end, random, proxy, databaseUrl, restart, figures, taken }: Weather): Promise<void> {
  let nextKill = Date.now() + (end - Date.now()) / 5;
  while (Date.now() < end) {
    const before = taken();
    await pause(150 + random() * 500);
    // On a slow machine nothing would ever get through between two blows, and nothing be tried.
    for (let waited = 0; waited < 3_000 && taken() === before; waited += 50) await pause(50);
    if (Date.now() > nextKill) {
      if (figures.kills % 2 === 0) {
        // Committed, and nobody heard of it.
        const answered = new Promise<void>((resolve) => proxy.loseNextAnswer(resolve));
        await Promise.race([answered, pause(2_000)]);
      }
      await restart();
      nextKill = Date.now() + 5_000 + random() * 5_000;
      continue;
    }
    const dice = random();
    if (dice < 0.15 && databaseUrl) {
      // From another database, or it would end its own.
      await emptyOfConnections(urlOf(databaseUrl, 'template1'), new URL(databaseUrl).pathname.slice(1));
      figures.terminated += 1;
    } else if (dice < 0.6) {
      proxy.cut();
      figures.cuts += 1;
    } else if (dice < 0.75) {
      proxy.hush();
      await pause(300 + random() * 1_500);
      proxy.cut();
      figures.cuts += 1;
    }
  }
}

/** The negative control: it believes that what the socket brings is everything. */
function readWithoutNumbers(person: Person, threadId: string, through: string) {
  const heard = new Set<string>();
  const socket = connect(person, through);
  socket.on('connect', () => void watch(socket, threadId).catch(() => undefined));
  socket.on('entry', ({ entry }) => {
    const body = bodyOf(entry);
    if (body) heard.add(body);
  });
  return { heard, socket, close: () => void socket.disconnect() };
}

function missing(wanted: readonly string[], list: readonly string[]): number {
  const there = new Set(list);
  return wanted.filter((body) => !there.has(body)).length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Numbers from 0 to 1 that the seed decides (mulberry32). */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
