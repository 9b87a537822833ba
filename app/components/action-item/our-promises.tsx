import { useTranslation } from 'react-i18next';
import { governmentName } from '#app/components/government/government-name.tsx';
import { type ActionItemCard, daysLate } from '#app/domain/action-item/action-item.ts';
import { useReader } from '#app/i18n/reader.tsx';
import { useFormat } from '#app/i18n/use-format.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Link } from '#app/ui/link.tsx';
import { ItemTitle } from './item-title.tsx';
import { PromisesBar } from './promises-bar.tsx';
import { OverdueMark } from './state-mark.tsx';

type OurPromisesProps = {
  readonly promises: Parameters<typeof PromisesBar>[0]['promises'] & {
    readonly lateItems: readonly ActionItemCard[];
  };
  readonly own: string | null;
};

/** The open promises of the own government, and the late ones by name. */
export function OurPromises({ promises, own }: OurPromisesProps) {
  const { t } = useTranslation('notification');
  const { t: tItem } = useTranslation('action-item');
  const { t: tBriefing } = useTranslation('briefing');
  const language = useLanguage();
  const format = useFormat();
  const { now } = useReader();
  const total =
    promises.onTrack + promises.clearance + promises.unanswered + promises.toConfirm + promises.late;
  return (
    <section aria-labelledby="promises">
      <h2 id="promises" className="mb-3 text-[1.125rem]">
        {t('today.promises')} <span className="num ml-1 font-normal text-ink-2">{total}</span>
      </h2>
      {total === 0 ? (
        <p className="max-w-none border-t border-line py-3 text-t-2 text-ink-2">{t('today.no_promises')}</p>
      ) : (
        <>
          <PromisesBar promises={promises} />
          {promises.lateItems.length > 0 && (
            <ul className="rows">
              {promises.lateItems.map((item) => (
                <li key={item.id} className="relative flex items-center justify-between gap-4 py-2.5">
                  <div className="min-w-0">
                    <Link
                      href={`/actions/${item.number}`}
                      className="font-semibold text-ink no-underline after:absolute after:inset-0 hover:underline"
                    >
                      <ItemTitle of={item} />
                    </Link>
                    <p className="text-t-2 text-ink-2">
                      {t('today.with', {
                        names: format.list(
                          item.commitments
                            .filter(({ governmentId }) => governmentId !== own)
                            .map(({ government }) => governmentName(government, language)),
                        ),
                      })}
                    </p>
                  </div>
                  {item.dueOn && <OverdueMark days={daysLate(item.dueOn, now)} />}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      <p className="mt-2.5 text-t-2">
        <Link href="/actions?mine=1">{t('today.all_items')}</Link>{' '}
        <Link href="/actions/promises">{tItem('promises.title')}</Link>{' '}
        <Link href="/briefing">{tBriefing('title')}</Link>
      </p>
    </section>
  );
}
