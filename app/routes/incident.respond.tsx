import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { StepPage } from '#app/components/incident/step-page.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { findStepPage } from '#app/domain/incident/find-step-page.server.ts';
import { respondInput } from '#app/domain/incident/incident.ts';
import { startResponse } from '#app/domain/incident/start-response.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, notFound } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';

export const handle: PageHandle = { title: (t) => t('incident:step.respond_title') };

export async function loader({ request, params: { number = '' } }: LoaderFunctionArgs) {
  return (await findStepPage(await requireActor(request), number)) ?? notFound();
}

/** The responsible government starts its response. */
export async function action({ request, params: { number = '' } }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await parseForm(request, respondInput);
  if (!form.ok) return form.reply;
  const result = await startResponse(actor, { number, ...form.value });
  return answer(result, { to: `/incidents/${number}`, submission: form.submission });
}

export default function Page() {
  return (
    <StepPage step="respond" {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
  );
}
