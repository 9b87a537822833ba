import { useTranslation } from 'react-i18next';
import { governmentName } from '#app/components/government/government-name.tsx';
import type { ListedIncident } from '#app/domain/incident/find-incidents.server.ts';
import { htmlLang } from '#app/i18n/languages.ts';
import { Moment } from '#app/i18n/moment.tsx';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Link } from '#app/ui/link.tsx';
import { HazardMark } from './hazard-mark.tsx';
import { KindDisc } from './kind-glyph.tsx';
import { StatusMark } from './status-mark.tsx';

type IncidentListProps = {
  readonly incidents: readonly ListedIncident[];
  /** Where a row leads to. */
  readonly hrefOf?: (number: string) => string;
};

/** Incidents as a hairline list: everything that the map shows, by keyboard and without JavaScript. */
export function IncidentList({ incidents, hrefOf = (number) => `/incidents/${number}` }: IncidentListProps) {
  const { t } = useTranslation('incident');
  const language = useLanguage();
  return (
    <ul className="rows rows-ink" data-rove>
      {incidents.map((incident) => (
        <li key={incident.number} className="flex items-start gap-3 py-3">
          <KindDisc kind={incident.kind} off={incident.status === 'resolved'} />
          <div className="grid min-w-0 flex-1 gap-0.5 lg:grid-cols-[minmax(0,1fr)_11rem_10rem] lg:items-center lg:gap-4">
            <div className="min-w-0">
              <Link
                href={hrefOf(incident.number)}
                className="font-semibold text-ink no-underline hover:underline"
              >
                <span lang={htmlLang(incident.heading.language)}>{incident.heading.text}</span>
              </Link>
              <p className="max-w-none text-t-2 text-ink-2">
                <span className="num">{incident.number}</span> · {t(`kind.${incident.kind}`)}
                {incident.placeName && (
                  <>
                    {' · '}
                    <span>{incident.placeName}</span>
                  </>
                )}
              </p>
            </div>
            <p className="text-t-2 text-ink-2">{governmentName(incident.responsibleGovernment, language)}</p>
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 lg:justify-end">
              <HazardMark hazard={incident.hazard} />
              <StatusMark status={incident.status} />
              <span className="text-t-1 text-ink-3">
                <Moment at={incident.reportedAt} as="relative" />
              </span>
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
