import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { OfferRow } from '#app/components/offer/offer-row.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { mayPropose } from '#app/domain/action-item/policy.ts';
import { findOffers } from '#app/domain/offer/find-offers.server.ts';
import { mayOffer, mayWithdraw, offerFilterSchema } from '#app/domain/offer/offer.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { readersLanguage } from '#app/i18n/readers-language.server.ts';
import { useLive } from '#app/realtime/use-live.ts';
import { LinkChip } from '#app/ui/chip.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { OfferDirection } from '#prisma/generated/enums.ts';

export const handle: PageHandle = { title: (t) => t('offer:title') };

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const filter = offerFilterSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const offers = await findOffers(actor, filter, readersLanguage(request, actor), new Date());
  return {
    filter,
    offers: offers.map((offer) => ({
      ...offer,
      mayTake: offer.state === 'open' && mayPropose(actor) && offer.governmentId !== actor.governmentId,
      mayWithdraw: offer.state === 'open' && mayWithdraw(actor, offer),
    })),
    mayOffer: mayOffer(actor),
  };
}

/** What governments offer and ask for, by the day on which it begins. */
export default function Offers() {
  const { filter, offers, mayOffer } = useLoaderData<typeof loader>();
  const { t } = useTranslation('offer');
  useLive({ subjects: ['topic'] });
  const to = (changes: Partial<Record<keyof typeof filter, string | undefined>>) => {
    const next = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...filter, ...changes })) if (value) next.set(name, value);
    return next.size > 0 ? `/offers?${next}` : '/offers';
  };
  const filtered = Object.values(filter).some(Boolean);
  const step = mayOffer && (
    <LinkButton href="/offers/new" variant="primary" icon={Plus} className="max-md:w-full">
      {t('make')}
    </LinkButton>
  );
  return (
    <>
      <header className="page-head">
        <div className="min-w-0 flex-1 basis-80">
          <h1 className="text-[1.75rem]">{t('title')}</h1>
          <p className="mt-0.5 max-w-none text-t-2 text-ink-2">{t('lead')}</p>
        </div>
        {(offers.length > 0 || filtered) && step}
      </header>
      <nav
        aria-label={t('filter.label')}
        className="flex flex-wrap items-center gap-2 border-b border-line px-4 pb-3.5 md:px-8"
      >
        {Object.values(OfferDirection).map((direction) => {
          const on = filter.direction === direction;
          return (
            <LinkChip
              key={direction}
              square
              href={to({ direction: on ? undefined : direction })}
              on={on}
              end={on ? 'remove' : undefined}
            >
              {t(`filter.${direction}`)}
            </LinkChip>
          );
        })}
        <LinkChip
          square
          href={to({ all: filter.all ? undefined : '1' })}
          on={Boolean(filter.all)}
          end={filter.all ? 'remove' : undefined}
        >
          {t('filter.all')}
        </LinkChip>
        <span className="num ml-auto text-t-2 text-ink-2">{t('count', { count: offers.length })}</span>
      </nav>
      <div className="page-body pt-2">
        {offers.length > 0 ? (
          <ul className="rows" data-rove>
            {offers.map((offer) => (
              <li key={offer.threadId}>
                <OfferRow offer={offer} mayTake={offer.mayTake} mayWithdraw={offer.mayWithdraw} />
              </li>
            ))}
          </ul>
        ) : filtered ? (
          <EmptyState
            title={t('empty.none_title')}
            step={
              <LinkButton href="/offers" size="sm">
                {t('empty.clear')}
              </LinkButton>
            }
          >
            {t('empty.none_text')}
          </EmptyState>
        ) : (
          <EmptyState title={t('empty.title')} step={step}>
            {t('empty.text')}
          </EmptyState>
        )}
      </div>
    </>
  );
}
