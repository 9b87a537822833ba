import { io, type Socket } from 'socket.io-client';
import { v7 as uuid } from 'uuid';
import type { ThreadEntry, ThreadPage, ThreadSnapshot } from '#app/domain/thread/entry.ts';
import type { ClientToServer, ServerToClient, WatchAnswer } from '#app/realtime/contract.ts';
import { makeThreadFeed, type ThreadFeed } from '#app/realtime/thread-feed.ts';
import { type DemoSeatKey, demoSeats } from '#prisma/demo/seats.ts';

export type LiveSocket = Socket<ServerToClient, ClientToServer>;

/** Somebody at the other end of the wire, without a browser. A guest has no cookie. */
export type Person = { origin: string; cookie: string; token: string | null };

/** Signs in as the demo's "enter as" card does. */
export async function enter(origin: string, seat: DemoSeatKey): Promise<Person> {
  const answer = await fetch(`${origin}/demo/enter`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ seatId: demoSeats[seat].id }),
  });
  const cookie = answer.headers
    .getSetCookie()
    .find((line) => line.includes('tideline='))
    ?.split(';')[0];
  if (!cookie) throw new Error(`No session for ${seat}: ${answer.status} ${await answer.text()}`);
  const page = await (await fetch(`${origin}/settings`, { headers: { Cookie: cookie } })).text();
  const token = /socketToken\\",\\"([^"\\]+)/.exec(page)?.[1];
  if (!token) throw new Error('The page carries no socket token.');
  return { origin, cookie, token };
}

export type PostAnswer = { status: number; seq: number | null; refusal: string | null };

/** Sends a post the way the outbox does. */
export async function post(
  { origin, cookie }: Person,
  threadId: string,
  body: string,
  {
    clientKey = uuid(),
    own = false,
    through = origin,
  }: { clientKey?: string; own?: boolean; through?: string } = {},
): Promise<PostAnswer> {
  const answer = await fetch(`${through}/threads/${threadId}/posts`, {
    method: 'POST',
    signal: AbortSignal.timeout(10_000),
    headers: {
      Cookie: cookie,
      Origin: through,
      Accept: 'application/json',
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ clientKey, language: 'ko', body, ...(own && { onlyOwnGovernment: 'on' }) }),
  });
  const said: { refusal: string | null; value?: { seq: number } } = await answer.json();
  return { status: answer.status, seq: said.value?.seq ?? null, refusal: said.refusal };
}

/** Everything that HTTP gives this person of a thread; null when it refuses. */
export async function readAll({ origin, cookie }: Person, threadId: string): Promise<ThreadEntry[] | null> {
  const entries: ThreadEntry[] = [];
  for (;;) {
    const page = await fetchAfter({ origin, cookie, token: null }, threadId, entries.at(-1)?.seq ?? 0);
    if (!page) return null;
    if ('snapshot' in page) throw new Error('A snapshot was not expected.');
    entries.push(...page.entries);
    if (page.entries.length === 0 || (entries.at(-1)?.seq ?? 0) >= page.head) return entries;
  }
}

async function fetchAfter(
  { origin, cookie }: Person,
  threadId: string,
  cursor: number,
): Promise<ThreadPage | null> {
  const answer = await fetch(`${origin}/threads/${threadId}/events?after=${cursor}`, {
    headers: { Cookie: cookie },
    signal: AbortSignal.timeout(10_000),
  });
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(`events: ${answer.status}`);
  return answer.json();
}

/** Opens a socket as a page does; it comes back by itself. */
export function connect(
  { origin, cookie, token }: Person,
  through = origin,
  pageOrigin = through,
): LiveSocket {
  const socket: LiveSocket = io(through, {
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 50,
    reconnectionDelayMax: 200,
    auth: { token },
    extraHeaders: { ...(cookie && { Cookie: cookie }), Origin: pageOrigin },
  });
  // A server that could not look up the session says so, and then coming back is the client's to do.
  socket.on('connect_error', ({ message }) => {
    if (message === 'try_again') setTimeout(() => socket.connect(), 200);
  });
  return socket;
}

/** Asks to watch a thread. */
export function watch(socket: LiveSocket, threadId: string): Promise<WatchAnswer> {
  return socket.timeout(10_000).emitWithAck('watch', { threadId });
}

export type Reader = { feed: ThreadFeed; socket: LiveSocket; bodies: () => string[]; close: () => void };

const nothing: Omit<ThreadSnapshot, 'threadId'> = { head: 0, minSeq: 0, entries: [] };

/**
 * A reader made of the product's own receiving half. `hears` may drop what the socket brings, `delay` (ms) may hold it
 * until later messages have overtaken it.
 */
export function read(
  person: Person,
  threadId: string,
  { through = person.origin, hears = (entry: ThreadEntry) => entry.seq > 0, delay = (): number => 0 } = {},
): Reader {
  const socket = connect(person, through);
  const feed = makeThreadFeed({
    snapshot: { ...nothing, threadId },
    fetchAfter: (cursor) => fetchAfter(person, threadId, cursor),
    onChange: () => {},
    retryAfter: () => 200,
  });
  socket.on('connect', () => {
    void watch(socket, threadId).then(
      (answer) => {
        if (answer.ok) feed.learnHead(answer.head);
        void feed.ask();
      },
      () => void feed.ask(),
    );
  });
  socket.on('entry', ({ entry }) => {
    if (!hears(entry)) return;
    const late = delay();
    if (late > 0) setTimeout(() => feed.receive(entry), late);
    else feed.receive(entry);
  });
  socket.on('heads', (heads) => {
    for (const { threadId: id, head } of heads) if (id === threadId) feed.learnHead(head);
  });
  return {
    feed,
    socket,
    bodies: () => feed.view().state.entries.flatMap((entry) => bodyOf(entry) ?? []),
    close: () => {
      feed.close();
      socket.disconnect();
    },
  };
}

/** The words of a post, as written. */
export function bodyOf(entry: ThreadEntry): string | undefined {
  return entry.type === 'post_written' ? entry.post.body : undefined;
}

/** Waits until something is true; says what was waited for when it does not come. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  within = 30_000,
): Promise<void> {
  const end = Date.now() + within;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Not within ${within / 1000} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
