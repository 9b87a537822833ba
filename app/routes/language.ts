import { type ActionFunctionArgs, data, redirect } from '@remix-run/node';
import { changeLanguageInput } from '#app/domain/account/account.ts';
import { changeLanguage } from '#app/domain/account/change-language.server.ts';
import { isDocumentRequest } from '#app/http/answer.server.ts';
import { preferenceCookie } from '#app/http/cookie.server.ts';
import { readFormData } from '#app/http/form.server.ts';
import { safeReturnTo } from '#app/http/return-to.server.ts';
import { isHttps, readSignedIn } from '#app/http/session.server.ts';

/** The reader chooses the language of the page, for this browser and for the account. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await readFormData(request);
  const input = changeLanguageInput.safeParse({ language: form.get('language') });
  if (!input.success) throw new Response('Bad Request', { status: 400 });
  const session = await readSignedIn(request);
  if (session) await changeLanguage(session, input.data);
  const headers = { 'Set-Cookie': preferenceCookie('tl_lang', input.data.language, isHttps()) };
  if (isDocumentRequest(request))
    return redirect(safeReturnTo(form.get('returnTo')), { status: 303, headers });
  return data(input.data, { headers });
}
