const againMs = 3_000;
/** What a proxy says while the process behind it is away. */
const away = new Set([502, 503, 504]);

/**
 * From now on a page that is reloaded in place waits for a server that is away, instead of failing: an error page would
 * stand where somebody reads or writes. Where somebody goes they hear at once that it did not work.
 */
export function letReloadsWait(): void {
  const send = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    if (!isReload(input, init)) return send(input, init);
    for (;;) {
      const answer = await whole(send(input, init)).catch((error: unknown) => {
        if (init?.signal?.aborted) throw error;
        return null;
      });
      if (answer && !away.has(answer.status)) return answer;
      await pause(init?.signal ?? null);
    }
  };
}

/** The answer once all of it is here: a line may also be cut after its head. */
async function whole(sent: Promise<Response>): Promise<Response> {
  const answer = await sent;
  const body = await answer.arrayBuffer();
  const { status, statusText, headers } = answer;
  return new Response(body.byteLength > 0 ? body : null, { status, statusText, headers });
}

/** The loaders of the page that is open, while nobody is on the way to another one. */
function isReload(input: RequestInfo | URL, init: RequestInit | undefined): boolean {
  if ((init?.method ?? 'GET').toUpperCase() !== 'GET' || input instanceof Request) return false;
  if (!new URL(input, window.location.href).pathname.endsWith('.data')) return false;
  return globalThis.__remixRouter.state.navigation.state === 'idle';
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
