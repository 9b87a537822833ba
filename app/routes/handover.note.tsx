import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ItemWords } from '#app/components/handover/item-words.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { findHandover } from '#app/domain/handover/find-handovers.server.ts';
import { itemInput, noteInput } from '#app/domain/handover/handover.ts';
import { noteItem } from '#app/domain/handover/note-item.server.ts';
import { mayWriteNotes } from '#app/domain/handover/policy.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, forbidden, notFound } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';

export const handle: PageHandle = { title: (t) => t('handover:words.note') };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const input = itemInput.safeParse(params);
  const handover = (input.success && (await findHandover(actor, input.data.handoverId))) || notFound();
  if (!mayWriteNotes(actor, handover)) forbidden();
  const item = handover.items.find(({ threadId }) => threadId === params.threadId) ?? notFound();
  return { handoverId: handover.id, start: { text: item.note, language: item.noteLanguage } };
}

/** Who leaves says what the next one must know; also after the last day, while they still read. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, { formerToo: true });
  const input = itemInput.safeParse(params);
  if (!input.success) notFound();
  const form = await parseForm(request, noteInput);
  if (!form.ok) return form.reply;
  const result = await noteItem(actor, { ...input.data, ...form.value });
  return answer(result, { to: `/handovers/${input.data.handoverId}`, submission: form.submission });
}

export default function Page() {
  return (
    <ItemWords what="note" {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
  );
}
