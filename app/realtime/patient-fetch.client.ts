const againMs = 3_000;
/** What a proxy says while the process behind it is away. */
const away = new Set([502, 503, 504]);
/** In which Remix answers for a page. */
const format = 'text/x-script';
/** An action's answer that says nothing, as Remix writes it: `{ data: {} }`. */
const nothing = '[{"_1":2},"data",{}]\n';

type Sent = readonly [input: RequestInfo | URL, init: RequestInit | undefined];

type Listener = (answered: boolean) => void;
const listeners = new Set<Listener>();

/**
 * From now on a page outlives a server that is away, where Remix would put an error page in the place of what somebody
 * reads or writes. A reload in place waits for the server. A form that got no answer stays as it was filled, and the
 * listeners of `onAnswer` hear of it. Where somebody goes they hear at once that it did not work.
 */
export function keepPagesWithoutServer(): void {
  const send = window.fetch.bind(window);
  window.fetch = (...sent) => {
    const [input, init] = sent;
    if (isReload(input, init)) return reload(send, [input, init]);
    if (isFormOfPage(input, init)) return submit(send, [input, init]);
    return send(...sent);
  };
}

/** Hears whether a form got an answer; without one it is not known whether the server has done what was asked. */
export function onAnswer(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function reload(send: typeof fetch, [input, init]: Sent): Promise<Response> {
  for (;;) {
    const answer = await unlessAway(send, [input, init]);
    if (answer) return answer;
    await pause(init?.signal ?? null);
  }
}

async function submit(send: typeof fetch, sent: Sent): Promise<Response> {
  const answer = await unlessAway(send, sent);
  for (const listener of listeners) listener(answer !== null);
  if (answer) return answer;
  // A status of a refusal: nothing has changed that the page would have to read again.
  return new Response(nothing, { status: 400, headers: { 'Content-Type': format } });
}

/** The whole answer, as a line may also be cut after its head; null while there is no server at the other end. */
async function unlessAway(send: typeof fetch, [input, init]: Sent): Promise<Response | null> {
  try {
    const answer = await send(input, init);
    // What our own server says with such a status is an answer, in the format of Remix.
    if (away.has(answer.status) && !answer.headers.get('Content-Type')?.startsWith(format)) return null;
    const body = await answer.arrayBuffer();
    const { status, statusText, headers } = answer;
    return new Response(body.byteLength > 0 ? body : null, { status, statusText, headers });
  } catch (error) {
    if (init?.signal?.aborted) throw error;
    return null;
  }
}

/** The loaders of the page that is open, while nobody is on the way to another one. */
function isReload(input: RequestInfo | URL, init: RequestInit | undefined): boolean {
  return methodOf(init) === 'GET' && pageOf(input) !== null && navigation().state === 'idle';
}

/** An action of the open page, or of a part of it; a button that leads elsewhere has nothing to lose. */
function isFormOfPage(input: RequestInfo | URL, init: RequestInit | undefined): boolean {
  const page = pageOf(input);
  if (methodOf(init) === 'GET' || page === null) return false;
  const { state, formAction } = navigation();
  const isOfPart = state !== 'submitting' || new URL(formAction, window.location.href).pathname !== page;
  return isOfPart || page === window.location.pathname;
}

function navigation() {
  return globalThis.__remixRouter.state.navigation;
}

function methodOf(init: RequestInit | undefined): string {
  return (init?.method ?? 'GET').toUpperCase();
}

/** The path of the page whose data is asked for; null for anything that is not a page's data. */
function pageOf(input: RequestInfo | URL): string | null {
  if (input instanceof Request) return null;
  const { pathname } = new URL(input, window.location.href);
  return pathname.endsWith('.data') ? pathname.slice(0, -'.data'.length) : null;
}

function pause(signal: AbortSignal | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(new DOMException('Something newer took its place.', 'AbortError'));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, againMs);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
