import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { usePersonName } from '#app/components/account/use-person-name.ts';
import { useSeatTitle } from '#app/components/account/use-seat-title.ts';
import { governmentName } from '#app/components/government/government-name.tsx';
import { BriefItem } from '#app/components/handover/brief-item.tsx';
import { Counterparts } from '#app/components/handover/counterparts.tsx';
import { LastDecisions } from '#app/components/handover/last-decisions.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { findBrief, findHandover } from '#app/domain/handover/find-handovers.server.ts';
import { handoverInput } from '#app/domain/handover/handover.ts';
import { mayTakeOver, mayWriteNotes } from '#app/domain/handover/policy.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { notFound } from '#app/http/answer.server.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { useLive } from '#app/realtime/use-live.ts';
import { Link } from '#app/ui/link.tsx';

export const handle: PageHandle = { title: (t) => t('handover:heading') };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const input = handoverInput.safeParse(params);
  const handover = (input.success && (await findHandover(actor, input.data.handoverId))) || notFound();
  return {
    handover,
    brief: await findBrief(actor, handover),
    mayTakeOver: mayTakeOver(actor, handover),
    mayNote: mayWriteNotes(actor, handover),
  };
}

/** What the next holder of a seat finds: open work with notes, counterparts, the last decisions. */
export default function HandoverPage() {
  const { handover, brief, mayTakeOver, mayNote } = useLoaderData<typeof loader>();
  const { t } = useTranslation('handover');
  const seatTitle = useSeatTitle();
  const personName = usePersonName();
  const language = useLanguage();
  const format = useFormat();
  const refusal = useSearchParams()[0].get('refusal');
  useLive();
  const { seat, tenure } = handover;
  const groups = [
    { name: 'promises', items: brief.items.filter(({ thread }) => thread.subject === 'action_item') },
    { name: 'incidents', items: brief.items.filter(({ thread }) => thread.subject === 'incident') },
    { name: 'topics', items: brief.items.filter(({ thread }) => thread.subject === 'topic') },
  ] as const;
  const answered = brief.items.filter(({ state }) => state !== 'open').length;
  return (
    <>
      <header className="grid gap-1 border-b border-line px-4 py-4 md:px-8">
        <p className="text-t-2 text-ink-2">
          <Link href="/handovers" className="text-inherit">
            {t('heading')}
          </Link>{' '}
          · {governmentName(seat.government, language)}
        </p>
        <h1 className="text-[1.625rem]">
          {t('of', { seat: seatTitle(seat), name: personName(tenure.account) })}
        </h1>
        <p className="max-w-none text-t-2 text-ink-2">
          {t('held', { from: format.date(tenure.from, { year: true }) })}
          {tenure.to && ` · ${t('left_on', { date: format.date(tenure.to, { year: true }) })}`}
          {' · '}
          {t('answered', { count: brief.items.length, answered })}
        </p>
        {isRefusal(refusal) && <RefusalNote refusal={refusal} />}
      </header>
      <div className="grid gap-x-10 gap-y-7 px-4 py-5 pb-10 md:px-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid content-start gap-7">
          {groups.map(({ name, items }) => (
            <section key={name} aria-labelledby={name}>
              <h2 id={name} className="mb-1 text-[1.0625rem]">
                {t(`group.${name}`)} <span className="num font-normal text-ink-2">{items.length}</span>
              </h2>
              {items.length === 0 ? (
                <p className="text-t-2 text-ink-2">{t('group.none')}</p>
              ) : (
                <ul className="rows">
                  {items.map((item) => (
                    <BriefItem
                      key={item.threadId}
                      handoverId={handover.id}
                      item={item}
                      mayTakeOver={mayTakeOver}
                      mayNote={mayNote}
                    />
                  ))}
                </ul>
              )}
            </section>
          ))}
        </div>
        <aside className="grid content-start gap-7">
          <section aria-labelledby="counterparts">
            <h2 id="counterparts" className="mb-1 text-[1.0625rem]">
              {t('counterpart.title')}
            </h2>
            <Counterparts of={brief.counterparts} />
          </section>
          <section aria-labelledby="decisions">
            <h2 id="decisions" className="mb-1 text-[1.0625rem]">
              {t('decision.title')}
            </h2>
            {brief.decisions.length === 0 ? (
              <p className="text-t-2 text-ink-2">{t('decision.none')}</p>
            ) : (
              <LastDecisions of={brief.decisions} />
            )}
          </section>
          <p className="text-t-2 text-ink-2">{t('drafts')}</p>
        </aside>
      </div>
    </>
  );
}
