import { useFetcher } from '@remix-run/react';
import {
  BookOpenCheck,
  Check,
  History,
  Info,
  Lightbulb,
  type LucideIcon,
  MailCheck,
  Pencil,
  Reply,
  SearchCheck,
  Trash2,
  HandHeart,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Seal } from '#app/components/government/seal.tsx';
import { useRoot } from '#app/components/shell/use-root.ts';
import type { EntryPost, PostEntry } from '#app/domain/thread/entry.ts';
import { mayAcknowledge, mayDeletePost, mayEditPost } from '#app/domain/thread/policy.ts';
import { Moment } from '#app/i18n/moment.tsx';
import { useFormat } from '#app/i18n/use-format.ts';
import { Button } from '#app/ui/button.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { Link } from '#app/ui/link.tsx';
import { Reaction } from '#prisma/generated/enums.ts';
import { usePersonName } from '../account/use-person-name.ts';
import { useGovernment, useGovernmentName } from './governments.ts';
import { useThreadContext } from './thread-context.ts';

type PostFootProps = { readonly entry: PostEntry; readonly children?: ReactNode };

const reactionIcons = {
  thanks: HandHeart,
  useful: Lightbulb,
  looking_into_it: SearchCheck,
} as const satisfies Record<Reaction, LucideIcon>;

/** Below a post: who has read it, short answers, and what the reader may do with it. */
export function PostFoot({ entry, children }: PostFootProps) {
  const { t } = useTranslation('thread');
  const { reader } = useRoot();
  const { threadId, mayPost, onReply } = useThreadContext();
  const { post, seq } = entry;
  const of = `/threads/${threadId}/posts/${seq}`;
  const author = { seatId: entry.actor?.seatId ?? '' };
  const mine = reader && mayEditPost(reader, author);
  const answers = reader && mayAcknowledge(reader, author);
  return (
    <div className="mt-1 grid gap-1.5">
      <Acknowledgements post={post} authorId={entry.actor?.governmentId} />
      <div className="flex flex-wrap items-start gap-x-1 gap-y-1">
        {answers && <AcknowledgeButton post={post} action={`${of}/acknowledge`} />}
        {Object.values(Reaction).map((reaction) => (
          <ReactionButton
            key={reaction}
            reaction={reaction}
            post={post}
            action={`${of}/react`}
            mayReact={answers ?? false}
          />
        ))}
        {mayPost && (
          <a
            href={`?at=${seq}&reply=${seq}#compose`}
            data-reply
            className="btn btn-quiet btn-sm"
            onClick={(event) => {
              event.preventDefault();
              onReply(entry);
            }}
          >
            <Icon of={Reply} size="sm" />
            {t('reply.do')}
          </a>
        )}
        {children}
        {reader && (
          <details className="open:w-full">
            <summary className="btn btn-quiet btn-sm list-none">{t('more')}</summary>
            <div className="mt-1 flex flex-wrap gap-1">
              {mine && !post.asksToBeAcknowledged && (
                <StepButton action={`${of}/request-acknowledgement`} icon={MailCheck}>
                  {t('acknowledge.ask')}
                </StepButton>
              )}
              {post.revision > 1 && (
                <FootLink href={`${of}/history`} icon={History}>
                  {t('history.heading')}
                </FootLink>
              )}
              {mine && (
                <FootLink href={`${of}/edit`} icon={Pencil}>
                  {t('edit.do')}
                </FootLink>
              )}
              {mayDeletePost(reader, author) && !post.decision && (
                <FootLink href={`${of}/delete`} icon={Trash2}>
                  {t('delete.do')}
                </FootLink>
              )}
              <form method="post" action={`/threads/${threadId}/unread`}>
                <input type="hidden" name="from" value={seq} />
                <button type="submit" className="btn btn-quiet btn-sm">
                  <Icon of={BookOpenCheck} size="sm" />
                  {t('mark_unread')}
                </button>
              </form>
              <FootLink href={`?at=${seq}#entry-${seq}`} icon={Info}>
                {t('permalink', { number: seq })}
              </FootLink>
            </div>
          </details>
        )}
      </div>
    </div>
  );
}

/** Who says that they have read it, in which revision and when; who has not yet, where the author asked. */
function Acknowledgements({
  post,
  authorId,
}: {
  readonly post: EntryPost;
  readonly authorId: string | undefined;
}) {
  const { t } = useTranslation('thread');
  const { takingPart } = useThreadContext();
  const format = useFormat();
  const governmentOf = useGovernment();
  const governmentName = useGovernmentName();
  const personName = usePersonName();
  const { acknowledgements, asksToBeAcknowledged, revision } = post;
  const now = acknowledgements.filter((one) => one.revision === revision);
  const missing = takingPart.filter(
    (id) => id !== authorId && !now.some(({ governmentId }) => governmentId === id),
  );
  if (acknowledgements.length === 0 && !asksToBeAcknowledged) return null;
  const governments = [...new Set(now.map(({ governmentId }) => governmentId))];
  return (
    <details className="text-t-2 text-ink-2">
      <summary className="flex cursor-pointer flex-wrap items-center gap-x-2 gap-y-1">
        {asksToBeAcknowledged && (
          <span className="inline-flex items-center gap-1 text-ink">
            <Icon of={MailCheck} size="sm" />
            {t('acknowledge.asked')}
          </span>
        )}
        {governments.length > 0 && <span>{t('acknowledge.read')}</span>}
        {governments.map((id) => {
          const government = governmentOf(id);
          return (
            <span key={id} className="inline-flex items-center gap-1">
              {government && <Seal government={government} />}
              {governmentName(id)}
            </span>
          );
        })}
        {missing.length > 0 && (
          <span>{t('acknowledge.missing', { names: format.list(missing.map(governmentName)) })}</span>
        )}
      </summary>
      <ul className="mt-1 ml-4 grid gap-0.5">
        {acknowledgements.map((one) => (
          <li key={one.seatId}>
            {governmentName(one.governmentId)} {personName(one)} · <Moment at={new Date(one.at)} /> ·{' '}
            {t('history.version', { revision: one.revision })}
          </li>
        ))}
      </ul>
    </details>
  );
}

function AcknowledgeButton({ post, action }: { readonly post: EntryPost; readonly action: string }) {
  const { t } = useTranslation('thread');
  const { reader } = useRoot();
  const fetcher = useFetcher();
  const said = post.acknowledgements.find(({ seatId }) => seatId === reader?.seatId);
  if (said && said.revision >= post.revision) return null;
  return (
    <fetcher.Form method="post" action={action}>
      <input type="hidden" name="revision" value={post.revision} />
      <Button
        type="submit"
        size="sm"
        variant={post.asksToBeAcknowledged ? 'plain' : 'quiet'}
        icon={Check}
        isPending={fetcher.state !== 'idle'}
      >
        {said ? t('acknowledge.again') : t('acknowledge.do')}
      </Button>
    </fetcher.Form>
  );
}

type ReactionButtonProps = {
  readonly reaction: Reaction;
  readonly post: EntryPost;
  readonly action: string;
  readonly mayReact: boolean;
};

function ReactionButton({ reaction, post, action, mayReact }: ReactionButtonProps) {
  const { t } = useTranslation('thread');
  const { reader } = useRoot();
  const fetcher = useFetcher();
  const format = useFormat();
  const governmentName = useGovernmentName();
  const given = post.reactions.filter((one) => one.reaction === reaction);
  const isOn = given.some(({ seatId }) => seatId === reader?.seatId);
  const names = format.list(given.map(({ governmentId }) => governmentName(governmentId)));
  if (!mayReact && given.length === 0) return null;
  const face = (
    <>
      <Icon of={reactionIcons[reaction]} size="sm" />
      {t(`reaction.${reaction}`)}
      {given.length > 0 && <span className="num">{given.length}</span>}
    </>
  );
  if (!mayReact) {
    return (
      <span className="chip" title={names}>
        {face}
      </span>
    );
  }
  return (
    <fetcher.Form method="post" action={action}>
      <input type="hidden" name="reaction" value={reaction} />
      <button
        type="submit"
        name="on"
        value={isOn ? 'false' : 'true'}
        aria-pressed={isOn}
        title={names || undefined}
        disabled={fetcher.state !== 'idle'}
        className={given.length > 0 ? `chip ${isOn ? 'chip-on' : ''}` : 'btn btn-quiet btn-sm'}
      >
        {face}
      </button>
    </fetcher.Form>
  );
}

type StepButtonProps = { readonly action: string; readonly icon: LucideIcon; readonly children: string };

function StepButton({ action, icon, children }: StepButtonProps) {
  const fetcher = useFetcher();
  return (
    <fetcher.Form method="post" action={action}>
      <Button type="submit" size="sm" variant="quiet" icon={icon} isPending={fetcher.state !== 'idle'}>
        {children}
      </Button>
    </fetcher.Form>
  );
}

type FootLinkProps = { readonly href: string; readonly icon: LucideIcon; readonly children: string };

function FootLink({ href, icon, children }: FootLinkProps) {
  return (
    <Link href={href} className="btn btn-quiet btn-sm">
      <Icon of={icon} size="sm" />
      {children}
    </Link>
  );
}
