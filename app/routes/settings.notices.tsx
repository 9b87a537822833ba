import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { NarrowPage } from '#app/components/account/narrow-page.tsx';
import { Devices } from '#app/components/notification/devices.tsx';
import { SectionLevels } from '#app/components/notification/section-levels.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { chooseMail } from '#app/domain/notification/choose-mail.server.ts';
import { findSectionLevels } from '#app/domain/notification/find-levels.server.ts';
import { findNoticeChoices } from '#app/domain/notification/find-notice-choices.server.ts';
import { mailChoiceInput } from '#app/domain/notification/mail.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import { findDevices } from '#app/domain/notification/find-devices.server.ts';
import { vapidKeys } from '#app/domain/notification/vapid-keys.server.ts';
import { requireActor, requireSignedIn } from '#app/http/actor.server.ts';
import { answer } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { Button } from '#app/ui/button.tsx';
import { Note } from '#app/ui/note.tsx';
import { Segmented } from '#app/ui/segmented.tsx';
import { Switch } from '#app/ui/switch.tsx';
import { MailRhythm } from '#prisma/generated/enums.ts';

export const handle: PageHandle = { title: (t) => t('keeping-up:title') };

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { id: sessionId } = await requireSignedIn(request);
  const [choices, levels, devices, { publicKey }] = await Promise.all([
    findNoticeChoices(actor),
    findSectionLevels(actor),
    findDevices(actor),
    vapidKeys(),
  ]);
  return { choices, levels, role: actor.role, devices, sessionId, publicKey };
}

/** How often somebody is mailed. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await parseForm(request, mailChoiceInput);
  if (!form.ok) return form.reply;
  return answer(await chooseMail(actor, form.value), { to: '/settings/notices?done' });
}

export default function Notices() {
  const { choices, levels, role, devices, sessionId, publicKey } = useLoaderData<typeof loader>();
  const { t } = useTranslation('keeping-up');
  const fieldError = useFieldError();
  const rhythmError = useActionData<typeof action>()?.lastResult?.error?.mailRhythm;
  const [search] = useSearchParams();
  const refusal = search.get('refusal');
  return (
    <NarrowPage title={t('title')} lead={t('lead')}>
      {search.has('done') && (
        <Note tone="done" role="status">
          {t('mail.saved')}
        </Note>
      )}
      {isRefusal(refusal) && <RefusalNote refusal={refusal} />}
      <section className="grid gap-3" aria-labelledby="mail">
        <div>
          <h2 id="mail" className="text-t-4">
            {t('mail.title')}
          </h2>
          <p className="text-t-2 text-ink-2">{t('mail.lead', { email: choices.email })}</p>
        </div>
        <Form method="post" className="grid gap-4">
          <Switch
            name="mailsAtOnce"
            defaultChecked={choices.mailsAtOnce}
            label={t('mail.at_once')}
            hint={t('mail.at_once_hint')}
          />
          <Segmented
            name="mailRhythm"
            label={t('mail.rhythm')}
            defaultValue={choices.mailRhythm}
            error={fieldError(rhythmError)}
            options={Object.values(MailRhythm).map((value) => ({ value, label: t(`mail.${value}`) }))}
          />
          <div>
            <Button type="submit" variant="primary">
              {t('mail.save')}
            </Button>
          </div>
        </Form>
      </section>
      <Devices devices={devices} sessionId={sessionId} publicKey={publicKey} />
      <SectionLevels levels={levels} role={role} />
      <section className="grid gap-3 border-t border-line pt-5" aria-labelledby="rules">
        <div>
          <h2 id="rules" className="text-t-4">
            {t('rules.title')}
          </h2>
          <p className="text-t-2 text-ink-2">{t('rules.lead')}</p>
        </div>
        <Form method="post" action="/settings/notices/rules" className="grid gap-4">
          <Switch
            name="withoutContent"
            defaultChecked={choices.withoutContent}
            disabled={!choices.mayDecide}
            label={t('rules.without_content')}
            hint={t('rules.without_content_hint')}
          />
          {choices.mayDecide && (
            <div>
              <Button type="submit">{t('rules.save')}</Button>
            </div>
          )}
        </Form>
      </section>
    </NarrowPage>
  );
}
