import { getFormProps, getInputProps, getSelectProps, useForm } from '@conform-to/react';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { LanguageField } from '#app/components/account/language-field.tsx';
import { NameFields } from '#app/components/account/name-fields.tsx';
import { NarrowPage } from '#app/components/account/narrow-page.tsx';
import { TitleFields } from '#app/components/account/title-fields.tsx';
import { governmentOptions } from '#app/components/government/government-options.ts';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { setupInput } from '#app/domain/account/account.ts';
import { findSetup } from '#app/domain/account/find-invitation.server.ts';
import { setUpSecretariat } from '#app/domain/account/set-up-secretariat.server.ts';
import { findGovernments } from '#app/domain/government/find-governments.server.ts';
import { refused } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { openSession } from '#app/http/session.server.ts';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Button } from '#app/ui/button.tsx';
import { NativeSelect } from '#app/ui/native-select.tsx';
import { Note } from '#app/ui/note.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export const handle: PageHandle = { title: (t) => t('account:setup.title') };

export async function loader({ params }: LoaderFunctionArgs) {
  if (!(await findSetup(params.token ?? ''))) return data({ governments: null }, 410);
  return data({ governments: await findGovernments() });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await parseForm(request, setupInput);
  if (!form.ok) return form.reply;
  const result = await setUpSecretariat(params.token ?? '', form.value);
  if (!result.ok) return refused(result.reason, form.submission);
  const headers = { 'Set-Cookie': await openSession(request, result.value.accountId) };
  return redirect('/members', { status: 303, headers });
}

export default function Setup() {
  const { t } = useTranslation(['account', 'government']);
  const { governments } = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const fieldError = useFieldError();
  const language = useLanguage();
  const { state } = useNavigation();
  const [form, fields] = useForm<z.input<typeof setupInput>>({
    lastResult: actionData?.lastResult,
    shouldRevalidate: 'onInput',
    defaultValue: {
      governmentId: '',
      titleKo: t('setup.default_ko'),
      titleZh: t('setup.default_zh'),
      titleEn: t('setup.default_en'),
      name: '',
      nameLatin: '',
      email: '',
      password: '',
    },
  });
  if (!governments) {
    return (
      <NarrowPage title={t('link_gone.title')}>
        <Note role="alert">{t('setup.gone')}</Note>
      </NarrowPage>
    );
  }
  return (
    <NarrowPage title={t('setup.title')} lead={t('setup.lead')}>
      <Form method="post" {...getFormProps(form)} className="grid gap-4">
        <RefusalNote refusal={actionData?.refusal} />
        <h2 className="text-t-5">{t('setup.seat')}</h2>
        <NativeSelect
          {...getSelectProps(fields.governmentId)}
          label={t('field.host')}
          placeholder={t('field.choose')}
          options={governmentOptions(governments, language, {
            KR: t('government:country.KR'),
            CN: t('government:country.CN'),
          })}
          error={fieldError(fields.governmentId.errors)}
        />
        <TitleFields fields={fields} />
        <h2 className="mt-4 text-t-5">{t('setup.person')}</h2>
        <NameFields fields={fields} own />
        <TextField
          {...getInputProps(fields.email, { type: 'email' })}
          autoComplete="username"
          label={t('field.email')}
          error={fieldError(fields.email.errors)}
        />
        <TextField
          {...getInputProps(fields.password, { type: 'password' })}
          autoComplete="new-password"
          label={t('field.password')}
          hint={t('field.password_hint')}
          error={fieldError(fields.password.errors)}
        />
        <LanguageField name="language" defaultValue={language} />
        <Button type="submit" variant="primary" size="lg" wide isPending={state !== 'idle'}>
          {t('setup.submit')}
        </Button>
      </Form>
    </NarrowPage>
  );
}
