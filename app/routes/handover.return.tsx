import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ItemWords } from '#app/components/handover/item-words.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { returnItem } from '#app/domain/handover/answer-item.server.ts';
import { findHandover } from '#app/domain/handover/find-handovers.server.ts';
import { itemInput, returnInput } from '#app/domain/handover/handover.ts';
import { mayTakeOver } from '#app/domain/handover/policy.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, forbidden, notFound } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';

export const handle: PageHandle = { title: (t) => t('handover:words.return') };

const nothing = { text: null, language: null };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const input = itemInput.safeParse(params);
  const handover = (input.success && (await findHandover(actor, input.data.handoverId))) || notFound();
  if (!mayTakeOver(actor, handover)) forbidden();
  if (!handover.items.some(({ threadId }) => threadId === params.threadId)) notFound();
  return { handoverId: handover.id };
}

/** The successor returns a piece of work with a reason. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const input = itemInput.safeParse(params);
  if (!input.success) notFound();
  const form = await parseForm(request, returnInput);
  if (!form.ok) return form.reply;
  const result = await returnItem(actor, input.data, form.value);
  return answer(result, { to: `/handovers/${input.data.handoverId}`, submission: form.submission });
}

export default function Page() {
  const { handoverId } = useLoaderData<typeof loader>();
  return (
    <ItemWords
      what="return"
      handoverId={handoverId}
      start={nothing}
      answer={useActionData<typeof action>()}
    />
  );
}
