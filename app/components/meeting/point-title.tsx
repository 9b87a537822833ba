import { useTranslation } from 'react-i18next';
import { ItemTitle } from '#app/components/action-item/item-title.tsx';
import { StateMark } from '#app/components/action-item/state-mark.tsx';
import { StatusMark } from '#app/components/incident/status-mark.tsx';
import type { MeetingPoint } from '#app/domain/meeting/meeting.ts';
import { Link } from '#app/ui/link.tsx';

type PointProps = { readonly of: Pick<MeetingPoint, 'titled' | 'about'> };

/** What a point is about, in the reader's language; it leads there. */
export function PointTitle({ of: { titled, about } }: PointProps) {
  const { t } = useTranslation('meeting');
  if (!titled) return <span className="text-ink-2">{t('agenda.not_for_you')}</span>;
  if (!about) return <ItemTitle of={titled} />;
  return (
    <Link href={hrefOf(about)} className="text-ink no-underline wrap-anywhere hover:underline">
      <ItemTitle of={titled} />
    </Link>
  );
}

/** What kind of thing it is about, with its number and where it stands. */
export function PointAbout({ of: { about } }: PointProps) {
  const { t } = useTranslation('thread');
  if (!about) return null;
  return (
    <span className="flex flex-wrap items-center gap-x-2.5 gap-y-0.5 text-t-1 text-ink-2">
      <span className="num">
        {t(`subject.${about.subject}`)} {about.subject !== 'topic' && about.number}
      </span>
      {about.subject === 'incident' && <StatusMark status={about.status} />}
      {about.subject === 'action_item' && <StateMark state={about.state} />}
    </span>
  );
}

function hrefOf(about: NonNullable<MeetingPoint['about']>): string {
  if (about.subject === 'incident') return `/incidents/${about.number}`;
  return about.subject === 'action_item' ? `/actions/${about.number}` : `/threads/${about.threadId}`;
}
