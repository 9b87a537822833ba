import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useNavigate } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { OurPromises } from '#app/components/action-item/our-promises.tsx';
import { governmentName } from '#app/components/government/government-name.tsx';
import { IncidentMap } from '#app/components/incident/incident-map.tsx';
import { CoastWeek } from '#app/components/notification/coast-week.tsx';
import { InboxRow } from '#app/components/notification/inbox-row.tsx';
import { WaitingList } from '#app/components/notification/waiting-list.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { SeatNews } from '#app/components/handover/seat-news.tsx';
import { useRoot } from '#app/components/shell/use-root.ts';
import { findPromises, findWaitingItems } from '#app/domain/action-item/find-action-items.server.ts';
import { findEmptySeats } from '#app/domain/handover/find-empty-seats.server.ts';
import { findHandoverToAnswer } from '#app/domain/handover/find-handovers.server.ts';
import { findCoastWeek, findIncidentsToConfirm } from '#app/domain/incident/find-coast-week.server.ts';
import { noFilters } from '#app/domain/incident/filters.ts';
import { findMapNews } from '#app/domain/incident/find-map-tiles.server.ts';
import { findDecisionsToAnswer } from '#app/domain/decision/find-decisions.server.ts';
import { findInbox } from '#app/domain/notification/find-notifications.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { useReader } from '#app/i18n/reader.tsx';
import { readersLanguage } from '#app/i18n/readers-language.server.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { useLive } from '#app/realtime/use-live.ts';
import { Link } from '#app/ui/link.tsx';

const newsShown = 5;

/** Zoom that shows the coast of a government. */
const closeness = { province: 7.4, city: 8.4, county: 9 } as const;

export const handle: PageHandle = { title: (t) => t('notification:today.title') };

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const now = new Date();
  const filters = { ...noFilters, government: actor.governmentId, period: 'week' as const };
  const language = readersLanguage(request, actor);
  const [items, decisions, incidents, coast, promises, news, onMap, handover, emptySeats] = await Promise.all(
    [
      findWaitingItems(actor),
      findDecisionsToAnswer(actor, now),
      actor.role === 'observer' ? [] : findIncidentsToConfirm(actor),
      findCoastWeek(actor, now),
      findPromises(actor, now),
      findInbox(actor, { unreadOnly: true, before: null, take: newsShown }),
      findMapNews(actor, filters, language),
      findHandoverToAnswer(actor),
      actor.role === 'head' ? findEmptySeats([actor.governmentId], now) : [],
    ],
  );
  const rest = { filters, onMap, handover, emptySeats };
  return { items, decisions, incidents, coast, promises, news: news.threads, ...rest };
}

/** Two minutes for a head of government: what waits, the own coast, the own promises, what is new. */
export default function Today() {
  const { items, decisions, incidents, coast, promises, news, filters, onMap, handover, emptySeats } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation('notification');
  const { reader, mapbox } = useRoot();
  const navigate = useNavigate();
  const language = useLanguage();
  const format = useFormat();
  const { now } = useReader();
  useLive();
  const seat =
    reader &&
    { ko: reader.seatTitle.titleKo, zh: reader.seatTitle.titleZh, en: reader.seatTitle.titleEn }[language];

  return (
    <>
      <header className="grid gap-3 px-4 pt-5 pb-4 md:px-9 lg:grid-cols-[minmax(0,1fr)_auto] lg:items-end">
        <div>
          {reader && (
            <p className="text-t-2 text-ink-2">
              {governmentName(reader.government, language)} · {seat}
            </p>
          )}
          <h1 className="text-[1.875rem]">{format.longDate(now)}</h1>
        </div>
        <p className="max-w-none text-t-4 lg:text-right">
          {t('today.week', { count: coast.count, resolved: coast.resolved })}
          <br />
          {promises.late > 0 ? t('today.late', { count: promises.late }) : t('today.none_late')}
        </p>
      </header>
      <hr className="tideline md:mx-9" />
      <div className="grid gap-x-12 px-4 pt-5 pb-10 md:px-9 lg:grid-cols-[minmax(0,1.08fr)_minmax(0,1fr)]">
        <div className="grid content-start gap-7">
          <SeatNews handover={handover} emptySeats={emptySeats} />
          <WaitingList
            items={items}
            decisions={decisions}
            incidents={incidents}
            governmentId={reader?.governmentId ?? ''}
          />
          <OurPromises promises={promises} own={reader?.governmentId ?? null} />
        </div>
        <div className="grid content-start gap-7 max-lg:mt-7">
          <CoastWeek
            week={coast}
            governmentId={reader?.governmentId ?? ''}
            map={
              coast.middle && (
                <IncidentMap
                  filters={filters}
                  news={onMap}
                  camera={{ ...coast.middle, zoom: closeness[reader?.government.level ?? 'province'] }}
                  onSelect={(number) => void navigate(`/incidents/${number}`)}
                  language={language}
                  mapbox={mapbox}
                  legend={false}
                  className="relative h-60 border border-line sm:h-75"
                />
              )
            }
          />
          <section aria-labelledby="news">
            <h2 id="news" className="mb-3 text-[1.125rem]">
              {t('today.news')}
            </h2>
            {news.length > 0 ? (
              <ul className="rows">
                {news.map((entry) => (
                  <li key={entry.thread.id}>
                    <InboxRow entry={entry} />
                  </li>
                ))}
              </ul>
            ) : (
              <p className="max-w-none border-t border-line py-3 text-t-2 text-ink-2">{t('today.no_news')}</p>
            )}
            <p className="mt-2.5 text-t-2">
              <Link href="/inbox">{t('today.all_news')}</Link>
            </p>
          </section>
        </div>
      </div>
    </>
  );
}
