import { type ActionFunctionArgs, data, redirect } from '@remix-run/node';
import { z } from 'zod';
import { isDocumentRequest } from '#app/http/answer.server.ts';
import { preferenceCookie } from '#app/http/cookie.server.ts';
import { readFormData } from '#app/http/form.server.ts';
import { safeReturnTo } from '#app/http/return-to.server.ts';
import { isHttps } from '#app/http/session.server.ts';

const themeInput = z.enum(['light', 'dark', 'system']);

/** The reader chooses light, dark, or as the device says, for this browser. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await readFormData(request);
  const theme = themeInput.safeParse(form.get('theme'));
  if (!theme.success) throw new Response('Bad Request', { status: 400 });
  const headers = { 'Set-Cookie': preferenceCookie('tl_theme', theme.data, isHttps()) };
  if (isDocumentRequest(request))
    return redirect(safeReturnTo(form.get('returnTo')), { status: 303, headers });
  return data({ theme: theme.data }, { headers });
}
