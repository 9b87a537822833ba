import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { GovernmentName } from '#app/components/government/government-name.tsx';
import { MarkThreadRead } from '#app/components/notification/mark-thread-read.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { useRoot } from '#app/components/shell/use-root.ts';
import { AddTranslation } from '#app/components/thread/add-translation.tsx';
import { KeepTopic } from '#app/components/thread/keep-topic.tsx';
import { TextLabel } from '#app/components/thread/text-label.tsx';
import { forumAddress } from '#app/components/thread/thread-filters.tsx';
import { ThreadView } from '#app/components/thread/thread-view.tsx';
import { isRefusal } from '#app/domain/refusal.ts';
import { findThread } from '#app/domain/thread/find-thread.server.ts';
import { readThread } from '#app/domain/thread/read-thread.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { notFound } from '#app/http/answer.server.ts';
import { placeOf } from '#app/http/place.server.ts';
import { threadIdOf } from '#app/http/thread-id.server.ts';
import { htmlLang } from '#app/i18n/languages.ts';
import { readersLanguage } from '#app/i18n/readers-language.server.ts';
import { useLive } from '#app/realtime/use-live.ts';
import { Link } from '#app/ui/link.tsx';
import { Tag } from '#app/ui/tag.tsx';

const titled = z.object({ topic: z.object({ title: z.object({ text: z.string() }) }) });

const pages = { incident: 'incidents', action_item: 'actions', meeting: 'meetings' } as const;

export const handle: PageHandle = {
  title: (t, data) => titled.safeParse(data).data?.topic.title.text ?? t('thread:subject.topic'),
};

/** The page of a topic; the thread of anything else lives on the page of that. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const threadId = threadIdOf(params);
  const found = await findThread(actor, threadId, readersLanguage(request, actor));
  if (!found) notFound();
  if (found.subject !== 'topic') {
    const at = placeOf(request);
    const place = at === undefined ? '#thread' : `?at=${at}#entry-${at}`;
    throw redirect(`/${pages[found.subject]}/${found.number}${place}`, 302);
  }
  const thread = (await readThread(actor, threadId, { at: placeOf(request) })) ?? notFound();
  return { topic: found, thread };
}

export default function Thread() {
  const { topic, thread } = useLoaderData<typeof loader>();
  const { t } = useTranslation('thread');
  const { reader } = useRoot();
  const [search] = useSearchParams();
  const refusal = search.get('refusal');
  useLive({ threadId: thread.threadId });
  const readers = thread.governments.filter(({ id }) => topic.governmentIds.includes(id));

  return (
    <>
      {reader && <MarkThreadRead threadId={thread.threadId} upTo={thread.head} />}
      <header className="grid gap-2 border-b border-line px-4 py-3.5 md:px-8">
        <nav className="flex gap-2 text-t-2 text-ink-2" aria-label={t('list.heading')}>
          <Link href="/threads" className="text-inherit">
            {t('list.heading')}
          </Link>
          <span aria-hidden="true">{'/'}</span>
          <span>{t('subject.topic')}</span>
        </nav>
        <h1 className="text-[1.625rem]" lang={htmlLang(topic.title.language)}>
          {topic.title.text}
        </h1>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          {topic.category && (
            <Link href={forumAddress({ category: topic.category })}>{t(`category.${topic.category}`)}</Link>
          )}
          <Tag>{t(`visibility.${topic.visibility}`)}</Tag>
          {topic.isPinned && <Tag>{t('pinned')}</Tag>}
          {topic.isClosed && <Tag>{t('closed.tag')}</Tag>}
          {topic.visibility !== 'network' && (
            <ul className="flex flex-wrap gap-x-4 gap-y-1">
              {readers.map((government) => (
                <li key={government.id}>
                  <GovernmentName government={government} filled={government.id === reader?.governmentId} />
                </li>
              ))}
            </ul>
          )}
          {topic.title.label !== 'original' && (
            <span className="inline-flex flex-wrap items-center gap-2 text-t-2 text-ink-2">
              <TextLabel label={topic.title.label} />
              <span lang={htmlLang(topic.source.language)}>{topic.source.text}</span>
            </span>
          )}
          <AddTranslation
            subject="thread"
            subjectId={thread.threadId}
            field="title"
            revision={1}
            sourceLanguage={topic.source.language}
            present={topic.translated}
          />
          <KeepTopic threadId={thread.threadId} topic={topic} governments={thread.governments} />
        </div>
        {isRefusal(refusal) && <RefusalNote refusal={refusal} />}
      </header>
      <section id="thread" aria-label={t('heading')} className="max-w-270 px-4 py-4 md:px-8">
        <ThreadView thread={thread} alone />
      </section>
    </>
  );
}
