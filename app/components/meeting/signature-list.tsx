import { useTranslation } from 'react-i18next';
import { usePersonName } from '#app/components/account/use-person-name.ts';
import { useSeatTitle } from '#app/components/account/use-seat-title.ts';
import { GovernmentName } from '#app/components/government/government-name.tsx';
import type { MeetingRecord, MeetingWords } from '#app/domain/meeting/meeting.ts';
import { Moment } from '#app/i18n/moment.tsx';

type SignatureListProps = {
  readonly words: Pick<MeetingWords, 'signatures' | 'participants'>;
  readonly frozenBy: MeetingRecord['frozenBy'] | null;
};

/** Who signed these words, from which government and when; who froze them; who has not signed. */
export function SignatureList({ words: { signatures, participants }, frozenBy }: SignatureListProps) {
  const { t } = useTranslation('meeting');
  const personName = usePersonName();
  const seatTitle = useSeatTitle();
  const signed = new Set(signatures.map(({ seatId }) => seatId));
  const missing = participants.filter(({ seatId }) => !signed.has(seatId) && seatId !== frozenBy?.seatId);
  const rows = [
    ...signatures.map((signature) => ({ ...signature, how: 'signature.signed' as const })),
    ...(frozenBy ? [{ ...frozenBy, how: 'signature.froze' as const }] : []),
  ];
  return (
    <section aria-labelledby="signatures">
      <h2 id="signatures" className="mb-1 text-t-3">
        {t('signature.heading')}
      </h2>
      {!frozenBy && <p className="mb-1 text-t-2 text-ink-2">{t('signature.stands_for')}</p>}
      {rows.length === 0 && <p className="text-t-2 text-ink-2">{t('signature.none')}</p>}
      <ul className="rows">
        {rows.map((row) => (
          <li key={`${row.how} ${row.seatId}`} className="grid gap-0.5 py-2">
            <GovernmentName government={row.government} />
            <span className="text-t-2">
              {seatTitle(row)} {personName(row)}
            </span>
            <span className="text-t-1 text-ink-2">
              {t(row.how)} · <Moment at={new Date(row.at)} />
            </span>
          </li>
        ))}
      </ul>
      {missing.length > 0 && (
        <p className="mt-1 text-t-2 text-ink-2">{t('signature.missing', { count: missing.length })}</p>
      )}
    </section>
  );
}
