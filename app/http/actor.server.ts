import { redirect } from '@remix-run/node';
import type { Session } from '#app/domain/account/session.ts';
import type { Actor, Reader } from '#app/domain/actor.ts';
import { forbidden } from './answer.server.ts';
import { pageOf } from './return-to.server.ts';
import { readSignedIn } from './session.server.ts';

/** Who reads: the account in its chosen seat, or null for a guest. */
export async function readActor(request: Request): Promise<Reader> {
  return (await readSignedIn(request))?.actor ?? null;
}

/**
 * The actor, for what guests may not do. Who has left the seat reads and sends nothing, but where `formerToo` says so.
 * @throws a redirect to the sign-in, or to the choice of a seat, that comes back here afterwards
 */
export async function requireActor(request: Request, { formerToo = false } = {}): Promise<Actor> {
  const session = await readSignedIn(request);
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (session?.actor?.formerly && !reads && !formerToo) forbidden();
  if (session?.actor) return session.actor;
  throw redirect(`${session ? '/seat' : '/sign-in'}?returnTo=${encodeURIComponent(pageOf(request))}`, 303);
}

/**
 * Who is signed in, seat or not.
 * @throws a redirect to the sign-in that comes back here afterwards
 */
export async function requireSignedIn(request: Request): Promise<Session> {
  const session = await readSignedIn(request);
  if (session) return session;
  throw redirect(`/sign-in?returnTo=${encodeURIComponent(pageOf(request))}`, 303);
}
