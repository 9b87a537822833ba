import { getFormProps, getInputProps, useForm } from '@conform-to/react';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { NarrowPage } from '#app/components/account/narrow-page.tsx';
import { TermFields } from '#app/components/account/term-fields.tsx';
import { useSeatTitle } from '#app/components/account/use-seat-title.ts';
import { governmentName } from '#app/components/government/government-name.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { chooseSeatInput, giveSeatInput } from '#app/domain/account/account.ts';
import { findOpenSeat } from '#app/domain/account/find-seats.server.ts';
import { giveSeat } from '#app/domain/account/give-seat.server.ts';
import { mayKeepMembers } from '#app/domain/account/policy.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, forbidden, notFound } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Button } from '#app/ui/button.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export const handle: PageHandle = { title: (t) => t('account:holder.title') };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  if (!mayKeepMembers(actor)) forbidden();
  const input = chooseSeatInput.safeParse(params);
  const seat = input.success ? await findOpenSeat(input.data.seatId) : null;
  if (!seat) notFound();
  return { seat, today: new Date().toISOString().slice(0, 10) };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await parseForm(request, giveSeatInput);
  if (!form.ok) return form.reply;
  const result = await giveSeat(actor, form.value);
  return answer(result, {
    to: ({ governmentId }) => `/members/${governmentId}`,
    submission: form.submission,
  });
}

export default function GiveSeat() {
  const { t } = useTranslation(['account', 'common']);
  const { seat, today } = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const fieldError = useFieldError();
  const seatTitle = useSeatTitle();
  const language = useLanguage();
  const { state } = useNavigation();
  const [form, fields] = useForm<z.input<typeof giveSeatInput>>({
    lastResult: actionData?.lastResult,
    defaultValue: { from: today },
    shouldRevalidate: 'onInput',
  });
  const office = `${governmentName(seat.government, language)} ${seatTitle(seat)}`;
  return (
    <NarrowPage title={t('holder.title')} lead={t('holder.lead', { seat: office })}>
      <Form method="post" {...getFormProps(form)} className="grid gap-4">
        <RefusalNote refusal={actionData?.refusal} />
        <input type="hidden" name="seatId" value={seat.id} />
        <TextField
          {...getInputProps(fields.email, { type: 'email' })}
          autoComplete="off"
          label={t('field.email')}
          error={fieldError(fields.email.errors)}
        />
        <TermFields fields={fields} />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="primary" isPending={state !== 'idle'}>
            {t('holder.submit')}
          </Button>
          <LinkButton href={`/members/${seat.government.id}`} variant="quiet">
            {t('common:action.cancel')}
          </LinkButton>
        </div>
      </Form>
    </NarrowPage>
  );
}
