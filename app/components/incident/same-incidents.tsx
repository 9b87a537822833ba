import { ExternalLink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { governmentName } from '#app/components/government/government-name.tsx';
import type { SameIncident } from '#app/domain/incident/find-same-incidents.server.ts';
import { htmlLang } from '#app/i18n/languages.ts';
import { Moment } from '#app/i18n/moment.tsx';
import { useFormat } from '#app/i18n/use-format.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { FieldGroup } from '#app/ui/field.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { KindDisc } from './kind-glyph.tsx';
import { StatusMark } from './status-mark.tsx';

type SameIncidentsProps = {
  readonly incidents: readonly SameIncident[];
  /** Number of the incident that it is, or `none`; undefined while it is not answered. */
  readonly value?: string | undefined;
  readonly onChange?: ((value: string) => void) | undefined;
  readonly error?: string | undefined;
};

/** "Is it one of these?": what was seen near by, with photo, date and distance, to choose from. */
export function SameIncidents({ incidents, value, onChange, error }: SameIncidentsProps) {
  const { t } = useTranslation('incident');
  const format = useFormat();
  const language = useLanguage();
  const checked = (one: string) => (onChange ? { checked: value === one } : {});
  const choice = (one: string) => (
    <input
      type="radio"
      name="sameAs"
      value={one}
      required
      {...checked(one)}
      onChange={() => onChange?.(one)}
      className="size-5 shrink-0 accent-primary"
    />
  );
  const chosen = incidents.find(({ number }) => number === value);
  return (
    <FieldGroup
      id="sameAs"
      label={t('same.title', { count: incidents.length })}
      hint={t('same.hint')}
      error={error}
    >
      <ul className="grid overflow-hidden rounded-r-2 border border-line bg-panel">
        {incidents.map((incident) => (
          <li
            key={incident.number}
            className="flex items-center gap-2 border-b border-line pr-2 has-checked:bg-primary-soft"
          >
            <label className="flex min-h-[72px] min-w-0 flex-1 cursor-pointer items-center gap-3 py-2 pl-3">
              {choice(incident.number)}
              <span className="grid size-14 shrink-0 place-items-center overflow-hidden rounded-r-1 bg-sunk">
                {incident.photoId ? (
                  <img
                    src={`/photos/${incident.photoId}/small`}
                    alt=""
                    loading="lazy"
                    className="h-full w-full object-cover"
                  />
                ) : (
                  <KindDisc kind={incident.kind} />
                )}
              </span>
              <span className="grid min-w-0 gap-0.5">
                <span className="font-semibold [overflow-wrap:anywhere]" lang={htmlLang(incident.language)}>
                  {incident.title}
                </span>
                <span className="flex flex-wrap items-center gap-x-2 text-t-2 text-ink-2">
                  <b className="num text-ink">
                    {t('same.away', { distance: format.distance(incident.distanceM) })}
                  </b>
                  <Moment at={incident.seenAt} as="date" weekday />
                  <StatusMark status={incident.status} />
                </span>
                <span className="text-t-1 text-ink-2">
                  <span className="num">{incident.number}</span>
                  {' · '}
                  {governmentName(incident.responsibleGovernment, language)}
                  {' · '}
                  {t(`visibility.${incident.visibility}`)}
                </span>
              </span>
            </label>
            <a
              href={`/incidents/${incident.number}`}
              target="_blank"
              rel="noreferrer"
              className="icon-btn"
              aria-label={t('same.look', { number: incident.number })}
            >
              <Icon of={ExternalLink} />
            </a>
          </li>
        ))}
        <li className="has-checked:bg-primary-soft">
          <label className="flex min-h-[52px] cursor-pointer items-center gap-3 px-3 py-2">
            {choice('none')}
            <span>{t('same.none')}</span>
          </label>
        </li>
      </ul>
      {chosen && (
        <p role="status" className="text-t-2">
          {t('same.adds', { number: chosen.number, readers: t(`visibility.${chosen.visibility}`) })}
        </p>
      )}
    </FieldGroup>
  );
}
