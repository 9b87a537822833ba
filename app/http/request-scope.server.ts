import { AsyncLocalStorage } from 'node:async_hooks';
import type { RequestHandler } from 'express';
import { oncePerProcess } from '#app/db/once-per-process.server.ts';
import type { Session } from '#app/domain/account/session.ts';

type Scope = {
  /** Of the client; behind a proxy the one that TRUST_PROXY lets it tell. */
  address: string;
  /** Looked up once. */
  session: Promise<Session | null> | undefined;
};

// Remix hands every loader a Request of its own, so what belongs to one HTTP request is kept beside it.
const scopes = oncePerProcess('request-scope', () => new AsyncLocalStorage<Scope>());

/** Express middleware: all loaders and the action of one request share one look at the session. */
export function requestScope(): RequestHandler {
  return (request, _response, next) => {
    scopes.run({ address: request.ip ?? 'unknown', session: undefined }, next);
  };
}

/** What belongs to the HTTP request that is being answered; undefined outside of one (tests, scripts). */
export function currentScope(): Scope | undefined {
  return scopes.getStore();
}

/** The client's address, for the rate limit. */
export function clientAddress(): string {
  return currentScope()?.address ?? 'unknown';
}
