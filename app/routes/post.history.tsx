import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { usePersonName } from '#app/components/account/use-person-name.ts';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { PostAttachments } from '#app/components/thread/post-attachments.tsx';
import { WordChanges } from '#app/components/thread/word-changes.tsx';
import { findRevisions } from '#app/domain/thread/find-revisions.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { notFound } from '#app/http/answer.server.ts';
import { postPlaceOf } from '#app/http/post-place.server.ts';
import { Moment } from '#app/i18n/moment.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Link } from '#app/ui/link.tsx';

export const handle: PageHandle = { title: (t) => t('thread:history.heading') };

/** Every version of a post, with what came and what went. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { place, page } = postPlaceOf(params);
  const versions = (await findRevisions(actor, place)) ?? notFound();
  return { versions, page };
}

export default function History() {
  const { versions, page } = useLoaderData<typeof loader>();
  const { t } = useTranslation('thread');
  const personName = usePersonName();
  return (
    <div className="grid max-w-180 gap-5 px-4 py-5 md:px-8">
      <header className="grid gap-1">
        <Link href={page}>{t('history.back')}</Link>
        <h1>{t('history.heading')}</h1>
        <p className="text-t-3 text-ink-2">{t('history.intro')}</p>
      </header>
      {versions.length === 0 && <EmptyState title={t('history.none')}>{t('history.none_text')}</EmptyState>}
      <ol className="grid gap-5">
        {versions.map(({ revision, language, at, by, stretches, removed }) => (
          <li key={revision} className="grid gap-1.5">
            <h2 className="flex flex-wrap items-baseline gap-x-3 text-t-3">
              {t('history.version', { revision })}
              <span className="text-t-1 font-normal text-ink-2">
                {personName(by)} · <Moment at={at} />
              </span>
            </h2>
            <WordChanges stretches={stretches} language={language} />
            <PostAttachments {...removed} title={t('history.removed')}>
              <p className="text-t-2 text-ink-2">{t('history.removed')}</p>
            </PostAttachments>
          </li>
        ))}
      </ol>
    </div>
  );
}
