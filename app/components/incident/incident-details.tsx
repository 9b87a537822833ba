import { useTranslation } from 'react-i18next';
import { GovernmentName } from '#app/components/government/government-name.tsx';
import type { IncidentPage } from '#app/domain/incident/find-incident-page.server.ts';
import { AmountList } from './amount-list.tsx';
import { ClueBar } from './clue-bar.tsx';
import { PhotoStrip } from './photo-strip.tsx';

/** Photos, amounts beside clues: in the panel of the map and on the page alike. */
export function IncidentDetails({
  incident,
  title,
}: {
  readonly incident: IncidentPage;
  readonly title: string;
}) {
  const { t } = useTranslation('incident');
  return (
    <>
      <PhotoStrip photos={incident.photos} title={title} />
      <div className="grid gap-x-7 gap-y-4 sm:grid-cols-2">
        <section>
          <h3 className="mb-2 text-t-3">{t('amount')}</h3>
          <AmountList amounts={incident.amounts} />
        </section>
        <section>
          <h3 className="mb-2 text-t-3">{t('clues.title')}</h3>
          <ClueBar clues={incident.clues} />
        </section>
      </div>
    </>
  );
}

/** Who answers for the incident, who reported it, who else follows. */
export function IncidentPeople({ incident }: { readonly incident: IncidentPage }) {
  const { t } = useTranslation('incident');
  const { responsibleGovernment, reporterGovernment, followers } = incident;
  const others = followers.filter(
    ({ id }) => id !== responsibleGovernment.id && id !== reporterGovernment.id,
  );
  return (
    <dl className="kv">
      <dt>{t('responsible_government')}</dt>
      <dd>
        <GovernmentName government={responsibleGovernment} />
      </dd>
      <dt>{t('reporter')}</dt>
      <dd>
        <GovernmentName government={reporterGovernment} />
      </dd>
      {others.length > 0 && (
        <>
          <dt>{t('followers')}</dt>
          <dd className="flex flex-wrap gap-x-3 gap-y-1">
            {others.map((government) => (
              <GovernmentName key={government.id} government={government} />
            ))}
          </dd>
        </>
      )}
    </dl>
  );
}
