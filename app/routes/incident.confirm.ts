import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { confirmIncident } from '#app/domain/incident/confirm-incident.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer } from '#app/http/answer.server.ts';

/** The address of the step leads back to its incident. */
export function loader({ params: { number = '' } }: ActionFunctionArgs) {
  return redirect(`/incidents/${encodeURIComponent(number)}`);
}

/** The responsible government says that the incident is there. */
export async function action({ request, params: { number = '' } }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const back = { request, to: `/incidents/${number}` };
  return answer(await confirmIncident(actor, { number }), { back, to: back.to });
}
