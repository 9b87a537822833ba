import { getFormProps, getInputProps, useForm } from '@conform-to/react';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { HandoverLink } from '#app/components/account/handover-link.tsx';
import { LanguageField } from '#app/components/account/language-field.tsx';
import { NameFields } from '#app/components/account/name-fields.tsx';
import { NarrowPage } from '#app/components/account/narrow-page.tsx';
import { TermFields } from '#app/components/account/term-fields.tsx';
import { useSeatTitle } from '#app/components/account/use-seat-title.ts';
import { governmentName } from '#app/components/government/government-name.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { chooseSeatInput, makeAccountInput } from '#app/domain/account/account.ts';
import { findOpenSeat } from '#app/domain/account/find-seats.server.ts';
import { makeAccount } from '#app/domain/account/make-account.server.ts';
import { mayKeepMembers } from '#app/domain/account/policy.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { forbidden, notFound, refused } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { ownOriginOf } from '#app/http/own-origin.server.ts';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Link } from '#app/ui/link.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export const handle: PageHandle = { title: (t) => t('account:new_account.title') };

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  if (!mayKeepMembers(actor)) forbidden();
  const seatId = new URL(request.url).searchParams.get('seat');
  if (seatId === null) return { seat: null, today: '' };
  const input = chooseSeatInput.safeParse({ seatId });
  const seat = input.success ? await findOpenSeat(seatId) : null;
  if (!seat) notFound();
  return { seat, today: new Date().toISOString().slice(0, 10) };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await parseForm(request, makeAccountInput);
  if (!form.ok) return form.reply;
  const result = await makeAccount(actor, form.value);
  if (!result.ok) return refused(result.reason, form.submission);
  const { name, nameLatin, email } = form.value;
  const { token, governmentId } = result.value;
  const url = `${ownOriginOf(request)}/invitation/${token}`;
  const value = { person: { name, nameLatin, email }, url, next: `/members/${governmentId}` };
  return data({ refusal: null, value, lastResult: undefined });
}

export default function NewAccount() {
  const { t } = useTranslation('account');
  const { seat } = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const seatTitle = useSeatTitle();
  const language = useLanguage();
  if (actionData?.value) {
    return (
      <NarrowPage title={t('link.title')}>
        <HandoverLink {...actionData.value} />
      </NarrowPage>
    );
  }
  if (!seat) {
    return (
      <NarrowPage title={t('new_account.title')}>
        <EmptyState
          title={t('new_account.choose_seat')}
          step={
            <LinkButton href="/members" variant="primary" size="sm">
              {t('members.title')}
            </LinkButton>
          }
        >
          {t('new_account.choose_seat_text')}
        </EmptyState>
      </NarrowPage>
    );
  }
  const office = `${governmentName(seat.government, language)} ${seatTitle(seat)}`;
  return (
    <NarrowPage title={t('new_account.title')} lead={t('new_account.lead', { seat: office })}>
      <p>
        <Link href={`/seats/${seat.id}/holders`}>{t('new_account.existing')}</Link>
      </p>
      <NewAccountForm />
    </NarrowPage>
  );
}

function NewAccountForm() {
  const { t } = useTranslation(['account', 'common']);
  const { seat, today } = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const fieldError = useFieldError();
  const { state } = useNavigation();
  const [form, fields] = useForm<z.input<typeof makeAccountInput>>({
    lastResult: actionData?.lastResult,
    defaultValue: { from: today },
    shouldRevalidate: 'onInput',
  });
  return (
    <Form method="post" {...getFormProps(form)} className="grid gap-4">
      <RefusalNote refusal={actionData?.refusal} />
      <input type="hidden" name="seatId" value={seat?.id} />
      <NameFields fields={fields} />
      <TextField
        {...getInputProps(fields.email, { type: 'email' })}
        autoComplete="off"
        label={t('field.email')}
        error={fieldError(fields.email.errors)}
      />
      <LanguageField name="language" defaultValue={seat?.government.country === 'CN' ? 'zh' : 'ko'} />
      <TermFields fields={fields} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" isPending={state !== 'idle'}>
          {t('new_account.submit')}
        </Button>
        <LinkButton href={`/members/${seat?.government.id ?? ''}`} variant="quiet">
          {t('common:action.cancel')}
        </LinkButton>
      </div>
    </Form>
  );
}
