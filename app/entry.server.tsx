import { Transform } from 'node:stream';
import {
  createReadableStreamFromReadable,
  type ActionFunctionArgs,
  type AppLoadContext,
  type EntryContext,
  type LoaderFunctionArgs,
} from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { NonceContext } from './components/shell/nonce.ts';
import { readActor } from './http/actor.server.ts';
import { makeI18n } from './i18n/i18n.ts';
import { readersLanguage } from './i18n/readers-language.server.ts';

declare module '@remix-run/node' {
  interface AppLoadContext {
    cspNonce: string;
    /** Names this answer in the log and on the error page. */
    requestId: string;
    /** Which build answers; in development none. */
    build: string | null;
  }
}

const abortDelay = 5_000;

/** Renders a page in the reader's language; scripts carry the nonce of the answer. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { cspNonce }: AppLoadContext,
): Promise<Response> {
  const i18n = await makeI18n(readersLanguage(request, await readActor(request)));
  const whole = isbot(request.headers.get('user-agent') ?? '');
  return new Promise((resolve, reject) => {
    let code = status;
    const { pipe, abort } = renderToPipeableStream(
      <I18nextProvider i18n={i18n}>
        <NonceContext.Provider value={cspNonce}>
          <RemixServer context={remixContext} url={request.url} abortDelay={abortDelay} nonce={cspNonce} />
        </NonceContext.Provider>
      </I18nextProvider>,
      {
        nonce: cspNonce,
        [whole ? 'onAllReady' : 'onShellReady']: () => {
          const body = withoutNul();
          headers.set('Content-Type', 'text/html; charset=utf-8');
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: code }));
          pipe(body);
        },
        onShellError: reject,
        onError: (error: unknown) => {
          code = 500;
          console.error(error);
        },
      },
    );
    setTimeout(abort, abortDelay + 1_000);
  });
}

/**
 * React 18 sends its buffer whole where the next Korean or Chinese character does not fit in, and what was left free
 * arrives as NUL (react issue 31134); in an attribute or a text field browsers make U+FFFD of it. No page has a NUL.
 */
function withoutNul(): Transform {
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });
}

/** Logs a bug with an id that the error page shows. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted) return;
  // An address or a method that is not there is no bug.
  if (isRouteErrorResponse(error) && error.status < 500) return;
  console.error(`[${context.requestId}]`, request.method, new URL(request.url).pathname, error);
}
