import { useTranslation } from 'react-i18next';
import { usePersonName } from '#app/components/account/use-person-name.ts';
import { useSeatTitle } from '#app/components/account/use-seat-title.ts';
import { governmentName } from '#app/components/government/government-name.tsx';
import { Seal } from '#app/components/government/seal.tsx';
import type { Brief } from '#app/domain/handover/find-handovers.server.ts';
import { endonym, htmlLang } from '#app/i18n/languages.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Link } from '#app/ui/link.tsx';

/** Whom one works with: government, seat, person and the language they write. */
export function Counterparts({ of }: { readonly of: Brief['counterparts'] }) {
  const { t } = useTranslation('handover');
  const language = useLanguage();
  const seatTitle = useSeatTitle();
  const personName = usePersonName();
  return (
    <ul className="rows">
      {of.map((government) => (
        <li key={government.id} className="grid grid-cols-[28px_minmax(0,1fr)] gap-3 py-3">
          <Seal government={government} size="md" />
          <div className="grid gap-1 text-t-3">
            <Link href={`/members/${government.id}`} className="font-semibold text-ink">
              {governmentName(government, language)}
            </Link>
            {government.seats.map((seat) => (
              <p key={seat.id} className="max-w-none text-t-2">
                <span className="text-ink-2">{seatTitle(seat)}</span>{' '}
                {seat.tenures.length === 0
                  ? t('counterpart.empty')
                  : seat.tenures.map(({ account }) => (
                      <span key={account.id}>
                        {personName(account)}{' '}
                        <span className="text-ink-2" lang={htmlLang(account.language)}>
                          {endonym(account.language)}
                        </span>
                      </span>
                    ))}
              </p>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
