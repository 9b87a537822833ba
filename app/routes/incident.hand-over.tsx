import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { StepPage } from '#app/components/incident/step-page.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { findStepPage } from '#app/domain/incident/find-step-page.server.ts';
import { handOverInput } from '#app/domain/incident/incident.ts';
import { handOverIncident } from '#app/domain/incident/hand-over-incident.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, notFound } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';

export const handle: PageHandle = { title: (t) => t('incident:step.hand_over_title') };

export async function loader({ request, params: { number = '' } }: LoaderFunctionArgs) {
  return (await findStepPage(await requireActor(request), number)) ?? notFound();
}

/** Another government answers for this place. */
export async function action({ request, params: { number = '' } }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await parseForm(request, handOverInput);
  if (!form.ok) return form.reply;
  const result = await handOverIncident(actor, { number, ...form.value });
  return answer(result, { to: `/incidents/${number}`, submission: form.submission });
}

export default function Page() {
  return (
    <StepPage step="hand_over" {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
  );
}
