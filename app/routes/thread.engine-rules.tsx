import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { NarrowPage } from '#app/components/account/narrow-page.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { EngineRuleFields } from '#app/components/translation/engine-rule-fields.tsx';
import { decideThreadRules } from '#app/domain/translation/decide-engine-rules.server.ts';
import { engineRulesInput } from '#app/domain/translation/engine-rules.ts';
import { findThreadRules } from '#app/domain/translation/find-engine-rules.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, notFound } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { threadIdOf } from '#app/http/thread-id.server.ts';
import { Button } from '#app/ui/button.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { Note } from '#app/ui/note.tsx';

export const handle: PageHandle = { title: (t) => t('translation:thread_rules.title') };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const threadId = threadIdOf(params);
  const found = (await findThreadRules(actor, threadId)) ?? notFound();
  return { threadId, ...found };
}

/** The owner of a thread decides what engines may get of it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const threadId = threadIdOf(params);
  const form = await parseForm(request, engineRulesInput);
  if (!form.ok) return form.reply;
  const result = await decideThreadRules(actor, { threadId, ...form.value });
  return answer(result, { to: `/threads/${threadId}`, submission: form.submission });
}

export default function ThreadEngineRules() {
  const { threadId, rules, ofGovernment, isRestricted } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation('translation');
  const { t: tCommon } = useTranslation('common');
  const { state } = useNavigation();
  return (
    <NarrowPage title={t('thread_rules.title')} lead={t('thread_rules.lead')}>
      <RefusalNote refusal={answered?.refusal} />
      {ofGovernment.noForeignCloud && <Note>{t('thread_rules.government_no_cloud')}</Note>}
      {isRestricted && ofGovernment.sendsRestricted && <Note>{t('thread_rules.government_sends')}</Note>}
      <Form method="post" className="grid gap-4">
        <EngineRuleFields rules={rules} disabled={false} />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="primary" isPending={state === 'submitting'}>
            {t('settings.save')}
          </Button>
          <LinkButton href={`/threads/${threadId}`}>{tCommon('action.cancel')}</LinkButton>
        </div>
      </Form>
    </NarrowPage>
  );
}
