import type { Submission, SubmissionResult } from '@conform-to/react';
import { data, redirect } from '@remix-run/node';
import { type Refusal, refusalStatus } from '#app/domain/refusal.ts';
import type { Result } from '#app/domain/result.ts';

type Answered<T> = { refusal: null; value: T; lastResult?: undefined };
type Refused = { refusal: Refusal; value?: undefined; lastResult?: SubmissionResult };

type Options<T> = {
  /** Where to go when it is done (303); without it the value is the answer. */
  to?: string | ((value: T) => string);
  /**
   * For a URL without a page of its own: a form that was sent without JavaScript goes back to this page with
   * `?refusal=reason` instead of showing bare data.
   */
  back?: { request: Request; to: string };
  /** The same for every form, with JavaScript or without: a refusal leads to this page with `?refusal=reason`. */
  refusedTo?: string;
  /** Of `parseForm`: a refusal then gives back everything typed except passwords. */
  submission?: Submission<unknown, string[], unknown>;
};

/**
 * Turns the result of a verb into HTTP: a redirect or the value, or the refusal with its status.
 * `useActionData` and fetchers get `{ refusal: null, value }` or `{ refusal: reason }`.
 */
export function answer<T>(result: Result<T>, { to, back, refusedTo, submission }: Options<T> = {}) {
  if (result.ok) {
    if (to !== undefined) return redirect(typeof to === 'function' ? to(result.value) : to, 303);
    const answered: Answered<T> | Refused = { refusal: null, value: result.value };
    return data(answered);
  }
  if (refusedTo !== undefined) return redirect(withRefusal(refusedTo, result.reason), 303);
  if (back && isDocumentRequest(back.request)) return redirect(withRefusal(back.to, result.reason), 303);
  return refused<T>(result.reason, submission);
}

/** A refusal as HTTP, with everything typed except passwords where there was a form. */
export function refused<T = never>(reason: Refusal, submission?: Submission<unknown, string[], unknown>) {
  const body: Answered<T> | Refused = {
    refusal: reason,
    ...(submission && { lastResult: giveBack(submission, { formErrors: [reason] }) }),
  };
  return data(body, { status: refusalStatus[reason] });
}

/** Everything typed, except passwords. */
export function giveBack(
  submission: Submission<unknown, string[], unknown>,
  errors: { formErrors?: string[] } = {},
): SubmissionResult {
  const hideFields = Object.keys(submission.payload).filter((name) => /password|current/i.test(name));
  return submission.reply({ ...errors, hideFields });
}

/** The one 404, the same for what is absent and what this reader may not see. */
export function notFound(): never {
  throw new Response('Not Found', { status: 404 });
}

/** A page that this seat may not open at all; its links are not shown to it. */
export function forbidden(): never {
  throw new Response('Forbidden', { status: 403 });
}

/** Did the browser itself navigate here (a form without JavaScript), rather than a script fetching? */
export function isDocumentRequest(request: Request): boolean {
  const mode = request.headers.get('sec-fetch-mode');
  if (mode !== null) return mode === 'navigate';
  return request.headers.get('accept')?.includes('text/html') ?? false;
}

function withRefusal(path: string, reason: Refusal): string {
  const url = new URL(path, 'http://here');
  url.searchParams.set('refusal', reason);
  return `${url.pathname}${url.search}${url.hash}`;
}
