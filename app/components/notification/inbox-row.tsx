import { MessagesSquare } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ItemTitle } from '#app/components/action-item/item-title.tsx';
import { governmentName } from '#app/components/government/government-name.tsx';
import { Seal } from '#app/components/government/seal.tsx';
import { isEventType } from '#app/domain/event.ts';
import type { InboxThread } from '#app/domain/notification/notification.ts';
import { TextLabel } from '#app/components/thread/text-label.tsx';
import { type PickedText, pickText } from '#app/domain/translation/pick-text.ts';
import { htmlLang, type Language } from '#app/i18n/languages.ts';
import { Moment } from '#app/i18n/moment.tsx';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Icon } from '#app/ui/icon.tsx';
import { Link } from '#app/ui/link.tsx';

const wordsShown = 160;

/** The entry of its thread where one reads on. */
function hrefOf({ thread, seq }: InboxThread): string {
  const place = `?at=${seq}#entry-${seq}`;
  if (thread.incident) return `/incidents/${thread.incident.number}${place}`;
  if (thread.actionItem) return `/actions/${thread.actionItem.number}${place}`;
  if (thread.meeting) return `/meetings/${thread.meeting.number}${place}`;
  return `/threads/${thread.id}${place}`;
}

type InboxRowProps = {
  readonly entry: InboxThread;
  /** Says why the seat heard of it; left out where all rows are of one sort. */
  readonly withReason?: boolean | undefined;
  readonly aside?: ReactNode;
};

/** One thread with news: who did what last, in which thread, when. */
export function InboxRow({ entry, withReason = false, aside }: InboxRowProps) {
  const { t } = useTranslation('notification');
  const language = useLanguage();
  const { newest, thread, unread } = entry;
  const number = (thread.incident ?? thread.actionItem ?? thread.meeting)?.number;
  const type = newest && isEventType(newest.type) ? newest.type : null;
  const words = wordsOf(entry, language);
  return (
    <div className="relative grid grid-cols-[1.75rem_minmax(0,1fr)] gap-3 py-3">
      {newest?.government ? (
        <Seal government={newest.government} size="md" />
      ) : (
        <Icon of={MessagesSquare} className="mt-1 text-ink-2" />
      )}
      <div className="grid min-w-0 gap-0.5">
        <div className="flex items-baseline gap-3">
          <Link
            href={hrefOf(entry)}
            data-rove-item
            className={`min-w-0 flex-1 text-ink no-underline after:absolute after:inset-0 hover:underline ${unread > 0 ? 'font-semibold' : ''}`}
          >
            {number && <span className="num mr-1.5 font-normal text-ink-2">{number}</span>}
            <ThreadTitle of={entry} />
          </Link>
          <span className="shrink-0 text-t-1 text-ink-2">
            <Moment at={entry.at} as="relative" />
          </span>
        </div>
        <p className="max-w-none text-t-2 text-ink-2">
          {newest?.government && <b className="text-ink">{governmentName(newest.government, language)}</b>}
          {newest?.government && type && ' · '}
          {type && t(`event.${type}`)}
          {words && (
            <>
              {': '}
              <span lang={htmlLang(words.language)}>{shorten(words.text)}</span>
            </>
          )}
        </p>
        {words && words.label !== 'original' && (
          <p className="text-t-1">
            <TextLabel label={words.label} />
          </p>
        )}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-t-1 text-ink-2">
          {withReason && <span>{t(`reason.${entry.reason}`)}</span>}
          {unread > 0 && <b className="num text-primary">{t('unread', { count: unread })}</b>}
          {aside && <span className="relative ml-auto">{aside}</span>}
        </div>
      </div>
    </div>
  );
}

/** The newest post for the reader: a translation where there is one. */
function wordsOf({ newest, postTranslations }: InboxThread, language: Language): PickedText | null {
  if (!newest?.post || newest.post.deletedAt) return null;
  const { body: text, ...of } = newest.post;
  return pickText({ language, source: { text, ...of }, translations: postTranslations });
}

function ThreadTitle({ of: { thread, translations } }: { readonly of: InboxThread }) {
  const titled = thread.incident ?? thread.actionItem;
  if (titled) return <ItemTitle of={{ ...titled, translations }} />;
  if (!thread.title || !thread.titleLanguage) return null;
  return (
    <ItemTitle
      of={{
        title: thread.title,
        language: thread.titleLanguage,
        revision: thread.titleRevision,
        translations,
      }}
    />
  );
}

function shorten(body: string): string {
  const line = body.replaceAll(/\s+/g, ' ').trim();
  const characters = Array.from(line);
  return characters.length > wordsShown ? `${characters.slice(0, wordsShown).join('')}…` : line;
}
