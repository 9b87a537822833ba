import type { RequestHandler } from 'express';
import { buildHeader, guest, readerHeader } from '#app/offline/kept.ts';
import { readSignedInBy } from './session.server.ts';

/**
 * Express middleware, inside the request's scope: says in the answer whose it is and of which build, so that the
 * service worker keeps nothing of one reader for another (decision 031). The session is looked up once a request.
 */
export function keptFor(build: string): RequestHandler {
  return (request, response, next) => {
    if (request.method !== 'GET') return next();
    readSignedInBy(request.headers.cookie).then((session) => {
      const actor = session?.actor;
      response.set(readerHeader, actor ? `${actor.accountId}.${actor.seatId}.${actor.language}` : guest);
      response.set(buildHeader, build);
      next();
    }, next);
  };
}
