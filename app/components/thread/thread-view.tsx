import { useSearchParams } from '@remix-run/react';
import { ArrowDown, Bot } from 'lucide-react';
import { Fragment, memo, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LevelControl } from '#app/components/notification/level-control.tsx';
import { useRoot } from '#app/components/shell/use-root.ts';
import { isOfPost, type PostEntry, type ThreadEntry, type VisibleEntry } from '#app/domain/thread/entry.ts';
import { TranslateThread } from '#app/components/translation/translate-thread.tsx';
import { mayTranslate } from '#app/domain/translation/policy.ts';
import type { ReadThread } from '#app/domain/thread/read-thread.server.ts';
import type { Draft } from '#app/realtime/outbox.ts';
import { useOutbox } from '#app/realtime/use-outbox.ts';
import { useReferences } from '#app/realtime/use-references.ts';
import { useThread } from '#app/realtime/use-thread.ts';
import { Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { Note } from '#app/ui/note.tsx';
import { Composer } from './composer.tsx';
import { EventLine } from './event-line.tsx';
import { GovernmentsContext, useGovernmentName } from './governments.ts';
import { PendingPost } from './pending-post.tsx';
import { Post } from './post.tsx';
import { ReadingModes } from './reading-mode.tsx';
import { ThreadContext } from './thread-context.ts';
import { useEndOfList } from './use-end-of-list.ts';
import { useOpeningPlace, useReadMark } from './use-reading-place.ts';
import { WhoIsHere, WhoIsTyping } from './who-is-here.tsx';

type ThreadViewProps = {
  readonly thread: ReadThread;
  /** Whether the page is the thread's own: it opens where the reader left the thread. */
  readonly alone?: boolean | undefined;
  /** What stands below an event that brought evidence. */
  readonly renderEvidence?: ((evidenceId: string) => ReactNode) | undefined;
};

/**
 * A thread as it is lived: posts and events in one order, who is here, who writes, and where one writes oneself. Keeps
 * itself true while it is open; the page around it has the heading.
 */
export function ThreadView({ thread, alone = false, renderEvidence }: ThreadViewProps) {
  const [search] = useSearchParams();
  const governments = useMemo(
    () => new Map(thread.governments.map((government) => [government.id, government])),
    [thread.governments],
  );
  return (
    <GovernmentsContext.Provider value={governments}>
      <Timeline
        key={`${thread.threadId} ${search.get('at')}`}
        thread={thread}
        alone={alone}
        renderEvidence={renderEvidence}
      />
    </GovernmentsContext.Provider>
  );
}

function Timeline({ thread, alone = false, renderEvidence }: ThreadViewProps) {
  const { t } = useTranslation('thread');
  const { reader } = useRoot();
  const live = useThread(thread);
  const { posts, sent, add, retry, discard } = useOutbox(reader?.accountId ?? null);
  const [again, setAgain] = useState<Draft | null>(null);
  const [search] = useSearchParams();
  const [replyTo, setReplyTo] = useState<PostEntry | null>(
    () => postIn(thread.entries, Number(search.get('reply'))) ?? null,
  );
  const end = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  // Where the reader was on coming here; the line stays while the page is open.
  const [firstNew] = useState(thread.unread?.first ?? null);
  const [countNew] = useState(thread.unread?.count ?? 0);

  const shown = live.entries.filter(isShown);
  const hasPosts = shown.some(({ type }) => type === 'post_written');
  const keys = new Set(shown.flatMap((entry) => (entry.type === 'post_written' ? entry.post.clientKey : [])));
  const pending = [...sent, ...posts].filter(
    ({ threadId, clientKey }) => threadId === thread.threadId && !keys.has(clientKey),
  );
  const { unseen, show } = useEndOfList(end, (live.entries.at(-1)?.seq ?? 0) + pending.length);
  const first = live.entries[0]?.seq ?? 1;
  const last = live.entries.at(-1)?.seq ?? 0;
  useOpeningPlace(thread, alone);
  useReadMark(thread, list, { cursor: last, isSignedIn: reader !== null });
  const newFrom =
    firstNew === null
      ? undefined
      : shown.find(({ seq, actor }) => seq >= firstNew && actor?.accountId !== reader?.accountId)?.seq;

  const { learnHead } = live;
  const newest = Math.max(
    0,
    ...sent.filter(({ threadId }) => threadId === thread.threadId).map(({ seq }) => seq),
  );
  useEffect(() => {
    if (newest > 0) learnHead(newest);
  }, [newest, learnHead]);

  const { threadId, mayPost, takingPart } = thread;
  const { entries } = live;
  const references = useReferences(entries, thread.references);
  const context = useMemo(
    () => ({
      threadId,
      mayPost: reader !== null && mayPost,
      takingPart,
      postAt: (seq: number) => postIn(entries, seq),
      references,
      onReply: setReplyTo,
    }),
    [threadId, mayPost, takingPart, reader, entries, references],
  );
  const others = live.present.filter(({ accountId }) => accountId !== reader?.accountId);
  return (
    <div className="grid min-w-0 gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <WhoIsHere present={others} />
        <div className="flex flex-wrap items-center gap-2">
          {thread.level && <LevelControl threadId={thread.threadId} level={thread.level} />}
          {hasPosts && mayTranslate(reader) && <TranslateThread threadId={thread.threadId} />}
          {thread.mayDecideRules && (
            <LinkButton
              variant="quiet"
              size="sm"
              icon={Bot}
              href={`/threads/${thread.threadId}/engine-rules`}
            >
              {t('engine_rules')}
            </LinkButton>
          )}
          {hasPosts && <ReadingModes />}
        </div>
      </div>
      {first > 1 && (
        <MoreLink at={first - 1} onLoad={live.loadEarlier}>
          {t('earlier')}
        </MoreLink>
      )}
      <ThreadContext.Provider value={context}>
        <ol ref={list} className="grid min-w-0" data-rove>
          {shown.map((entry) => (
            <Fragment key={entry.seq}>
              {entry.seq === newFrom && (
                <li
                  id="new-entries"
                  className="flex scroll-mt-16 items-center gap-3 py-1 text-t-1 font-semibold text-signal before:h-px before:flex-1 before:bg-signal after:h-px after:flex-1 after:bg-signal"
                >
                  {t('new_since', { count: countNew })}
                </li>
              )}
              <Entry entry={entry} renderEvidence={renderEvidence} />
            </Fragment>
          ))}
          {pending.map((post) => (
            <li key={post.id} className="py-3.5">
              <PendingPost
                post={post}
                sent={'seq' in post}
                onRetry={() => void retry(post.id)}
                onEdit={() => {
                  setAgain(post);
                  void discard(post.id);
                }}
                onDiscard={() => void discard(post.id)}
              />
            </li>
          ))}
        </ol>
      </ThreadContext.Provider>
      {live.later > 0 && (
        <div className="flex flex-wrap gap-2">
          <MoreLink at={last + 1} onLoad={live.loadLater}>
            {t('later', { count: live.later })}
          </MoreLink>
          <LinkButton variant="quiet" size="sm" href={`?at=${thread.head}`}>
            {t('newest')}
          </LinkButton>
        </div>
      )}
      {reader && !hasPosts && pending.length === 0 && (
        <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
      )}
      <div ref={end} id="thread-end" className="scroll-mb-60" />
      <News entries={shown} accountId={reader?.accountId ?? null} />
      {live.status === 'gone' && <Note tone="wait">{t('gone')}</Note>}
      <div className="bottom-(--chrome-bottom) z-10 grid gap-1 bg-paper pb-3 md:sticky">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <WhoIsTyping typing={live.typing} />
          {live.status === 'behind' && <span className="text-t-2 text-ink-2">{t('behind')}</span>}
          {unseen > 0 && (
            <Button size="sm" icon={ArrowDown} onPress={show}>
              {t('news', { count: unseen })}
            </Button>
          )}
        </div>
        {reader && thread.mayPost && live.status !== 'gone' && (
          <Composer
            thread={thread}
            reader={reader}
            again={again}
            replyTo={replyTo}
            onReplyDone={() => setReplyTo(null)}
            onTyping={live.sayTyping}
            onSend={(draft) => void add(draft)}
          />
        )}
        {reader && !thread.mayPost && <Note>{t(thread.isClosed ? 'closed.note' : 'compose.read_only')}</Note>}
      </div>
    </div>
  );
}

/** More entries in their place; without JavaScript the page that shows them. */
function MoreLink({
  at,
  onLoad,
  children,
}: {
  readonly at: number;
  readonly onLoad: () => Promise<boolean>;
  readonly children: ReactNode;
}) {
  return (
    <a
      href={`?at=${at}#entry-${at}`}
      className="btn btn-quiet btn-sm justify-self-start"
      onClick={(event) => {
        event.preventDefault();
        void onLoad();
      }}
    >
      {children}
    </a>
  );
}

/** Translations stand beside their posts; what is kept for others does not show. */
function isShown(entry: ThreadEntry): entry is VisibleEntry {
  if (entry.type === 'hidden') return false;
  if (entry.type === 'post_acknowledged' || entry.type === 'reaction_changed') return false;
  if (entry.type === 'post_moved' || entry.type === 'minutes_written') return false;
  const isTranslation = entry.type === 'translation_added' || entry.type === 'translation_verified';
  return !isTranslation || !isOfPost(entry.payload.subject);
}

function postIn(entries: readonly ThreadEntry[], seq: number): PostEntry | undefined {
  const entry = entries.find((one) => one.seq === seq);
  return entry?.type === 'post_written' ? entry : undefined;
}

type EntryProps = { readonly entry: VisibleEntry } & Pick<ThreadViewProps, 'renderEvidence'>;

const Entry = memo(function Entry({ entry, renderEvidence }: EntryProps) {
  const isPost = entry.type === 'post_written';
  return (
    <li
      id={`entry-${entry.seq}`}
      data-seq={entry.seq}
      tabIndex={-1}
      data-rove-item={isPost ? '' : undefined}
      className={`scroll-mt-20 ${isPost ? 'py-3.5' : 'py-1.5'}`}
    >
      {isPost ? <Post entry={entry} /> : <EventLine entry={entry} renderEvidence={renderEvidence} />}
    </li>
  );
});

/** Says new posts of others to a screen reader, one after another. */
function News({
  entries,
  accountId,
}: {
  readonly entries: readonly VisibleEntry[];
  readonly accountId: string | null;
}) {
  const { t } = useTranslation('thread');
  const governmentName = useGovernmentName();
  const [start] = useState(entries.at(-1)?.seq ?? 0);
  const last = entries
    .filter(({ type, actor }) => type === 'post_written' && actor?.accountId !== accountId)
    .at(-1);
  return (
    <div aria-live="polite" className="visually-hidden">
      {last?.actor && last.seq > start && (
        <p key={last.seq}>{t('said', { who: governmentName(last.actor.governmentId) })}</p>
      )}
    </div>
  );
}
