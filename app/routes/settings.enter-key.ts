import { type ActionFunctionArgs, data, redirect } from '@remix-run/node';
import { isDocumentRequest } from '#app/http/answer.server.ts';
import { preferenceCookie } from '#app/http/cookie.server.ts';
import { readFormData } from '#app/http/form.server.ts';
import { isHttps } from '#app/http/session.server.ts';

/** Whether Enter sends, for this browser: the composer reads the cookie. */
export async function action({ request }: ActionFunctionArgs) {
  const sends = (await readFormData(request)).get('enterSends') === 'on';
  const headers = { 'Set-Cookie': preferenceCookie('tl_enter', sends ? 'send' : 'newline', isHttps()) };
  if (isDocumentRequest(request)) return redirect('/settings', { status: 303, headers });
  return data({ sends }, { headers });
}
