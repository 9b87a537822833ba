import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { StepPage } from '#app/components/action-item/step-page.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { writeCommitmentSchema } from '#app/domain/action-item/action-item.ts';
import { findActionItem } from '#app/domain/action-item/find-action-item.server.ts';
import { writeCommitment } from '#app/domain/action-item/write-commitment.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, notFound } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';

export const handle: PageHandle = { title: (t) => t('action-item:step.write') };

export async function loader({ request, params: { number = '' } }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const item = (await findActionItem(actor, number)) ?? notFound();
  const own = item.commitments.find(({ governmentId }) => governmentId === actor.governmentId);
  return own ? { item: { ...item, own } } : notFound();
}

/** A party says in its own words what it promises. */
export async function action({ request, params: { number = '' } }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await parseForm(request, writeCommitmentSchema);
  if (!form.ok) return form.reply;
  const result = await writeCommitment(actor, { number, ...form.value });
  return answer(result, { to: `/actions/${number}`, submission: form.submission });
}

export default function Page() {
  const { item } = useLoaderData<typeof loader>();
  return <StepPage step="write" item={item} answer={useActionData<typeof action>()} />;
}
