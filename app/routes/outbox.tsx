import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { GovernmentsContext } from '#app/components/thread/governments.ts';
import { PendingPost } from '#app/components/thread/pending-post.tsx';
import { findGovernments } from '#app/domain/government/find-governments.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { useOutbox } from '#app/realtime/use-outbox.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Link } from '#app/ui/link.tsx';

export const handle: PageHandle = { title: (t) => t('thread:outbox.heading') };

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  return { governments: await findGovernments(), accountId: actor.accountId };
}

/** What this account has written on this device and the server does not have yet, in whatever thread. */
export default function OutboxPage() {
  const { governments, accountId } = useLoaderData<typeof loader>();
  const { t } = useTranslation('thread');
  const { posts, retry, discard } = useOutbox(accountId);
  const byId = useMemo(
    () => new Map(governments.map((government) => [government.id, government])),
    [governments],
  );
  return (
    <GovernmentsContext.Provider value={byId}>
      <header className="page-head">
        <div className="min-w-0 flex-1 basis-72">
          <h1>{t('outbox.heading')}</h1>
          <p className="mt-0.5 max-w-none text-t-2 text-ink-2">{t('outbox.intro')}</p>
        </div>
      </header>
      <div className="page-body max-w-180">
        {posts.length === 0 ? (
          <EmptyState title={t('outbox.empty')}>{t('outbox.empty_text')}</EmptyState>
        ) : (
          <ol className="grid gap-5">
            {posts.map((post) => (
              <li key={post.id} className="grid gap-1">
                <PendingPost
                  post={post}
                  sent={false}
                  onRetry={() => void retry(post.id)}
                  onDiscard={() => void discard(post.id)}
                />
                <Link href={`/threads/${post.threadId}`} className="text-t-2">
                  {t('outbox.to_thread')}
                </Link>
              </li>
            ))}
          </ol>
        )}
      </div>
    </GovernmentsContext.Provider>
  );
}
