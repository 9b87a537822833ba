import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ClearanceForm } from '#app/components/action-item/clearance-form.tsx';
import { ItemFrame } from '#app/components/action-item/item-frame.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { authorityName, recordClearanceSchema } from '#app/domain/action-item/clearance.ts';
import { findActionItem } from '#app/domain/action-item/find-action-item.server.ts';
import { mayRecordClearance } from '#app/domain/action-item/policy.ts';
import { recordClearance } from '#app/domain/action-item/record-clearance.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, notFound } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { useLanguage } from '#app/i18n/use-language.ts';

export const handle: PageHandle = { title: (t) => t('action-item:clearance.record_title') };

export async function loader({ request, params: { number = '', stepId = '' } }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const item = (await findActionItem(actor, number)) ?? notFound();
  const own = item.commitments.find(({ governmentId }) => governmentId === actor.governmentId);
  const step = own?.steps.find(({ id }) => id === stepId);
  if (!step || !mayRecordClearance(actor, actor.governmentId, item)) return notFound();
  return { item, step };
}

/** A government puts down what an authority said. */
export async function action({ request, params: { number = '', stepId = '' } }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await parseForm(request, recordClearanceSchema);
  if (!form.ok) return form.reply;
  const result = await recordClearance(actor, { number, stepId, ...form.value });
  return answer(result, { to: `/actions/${number}`, submission: form.submission });
}

export default function RecordClearance() {
  const { item, step } = useLoaderData<typeof loader>();
  const { t } = useTranslation('action-item');
  const language = useLanguage();
  return (
    <ItemFrame item={item} heading={authorityName(step, language)}>
      <p className="text-t-3 text-ink-2">{t('clearance.record_intro')}</p>
      <ClearanceForm
        step={step}
        wordingHash={item.wordingHash}
        back={`/actions/${item.number}`}
        answer={useActionData<typeof action>()}
      />
    </ItemFrame>
  );
}
