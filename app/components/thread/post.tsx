import { CornerUpLeft, Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePersonName } from '#app/components/account/use-person-name.ts';
import { useSeatTitle } from '#app/components/account/use-seat-title.ts';
import { governmentName } from '#app/components/government/government-name.tsx';
import { Seal } from '#app/components/government/seal.tsx';
import { useRoot } from '#app/components/shell/use-root.ts';
import type { EntryActor, PostEntry } from '#app/domain/thread/entry.ts';
import { htmlLang } from '#app/i18n/languages.ts';
import { Moment } from '#app/i18n/moment.tsx';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Icon } from '#app/ui/icon.tsx';
import { Link } from '#app/ui/link.tsx';
import { AddTranslation } from './add-translation.tsx';
import { DecisionCard } from './decision-card.tsx';
import { useGovernment, useGovernmentName } from './governments.ts';
import { PostAttachments } from './post-attachments.tsx';
import { PostFoot } from './post-foot.tsx';
import { OtherTranslations, PostTexts } from './post-texts.tsx';
import { useThreadContext } from './thread-context.ts';

/** A post: who in which seat, when, what it answers, the words with their translations, and what was said to it. */
export function Post({ entry }: { readonly entry: PostEntry }) {
  const { t } = useTranslation('thread');
  const { threadId } = useThreadContext();
  const { post, actor, at, restricted, seq } = entry;
  if (post.deleted) {
    return (
      <article>
        <PostHead actor={actor} restricted={restricted}>
          <Moment at={new Date(at)} className="text-t-1 text-ink-2" />
        </PostHead>
        <p className="rounded-r-2 border border-dashed border-line px-4 py-2.5 text-t-2 text-ink-2">
          {post.moved ? (
            <>
              {t('moved.tombstone')}{' '}
              <Link href={`/threads/${post.moved.threadId}?at=${post.moved.seq}#entry-${post.moved.seq}`}>
                {t('moved.to')}
              </Link>
            </>
          ) : (
            t('delete.tombstone')
          )}
        </p>
      </article>
    );
  }
  return (
    <article>
      <PostHead actor={actor} restricted={restricted}>
        {post.revision > 1 && (
          <Link href={`/threads/${threadId}/posts/${seq}/history`} className="text-t-1 text-ink-2">
            {t('edit.edited', { revision: post.revision })}
          </Link>
        )}
        <Moment at={new Date(at)} className="text-t-1 text-ink-2" />
      </PostHead>
      {post.replyTo !== null && <ReplyTo seq={post.replyTo} />}
      <PostTexts post={post} />
      <PostAttachments {...post} title={Array.from(post.body).slice(0, 60).join('')} />
      {post.decision && <DecisionCard entry={entry} decision={post.decision} />}
      <PostFoot entry={entry}>
        <OtherTranslations post={post} />
        <AddTranslation
          subject="post"
          subjectId={post.id}
          field="text"
          revision={post.revision}
          sourceLanguage={post.language}
          present={post.translations}
        />
      </PostFoot>
    </article>
  );
}

/** Back to the post that this one answers: who wrote it and its first words. */
function ReplyTo({ seq }: { readonly seq: number }) {
  const { t } = useTranslation('thread');
  const governmentName = useGovernmentName();
  const answered = useThreadContext().postAt(seq);
  return (
    <a
      href={`#${seq}`}
      className="mb-1.5 flex min-w-0 items-center gap-2 text-t-2 text-ink-2 no-underline hover:underline"
    >
      <Icon of={CornerUpLeft} size="sm" />
      {answered?.actor ? (
        <>
          <b className="shrink-0 font-semibold">{governmentName(answered.actor.governmentId)}</b>
          <span lang={htmlLang(answered.post.language)} className="truncate">
            {answered.post.deleted
              ? t(answered.post.moved ? 'moved.tombstone' : 'delete.tombstone')
              : answered.post.body}
          </span>
        </>
      ) : (
        <span>{t('reply.to', { number: seq })}</span>
      )}
    </a>
  );
}

type PostHeadProps = {
  readonly actor: EntryActor;
  readonly restricted: boolean;
  /** The time, or what stands in its place. */
  readonly children: ReactNode;
};

/** Seal, government and seat, person. */
export function PostHead({ actor, restricted, children }: PostHeadProps) {
  const { t } = useTranslation('thread');
  const { reader } = useRoot();
  const language = useLanguage();
  const personName = usePersonName();
  const seatTitle = useSeatTitle();
  const government = useGovernment()(actor?.governmentId ?? '');
  return (
    <header className="mb-2.5 flex items-center gap-2.5">
      {government && (
        <Seal government={government} size="lg" filled={government.id === reader?.governmentId} />
      )}
      <div className="min-w-0">
        <div className="flex flex-wrap items-baseline gap-x-2">
          <span className="text-[0.9375rem] font-semibold">
            {government ? governmentName(government, language) : actor?.governmentId}
          </span>
          {actor?.seat && <span className="text-t-2 text-ink-2">{seatTitle(actor.seat)}</span>}
        </div>
        {actor?.name && (
          <div className="text-t-1 text-ink-2">
            {personName({ name: actor.name, nameLatin: actor.nameLatin ?? '' })}
          </div>
        )}
      </div>
      <div className="ml-auto flex shrink-0 flex-wrap items-center justify-end gap-x-3 gap-y-1">
        {restricted && (
          <span className="inline-flex items-center gap-1 text-t-1 text-ink-2">
            <Icon of={Lock} size="sm" />
            {t('restricted')}
          </span>
        )}
        {children}
      </div>
    </header>
  );
}
