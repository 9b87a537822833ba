import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { HandoverLink } from '#app/components/account/handover-link.tsx';
import { NarrowPage } from '#app/components/account/narrow-page.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { accountInput } from '#app/domain/account/account.ts';
import { mayKeepMembers } from '#app/domain/account/policy.ts';
import { renewLink } from '#app/domain/account/renew-link.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { forbidden, notFound, refused } from '#app/http/answer.server.ts';
import { ownOriginOf } from '#app/http/own-origin.server.ts';
import { Button } from '#app/ui/button.tsx';

export const handle: PageHandle = { title: (t) => t('account:link.title') };

export async function loader({ request }: LoaderFunctionArgs) {
  if (!mayKeepMembers(await requireActor(request))) forbidden();
  return null;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const input = accountInput.safeParse(params);
  if (!input.success) notFound();
  const result = await renewLink(actor, input.data);
  if (!result.ok) return refused(result.reason);
  const { token, ...person } = result.value;
  const value = { person, url: `${ownOriginOf(request)}/invitation/${token}`, next: '/members' };
  return data({ refusal: null, value, lastResult: undefined });
}

export default function RenewLink() {
  const { t } = useTranslation('account');
  const actionData = useActionData<typeof action>();
  if (actionData?.value) {
    return (
      <NarrowPage title={t('link.title')}>
        <HandoverLink {...actionData.value} />
      </NarrowPage>
    );
  }
  return (
    <NarrowPage title={t('link.renew')} lead={t('link.renew_lead')}>
      <RefusalNote refusal={actionData?.refusal} />
      <Form method="post">
        <Button type="submit" variant="primary">
          {t('link.renew')}
        </Button>
      </Form>
    </NarrowPage>
  );
}
