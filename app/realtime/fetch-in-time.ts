/**
 * `fetch` that gives up.
 * @throws like `fetch` when offline, and an AbortError after `milliseconds`
 */
export async function fetchInTime(url: string, init: RequestInit, milliseconds: number): Promise<Response> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), milliseconds);
  try {
    return await fetch(url, { ...init, signal: giveUp.signal });
  } finally {
    clearTimeout(timer);
  }
}
