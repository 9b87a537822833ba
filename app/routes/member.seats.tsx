import { getFormProps, useForm } from '@conform-to/react';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { NarrowPage } from '#app/components/account/narrow-page.tsx';
import { TitleFields } from '#app/components/account/title-fields.tsx';
import { GovernmentName } from '#app/components/government/government-name.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { makeSeatInput } from '#app/domain/account/account.ts';
import { makeSeat } from '#app/domain/account/make-seat.server.ts';
import { mayKeepMembers } from '#app/domain/account/policy.ts';
import { findGovernmentsById } from '#app/domain/government/find-governments.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, forbidden, notFound } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { Button } from '#app/ui/button.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { Role } from '#prisma/generated/enums.ts';

export const handle: PageHandle = { title: (t) => t('account:new_seat.title') };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  if (!mayKeepMembers(actor)) forbidden();
  const [government] = await findGovernmentsById([params.governmentId ?? '']);
  if (!government) notFound();
  return { government };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const governmentId = params.governmentId ?? '';
  const form = await parseForm(request, makeSeatInput.omit({ governmentId: true }));
  if (!form.ok) return form.reply;
  const result = await makeSeat(actor, { ...form.value, governmentId });
  return answer(result, { to: `/members/${governmentId}`, submission: form.submission });
}

export default function NewSeat() {
  const { t } = useTranslation(['account', 'common', 'government']);
  const { government } = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const fieldError = useFieldError();
  const { state } = useNavigation();
  const [form, fields] = useForm<Omit<z.input<typeof makeSeatInput>, 'governmentId'>>({
    lastResult: actionData?.lastResult,
    shouldRevalidate: 'onInput',
  });
  return (
    <NarrowPage title={t('new_seat.title')} lead={t('new_seat.lead')}>
      <GovernmentName government={government} />
      <Form method="post" {...getFormProps(form)} className="grid gap-4">
        <RefusalNote refusal={actionData?.refusal} />
        <RadioCards
          name={fields.role.name}
          label={t('field.role')}
          layout="rows"
          defaultValue={Object.values(Role).find((role) => role === fields.role.initialValue) ?? 'officer'}
          error={fieldError(fields.role.errors)}
          options={Object.values(Role).map((role) => ({
            value: role,
            label: t(`government:role.${role}`),
            note: t(`role_hint.${role}`),
          }))}
        />
        <TitleFields fields={fields} />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="primary" isPending={state !== 'idle'}>
            {t('new_seat.submit')}
          </Button>
          <LinkButton href={`/members/${government.id}`} variant="quiet">
            {t('common:action.cancel')}
          </LinkButton>
        </div>
      </Form>
    </NarrowPage>
  );
}
