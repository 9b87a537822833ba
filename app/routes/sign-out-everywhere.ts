import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { endSessionsOf } from '#app/domain/account/end-sessions.server.ts';
import { requireSignedIn } from '#app/http/actor.server.ts';
import { closeSession } from '#app/http/session.server.ts';

/** Signs the account out in every browser, this one included. */
export async function action({ request }: ActionFunctionArgs) {
  const { accountId } = await requireSignedIn(request);
  await endSessionsOf(accountId);
  return redirect('/', { status: 303, headers: { 'Set-Cookie': await closeSession(request) } });
}
