import { getFormProps, getInputProps, useForm } from '@conform-to/react';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { LanguageField } from '#app/components/account/language-field.tsx';
import { NarrowPage } from '#app/components/account/narrow-page.tsx';
import { usePersonName } from '#app/components/account/use-person-name.ts';
import { useSeatTitle } from '#app/components/account/use-seat-title.ts';
import { governmentName } from '#app/components/government/government-name.tsx';
import { Seal } from '#app/components/government/seal.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { acceptInvitation } from '#app/domain/account/accept-invitation.server.ts';
import { acceptInvitationInput } from '#app/domain/account/account.ts';
import { findInvitation } from '#app/domain/account/find-invitation.server.ts';
import { refused } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { openSession } from '#app/http/session.server.ts';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Button } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export const handle: PageHandle = { title: (t) => t('account:invitation.title') };

export async function loader({ params }: LoaderFunctionArgs) {
  const account = await findInvitation(params.token ?? '');
  return account ? data({ account }) : data({ account: null }, 410);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await parseForm(request, acceptInvitationInput);
  if (!form.ok) return form.reply;
  const result = await acceptInvitation(params.token ?? '', form.value);
  if (!result.ok) return refused(result.reason, form.submission);
  return redirect('/', {
    status: 303,
    headers: { 'Set-Cookie': await openSession(request, result.value.accountId) },
  });
}

export default function Invitation() {
  const { t } = useTranslation('account');
  const { account } = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const language = useLanguage();
  const personName = usePersonName();
  const seatTitle = useSeatTitle();
  const fieldError = useFieldError();
  const { state } = useNavigation();
  const [form, fields] = useForm<z.input<typeof acceptInvitationInput>>({
    lastResult: actionData?.lastResult,
    shouldRevalidate: 'onInput',
  });
  if (!account) {
    return (
      <NarrowPage title={t('link_gone.title')}>
        <RefusalNote refusal="link_used_or_expired" />
      </NarrowPage>
    );
  }
  const seat = account.tenures[0]?.seat;
  return (
    <NarrowPage title={t('invitation.title')} lead={t('invitation.lead')}>
      {seat && (
        <div className="grid grid-cols-[36px_minmax(0,1fr)] items-center gap-3 border-y border-line py-3">
          <Seal government={seat.government} size="lg" />
          <div className="grid">
            <b className="font-semibold">{t('invitation.for', { name: personName(account) })}</b>
            <span className="text-t-2 text-ink-2">
              {governmentName(seat.government, language)} {seatTitle(seat)}
            </span>
          </div>
        </div>
      )}
      <Form method="post" {...getFormProps(form)} className="grid gap-4">
        <RefusalNote refusal={actionData?.refusal} />
        <TextField
          type="email"
          name="username"
          label={t('field.email')}
          value={account.email}
          readOnly
          autoComplete="username"
        />
        <TextField
          {...getInputProps(fields.password, { type: 'password' })}
          autoComplete="new-password"
          label={t('field.new_password')}
          hint={t('field.password_hint')}
          error={fieldError(fields.password.errors)}
        />
        <LanguageField
          name="language"
          defaultValue={account.language}
          error={fieldError(fields.language.errors)}
        />
        <Button type="submit" variant="primary" size="lg" wide isPending={state !== 'idle'}>
          {t('invitation.submit')}
        </Button>
      </Form>
    </NarrowPage>
  );
}
