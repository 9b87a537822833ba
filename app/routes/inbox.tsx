import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useFetcher, useLoaderData } from '@remix-run/react';
import { BellPlus, CheckCheck, Settings2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { InboxRow } from '#app/components/notification/inbox-row.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { countUnread, findInbox } from '#app/domain/notification/find-notifications.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { useLive } from '#app/realtime/use-live.ts';
import { Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { Link } from '#app/ui/link.tsx';
import { SegmentedLinks } from '#app/ui/segmented.tsx';

export const handle: PageHandle = { title: (t) => t('notification:heading') };

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const search = new URL(request.url).searchParams;
  const unreadOnly = search.get('show') === 'unread';
  const before = new Date(search.get('before') ?? '');
  const [inbox, unread] = await Promise.all([
    findInbox(actor, { unreadOnly, before: Number.isNaN(before.getTime()) ? null : before }),
    countUnread(actor),
  ]);
  return { ...inbox, unread, unreadOnly };
}

export default function Inbox() {
  const { threads, more, unread, unreadOnly } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['notification', 'keeping-up', 'watch']);
  // Its own notifications reach every page; no list has to be watched beside them.
  useLive({ subjects: [] });
  return (
    <>
      <header className="page-head">
        <div className="min-w-0 flex-1 basis-72">
          <h1>{t('heading')}</h1>
          <p className="mt-0.5 max-w-none text-t-2 text-ink-2">{t('intro')}</p>
        </div>
        <SegmentedLinks
          label={t('filter.label')}
          options={[
            { href: '/inbox', label: t('filter.all'), current: !unreadOnly },
            { href: '/inbox?show=unread', label: t('filter.unread'), current: unreadOnly },
          ]}
        />
        <LinkButton href="/settings/areas" icon={BellPlus}>
          {t('watch:title')}
        </LinkButton>
        <LinkButton href="/settings/notices" icon={Settings2}>
          {t('keeping-up:title')}
        </LinkButton>
        {unread > 0 && (
          <Form method="post" action="/inbox/read" navigate={false}>
            <Button type="submit" name="all" value="1" icon={CheckCheck}>
              {t('mark_all_read')}
            </Button>
          </Form>
        )}
      </header>
      <div className="page-body max-w-260">
        {threads.length === 0 ? (
          <EmptyState
            title={t('empty.title')}
            step={
              unreadOnly ? (
                <LinkButton href="/inbox" size="sm">
                  {t('filter.all')}
                </LinkButton>
              ) : undefined
            }
          >
            {t('empty.text')}
          </EmptyState>
        ) : (
          <ul className="rows" data-rove>
            {threads.map((entry) => (
              <li key={entry.thread.id}>
                <InboxRow
                  entry={entry}
                  withReason
                  aside={<MarkButton threadId={entry.thread.id} isUnread={entry.unread > 0} />}
                />
              </li>
            ))}
          </ul>
        )}
        {more && (
          <p className="pt-4">
            <Link
              href={`/inbox?${new URLSearchParams({ ...(unreadOnly && { show: 'unread' }), before: more.toISOString() })}`}
            >
              {t('older')}
            </Link>
          </p>
        )}
      </div>
    </>
  );
}

function MarkButton({ threadId, isUnread }: { readonly threadId: string; readonly isUnread: boolean }) {
  const { t } = useTranslation('notification');
  const fetcher = useFetcher();
  return (
    <fetcher.Form method="post" action={isUnread ? '/inbox/read' : '/inbox/unread'}>
      <Button type="submit" name="threadId" value={threadId} size="sm" variant="quiet">
        {t(isUnread ? 'mark_read' : 'mark_unread')}
      </Button>
    </fetcher.Form>
  );
}
