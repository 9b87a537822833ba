import { getFormProps, getInputProps, useForm } from '@conform-to/react';
import { getZodConstraint } from '@conform-to/zod/v4';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { DemoSeats } from '#app/components/account/demo-seats.tsx';
import { NarrowPage } from '#app/components/account/narrow-page.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { signInInput } from '#app/domain/account/account.ts';
import { findDemoSeats } from '#app/domain/account/find-demo-seats.server.ts';
import { signIn } from '#app/domain/account/sign-in.server.ts';
import { getEnv } from '#app/env.server.ts';
import { refused } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { clientAddress } from '#app/http/request-scope.server.ts';
import { safeReturnTo } from '#app/http/return-to.server.ts';
import { openSession, readSignedIn } from '#app/http/session.server.ts';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { Button } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export const handle: PageHandle = { title: (t) => t('account:sign_in.title') };

const formInput = signInInput.extend({ returnTo: z.string().optional() });

export async function loader({ request }: LoaderFunctionArgs) {
  const returnTo = safeReturnTo(new URL(request.url).searchParams.get('returnTo'));
  if (await readSignedIn(request)) throw redirect(returnTo, 303);
  return { returnTo, demoSeats: getEnv().DEMO ? await findDemoSeats() : null };
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await parseForm(request, formInput);
  if (!form.ok) return form.reply;
  const result = await signIn(form.value, clientAddress());
  if (!result.ok) return refused(result.reason, form.submission);
  const headers = { 'Set-Cookie': await openSession(request, result.value.accountId) };
  return redirect(safeReturnTo(form.value.returnTo), { status: 303, headers });
}

export default function SignIn() {
  const { t } = useTranslation('account');
  const { returnTo, demoSeats } = useLoaderData<typeof loader>();
  if (!demoSeats) {
    return (
      <NarrowPage title={t('sign_in.title')} lead={t('sign_in.lead')}>
        <SignInForm returnTo={returnTo} />
      </NarrowPage>
    );
  }
  return (
    <div className="mx-auto grid max-w-[1180px] content-start gap-8 px-4 py-8 md:px-8 md:py-12 lg:grid-cols-[minmax(0,1fr)_320px] lg:gap-12">
      <div className="grid content-start gap-5">
        <div className="grid gap-2">
          <h1 className="text-t-6">{t('demo.title')}</h1>
          <p className="text-ink-2">{t('demo.lead')}</p>
        </div>
        <DemoSeats seats={demoSeats} returnTo={returnTo} />
      </div>
      <section className="grid content-start gap-4 lg:border-l lg:border-line lg:pl-8">
        <h2 className="text-t-5">{t('demo.or_sign_in')}</h2>
        <SignInForm returnTo={returnTo} />
      </section>
    </div>
  );
}

function SignInForm({ returnTo }: { readonly returnTo: string }) {
  const { t } = useTranslation('account');
  const actionData = useActionData<typeof action>();
  const fieldError = useFieldError();
  const { state, formAction } = useNavigation();
  const [form, fields] = useForm<z.input<typeof signInInput>>({
    lastResult: actionData?.lastResult,
    constraint: getZodConstraint(signInInput),
    shouldRevalidate: 'onInput',
  });
  return (
    <Form method="post" {...getFormProps(form)} className="grid gap-4">
      <RefusalNote refusal={actionData?.refusal} />
      <input type="hidden" name="returnTo" value={returnTo} />
      <TextField
        {...getInputProps(fields.email, { type: 'email' })}
        autoComplete="username"
        label={t('field.email')}
        error={fieldError(fields.email.errors)}
      />
      <TextField
        {...getInputProps(fields.password, { type: 'password' })}
        autoComplete="current-password"
        label={t('field.password')}
        error={fieldError(fields.password.errors)}
      />
      <Button
        type="submit"
        variant="primary"
        size="lg"
        wide
        isPending={state !== 'idle' && formAction?.startsWith('/sign-in') === true}
      >
        {t('sign_in.submit')}
      </Button>
      <p className="text-t-2 text-ink-2">{t('sign_in.forgotten')}</p>
    </Form>
  );
}
