import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentPage } from '#app/domain/incident/find-incident-page.server.ts';
import { reportAsSighting, seenAgain } from '#app/domain/incident/series.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { NativeSelect } from '#app/ui/native-select.tsx';
import './amount-series.css';

type BeforeAfterProps = { readonly incident: IncidentPage; readonly title: string };
type DatedPhoto = { id: string; width: number; height: number; at: Date; number: number };

/**
 * Two photos of one incident on top of each other, with a slider between them: the first and the last unless somebody
 * chooses others. Without JavaScript they stand side by side. Nothing where all photos are of one day.
 */
export function BeforeAfter({ incident, title }: BeforeAfterProps) {
  const { t } = useTranslation('incident');
  const format = useFormat();
  const [ready, setReady] = useState(false);
  const [share, setShare] = useState(50);
  const [chosen, setChosen] = useState<{ before?: string; after?: string }>({});
  useEffect(() => setReady(true), []);
  const photos = photosOf(incident);
  const [first, last] = [photos[0], photos.at(-1)];
  if (!first || !last || first.at.getTime() === last.at.getTime()) return null;

  const before = photos.find(({ id }) => id === chosen.before) ?? first;
  const after = photos.find(({ id }) => id === chosen.after) ?? last;
  const alt = (key: 'alt_before' | 'alt_after', { at }: DatedPhoto) =>
    t(`compare.${key}`, { date: format.date(at), title });
  const options = photos.map(({ id, at, number }) => ({
    value: id,
    label: t('compare.option', { date: format.date(at), number }),
  }));
  const look = { aspectRatio: `${before.width} / ${before.height}` };
  return (
    <section aria-labelledby="before-after" className="grid gap-2">
      <h2 id="before-after" className="text-t-4">
        {t(incident.evidence.length > 0 ? 'compare.title' : 'compare.photos')}
      </h2>
      {ready ? (
        <div className="compare max-w-160" style={look}>
          <img src={`/photos/${after.id}/large`} alt={alt('alt_after', after)} />
          <div className="compare-before" style={{ clipPath: `inset(0 ${100 - share}% 0 0)` }}>
            <img src={`/photos/${before.id}/large`} alt={alt('alt_before', before)} />
          </div>
          <span aria-hidden="true" className="compare-word left-2">
            {t('compare.before')} · {format.date(before.at)}
          </span>
          <span aria-hidden="true" className="compare-word right-2">
            {t('compare.after')} · {format.date(after.at)}
          </span>
          <span aria-hidden="true" className="compare-edge" style={{ left: `${share}%` }} />
          <input
            type="range"
            min={0}
            max={100}
            step={5}
            value={share}
            onChange={(event) => setShare(Number(event.currentTarget.value))}
            aria-label={t('compare.slider')}
            aria-valuetext={t('compare.shown', { percent: format.percent(share / 100) })}
            className="compare-range"
          />
        </div>
      ) : (
        <div className="grid max-w-160 grid-cols-2 gap-1">
          <img src={`/photos/${before.id}/large`} alt={alt('alt_before', before)} className="w-full" />
          <img src={`/photos/${after.id}/large`} alt={alt('alt_after', after)} className="w-full" />
        </div>
      )}
      {ready && photos.length > 2 && (
        <div className="grid max-w-160 grid-cols-2 gap-3">
          <NativeSelect
            label={t('compare.choose_before')}
            options={options}
            value={before.id}
            onChange={(event) => setChosen({ ...chosen, before: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('compare.choose_after')}
            options={options}
            value={after.id}
            onChange={(event) => setChosen({ ...chosen, after: event.currentTarget.value })}
          />
        </div>
      )}
    </section>
  );
}

/** Every photo with its day, the oldest first; numbered within its sighting, as the row of photos numbers them. */
function photosOf(incident: IncidentPage): DatedPhoto[] {
  const seen = [reportAsSighting(incident, null), ...seenAgain(incident)].map(({ seenAt: at, photos }) => ({
    at,
    photos,
  }));
  const proved = incident.evidence.map(({ createdAt: at, photos }) => ({ at, photos }));
  return [...seen, ...proved]
    .flatMap(({ at, photos }) => photos.map((photo, index) => ({ ...photo, at, number: index + 1 })))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}
