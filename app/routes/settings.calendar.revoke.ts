import type { ActionFunctionArgs } from '@remix-run/node';
import { revokeFeed } from '#app/domain/action-item/revoke-feed.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer } from '#app/http/answer.server.ts';

/** The seat's calendar address works no more. */
export async function action({ request }: ActionFunctionArgs) {
  return answer(await revokeFeed(await requireActor(request)), { to: '/settings/calendar' });
}
