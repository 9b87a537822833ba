import { useTranslation } from 'react-i18next';
import type { ActionItemPage } from '#app/domain/action-item/action-item.ts';
import { isWasteItem } from '#app/domain/incident/waste-items.ts';
import { Moment } from '#app/i18n/moment.tsx';
import { htmlLang } from '#app/i18n/languages.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { BeforeAfter } from '#app/ui/before-after.tsx';

/** What was shown as proof: words, amounts, photos; the newest first. */
export function EvidenceList({ of }: { readonly of: ActionItemPage['evidence'] }) {
  const { t } = useTranslation(['action-item', 'incident']);
  const format = useFormat();
  return (
    <ul className="grid gap-5">
      {of.map(({ id, text, language, createdAt, photos, amounts, ...evidence }) => (
        <li key={id} className="grid gap-2">
          <p className="text-t-1 text-ink-2">
            <Moment at={createdAt} />
          </p>
          {text && (
            <p lang={htmlLang(language)} className="text-[0.9375rem] whitespace-pre-line">
              {text}
            </p>
          )}
          {amounts.length > 0 && (
            <ul className="flex flex-wrap gap-x-4 gap-y-1 text-t-3">
              {amounts.map((amount) => (
                <li key={amount.id} className="num">
                  {isWasteItem(amount.item) ? t(`incident:item.${amount.item}`) : amount.item}{' '}
                  <b>{format.amount({ ...amount, estimated: amount.method === 'estimated' })}</b>
                </li>
              ))}
            </ul>
          )}
          <Papers of={evidence} />
          {evidence.beforeAfter && <SamePlace photos={photos} />}
          {photos.length > 0 && (
            <ul className="grid grid-cols-2 gap-1.5 sm:grid-cols-3">
              {photos.map((photo, index) => (
                <li key={photo.id}>
                  <a
                    href={`/photos/${photo.id}/large`}
                    target="_blank"
                    rel="noreferrer"
                    className="block overflow-hidden rounded-r-1"
                  >
                    <img
                      src={`/photos/${photo.id}/small`}
                      alt={t('action-item:page.photo', { number: index + 1, count: photos.length })}
                      width={photo.width}
                      height={photo.height}
                      loading="lazy"
                      className="aspect-4/3 h-auto w-full bg-sunk object-cover"
                    />
                  </a>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}

type Evidence = ActionItemPage['evidence'][number];

/** The slip that says what was weighed, and where it went. */
function Papers({ of }: { readonly of: Pick<Evidence, 'slipNumber' | 'disposalSite' | 'disposedOn'> }) {
  const { t } = useTranslation('action-item');
  const format = useFormat();
  const { slipNumber, disposalSite, disposedOn } = of;
  const words = [
    ...(slipNumber ? [`${t('field.slip')} ${slipNumber}`] : []),
    ...(disposalSite ? [`${t('field.disposal_site')} ${disposalSite}`] : []),
    ...(disposedOn ? [format.day(disposedOn, { year: true })] : []),
  ];
  return words.length > 0 ? <p className="num text-t-2 text-ink-2">{words.join(' · ')}</p> : null;
}

/** The first two photos over each other: the same place before and after. */
function SamePlace({ photos }: Pick<Evidence, 'photos'>) {
  const { t } = useTranslation('action-item');
  const [before, after] = photos;
  if (!before || !after) return null;
  const picture = ({ id, width, height }: Evidence['photos'][number], alt: string) => ({
    src: `/photos/${id}/large`,
    alt,
    width,
    height,
  });
  return (
    <BeforeAfter
      label={t('evidence.compare')}
      before={picture(before, t('evidence.before'))}
      after={picture(after, t('evidence.after'))}
      beforeWord={t('evidence.before')}
      afterWord={t('evidence.after')}
    />
  );
}
