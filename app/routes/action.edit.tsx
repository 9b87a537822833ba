import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { StepPage } from '#app/components/action-item/step-page.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { editSchema } from '#app/domain/action-item/action-item.ts';
import { editWording } from '#app/domain/action-item/edit-wording.server.ts';
import { findActionItem } from '#app/domain/action-item/find-action-item.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, notFound } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';

export const handle: PageHandle = { title: (t) => t('action-item:step.edit') };

export async function loader({ request, params: { number = '' } }: LoaderFunctionArgs) {
  const item = await findActionItem(await requireActor(request), number);
  return { item: item ?? notFound() };
}

/** New words; every party is asked again. */
export async function action({ request, params: { number = '' } }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await parseForm(request, editSchema);
  if (!form.ok) return form.reply;
  const result = await editWording(actor, { number, ...form.value });
  return answer(result, { to: `/actions/${number}`, submission: form.submission });
}

export default function Page() {
  const { item } = useLoaderData<typeof loader>();
  return <StepPage step="edit" item={item} answer={useActionData<typeof action>()} />;
}
