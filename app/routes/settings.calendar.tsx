import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { NarrowPage } from '#app/components/account/narrow-page.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { findFeedOf } from '#app/domain/action-item/find-feed.server.ts';
import { renewFeed } from '#app/domain/action-item/renew-feed.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { ownOriginOf } from '#app/http/own-origin.server.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { Button } from '#app/ui/button.tsx';
import { Note } from '#app/ui/note.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export const handle: PageHandle = { title: (t) => t('action-item:feed.title') };

export async function loader({ request }: LoaderFunctionArgs) {
  return { since: await findFeedOf(await requireActor(request)) };
}

/** A new secret address, shown this once. */
export async function action({ request }: ActionFunctionArgs) {
  const result = await renewFeed(await requireActor(request));
  return { address: result.ok ? `${ownOriginOf(request)}/calendar/${result.value.token}` : null };
}

export default function Calendar() {
  const { since } = useLoaderData<typeof loader>();
  const address = useActionData<typeof action>()?.address;
  const { t } = useTranslation('action-item');
  const format = useFormat();
  return (
    <NarrowPage title={t('feed.title')} lead={t('feed.lead')}>
      {address && (
        <Note tone="done" role="status">
          <TextField readOnly label={t('feed.address')} hint={t('feed.once')} value={address} />
        </Note>
      )}
      <p className="text-t-2 text-ink-2">
        {since ? t('feed.since', { date: format.date(since, { year: true }) }) : t('feed.none')}
      </p>
      <div className="flex flex-wrap gap-3">
        <Form method="post">
          <Button type="submit" variant="primary">
            {t(since ? 'feed.renew' : 'feed.make')}
          </Button>
        </Form>
        {since && (
          <Form method="post" action="/settings/calendar/revoke">
            <Button type="submit" variant="danger">
              {t('feed.revoke')}
            </Button>
          </Form>
        )}
      </div>
    </NarrowPage>
  );
}
