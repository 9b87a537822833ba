import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { usePersonName } from '#app/components/account/use-person-name.ts';
import { useSeatTitle } from '#app/components/account/use-seat-title.ts';
import type { SeatWithHolders } from '#app/domain/account/find-seats.server.ts';
import { Moment } from '#app/i18n/moment.tsx';
import { useFormat } from '#app/i18n/use-format.ts';
import { Button } from '#app/ui/button.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { Tag } from '#app/ui/tag.tsx';

type Tenure = SeatWithHolders['tenures'][number];
type SeatRowProps = {
  readonly seat: SeatWithHolders;
  readonly mayKeep: boolean;
  readonly mayDelegate: boolean;
};

/** A seat, who holds it, and what the secretariat can do about it. */
export function SeatRow({ seat, mayKeep, mayDelegate }: SeatRowProps) {
  const { t } = useTranslation(['account', 'government', 'action-item', 'translation']);
  const seatTitle = useSeatTitle();
  const past = seat.tenures.filter(({ isOver }) => isOver);
  const current = seat.tenures.filter(({ isOver }) => !isOver);
  const closed = seat.closedAt !== null;
  return (
    <div className="grid gap-2 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <b className="font-semibold">{seatTitle(seat)}</b>
        <Tag>{t(`government:role.${seat.role}`)}</Tag>
        {seat.answersUpTo && (
          <Tag>
            {t('action-item:delegation.given', { grade: t(`action-item:grade.${seat.answersUpTo}`) })}
          </Tag>
        )}
        {seat.translator && <Tag>{t('translation:translator.is')}</Tag>}
        {closed && <Tag tone="wait">{t('member.closed')}</Tag>}
      </div>
      {!closed && current.length === 0 && <p className="text-t-2 text-ink-2">{t('member.vacant')}</p>}
      <ul className="grid gap-2">
        {current.map((tenure) => (
          <li key={tenure.id}>
            <Holder tenure={tenure} mayKeep={mayKeep && !closed} />
          </li>
        ))}
      </ul>
      {past.length > 0 && (
        <Disclosure title={t('member.earlier', { count: past.length })}>
          <ul className="grid gap-2">
            {past.map((tenure) => (
              <li key={tenure.id}>
                <Holder tenure={tenure} mayKeep={false} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {mayDelegate && !closed && (
        <div>
          <LinkButton href={`/seats/${seat.id}/delegate`} size="sm">
            {t('action-item:delegation.title')}
          </LinkButton>
        </div>
      )}
      {mayKeep && !closed && (
        <div className="flex flex-wrap gap-2">
          <LinkButton href={`/accounts/new?seat=${seat.id}`} size="sm">
            {t('member.make_account')}
          </LinkButton>
          <Form method="post" action={`/seats/${seat.id}/translator`}>
            <input type="hidden" name="translator" value={String(!seat.translator)} />
            <Button type="submit" size="sm" variant="quiet">
              {t(seat.translator ? 'translation:translator.end' : 'translation:translator.name')}
            </Button>
          </Form>
          <Form method="post" action={`/seats/${seat.id}/close`}>
            <Button type="submit" size="sm" variant="quiet">
              {t('member.close_seat')}
            </Button>
          </Form>
        </div>
      )}
    </div>
  );
}

function Holder({ tenure, mayKeep }: { readonly tenure: Tenure; readonly mayKeep: boolean }) {
  const { t } = useTranslation('account');
  const personName = usePersonName();
  const format = useFormat();
  const { person, record, from, to, isNow, isOver, lastSeenAt } = tenure;
  const span = [
    t('members.since', { date: format.date(from, { year: true }) }),
    ...(to ? [t('seat.until', { date: format.date(to, { year: true }) })] : []),
  ];
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-t-3">
      <span className="min-w-0 flex-1 basis-[220px]">
        {personName(person)}
        <span className="block text-t-2 text-ink-2">
          {span.join(' · ')}
          {record && ` · ${record.email}`}
        </span>
        {isNow && lastSeenAt && (
          <span className="block text-t-2 text-ink-2">
            {t('member.last_seen')} <Moment at={lastSeenAt} as="relative" />
          </span>
        )}
      </span>
      {!isNow && !isOver && <Tag>{t('member.planned')}</Tag>}
      {record && !record.hasPassword && !isOver && <Tag tone="wait">{t('member.not_started')}</Tag>}
      {mayKeep && (
        <span className="flex flex-wrap gap-2">
          <LinkButton href={`/accounts/${person.id}/link`} size="sm" variant="quiet">
            {t('member.new_link')}
          </LinkButton>
          <Form method="post" action={`/tenures/${tenure.id}/end`}>
            <Button type="submit" size="sm" variant="quiet">
              {t('member.end_tenure')}
            </Button>
          </Form>
        </span>
      )}
    </div>
  );
}
