import { createStore, del, entries, set, type UseStore } from 'idb-keyval';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { refusalStatus, type Refusal } from '#app/domain/refusal.ts';
import { onConnectionChange, isConnected } from './connection.client.ts';
import { fetchInTime } from './fetch-in-time.ts';
import {
  makeOutbox,
  type Outbox,
  type OutboxPost,
  type OutboxStore,
  type Sent,
  type SendOutcome,
} from './outbox.ts';
import { upload } from './upload.client.ts';

const timeoutMs = 15_000;
const answerShape = z.union([
  z.object({ refusal: z.null(), value: z.object({ seq: z.number() }) }),
  z.object({ refusal: z.string() }),
]);

let outbox: Outbox | undefined;

/** The outbox of this browser: in IndexedDB, one sender whatever the number of tabs. */
export function openOutbox(): Outbox {
  if (outbox) return outbox;
  const others = 'BroadcastChannel' in window ? new BroadcastChannel('tideline-outbox') : undefined;
  const made = makeOutbox({
    store: makeStore(),
    send,
    alone: async (work) => {
      // Locks need https or localhost; without them the server's keys still keep each post single.
      if ('locks' in navigator) await navigator.locks.request('tideline-outbox', work);
      else await work();
    },
    newKey: uuid,
    tellOthers: (sent) => others?.postMessage(sent),
  });
  others?.addEventListener('message', ({ data }: MessageEvent<Sent | undefined>) => void made.heard(data));
  window.addEventListener('online', () => void made.drain());
  onConnectionChange(() => {
    if (isConnected()) void made.drain();
  });
  outbox = made;
  return made;
}

/** IndexedDB, or only this page's memory where the browser refuses it (some private windows). */
function makeStore(): OutboxStore {
  const memory = new Map<string, OutboxPost>();
  let kept: UseStore | undefined;
  const inKept = async <T>(work: (store: UseStore) => Promise<T>, otherwise: () => T): Promise<T> => {
    try {
      kept ??= createStore('tideline-outbox', 'posts');
      return await work(kept);
    } catch (error) {
      console.warn('The browser keeps no outbox; posts wait in this page only.', error);
      return otherwise();
    }
  };
  return {
    all: async () => {
      const rows = await inKept(
        (store) => entries<string, OutboxPost>(store),
        () => [],
      );
      return [...rows.map(([, post]) => post), ...memory.values()];
    },
    put: (post) =>
      inKept(
        (store) => set(post.id, post, store),
        () => void memory.set(post.id, post),
      ),
    remove: (id) =>
      inKept(
        (store) => del(id, store),
        () => undefined,
      ).then(() => void memory.delete(id)),
  };
}

type Keep = (post: OutboxPost) => Promise<void>;

/** The files first, one after another, then the post that names them. */
async function send(post: OutboxPost, keep: Keep): Promise<SendOutcome> {
  let { attached = [] } = post;
  for (const file of attached.filter(({ id }) => id === null)) {
    const outcome = await upload(file);
    if (outcome.kind !== 'stored') return outcome;
    attached = attached.map((one) => (one.key === file.key ? { ...one, id: outcome.id } : one));
    await keep({ ...post, attached });
  }
  return sendPost({ ...post, attached });
}

async function sendPost(post: OutboxPost): Promise<SendOutcome> {
  const { threadId, clientKey, language, body, onlyOwnGovernment, replyTo, attached = [] } = post;
  const form = new FormData();
  for (const [name, value] of Object.entries({ clientKey, language, body })) form.set(name, value);
  if (onlyOwnGovernment) form.set('onlyOwnGovernment', 'on');
  if (replyTo !== undefined) form.set('replyTo', `${replyTo}`);
  for (const { kind, id } of attached)
    if (id !== null) form.append(kind === 'photo' ? 'photoIds' : 'fileIds', id);
  try {
    const response = await fetchInTime(
      `/threads/${threadId}/posts`,
      { method: 'POST', body: form, headers: { accept: 'application/json' } },
      timeoutMs,
    );
    // Signed out meanwhile: the post waits on this device until its author is back.
    if (response.status >= 500 || [401, 408, 429].includes(response.status)) return { kind: 'later' };
    const answer = answerShape.safeParse(await response.json());
    if (answer.success && answer.data.refusal === null && 'value' in answer.data) {
      return { kind: 'sent', seq: answer.data.value.seq };
    }
    if (response.status >= 400) return { kind: 'refused', reason: reasonOf(answer.data?.refusal) };
    return { kind: 'later' };
  } catch (error) {
    // Offline, too slow, or an answer that is not ours (the sign-in page of a hotel's network).
    console.info('A post waits for the network.', error);
    return { kind: 'later' };
  }
}

function reasonOf(told: string | null | undefined): Refusal | 'form' {
  return told && isRefusal(told) ? told : 'form';
}

function isRefusal(told: string): told is Refusal {
  return told in refusalStatus;
}
