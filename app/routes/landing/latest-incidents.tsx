import { useTranslation } from 'react-i18next';
import { KindDisc } from '#app/components/incident/kind-glyph.tsx';
import { StatusMark } from '#app/components/incident/status-mark.tsx';
import type { ListedIncident } from '#app/domain/incident/find-incidents.server.ts';
import { htmlLang } from '#app/i18n/languages.ts';
import { Moment } from '#app/i18n/moment.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Link } from '#app/ui/link.tsx';

/** The newest incidents that everybody may see. */
export function LatestIncidents({ incidents }: { readonly incidents: readonly ListedIncident[] }) {
  const { t } = useTranslation(['landing', 'incident']);
  return (
    <section className="grid min-w-0 content-start gap-2.5">
      <h2 className="text-t-5">{t('latest.title')}</h2>
      {incidents.length === 0 ? (
        <EmptyState title={t('latest.empty_title')}>{t('latest.empty')}</EmptyState>
      ) : (
        <>
          <ul className="rows rows-ink">
            {incidents.map(({ number, kind, status, heading, placeName, reportedAt }) => (
              <li key={number} className="flex items-center gap-3.5 py-3">
                <KindDisc kind={kind} off={status === 'resolved'} />
                <div className="grid min-w-0 flex-1">
                  <Link
                    href={`/incidents/${number}`}
                    className="font-semibold text-ink no-underline hover:underline"
                  >
                    <span lang={htmlLang(heading.language)}>{heading.text}</span>
                  </Link>
                  <span className="text-t-2 text-ink-2">
                    {t(`incident:kind.${kind}`)}
                    {placeName && ` · ${placeName}`}
                  </span>
                </div>
                <div className="grid flex-none justify-items-end gap-0.5">
                  <StatusMark status={status} />
                  <span className="text-t-1 text-ink-2">
                    <Moment at={reportedAt} as="relative" />
                  </span>
                </div>
              </li>
            ))}
          </ul>
          <p>
            <Link href="/incidents" className="text-t-2">
              {t('latest.all')}
            </Link>
          </p>
        </>
      )}
    </section>
  );
}
