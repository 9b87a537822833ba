import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { MessageSquarePlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { forumAddress, ThreadFilters } from '#app/components/thread/thread-filters.tsx';
import { ThreadRow } from '#app/components/thread/thread-row.tsx';
import { findGovernments } from '#app/domain/government/find-governments.server.ts';
import { threadFilterSchema } from '#app/domain/thread/filter.ts';
import { findThreads } from '#app/domain/thread/find-threads.server.ts';
import { mayPost } from '#app/domain/thread/policy.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { readersLanguage } from '#app/i18n/readers-language.server.ts';
import { useLive } from '#app/realtime/use-live.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';

export const handle: PageHandle = { title: (t) => t('thread:list.heading') };

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const filter = threadFilterSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const language = readersLanguage(request, actor);
  const [found, governments] = await Promise.all([
    findThreads(actor, { filter, language }),
    findGovernments(),
  ]);
  return { ...found, governments, filter, mayPost: mayPost(actor) };
}

export default function Threads() {
  const page = useLoaderData<typeof loader>();
  const { threads, pages, filter, governments, unreadThreads, mayPost: mayOpen } = page;
  const { t } = useTranslation('thread');
  useLive();
  const step = mayOpen && (
    <LinkButton href="/threads/new" icon={MessageSquarePlus} className="max-md:w-full">
      {t('list.new_topic')}
    </LinkButton>
  );
  return (
    <>
      <header className="page-head">
        <div className="min-w-0 flex-1 basis-80">
          <h1 className="text-[1.75rem]">{t('list.heading')}</h1>
          <p className="mt-0.5 max-w-none text-t-2 text-ink-2">{t('list.intro')}</p>
        </div>
        {step}
      </header>
      <ThreadFilters filter={filter} governments={governments} unreadThreads={unreadThreads} />
      <div className="page-body">
        {threads.length === 0 ? (
          <div className="pt-6">
            <EmptyState title={t('list.empty.title')} step={step}>
              {t('list.empty.text')}
            </EmptyState>
          </div>
        ) : (
          <ul className="rows" data-rove>
            {threads.map((thread) => (
              <ThreadRow key={thread.threadId} thread={thread} governments={governments} />
            ))}
          </ul>
        )}
        {pages > 1 && (
          <nav aria-label={t('filter.label')} className="flex justify-between gap-4 py-4">
            {filter.page > 1 ? (
              <LinkButton href={forumAddress({ ...filter, page: filter.page - 1 })}>
                {t('list.newer')}
              </LinkButton>
            ) : (
              <span />
            )}
            {filter.page < pages && (
              <LinkButton href={forumAddress({ ...filter, page: filter.page + 1 })}>
                {t('list.older')}
              </LinkButton>
            )}
          </nav>
        )}
      </div>
    </>
  );
}
