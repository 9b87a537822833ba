import type { Refusal } from '#app/domain/refusal.ts';
import type { Language } from '#prisma/generated/enums.ts';
import type { Attached } from './attached.ts';

/** A post that this device keeps until the server has it. */
export type OutboxPost = {
  /** Of the row, on this device only. */
  id: string;
  /** Of the post: the server takes it once. A refused post gets a new one when it is sent again. */
  clientKey: string;
  accountId: string;
  threadId: string;
  language: Language;
  body: string;
  onlyOwnGovernment: boolean;
  /** Number of the post that it answers. */
  replyTo?: number;
  /** Go with it; each is uploaded once. */
  attached?: readonly Attached[];
  /** When it was written, in ms. */
  at: number;
  state: 'waiting' | 'failed';
  /** Why it failed; `form` when the words themselves are not acceptable. */
  reason: Refusal | 'form' | null;
};

export type Draft = Pick<
  OutboxPost,
  'accountId' | 'threadId' | 'language' | 'body' | 'onlyOwnGovernment' | 'replyTo' | 'attached'
>;

/** `later`: nothing is known (offline, timeout, 5xx), the same key goes again. */
export type SendOutcome =
  { kind: 'sent'; seq: number } | { kind: 'refused'; reason: Refusal | 'form' } | { kind: 'later' };

export type OutboxStore = {
  all: () => Promise<OutboxPost[]>;
  put: (post: OutboxPost) => Promise<void>;
  remove: (id: string) => Promise<void>;
};

export type OutboxOptions = {
  store: OutboxStore;
  /** `keep` notes what is done already: a file that was uploaded is not uploaded again. */
  send: (post: OutboxPost, keep: (post: OutboxPost) => Promise<void>) => Promise<SendOutcome>;
  /** Runs `work` while no other tab of this browser runs its own. */
  alone: (work: () => Promise<void>) => Promise<void>;
  newKey: () => string;
  /** Tells the other tabs that the store changed. */
  tellOthers?: (sent?: Sent) => void;
  retryAfter?: (failures: number) => number;
};

export type Sent = OutboxPost & { seq: number };

export type OutboxView = {
  posts: readonly OutboxPost[];
  /** Taken by the server in this session, newest last. */
  sent: readonly Sent[];
};

const keptSent = 50;
const doubling = (failures: number) => Math.min(30_000, 1_000 * 2 ** (failures - 1));

/** The sending half of the thread protocol, without a browser: what is in it reaches the server once, in order. */
export function makeOutbox({
  store,
  send,
  alone,
  newKey,
  tellOthers = () => {},
  retryAfter = doubling,
}: OutboxOptions) {
  let view: OutboxView = { posts: [], sent: [] };
  let accountId: string | null = null;
  let draining: Promise<void> | undefined;
  let again = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  const say = (next: OutboxView) => {
    view = next;
    for (const listener of listeners) listener();
  };
  const read = async () => {
    const posts = await store.all();
    say({ ...view, posts: posts.filter((post) => post.accountId === accountId).sort((a, b) => a.at - b.at) });
  };
  const save = async (post: OutboxPost) => {
    await store.put(post);
    await read();
    tellOthers();
  };
  // In one step: a post that is both shows twice.
  const noteSent = (sent: Sent) =>
    say({
      posts: view.posts.filter(({ id }) => id !== sent.id),
      sent: [...view.sent, sent].slice(-keptSent),
    });

  /** False when the rest has to wait for the network. */
  const sendOne = async (post: OutboxPost): Promise<boolean> => {
    let known = post;
    const outcome = await send(post, async (done) => {
      known = done;
      await store.put(done);
    });
    if (outcome.kind === 'later') return false;
    if (outcome.kind === 'refused') {
      await save({ ...known, state: 'failed', reason: outcome.reason });
      return true;
    }
    const sent = { ...post, seq: outcome.seq };
    await store.remove(post.id);
    noteSent(sent);
    await read();
    tellOthers(sent);
    return true;
  };

  const drainOnce = async () => {
    for (;;) {
      again = false;
      await read();
      const next = view.posts.find(({ state }) => state === 'waiting');
      if (!next && !again) return;
      if (!next) continue;
      if (await sendOne(next)) {
        failures = 0;
        continue;
      }
      failures += 1;
      clearTimeout(timer);
      timer = setTimeout(() => void drain(), retryAfter(failures));
      return;
    }
  };

  /** Sends what waits, now. */
  const drain = (): Promise<void> => {
    clearTimeout(timer);
    again = true;
    draining ??= alone(drainOnce).finally(() => {
      draining = undefined;
      // Asked for between the last look and here.
      if (again) void drain();
    });
    return draining;
  };

  return {
    view: () => view,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Whose posts are shown and sent; those of others who used this device wait for them. */
    async useAccount(id: string | null): Promise<void> {
      accountId = id;
      await read();
      if (id) await drain();
    },
    /** Keeps the post first and sends it then. */
    async add(draft: Draft): Promise<string> {
      const id = newKey();
      await save({ ...draft, id, clientKey: newKey(), at: Date.now(), state: 'waiting', reason: null });
      void drain();
      return id;
    },
    /** A refused post goes once more, as a new one. */
    async retry(id: string): Promise<void> {
      const post = view.posts.find((one) => one.id === id);
      if (post?.state === 'failed') {
        // What the server keeps no more is uploaded anew.
        const anew = post.reason === 'attachment_gone' ? { id: null } : {};
        const attached = post.attached?.map((file) => ({ ...file, ...anew }));
        await save({
          ...post,
          ...(attached && { attached }),
          clientKey: newKey(),
          state: 'waiting',
          reason: null,
        });
      }
      void drain();
    },
    async discard(id: string): Promise<void> {
      await store.remove(id);
      await read();
      tellOthers();
    },
    /** Another tab changed the store. */
    async heard(sent?: Sent): Promise<void> {
      if (sent && sent.accountId === accountId) noteSent(sent);
      await read();
    },
    drain,
  };
}

export type Outbox = ReturnType<typeof makeOutbox>;
