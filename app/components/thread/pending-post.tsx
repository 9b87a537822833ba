import { Paperclip } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useRoot } from '#app/components/shell/use-root.ts';
import { htmlLang } from '#app/i18n/languages.ts';
import type { OutboxPost } from '#app/realtime/outbox.ts';
import { useOnline } from '#app/components/shell/use-online.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { Button } from '#app/ui/button.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { State } from '#app/ui/state.tsx';
import { PostHead } from './post.tsx';

type PendingPostProps = {
  readonly post: OutboxPost;
  readonly sent: boolean;
  readonly onRetry: () => void;
  /** Left out where there is no composer. */
  readonly onEdit?: (() => void) | undefined;
  readonly onDiscard: () => void;
};

/** A post of the reader's that the thread does not show yet: under way, waiting for the network, or refused. */
export function PendingPost({ post, sent, onRetry, onEdit, onDiscard }: PendingPostProps) {
  const { t } = useTranslation('thread');
  const { t: tRefusal } = useTranslation('refusal');
  const { reader } = useRoot();
  const format = useFormat();
  const online = useOnline();
  if (!reader) return null;
  const { accountId, seatId, governmentId, name, nameLatin, seatTitle: seat } = reader;
  const failed = post.state === 'failed';
  const waiting = online ? t('pending.sending') : t('pending.waiting');
  return (
    <article>
      <PostHead
        actor={{ accountId, seatId, governmentId, name, nameLatin, seat }}
        restricted={post.onlyOwnGovernment}
      >
        <span role="status">
          {failed ? (
            <State shape="triangle" tone="late">
              {t('pending.failed')}
            </State>
          ) : (
            <State shape={sent ? 'ring' : 'dashed'} tone="off">
              {sent ? t('pending.sent') : waiting}
            </State>
          )}
        </span>
      </PostHead>
      <div className="card border-dashed px-4 py-3">
        <p
          lang={htmlLang(post.language)}
          className="text-[0.9375rem] [overflow-wrap:anywhere] whitespace-pre-wrap text-ink-2"
        >
          {post.body}
        </p>
        {post.attached && post.attached.length > 0 && (
          <ul aria-label={t('attachment.list')} className="mt-2 grid gap-1 text-t-2 text-ink-2">
            {post.attached.map(({ key, name, blob }) => (
              <li key={key} className="flex min-w-0 items-center gap-2">
                <Icon of={Paperclip} size="sm" />
                <span className="min-w-0 truncate">{name}</span>
                <span className="num shrink-0 text-t-1">{format.fileSize(blob.size)}</span>
              </li>
            ))}
          </ul>
        )}
        {failed && (
          <div className="mt-2 flex flex-wrap items-center gap-2">
            <span className="text-t-2 text-signal">
              {post.reason && (post.reason === 'form' ? t('pending.form') : tRefusal(post.reason))}
            </span>
            <span className="ml-auto flex gap-1">
              <Button size="sm" onPress={onRetry}>
                {t('pending.retry')}
              </Button>
              {onEdit && (
                <Button size="sm" onPress={onEdit}>
                  {t('pending.edit')}
                </Button>
              )}
              <Button size="sm" variant="quiet" onPress={onDiscard}>
                {t('pending.discard')}
              </Button>
            </span>
          </div>
        )}
      </div>
    </article>
  );
}
