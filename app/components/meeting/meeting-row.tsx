import { useTranslation } from 'react-i18next';
import { ItemTitle } from '#app/components/action-item/item-title.tsx';
import { GovernmentName } from '#app/components/government/government-name.tsx';
import type { ListedMeeting } from '#app/domain/meeting/find-meetings.server.ts';
import { Link } from '#app/ui/link.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { MeetingDays } from './meeting-days.tsx';

/** One meeting of the list: when and where, whose it is, and how much was spoken of and concluded. */
export function MeetingRow({ meeting }: { readonly meeting: ListedMeeting }) {
  const { t } = useTranslation(['meeting', 'thread']);
  const { number, titled, firstDay, lastDay, place, hosts, frozenAt, points, outcomes, visibility } = meeting;
  return (
    <li className="grid gap-1 py-3 md:grid-cols-[minmax(0,1fr)_minmax(0,22rem)] md:gap-6">
      <div className="grid min-w-0 content-start gap-1">
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-t-2 text-ink-2">
          <span className="num">{number}</span>
          <MeetingDays first={firstDay} last={lastDay} />
          {frozenAt && <Tag>{t('frozen')}</Tag>}
          {visibility !== 'network' && <Tag>{t(`thread:visibility.${visibility}`)}</Tag>}
        </span>
        <Link
          href={`/meetings/${number}`}
          data-rove-item
          className="text-t-4 font-semibold text-ink no-underline wrap-anywhere hover:underline"
        >
          <ItemTitle of={titled} />
        </Link>
      </div>
      <div className="grid min-w-0 content-start gap-1 text-t-2 text-ink-2 md:justify-items-end md:text-end">
        <span className="flex flex-wrap gap-x-3 gap-y-1">
          {hosts.map((government) => (
            <GovernmentName key={government.id} government={government} />
          ))}
        </span>
        <span>{place}</span>
        <span className="num text-t-1">
          {t('list.points', { count: points })} · {t('list.outcomes', { count: outcomes })}
        </span>
      </div>
    </li>
  );
}
