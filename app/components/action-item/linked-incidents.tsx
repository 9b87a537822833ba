import { useTranslation } from 'react-i18next';
import { KindGlyph } from '#app/components/incident/kind-glyph.tsx';
import { StatusMark } from '#app/components/incident/status-mark.tsx';
import type { LinkedIncident } from '#app/domain/action-item/action-item.ts';
import { Link } from '#app/ui/link.tsx';
import { ItemTitle } from './item-title.tsx';

/** The incidents that an item answers to, as far as the reader may see them. */
export function LinkedIncidents({ of }: { readonly of: readonly LinkedIncident[] }) {
  const { t } = useTranslation('action-item');
  return (
    <section aria-labelledby="incidents">
      <h2 id="incidents" className="mb-1 text-t-3">
        {t('page.incidents')}
      </h2>
      <ul className="rows">
        {of.map((incident) => (
          <li key={incident.id} className="relative grid gap-1 py-2.5">
            <span className="num text-t-1 text-ink-2">{incident.number}</span>
            <Link
              href={`/incidents/${incident.number}`}
              className="flex items-start gap-1.5 text-ink no-underline after:absolute after:inset-0 hover:underline"
            >
              <span className="mt-1">
                <KindGlyph kind={incident.kind} />
              </span>
              <ItemTitle of={incident} />
            </Link>
            <StatusMark status={incident.status} />
          </li>
        ))}
      </ul>
    </section>
  );
}
