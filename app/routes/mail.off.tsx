import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { NarrowPage } from '#app/components/account/narrow-page.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { endMails } from '#app/domain/notification/choose-mail.server.ts';
import { findMailAddress } from '#app/domain/notification/find-notice-choices.server.ts';
import { notFound } from '#app/http/answer.server.ts';
import { readFormData } from '#app/http/form.server.ts';
import { readMailOff } from '#app/http/mail-link.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Note } from '#app/ui/note.tsx';

export const handle: PageHandle = { title: (t) => t('keeping-up:off.title') };

/** Where the link in a mail leads: nothing ends until its reader says so. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const of = readMailOff(params.token) ?? notFound();
  const account = await findMailAddress(of.accountId);
  return { ...of, email: account?.email ?? null, done: new URL(request.url).searchParams.has('done') };
}

/** By the page's button, or by a mail program that asks as RFC 8058 says. */
export async function action({ request, params }: ActionFunctionArgs) {
  const of = readMailOff(params.token) ?? notFound();
  const isMailProgram = (await readFormData(request)).has('List-Unsubscribe');
  const result = await endMails(of);
  if (isMailProgram) return new Response(null, { status: result.ok ? 200 : 404 });
  return redirect(`${new URL(request.url).pathname}?done`, 303);
}

export default function MailOff() {
  const { kind, email, done } = useLoaderData<typeof loader>();
  const { t } = useTranslation('keeping-up');
  if (email === null)
    return (
      <NarrowPage title={t('off.title')} lead={t('off.gone')}>
        {null}
      </NarrowPage>
    );
  if (done)
    return (
      <NarrowPage title={t('off.title')}>
        <Note tone="done" role="status">
          {t('off.done')}
        </Note>
      </NarrowPage>
    );
  return (
    <NarrowPage title={t('off.title')} lead={t(`off.ask_${kind}`, { email })}>
      <Form method="post">
        <Button type="submit" variant="primary">
          {t('off.do')}
        </Button>
      </Form>
    </NarrowPage>
  );
}
