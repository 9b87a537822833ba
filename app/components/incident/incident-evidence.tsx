import { useTranslation } from 'react-i18next';
import type { IncidentPage } from '#app/domain/incident/find-incident-page.server.ts';
import { htmlLang } from '#app/i18n/languages.ts';
import { Moment } from '#app/i18n/moment.tsx';
import { AmountList } from './amount-list.tsx';
import { PhotoStrip } from './photo-strip.tsx';

/** What shows that something was done: words, photos, the amount collected. */
export function IncidentEvidence({
  of,
  title,
}: {
  readonly of: IncidentPage['evidence'];
  readonly title: string;
}) {
  const { t } = useTranslation('incident');
  if (of.length === 0) return null;
  return (
    <section aria-labelledby="evidence" className="grid gap-3">
      <h2 id="evidence" className="text-t-4">
        {t('page.evidence')}
      </h2>
      {of.map((evidence) => (
        <article key={evidence.id} className="card grid gap-3 p-4">
          <p className="text-t-2 text-ink-2">
            <Moment at={evidence.createdAt} />
          </p>
          {evidence.text && (
            <p lang={htmlLang(evidence.language)} className="whitespace-pre-line">
              {evidence.text}
            </p>
          )}
          <PhotoStrip photos={evidence.photos} title={title} />
          {evidence.amounts.length > 0 && <AmountList amounts={evidence.amounts} />}
        </article>
      ))}
    </section>
  );
}
