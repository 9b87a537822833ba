import { useFetcher } from '@remix-run/react';
import { CalendarDays, ListChecks, MessagesSquare } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { StateMark } from '#app/components/action-item/state-mark.tsx';
import { governmentName, type NamedGovernment } from '#app/components/government/government-name.tsx';
import { Seal } from '#app/components/government/seal.tsx';
import { KindGlyph } from '#app/components/incident/kind-glyph.tsx';
import { StatusMark } from '#app/components/incident/status-mark.tsx';
import type { ListedThread } from '#app/domain/thread/find-threads.server.ts';
import { htmlLang } from '#app/i18n/languages.ts';
import { Moment } from '#app/i18n/moment.tsx';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Icon } from '#app/ui/icon.tsx';
import { Link } from '#app/ui/link.tsx';
import { State } from '#app/ui/state.tsx';
import { Tag } from '#app/ui/tag.tsx';

type ThreadRowProps = {
  readonly thread: ListedThread;
  readonly governments: readonly NamedGovernment[];
};

/** One thread of the forum: what it is about, where it stands, and the last that happened in it. */
export function ThreadRow({ thread, governments }: ThreadRowProps) {
  const { t } = useTranslation('thread');
  const { t: tNotification } = useTranslation('notification');
  const language = useLanguage();
  const { about, title, last, unread, posts, visibility } = thread;
  const by = governments.find(({ id }) => id === last.governmentId);
  return (
    <li className="grid gap-1 py-3 md:grid-cols-[minmax(0,1fr)_minmax(0,22rem)] md:gap-6">
      <div className="grid min-w-0 content-start gap-1">
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-t-2 text-ink-2">
          {about.subject === 'incident' && <KindGlyph kind={about.kind} />}
          {about.subject === 'topic' && <Icon of={MessagesSquare} size="sm" />}
          {about.subject === 'action_item' && <Icon of={ListChecks} size="sm" />}
          {about.subject === 'meeting' && <Icon of={CalendarDays} size="sm" />}
          <span className="num">
            {t(`subject.${about.subject}`)} {about.subject !== 'topic' && about.number}
          </span>
          {about.subject === 'incident' && <StatusMark status={about.status} />}
          {about.subject === 'action_item' && <StateMark state={about.state} />}
          {about.subject === 'topic' && about.category && <span>{t(`category.${about.category}`)}</span>}
          {about.subject === 'meeting' && about.isFrozen && <Tag>{t('frozen')}</Tag>}
          {visibility !== 'network' && <Tag>{t(`visibility.${visibility}`)}</Tag>}
          {thread.isPinned && <Tag>{t('pinned')}</Tag>}
          {thread.isClosed && <Tag>{t('closed.tag')}</Tag>}
          {thread.asksUs && (
            <State shape="clock" tone="wait">
              {t('asks_us')}
            </State>
          )}
        </span>
        <span className="flex items-baseline gap-2">
          <Link
            href={hrefOf(thread)}
            data-rove-item
            className="text-t-4 font-semibold text-ink no-underline [overflow-wrap:anywhere] hover:underline"
          >
            <span lang={htmlLang(title.language)}>{title.text}</span>
          </Link>
          {unread > 0 && (
            <span className="num shrink-0 text-t-1 font-semibold whitespace-nowrap text-primary">
              {t('list.unread', { count: unread })}
            </span>
          )}
        </span>
      </div>
      <div className="grid min-w-0 content-start gap-1 text-t-2 text-ink-2 md:justify-items-end md:text-end">
        <span className="flex min-w-0 items-center gap-2">
          {by && <Seal government={by} />}
          <span className="min-w-0">
            {by && <b className="font-semibold text-ink">{governmentName(by, language)}</b>}{' '}
            {tNotification(`event.${last.type}`)}
          </span>
        </span>
        <span className="num flex gap-3 text-t-1">
          <Moment at={new Date(last.at)} as="relative" />
          {posts > 0 && <span className="whitespace-nowrap">{t('list.posts', { count: posts })}</span>}
          {unread > 0 && <MarkRead threadId={thread.threadId} upTo={thread.head} />}
        </span>
      </div>
    </li>
  );
}

function MarkRead({ threadId, upTo }: { readonly threadId: string; readonly upTo: number }) {
  const { t } = useTranslation('thread');
  const fetcher = useFetcher();
  return (
    <fetcher.Form method="post" action={`/threads/${threadId}/read`}>
      <button type="submit" name="upTo" value={upTo} className="touch cursor-pointer text-primary underline">
        {t('mark_read')}
      </button>
    </fetcher.Form>
  );
}

function hrefOf({ about, threadId }: ListedThread): string {
  if (about.subject === 'incident') return `/incidents/${about.number}#thread`;
  if (about.subject === 'meeting') return `/meetings/${about.number}#thread`;
  return about.subject === 'action_item' ? `/actions/${about.number}#thread` : `/threads/${threadId}`;
}
