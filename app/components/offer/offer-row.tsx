import {
  CircleHelp,
  Construction,
  HandHelping,
  type LucideIcon,
  Recycle,
  Sailboat,
  Ship,
  Users,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { GovernmentName } from '#app/components/government/government-name.tsx';
import { useRoot } from '#app/components/shell/use-root.ts';
import { TextLabel } from '#app/components/thread/text-label.tsx';
import type { FoundOffer } from '#app/domain/offer/find-offers.server.ts';
import { htmlLang } from '#app/i18n/languages.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { Icon } from '#app/ui/icon.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { Link } from '#app/ui/link.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { Means } from '#prisma/generated/enums.ts';

const icons = {
  vessel: Sailboat,
  barge: Ship,
  excavator: Construction,
  disposal_slot: Recycle,
  people: Users,
} as const satisfies Record<Means, LucideIcon>;

type OfferRowProps = {
  readonly offer: FoundOffer;
  readonly mayTake: boolean;
  readonly mayWithdraw: boolean;
};

/** What is offered or needed, by whom, when and where, and what the reader can do about it. */
export function OfferRow({ offer, mayTake, mayWithdraw }: OfferRowProps) {
  const { t } = useTranslation(['offer', 'thread']);
  const { reader } = useRoot();
  const format = useFormat();
  const { heading, means, count, direction, state, threadId } = offer;
  return (
    <article className="grid items-start gap-x-4 gap-y-2 py-3.5 md:grid-cols-[minmax(0,1fr)_auto]">
      <div className="grid min-w-0 gap-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-t-2 text-ink-2">
          <span className="inline-flex items-center gap-1.5">
            <Icon of={direction === 'offer' ? HandHelping : CircleHelp} size="sm" />
            {t(`offer:direction.${direction}`)}
          </span>
          <span className="inline-flex items-center gap-1.5 font-semibold text-ink">
            <Icon of={icons[means]} size="sm" />
            {count === null ? t(`offer:means.${means}`) : t(`offer:amount.${means}`, { count })}
          </span>
          <GovernmentName
            government={offer.government}
            filled={offer.governmentId === reader?.governmentId}
          />
          {offer.thread.visibility === 'bilateral' && <Tag>{t('thread:visibility.bilateral')}</Tag>}
          {state !== 'open' && <Tag>{t(`offer:state.${state}`)}</Tag>}
          {offer.itemNumber && <Link href={`/actions/${offer.itemNumber}`}>{offer.itemNumber}</Link>}
        </p>
        <h2 className="text-t-4">
          <Link
            href={`/threads/${threadId}`}
            lang={htmlLang(heading.language)}
            className="text-ink no-underline hover:underline"
          >
            {heading.text}
          </Link>
        </h2>
        <p className="num text-t-2">
          {t('offer:period', {
            from: format.day(offer.from, { year: true }),
            until: format.day(offer.until, { year: true }),
          })}{' '}
          · {offer.place}
        </p>
        {heading.label !== 'original' && (
          <p className="text-t-1 text-ink-2">
            <TextLabel label={heading.label} />
          </p>
        )}
      </div>
      {(mayTake || mayWithdraw) && (
        <div className="flex flex-wrap gap-2">
          {mayTake && (
            <LinkButton href={`/actions/new?offer=${threadId}`} size="sm">
              {t('offer:take')}
            </LinkButton>
          )}
          {mayWithdraw && (
            <LinkButton href={`/offers/${threadId}/withdraw`} size="sm" variant="quiet">
              {t('offer:withdraw')}
            </LinkButton>
          )}
        </div>
      )}
    </article>
  );
}
