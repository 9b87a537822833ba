// Thousands of readers in a process of their own: raw `ws` that speaks as much Engine.IO 4 and Socket.IO 5 as a reader
// needs (socket.io-client would itself be what is measured). Takes orders by messages of the parent process.
import http from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { gunzipSync } from 'node:zlib';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { type Latency, latency, now } from './latency.ts';

const readerShape = z.object({
  threadId: z.string(),
  cookie: z.string(),
  token: z.string(),
  /** Where it comes from, as the proxy says that the server trusts. */
  address: z.string(),
});
type ReaderOptions = z.output<typeof readerShape>;

const orderShape = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('connect'),
    kind: z.enum(['tideline', 'bare']),
    port: z.number(),
    readers: z.array(readerShape),
  }),
  z.object({ do: z.literal('listen') }),
  z.object({ do: z.literal('count') }),
  /** What the entries carry, and when each was committed. */
  z.object({ do: z.literal('figures'), commits: z.array(z.tuple([z.string(), z.number()])) }),
  z.object({ do: z.literal('drop') }),
  z.object({ do: z.literal('come back'), cursor: z.number() }),
]);
type Order = z.output<typeof orderShape>;

export type Figures = {
  deliveries: number;
  missing: number;
  bytes: number;
  latency: Latency;
  lagP99: number;
};
export type CaughtUp = { caughtUp: number; latency: Latency };

type Reader = ReaderOptions & { socket?: WebSocket };

/** Handshakes under way at the same time while readers arrive; when they come back there is no limit. */
const arrivingAtOnce = 40;
const agent = new http.Agent({ keepAlive: true, maxSockets: 200 });

let kind: 'tideline' | 'bare' = 'bare';
let port = 0;
let readers: Reader[] = [];
let keys: string[] = [];
let times: number[] = [];
let bytes = 0;
const lag = monitorEventLoopDelay({ resolution: 5 });

process.on('message', (message) => {
  obey(orderShape.parse(message)).then(
    (answer) => process.send?.(answer),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit(0));

async function obey(order: Order): Promise<object> {
  switch (order.do) {
    case 'connect': {
      for (const { socket } of readers) socket?.terminate();
      ({ kind, port, readers } = order);
      const waiting = [...readers];
      const arrive = async () => {
        for (let reader = waiting.pop(); reader; reader = waiting.pop()) await open(reader);
      };
      await Promise.all(Array.from({ length: arrivingAtOnce }, arrive));
      return { connected: readers.length };
    }
    case 'listen':
      keys = [];
      times = [];
      bytes = 0;
      lag.enable();
      lag.reset();
      return {};
    case 'count':
      return { count: keys.length };
    case 'figures':
      return figures(new Map(order.commits));
    case 'drop':
      for (const { socket } of readers) socket?.terminate();
      return {};
    case 'come back': {
      const started = now();
      const took = await Promise.all(readers.map((reader) => comeBack(reader, order.cursor, started)));
      const answer: CaughtUp = { caughtUp: took.length, latency: latency(took) };
      return answer;
    }
  }
}

function figures(commits: ReadonlyMap<string, number>): Figures {
  lag.disable();
  const lateness = keys.flatMap((key, index) => {
    const committed = commits.get(key);
    const arrived = times[index];
    return committed === undefined || arrived === undefined ? [] : [arrived - committed];
  });
  return {
    deliveries: lateness.length,
    missing: expected(commits) - lateness.length,
    bytes,
    latency: latency(lateness),
    lagP99: lag.percentile(99) / 1e6,
  };
}

/** Every event reaches every reader of its thread. */
function expected(commits: ReadonlyMap<string, number>): number {
  const readersOf = new Map<string, number>();
  for (const { threadId } of readers) readersOf.set(threadId, (readersOf.get(threadId) ?? 0) + 1);
  return [...commits.keys()].reduce((sum, key) => sum + (readersOf.get(key.split(':')[0] ?? '') ?? 0), 0);
}

/** Opens the socket of a reader and watches its thread; answers the head that the server named. */
function open(reader: Reader): Promise<number> {
  const { threadId, cookie, token, address } = reader;
  const path = kind === 'bare' ? `/${threadId}` : '/socket.io/?EIO=4&transport=websocket';
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, {
    perMessageDeflate: false,
    skipUTF8Validation: true,
    headers: { Cookie: cookie, Origin: `http://127.0.0.1:${port}`, 'X-Forwarded-For': address },
  });
  reader.socket = socket;
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('message', (data: Buffer) => {
      // What stands first decides; nothing of 10,000 messages a second is parsed.
      if (data[0] === 0x32) return socket.send('3');
      if (data[0] === 0x30) return socket.send(`40${JSON.stringify({ token })}`);
      const text = data.toString('latin1');
      if (text.startsWith('42["entry"')) return arrived(threadId, text, data.length);
      if (text.startsWith('40')) return socket.send(`420${JSON.stringify(['watch', { threadId }])}`);
      if (text.startsWith('430[{"ok":true')) return resolve(Number(/"head":(\d+)/.exec(text)?.[1]));
      if (text === 'watching') return resolve(0);
      if (text.startsWith('43') || text.startsWith('44')) reject(new Error(`A reader was refused: ${text}`));
    });
  });
}

function arrived(threadId: string, text: string, length: number): void {
  const at = text.indexOf('"seq":') + 6;
  times.push(now());
  keys.push(`${threadId}:${Number.parseInt(text.slice(at, at + 12), 10)}`);
  bytes += length;
}

/** As a page does it: the socket, then everything up to the head by HTTP. Answers the ms since `started`. */
async function comeBack(reader: Reader, cursor: number, started: number): Promise<number> {
  const head = await open(reader);
  for (let at = cursor; at < head;) at = await fetchAfter(reader, at);
  return now() - started;
}

/** The numbers of the entries of a page, in their order; a thousand pages are not parsed beside the clock. */
function seqsIn(page: string): number[] {
  return [...page.matchAll(/"seq":(\d+),"at":"/g)].map(([, seq]) => Number(seq));
}

function fetchAfter({ threadId, cookie, address }: Reader, cursor: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const path = `/threads/${threadId}/events?after=${cursor}`;
    const headers = { Cookie: cookie, 'X-Forwarded-For': address, 'Accept-Encoding': 'gzip' };
    http
      .get({ host: '127.0.0.1', port, path, headers, agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const seqs = seqsIn(gunzipSync(Buffer.concat(chunks)).toString());
          const isWhole = seqs.length > 0 && seqs.every((seq, index) => seq === cursor + 1 + index);
          if (isWhole) resolve(cursor + seqs.length);
          else reject(new Error(`After ${cursor} came ${seqs.length} entries that do not follow it.`));
        });
      })
      .on('error', reject);
  });
}
