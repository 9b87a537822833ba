import type { z } from 'zod';
import type { EngineFault } from './provider.ts';

export type Asked<T> = { ok: true; value: T } | { ok: false; fault: EngineFault };

type Question<T> = {
  url: string;
  headers?: Record<string, string>;
  /** Sent as JSON, or as the form that it is. */
  body: unknown;
  /** What a readable answer looks like. */
  shape: z.ZodType<T>;
  timeoutMs: number;
  /** Statuses besides 456 that mean: no more this month. */
  isQuota?: (status: number, answer: string) => boolean;
};

/** Asks an engine over HTTP once; whatever goes wrong is a typed fault, and no address or key gets into its words. */
export async function ask<T>(question: Question<T>): Promise<Asked<T>> {
  const { url, headers, body, shape, timeoutMs, isQuota } = question;
  const isForm = body instanceof URLSearchParams;
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { ...(!isForm && { 'content-type': 'application/json' }), ...headers },
      body: isForm ? body : JSON.stringify(body),
      // An engine that leads elsewhere would get the key there, too.
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    text = await response.text();
  } catch (error) {
    const isTimeout = error instanceof Error && error.name === 'TimeoutError';
    return { ok: false, fault: { kind: isTimeout ? 'timeout' : 'unavailable' } };
  }
  if (!response.ok) return { ok: false, fault: faultOf(response, text, isQuota) };
  const parsed = shape.safeParse(parseJson(text));
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, fault: { kind: 'unreadable' } };
}

function faultOf(
  { status, headers }: Response,
  text: string,
  isQuota: Question<unknown>['isQuota'],
): EngineFault {
  if (status === 456 || isQuota?.(status, text)) return { kind: 'quota' };
  if (status === 429) return { kind: 'busy', retryAfterMs: retryAfterMs(headers.get('retry-after')) };
  return { kind: status >= 500 ? 'unavailable' : 'refused' };
}

const longestWaitMs = 24 * 3600 * 1000;

/** RFC 9110 §10.2.3: seconds or a date; null when it says neither. At most a day. */
export function retryAfterMs(header: string | null, now = Date.now()): number | null {
  if (header === null) return null;
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), longestWaitMs) : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
