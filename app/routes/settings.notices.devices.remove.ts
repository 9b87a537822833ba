import type { ActionFunctionArgs } from '@remix-run/node';
import { removeDevice } from '#app/domain/notification/keep-device.server.ts';
import { removeDeviceInput } from '#app/domain/notification/push.ts';
import { requireSignedIn } from '#app/http/actor.server.ts';
import { answer, isDocumentRequest } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';

/** A device of the same person does not want to be told any more. */
export async function action({ request }: ActionFunctionArgs) {
  const session = await requireSignedIn(request);
  const form = await parseForm(request, removeDeviceInput);
  if (!form.ok) return form.reply;
  const result = await removeDevice(session, form.value);
  return answer(result, isDocumentRequest(request) ? { to: '/settings/notices' } : {});
}
