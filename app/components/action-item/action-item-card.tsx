import { useTranslation } from 'react-i18next';
import { governmentName, GovernmentName } from '#app/components/government/government-name.tsx';
import { type ActionItemCard as Card, isOverdue, progressOf } from '#app/domain/action-item/action-item.ts';
import { authorityName, currentStep, isPassed } from '#app/domain/action-item/clearance.ts';
import { isWaitingForClearance } from '#app/domain/action-item/policy.ts';
import { useReader } from '#app/i18n/reader.tsx';
import { useFormat } from '#app/i18n/use-format.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Link } from '#app/ui/link.tsx';
import { State } from '#app/ui/state.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { Due } from './due.tsx';
import { ItemTitle } from './item-title.tsx';
import { Progress } from './progress.tsx';
import { OverdueMark, stateMarks } from './state-mark.tsx';

const partiesShown = 2;

/** One action item as it lies on the board: parties, what it waits for, due date. */
export function ActionItemCard({ item, own }: { readonly item: Card; readonly own: string | null }) {
  const { t } = useTranslation('action-item');
  const { now } = useReader();
  const late = isOverdue(item, now);
  const hidden = item.commitments.length - partiesShown;
  return (
    <article className="card relative grid gap-2 p-3 hover:border-line-2 [&_.state]:items-start [&_.state]:whitespace-normal">
      <div className="flex min-h-5 items-center gap-2 text-t-1 text-ink-2">
        <span className="num">{item.number}</span>
        <span className="ml-auto">
          {late ? (
            <OverdueMark />
          ) : item.state === 'proposed' || item.state === 'agreed' ? (
            <Tag>{t(`grade.${item.grade}`)}</Tag>
          ) : null}
        </span>
      </div>
      <h3 className="text-[0.90625rem] leading-snug">
        <Link
          href={`/actions/${item.number}`}
          className="text-ink no-underline after:absolute after:inset-0 hover:underline"
        >
          <ItemTitle of={item} />
        </Link>
      </h3>
      <ul className="grid justify-items-start gap-1">
        {item.commitments.slice(0, partiesShown).map(({ government }) => (
          <li key={government.id}>
            <GovernmentName government={government} filled={government.id === own} />
          </li>
        ))}
        {hidden > 0 && (
          <li className="ml-7 text-t-1 text-ink-2">{t('card.more_parties', { count: hidden })}</li>
        )}
      </ul>
      <CardNote item={item} />
      {item.state !== 'done' &&
        item.state !== 'awaiting_confirmation' &&
        item.state !== 'dropped' &&
        item.dueOn && <Due of={item} className="border-t border-line pt-2" />}
    </article>
  );
}

/** What the item waits for, or how it ended. */
function CardNote({ item }: { readonly item: Card }) {
  const { t } = useTranslation('action-item');
  const language = useLanguage();
  const format = useFormat();
  const names = (parties: Card['commitments']) =>
    format.list(parties.map(({ government }) => governmentName(government, language)));
  const declined = item.commitments.filter(({ state }) => state === 'declined');
  const unanswered = item.commitments.filter(({ state }) => state === 'proposed');
  const box = 'grid gap-1.5 border-t border-line pt-2';
  const waiting = isWaitingForClearance(item);
  switch (item.state) {
    case 'proposed':
      return (
        <div className={box}>
          {declined.length > 0 && (
            <State shape="cross" tone="off">
              {t('card.declined', { names: names(declined) })}
            </State>
          )}
          {waiting && <ClearanceNote item={item} />}
          {unanswered.length > 0 && (
            <State {...stateMarks.proposed}>{t('card.unanswered', { names: names(unanswered) })}</State>
          )}
        </div>
      );
    case 'agreed':
      return (
        <div className={box}>
          <State {...stateMarks.agreed}>
            {unanswered.length > 0 ? t('card.unanswered', { names: names(unanswered) }) : t('card.accepted')}
          </State>
        </div>
      );
    case 'awaiting_confirmation':
      return <ClaimNote item={item} />;
    case 'done':
      return item.confirmedBy && item.confirmedAt ? (
        <div className={box}>
          <State {...stateMarks.done}>
            {t('card.confirmed', {
              government: governmentName(item.confirmedBy, language),
              date: format.date(item.confirmedAt),
            })}
          </State>
        </div>
      ) : null;
    case 'underway': {
      const progress = progressOf(item.milestones);
      return progress && <Progress {...progress} />;
    }
    case 'dropped':
      return null;
  }
}

/** The authority that it waits for, how far the ladder is, and that the clock stands. */
function ClearanceNote({ item }: { readonly item: Card }) {
  const { t } = useTranslation('action-item');
  const language = useLanguage();
  return item.commitments.flatMap(({ government, role, steps }) => {
    const now = currentStep(steps);
    if (!now || role === 'supporter') return [];
    return [
      <div key={government.id} className="grid gap-1">
        <State shape="clock" tone="wait">
          {t('card.waiting', { authority: authorityName(now, language) })}
        </State>
        <span className="rungs" aria-hidden="true">
          {steps.map((step) => (
            <i
              key={step.position}
              className={isPassed(step) ? 'rung-done' : step === now ? 'rung-now' : ''}
            />
          ))}
        </span>
        <span className="text-t-1 text-ink-2">
          {t('card.waiting_note', {
            government: governmentName(government, language),
            step: now.position + 1,
            of: steps.length,
          })}
        </span>
      </div>,
    ];
  });
}

function ClaimNote({ item }: { readonly item: Card }) {
  const { t } = useTranslation('action-item');
  const language = useLanguage();
  const format = useFormat();
  const photos = item.evidence[0]?.photos ?? [];
  const confirmers = item.commitments.filter(
    ({ state, governmentId }) => state === 'accepted' && governmentId !== item.claimedByGovernmentId,
  );
  return (
    <>
      <div className="grid gap-1.5 border-t border-line pt-2 text-t-1 text-ink-2">
        {photos.length > 0 && (
          <div className="grid grid-cols-2 gap-1">
            {photos.slice(0, 2).map(({ id }) => (
              <img
                key={id}
                src={`/photos/${id}/small`}
                alt=""
                loading="lazy"
                className="h-13 w-full rounded-r-1 bg-sunk object-cover"
              />
            ))}
          </div>
        )}
        {item.claimedBy && item.claimedAt && (
          <span>
            {t('card.claimed', {
              government: governmentName(item.claimedBy, language),
              date: format.date(item.claimedAt),
            })}
          </span>
        )}
        {photos.length > 0 && <span>{t('card.photos', { count: photos.length })}</span>}
      </div>
      <div className="grid gap-1 border-t border-line pt-2">
        <State {...stateMarks.awaiting_confirmation}>
          {t('card.to_confirm', {
            names: format.list(confirmers.map(({ government }) => governmentName(government, language))),
          })}
        </State>
        <span className="text-t-1 text-ink-2">{t('card.another')}</span>
      </div>
    </>
  );
}
