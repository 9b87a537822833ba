import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeOutbox, type OutboxPost, type OutboxStore, type SendOutcome } from './outbox.ts';

/** What the browser keeps: it survives the page. */
function aStore(): OutboxStore & { rows: Map<string, OutboxPost> } {
  const rows = new Map<string, OutboxPost>();
  return {
    rows,
    all: () => Promise.resolve([...rows.values()]),
    put: (post) => Promise.resolve(void rows.set(post.id, post)),
    remove: (id) => Promise.resolve(void rows.delete(id)),
  };
}

/** A server that takes each key once, and a network that loses the request or its answer. */
function aServer(network: ('ok' | 'lost' | 'answer lost' | 'refused')[] = []) {
  const written: { key: string; body: string }[] = [];
  const keysSeen: string[] = [];
  const send = async ({ clientKey, body }: OutboxPost): Promise<SendOutcome> => {
    keysSeen.push(clientKey);
    const weather = network.shift() ?? 'ok';
    await Promise.resolve();
    if (weather === 'lost') return { kind: 'later' };
    if (weather === 'refused') return { kind: 'refused', reason: 'not_allowed' };
    const at = written.findIndex(({ key }) => key === clientKey);
    if (at < 0) written.push({ key: clientKey, body });
    return weather === 'answer lost'
      ? { kind: 'later' }
      : { kind: 'sent', seq: (at < 0 ? written.length - 1 : at) + 1 };
  };
  return { written, keysSeen, send };
}

let number = 0;
const newKey = () => `key-${(number += 1)}`;
/** Like navigator.locks: one after another, whichever tab asks. */
function aLock() {
  let last: Promise<void> = Promise.resolve();
  return (work: () => Promise<void>) => {
    last = last.then(work);
    return last;
  };
}

const draft = (body: string) => ({
  accountId: 'han',
  threadId: 't',
  language: 'ko' as const,
  body,
  onlyOwnGovernment: false,
});

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function anOutbox(server: ReturnType<typeof aServer>, store = aStore(), alone = aLock()) {
  const outbox = makeOutbox({ store, send: server.send, alone, newKey });
  await outbox.useAccount('han');
  return { outbox, store, alone };
}

describe('what one has written', () => {
  test('stands once at every moment: it waits, or it is sent', async () => {
    const { outbox } = await anOutbox(aServer());
    const shown: string[][] = [];
    outbox.subscribe(() => shown.push([...outbox.view().sent, ...outbox.view().posts].map(({ id }) => id)));
    await outbox.add(draft('하나'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(outbox.view().sent).toHaveLength(1);
    expect(shown.filter((ids) => new Set(ids).size < ids.length)).toEqual([]);
  });

  test('arrives once and in order, however often requests or answers are lost', async () => {
    const server = aServer(['lost', 'answer lost', 'answer lost', 'ok', 'lost', 'ok', 'answer lost']);
    const { outbox, store } = await anOutbox(server);
    for (const body of ['하나', '둘', '셋']) {
      await outbox.add(draft(body));
      await vi.advanceTimersByTimeAsync(1);
    }
    await vi.advanceTimersByTimeAsync(60_000);

    expect(server.written.map(({ body }) => body)).toEqual(['하나', '둘', '셋']);
    expect(store.rows.size).toBe(0);
    expect(outbox.view().sent.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(new Set(server.keysSeen).size).toBe(3);
  });

  test('survives a reload, with its key', async () => {
    const server = aServer(['answer lost', 'ok']);
    const store = aStore();
    const before = await anOutbox(server, store);
    await before.outbox.add(draft('하나'));
    await vi.advanceTimersByTimeAsync(10);

    await anOutbox(server, store);
    await vi.advanceTimersByTimeAsync(10);

    expect(server.written).toHaveLength(1);
    expect(store.rows.size).toBe(0);
  });

  test('a refusal is shown and waits for the author; sent again it is a new post', async () => {
    const server = aServer(['refused', 'ok']);
    const { outbox } = await anOutbox(server);
    const id = await outbox.add(draft('하나'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(outbox.view().posts).toMatchObject([{ id, state: 'failed', reason: 'not_allowed' }]);

    await outbox.retry(id);
    await vi.advanceTimersByTimeAsync(10);
    expect(outbox.view().posts).toEqual([]);
    expect(new Set(server.keysSeen).size).toBe(2);
  });

  test('a refused post does not hold up the next', async () => {
    const server = aServer(['refused', 'ok']);
    const { outbox } = await anOutbox(server);
    await outbox.add(draft('하나'));
    await outbox.add(draft('둘'));
    await vi.advanceTimersByTimeAsync(10);
    expect(server.written.map(({ body }) => body)).toEqual(['둘']);
  });

  test('two open tabs send it once', async () => {
    const server = aServer();
    const store = aStore();
    const alone = aLock();
    const [one, two] = [await anOutbox(server, store, alone), await anOutbox(server, store, alone)];
    await one.outbox.add(draft('하나'));
    await Promise.all([one.outbox.drain(), two.outbox.drain()]);
    expect(server.keysSeen).toHaveLength(1);
  });

  test('somebody else on the same device neither sees nor sends it', async () => {
    const server = aServer(['lost']);
    const { outbox } = await anOutbox(server);
    await outbox.add(draft('하나'));
    await vi.advanceTimersByTimeAsync(10);
    await outbox.useAccount('shen');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(outbox.view().posts).toEqual([]);
    expect(server.written).toEqual([]);

    await outbox.useAccount('han');
    expect(server.written).toHaveLength(1);
  });

  test('what is discarded is not sent', async () => {
    const server = aServer(['lost']);
    const { outbox, store } = await anOutbox(server);
    const id = await outbox.add(draft('하나'));
    await vi.advanceTimersByTimeAsync(10);
    await outbox.discard(id);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(store.rows.size).toBe(0);
    expect(server.written).toEqual([]);
  });
});
