import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useLoaderData, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { NarrowPage } from '#app/components/account/narrow-page.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { useRoot } from '#app/components/shell/use-root.ts';
import { EngineRuleFields } from '#app/components/translation/engine-rule-fields.tsx';
import { chooseTranslation, translationChoice } from '#app/domain/account/choose-translation.server.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import { findTranslationChoices } from '#app/domain/translation/find-translation-choices.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { preferenceCookie } from '#app/http/cookie.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { isHttps } from '#app/http/session.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Note } from '#app/ui/note.tsx';
import { Switch } from '#app/ui/switch.tsx';
import { z } from 'zod';

export const handle: PageHandle = { title: (t) => t('account:settings.translation') };

const form = translationChoice.extend({ originalFirst: z.boolean().default(false) });

export async function loader({ request }: LoaderFunctionArgs) {
  return findTranslationChoices(await requireActor(request));
}

/** What is read first belongs to this browser, like the look; what is translated by itself to the person. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const parsed = await parseForm(request, form);
  if (!parsed.ok) return parsed.reply;
  const { originalFirst, translatesFollowed } = parsed.value;
  await chooseTranslation(actor, { translatesFollowed });
  const cookie = preferenceCookie('tl_text', originalFirst ? 'original' : 'mine', isHttps());
  return redirect('/settings/translation?done=own', { status: 303, headers: { 'Set-Cookie': cookie } });
}

export default function TranslationSettings() {
  const { t } = useTranslation('translation');
  const { t: tAccount } = useTranslation('account');
  const { translatesFollowed, rules, mayDecide, hasEngine } = useLoaderData<typeof loader>();
  const { originalFirst } = useRoot();
  const [search] = useSearchParams();
  const refusal = search.get('refusal');
  return (
    <NarrowPage title={tAccount('settings.translation')} lead={t('settings.lead')}>
      {search.has('done') && (
        <Note tone="done" role="status">
          {t('settings.saved')}
        </Note>
      )}
      {isRefusal(refusal) && <RefusalNote refusal={refusal} />}
      {!hasEngine && <Note>{t('settings.no_engine')}</Note>}
      <Form method="post" className="grid gap-4">
        <Switch
          name="originalFirst"
          defaultChecked={originalFirst}
          label={t('settings.original_first')}
          hint={t('settings.original_first_hint')}
        />
        <Switch
          name="translatesFollowed"
          defaultChecked={translatesFollowed}
          label={t('settings.by_itself')}
          hint={t('settings.by_itself_hint')}
        />
        <div>
          <Button type="submit" variant="primary">
            {t('settings.save')}
          </Button>
        </div>
      </Form>
      <section className="grid gap-3 border-t border-line pt-5" aria-labelledby="engine-rules">
        <div>
          <h2 id="engine-rules" className="text-t-4">
            {t('rules.title')}
          </h2>
          <p className="text-t-2 text-ink-2">{t(mayDecide ? 'rules.lead' : 'rules.read_only')}</p>
        </div>
        <Form method="post" action="/settings/translation/rules" className="grid gap-4">
          <EngineRuleFields rules={rules} disabled={!mayDecide} />
          {mayDecide && (
            <div>
              <Button type="submit">{t('settings.save')}</Button>
            </div>
          )}
        </Form>
      </section>
    </NarrowPage>
  );
}
