import { createHmac, timingSafeEqual } from 'node:crypto';
import { askTogether } from '#app/domain/ask-together.server.ts';
import { endSession } from '#app/domain/account/end-sessions.server.ts';
import { findSession } from '#app/domain/account/find-session.server.ts';
import { startSession } from '#app/domain/account/start-session.server.ts';
import type { Session } from '#app/domain/account/session.ts';
import { getEnv } from '#app/env.server.ts';
import { cookieHeader, readCookie } from './cookie.server.ts';
import { currentScope } from './request-scope.server.ts';
import { sessionSecret } from './secrets.server.ts';

export { onSessionsEnded } from '#app/domain/account/sessions-ended.server.ts';

/** The longest that browsers keep a cookie; when the session ends is decided in the database. */
const cookieSeconds = 400 * 24 * 60 * 60;

/** Do people reach this server by https? Then cookies are for https only. */
export function isHttps(): boolean {
  return getEnv().ORIGIN?.startsWith('https:') ?? false;
}

/** `__Host-` cookies need https; on http://localhost the name is plain. */
function sessionCookieName(): string {
  return isHttps() ? '__Host-tideline' : 'tideline';
}

/** The token in a Cookie header, true or not. */
export function sessionToken(cookies: string | null | undefined): string | undefined {
  const token = readCookie(cookies, sessionCookieName());
  return token && /^[\w-]{43}$/.test(token) ? token : undefined;
}

/** A page and its socket, and the tabs of one browser, ask in the same moment. */
const findSessions = askTogether(
  (token: string) => findSession(token),
  (token) => token,
);

/** Who is signed in, by the Cookie header of a request or of a socket's handshake. */
export async function readSession(cookies: string | null | undefined): Promise<Session | null> {
  const token = sessionToken(cookies);
  return token ? findSessions(token) : null;
}

/** Who is signed in, with or without a chosen seat. */
export function readSignedIn(request: Request): Promise<Session | null> {
  return readSignedInBy(request.headers.get('cookie'));
}

/** The same by a Cookie header, looked up once in the scope of a request. */
export function readSignedInBy(cookies: string | null | undefined): Promise<Session | null> {
  const scope = currentScope();
  if (!scope) return readSession(cookies);
  scope.session ??= readSession(cookies);
  return scope.session;
}

/**
 * Signs in: a new token always, and the session that the browser had ends.
 * @returns the Set-Cookie header
 */
export async function openSession(request: Request, accountId: string, seatId?: string): Promise<string> {
  const old = sessionToken(request.headers.get('cookie'));
  if (old) await endSession(old);
  const { token } = await startSession(accountId, seatId);
  return cookieHeader(sessionCookieName(), token, {
    maxAge: cookieSeconds,
    httpOnly: true,
    secure: isHttps(),
  });
}

/**
 * Signs this browser out.
 * @returns the Set-Cookie header
 */
export async function closeSession(request: Request): Promise<string> {
  const token = sessionToken(request.headers.get('cookie'));
  if (token) await endSession(token);
  return cookieHeader(sessionCookieName(), '', { maxAge: 0, httpOnly: true, secure: isHttps() });
}

/** What a page gives to its socket: a cross-site page has the cookie but not this. */
function socketToken(sessionId: string): string {
  return createHmac('sha256', sessionSecret()).update(`socket:${sessionId}`).digest('base64url');
}

/** Was this token made for this session? */
export function checkSocketToken(sessionId: string, token: unknown): boolean {
  if (typeof token !== 'string') return false;
  const given = Buffer.from(token);
  const expected = Buffer.from(socketToken(sessionId));
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** The token that this page gives to its socket; null for guests. */
export async function readSocketToken(request: Request): Promise<string | null> {
  const session = await readSignedIn(request);
  return session && socketToken(session.id);
}
