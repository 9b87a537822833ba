import { getFormProps, useForm } from '@conform-to/react';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useFetcher, useLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { NameFields } from '#app/components/account/name-fields.tsx';
import { NarrowPage } from '#app/components/account/narrow-page.tsx';
import { LanguageForm } from '#app/components/shell/language-form.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { ThemeForm } from '#app/components/shell/theme-form.tsx';
import { useRoot } from '#app/components/shell/use-root.ts';
import { correctNameInput } from '#app/domain/account/account.ts';
import { correctName } from '#app/domain/account/correct-name.server.ts';
import { mayKeepLadders } from '#app/domain/action-item/policy.ts';
import { requireSignedIn } from '#app/http/actor.server.ts';
import { answer } from '#app/http/answer.server.ts';
import { readCookie } from '#app/http/cookie.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { Button } from '#app/ui/button.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { Note } from '#app/ui/note.tsx';
import { Switch } from '#app/ui/switch.tsx';

export const handle: PageHandle = { title: (t) => t('account:settings.title') };

export async function loader({ request }: LoaderFunctionArgs) {
  const { name, nameLatin, email, actor } = await requireSignedIn(request);
  const done = new URL(request.url).searchParams.get('done');
  return {
    person: { name, nameLatin },
    email,
    keepsLadders: mayKeepLadders(actor),
    enterSends: readCookie(request.headers.get('cookie'), 'tl_enter') === 'send',
    done: done === 'name' || done === 'password' ? done : null,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const session = await requireSignedIn(request);
  const form = await parseForm(request, correctNameInput);
  if (!form.ok) return form.reply;
  return answer(await correctName(session, form.value), { to: '/settings?done=name' });
}

export default function Settings() {
  const { t } = useTranslation(['account', 'keeping-up', 'watch', 'action-item', 'thread', 'translation']);
  const { person, email, enterSends, keepsLadders, done } = useLoaderData<typeof loader>();
  const { theme } = useRoot();
  const actionData = useActionData<typeof action>();
  const [form, fields] = useForm<z.input<typeof correctNameInput>>({
    lastResult: actionData?.lastResult,
    defaultValue: person,
    shouldRevalidate: 'onInput',
  });
  return (
    <NarrowPage title={t('settings.title')} lead={email}>
      {done && (
        <Note tone="done" role="status">
          {t(done === 'name' ? 'settings.saved' : 'settings.password_changed')}
        </Note>
      )}
      <Section title={t('settings.person')}>
        <Form method="post" {...getFormProps(form)} className="grid gap-4">
          <NameFields fields={fields} own />
          <div>
            <Button type="submit">{t('settings.save_name')}</Button>
          </div>
        </Form>
      </Section>
      <Section title={t('settings.language')} hint={t('settings.language_hint')}>
        <LanguageForm look="segments" />
      </Section>
      <Section title={t('settings.theme')}>
        <ThemeForm theme={theme ?? 'system'} />
      </Section>
      <Section title={t('settings.writing')}>
        <EnterKey sends={enterSends} />
      </Section>
      <Section title={t('settings.translation')} hint={t('translation:settings.lead')}>
        <div className="flex flex-wrap gap-2">
          <LinkButton href="/settings/translation">{t('settings.translation')}</LinkButton>
          <LinkButton href="/translations" variant="quiet">
            {t('thread:translation.heading')}
          </LinkButton>
        </div>
      </Section>
      <Section title={t('keeping-up:title')} hint={t('keeping-up:lead')}>
        <div>
          <LinkButton href="/settings/notices">{t('keeping-up:title')}</LinkButton>
        </div>
      </Section>
      <Section title={t('watch:title')} hint={t('watch:lead')}>
        <div>
          <LinkButton href="/settings/areas">{t('watch:title')}</LinkButton>
        </div>
      </Section>
      <Section title={t('action-item:feed.title')} hint={t('action-item:feed.lead')}>
        <div>
          <LinkButton href="/settings/calendar">{t('action-item:feed.title')}</LinkButton>
        </div>
      </Section>
      {keepsLadders && (
        <Section title={t('action-item:ladders.title')} hint={t('action-item:ladders.lead')}>
          <div>
            <LinkButton href="/settings/ladders">{t('action-item:ladders.title')}</LinkButton>
          </div>
        </Section>
      )}
      <Section title={t('settings.security')}>
        <div>
          <LinkButton href="/settings/password">{t('settings.change_password')}</LinkButton>
        </div>
        <Form method="post" action="/sign-out-everywhere" className="grid justify-items-start gap-1.5">
          <Button type="submit">{t('settings.everywhere')}</Button>
          <p className="text-t-2 text-ink-2">{t('settings.everywhere_hint')}</p>
        </Form>
      </Section>
    </NarrowPage>
  );
}

function Section({
  title,
  hint,
  children,
}: {
  readonly title: string;
  readonly hint?: string;
  readonly children: ReactNode;
}) {
  return (
    <section className="grid gap-3 border-t border-line pt-5">
      <div>
        <h2 className="text-t-4">{title}</h2>
        {hint && <p className="text-t-2 text-ink-2">{hint}</p>}
      </div>
      {children}
    </section>
  );
}

/** Saved as it is switched; without JavaScript by the button. */
function EnterKey({ sends }: { readonly sends: boolean }) {
  const { t } = useTranslation(['account', 'common']);
  const fetcher = useFetcher();
  return (
    <fetcher.Form
      method="post"
      action="/settings/enter-key"
      onChange={(event) => fetcher.submit(event.currentTarget)}
      className="grid gap-2"
    >
      <Switch
        name="enterSends"
        defaultChecked={sends}
        label={t('settings.enter_sends')}
        hint={t('settings.enter_sends_hint')}
      />
      <noscript>
        <button type="submit" className="btn">
          {t('common:action.save')}
        </button>
      </noscript>
    </fetcher.Form>
  );
}
