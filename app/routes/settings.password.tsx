import { getFormProps, getInputProps, useForm } from '@conform-to/react';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { NarrowPage } from '#app/components/account/narrow-page.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { changePasswordInput } from '#app/domain/account/account.ts';
import { changePassword } from '#app/domain/account/change-password.server.ts';
import { requireSignedIn } from '#app/http/actor.server.ts';
import { answer } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { clientAddress } from '#app/http/request-scope.server.ts';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { Button } from '#app/ui/button.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export const handle: PageHandle = { title: (t) => t('account:password.title') };

export async function loader({ request }: LoaderFunctionArgs) {
  const { email } = await requireSignedIn(request);
  return { email };
}

export async function action({ request }: ActionFunctionArgs) {
  const session = await requireSignedIn(request);
  const form = await parseForm(request, changePasswordInput);
  if (!form.ok) return form.reply;
  const result = await changePassword(session, form.value, clientAddress());
  return answer(result, { to: '/settings?done=password', submission: form.submission });
}

export default function ChangePassword() {
  const { t } = useTranslation(['account', 'common']);
  const { email } = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const fieldError = useFieldError();
  const { state } = useNavigation();
  const [form, fields] = useForm<z.input<typeof changePasswordInput>>({
    lastResult: actionData?.lastResult,
    shouldRevalidate: 'onInput',
  });
  return (
    <NarrowPage title={t('password.title')} lead={t('password.lead')}>
      <Form method="post" {...getFormProps(form)} className="grid gap-4">
        <RefusalNote refusal={actionData?.refusal} />
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <TextField
          {...getInputProps(fields.current, { type: 'password' })}
          autoComplete="current-password"
          label={t('field.current_password')}
          error={fieldError(fields.current.errors)}
        />
        <TextField
          {...getInputProps(fields.password, { type: 'password' })}
          autoComplete="new-password"
          label={t('field.new_password')}
          hint={t('field.password_hint')}
          error={fieldError(fields.password.errors)}
        />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="primary" isPending={state !== 'idle'}>
            {t('password.submit')}
          </Button>
          <LinkButton href="/settings" variant="quiet">
            {t('common:action.cancel')}
          </LinkButton>
        </div>
      </Form>
    </NarrowPage>
  );
}
