import type { ActionFunctionArgs } from '@remix-run/node';
import { stopWatching } from '#app/domain/watch/stop-watching.server.ts';
import { watchedInput } from '#app/domain/watch/watch.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, notFound } from '#app/http/answer.server.ts';

/** The seat does not want to hear of it any more. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const input = watchedInput.safeParse(params);
  if (!input.success) notFound();
  return answer(await stopWatching(actor, input.data), { to: '/settings/areas' });
}
