import { useTranslation } from 'react-i18next';
import type { EmptySeat } from '#app/domain/handover/find-empty-seats.server.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Link } from '#app/ui/link.tsx';
import { Note } from '#app/ui/note.tsx';

type SeatNewsProps = {
  readonly handover: { readonly id: string; readonly open: number } | null;
  readonly emptySeats: readonly EmptySeat[];
};

/** What comes first on the first day in a seat: the predecessor's work. For a head: own seats that nobody holds. */
export function SeatNews({ handover, emptySeats }: SeatNewsProps) {
  const { t } = useTranslation('handover');
  const format = useFormat();
  const language = useLanguage();
  if (!handover && emptySeats.length === 0) return null;
  return (
    <div className="grid gap-3">
      {handover && (
        <Note>
          <b>{t('today.title')}</b>
          <p>{t('today.text', { count: handover.open })}</p>
          <Link href={`/handovers/${handover.id}`}>{t('today.open')}</Link>
        </Note>
      )}
      {emptySeats.length > 0 && (
        <Note tone="wait">
          <b>{t('empty.title')}</b>
          {emptySeats.map(({ id, governmentId, title, since }) => (
            <p key={id}>
              <Link href={`/members/${governmentId}`}>{title[language]}</Link>{' '}
              {t('empty.since', { date: format.date(since) })}
            </p>
          ))}
        </Note>
      )}
    </div>
  );
}
