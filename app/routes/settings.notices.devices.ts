import type { ActionFunctionArgs } from '@remix-run/node';
import { addDevice } from '#app/domain/notification/keep-device.server.ts';
import { deviceInput } from '#app/domain/notification/push.ts';
import { requireSignedIn } from '#app/http/actor.server.ts';
import { answer } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';

/** This browser wants to be told. */
export async function action({ request }: ActionFunctionArgs) {
  const session = await requireSignedIn(request);
  const form = await parseForm(request, deviceInput);
  if (!form.ok) return form.reply;
  const userAgent = request.headers.get('user-agent') ?? '';
  return answer(await addDevice(session, { ...form.value, userAgent }));
}
