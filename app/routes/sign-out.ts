import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { closeSession } from '#app/http/session.server.ts';

/** Signs this browser out. */
export async function action({ request }: ActionFunctionArgs) {
  return redirect('/', { status: 303, headers: { 'Set-Cookie': await closeSession(request) } });
}
