import { useTranslation } from 'react-i18next';
import { readsOnMs } from '#app/domain/account/policy.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { Link } from '#app/ui/link.tsx';
import { Note } from '#app/ui/note.tsx';

/** Says to who has left the seat what they still read and until when. */
export function FormerNotice({ leftOn }: { readonly leftOn: Date }) {
  const { t } = useTranslation('handover');
  const format = useFormat();
  const until = new Date(leftOn.getTime() + readsOnMs);
  return (
    <Note tone="wait" role="note" className="m-3 mb-0">
      {t('former.notice', { date: format.date(until, { year: true }) })}{' '}
      <Link href="/handovers">{t('former.handover')}</Link>
    </Note>
  );
}
