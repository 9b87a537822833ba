import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Request, RequestHandler } from 'express';
import { getEnv } from '#app/env.server.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { comesFromHere, isOwnOrigin } from './cross-origin.ts';
import { isHttps, sessionToken } from './session.server.ts';

const permissions = [
  'geolocation=(self)',
  'camera=(self)',
  'translator=(self)',
  'language-detector=(self)',
  'microphone=()',
  'payment=()',
  'usb=()',
].join(', ');

/** Express middleware: security headers for every answer, with a nonce in `res.locals.cspNonce`. */
export function securityHeaders(): RequestHandler {
  const { MAPBOX_ACCESS_TOKEN, NODE_ENV } = getEnv();
  const https = isHttps();
  return (request, response, next) => {
    const nonce = randomBytes(16).toString('base64');
    response.locals.cspNonce = nonce;
    response.set({
      'Content-Security-Policy': contentSecurityPolicy({
        nonce,
        origin: ownOrigin(request),
        mapbox: MAPBOX_ACCESS_TOKEN !== undefined,
        development: NODE_ENV === 'development',
      }),
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Referrer-Policy': 'same-origin',
      'Permissions-Policy': permissions,
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
    });
    if (https) response.set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
    next();
  };
}

/** Express middleware, after the static files: what a signed-in reader gets, or an action answers, is kept by no cache. */
export function privateAnswers(): RequestHandler {
  return (request, response, next) => {
    const forAnyone = request.method === 'GET' && sessionToken(request.headers.cookie) === undefined;
    response.set('Cache-Control', forAnyone ? 'no-cache' : 'private, no-store').vary('Cookie');
    next();
  };
}

const refusedSentence = [
  '이 요청은 타이드라인 화면에서 보낸 것이 아니므로 처리하지 않았습니다. 화면을 새로 열어 다시 시도해 주십시오.',
  '该请求不是从潮线页面发出的，未予处理。请重新打开页面后再试。',
  'This request did not come from a page of Tideline and was not carried out. Open the page again and retry.',
].join('\n');

/** Express middleware: what changes something must come from our own pages (403 otherwise). */
export function crossOriginProtection(): RequestHandler {
  return (request, response, next) => {
    const allowed = comesFromHere({
      method: request.method,
      site: request.get('sec-fetch-site'),
      origin: request.get('origin'),
      own: [ownOrigin(request)],
    });
    // A mail program has neither Origin nor cookie, and the address itself says who it may speak for (RFC 8058).
    if (allowed || request.path.startsWith('/mail/off/')) next();
    else response.status(403).type('text/plain; charset=utf-8').send(`${refusedSentence}\n`);
  };
}

/** May a socket open from this page? Its handshake must carry our own Origin. */
export function isOwnHandshake(handshake: IncomingMessage): boolean {
  const { host, origin } = handshake.headers;
  const own = getEnv().ORIGIN ?? `http://${host ?? ''}`;
  return isOwnOrigin(origin, [own]);
}

function ownOrigin(request: Request): string {
  return getEnv().ORIGIN ?? `${request.protocol}://${request.get('host') ?? ''}`;
}
