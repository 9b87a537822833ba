import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useSearchParams } from '@remix-run/react';
import { BellPlus, Eye, Globe, ListPlus, Map as MapIcon, PencilLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ItemTitle } from '#app/components/action-item/item-title.tsx';
import { StateMark } from '#app/components/action-item/state-mark.tsx';
import { GovernmentName } from '#app/components/government/government-name.tsx';
import { AmountSeries } from '#app/components/incident/amount-series.tsx';
import { BeforeAfter } from '#app/components/incident/before-after.tsx';
import { HazardMark } from '#app/components/incident/hazard-mark.tsx';
import { IncidentDetails, IncidentPeople } from '#app/components/incident/incident-details.tsx';
import { IncidentEvidence } from '#app/components/incident/incident-evidence.tsx';
import { IncidentSteps } from '#app/components/incident/incident-steps.tsx';
import { PiecedTextsContext } from '#app/components/glossary/term-text.tsx';
import { IncidentText, IncidentTranslation } from '#app/components/incident/incident-text.tsx';
import { KindGlyph } from '#app/components/incident/kind-glyph.tsx';
import { pickIncidentText } from '#app/components/incident/pick-incident-text.ts';
import { ObservationList } from '#app/components/incident/observation-list.tsx';
import { PlaceMap } from '#app/components/incident/place-map.tsx';
import { StatusMark } from '#app/components/incident/status-mark.tsx';
import { StatusSteps } from '#app/components/incident/status-steps.tsx';
import { MarkThreadRead } from '#app/components/notification/mark-thread-read.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { useRoot } from '#app/components/shell/use-root.ts';
import { NamedIn } from '#app/components/thread/named-in.tsx';
import { ThreadView } from '#app/components/thread/thread-view.tsx';
import { pieceTexts } from '#app/domain/glossary/piece-texts.server.ts';
import { mayPropose } from '#app/domain/action-item/policy.ts';
import { findGovernments } from '#app/domain/government/find-governments.server.ts';
import { formatCoordinates } from '#app/domain/incident/coordinates.ts';
import { findIncidentPage } from '#app/domain/incident/find-incident-page.server.ts';
import { mayReport } from '#app/domain/incident/policy.ts';
import { coarseMetres } from '#app/domain/incident/place.ts';
import { seenAgain } from '#app/domain/incident/series.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import { findPostsNaming } from '#app/domain/thread/find-references.server.ts';
import { readThread } from '#app/domain/thread/read-thread.server.ts';
import { readActor } from '#app/http/actor.server.ts';
import { notFound } from '#app/http/answer.server.ts';
import { placeOf } from '#app/http/place.server.ts';
import { htmlLang } from '#app/i18n/languages.ts';
import { readersLanguage } from '#app/i18n/readers-language.server.ts';
import { Moment } from '#app/i18n/moment.tsx';
import { useLanguage } from '#app/i18n/use-language.ts';
import { useLive } from '#app/realtime/use-live.ts';
import { LinkButton } from '#app/ui/link-button.tsx';
import { Link } from '#app/ui/link.tsx';
import { Note } from '#app/ui/note.tsx';
import { Tag } from '#app/ui/tag.tsx';

export const handle: PageHandle = {
  title: (t, data) => (hasNumber(data) ? data.incident.number : t('incident:incident')),
};

export async function loader({ request, params: { number = '' } }: LoaderFunctionArgs) {
  const reader = await readActor(request);
  const incident = (await findIncidentPage(reader, number)) ?? notFound();
  const thread = (await readThread(reader, incident.threadId, { at: placeOf(request) })) ?? notFound();
  return {
    incident,
    thread,
    governments: await findGovernments(),
    mayPropose: reader !== null && mayPropose(reader),
    pieces: await pieceTexts([incident, ...incident.translations]),
    mayObserve: reader !== null && mayReport(reader),
    own: reader?.governmentId ?? null,
    naming: reader && (await findPostsNaming(reader, number, readersLanguage(request, reader))),
  };
}

export default function Incident() {
  const { incident, thread, pieces, governments, mayPropose, mayObserve, own, naming } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation('incident');
  const { t: tWatch } = useTranslation('watch');
  const { reader, mapbox } = useRoot();
  const language = useLanguage();
  const [search] = useSearchParams();
  const refusal = search.get('refusal');
  useLive({ subjects: ['incident', 'action_item'] });
  const title = pickIncidentText(incident, 'title', language);

  return (
    <>
      {reader && <MarkThreadRead threadId={incident.threadId} upTo={thread.head} />}
      <header className="grid gap-2 border-b border-line px-4 py-3.5 md:px-8">
        <nav aria-label={t('page.breadcrumb')} className="flex gap-2 text-t-2 text-ink-2">
          <Link href="/incidents" className="text-inherit">
            {t('list.title')}
          </Link>
          <span aria-hidden="true">{'/'}</span>
          <span className="num">{incident.number}</span>
        </nav>
        <h1 className="text-[1.625rem]" lang={htmlLang(title.language)}>
          {title.text}
        </h1>
        <IncidentTranslation incident={incident} field="title" />
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <StatusMark status={incident.status} boxed />
          <HazardMark hazard={incident.hazard} boxed />
          <span className="inline-flex items-center gap-1.5 text-t-2">
            <KindGlyph kind={incident.kind} /> {t(`kind.${incident.kind}`)}
          </span>
          <Tag>{t(`visibility.${incident.visibility}`)}</Tag>
          {incident.duplicateOfNumber && (
            <Link href={`/incidents/${incident.duplicateOfNumber}`} className="text-t-2">
              {t('page.duplicate_of', { number: incident.duplicateOfNumber })}
            </Link>
          )}
          {incident.duplicateNumbers.length > 0 && (
            <p className="flex flex-wrap gap-x-2 text-t-2">
              {t('page.duplicates')}
              {incident.duplicateNumbers.map((number) => (
                <Link key={number} href={`/incidents/${number}`} className="num">
                  {number}
                </Link>
              ))}
            </p>
          )}
        </div>
        {isRefusal(refusal) && <RefusalNote refusal={refusal} />}
      </header>
      <div className="grid gap-x-9 gap-y-6 px-4 py-5 md:px-8 lg:grid-cols-[minmax(0,1fr)_18rem] xl:grid-cols-[minmax(0,1fr)_20rem]">
        <aside className="grid content-start gap-5 lg:col-start-2 lg:row-start-1 max-lg:order-2">
          <section aria-label={t('page.place')} className="grid gap-2">
            <PlaceMap
              place={{
                lat: incident.lat,
                lon: incident.lon,
                ...(incident.coarse && { accuracy: coarseMetres / 2 }),
              }}
              mapbox={mapbox}
              className="h-44 overflow-hidden rounded-r-2 border border-line"
            />
            {incident.placeName && <p className="font-semibold">{incident.placeName}</p>}
            <p className="num text-t-2 text-ink-2">
              {t('page.coordinates', { coordinates: formatCoordinates(incident) })}
            </p>
            {incident.coarse && <p className="text-t-2 text-ink-2">{t('page.coarse_place')}</p>}
            <p className="text-t-2 text-ink-2">
              {t('page.seen_label')} <Moment at={incident.seenAt} as="both" weekday />
            </p>
            <LinkButton href={`/map/${incident.number}`} icon={MapIcon} size="sm">
              {t('list.on_map')}
            </LinkButton>
            {reader && (
              <LinkButton
                href={`/settings/areas/new?at=${incident.lat},${incident.lon}`}
                icon={BellPlus}
                size="sm"
              >
                {tWatch('here')}
              </LinkButton>
            )}
          </section>
          <dl className="kv border-t border-line pt-4">
            <dt>{t('page.compartment')}</dt>
            <dd>{t(`compartment.${incident.compartment}`)}</dd>
            <dt>{t('page.hazard')}</dt>
            <dd>{t(`hazard.${incident.hazard}`)}</dd>
          </dl>
          <div className="border-t border-line pt-4">
            <IncidentPeople incident={incident} />
          </div>
          {incident.visibility === 'bilateral' && incident.audience.length > 0 && (
            <section className="border-t border-line pt-4">
              <h2 className="mb-2 text-t-3">{t('page.readers')}</h2>
              <ul className="grid gap-1">
                {incident.audience.map((government) => (
                  <li key={government.id}>
                    <GovernmentName government={government} filled={government.id === own} />
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section className="grid gap-2 border-t border-line pt-4">
            <h2 className="text-t-3">{t('page.related_actions')}</h2>
            {incident.actionItems.length === 0 && (
              <p className="text-t-2 text-ink-2">{t('page.no_actions')}</p>
            )}
            {incident.actionItems.map((item) => (
              <Link
                key={item.number}
                href={`/actions/${item.number}`}
                className="card card-link grid gap-1 p-3"
              >
                <span className="num text-t-2 text-ink-2">{item.number}</span>
                <span className="font-semibold">
                  <ItemTitle of={item} />
                </span>
                <StateMark state={item.state} />
              </Link>
            ))}
            {mayPropose && (
              <LinkButton href={`/actions/new?incident=${incident.number}`} icon={ListPlus} size="sm">
                {t('page.propose_action')}
              </LinkButton>
            )}
          </section>
          {naming && <NamedIn number={incident.number} loaded={naming} />}
        </aside>
        <div className="grid min-w-0 content-start gap-6 lg:col-start-1 lg:row-start-1">
          <StatusSteps incident={incident} />
          {(incident.steps.length > 0 ||
            mayObserve ||
            incident.publicity !== null ||
            incident.mayCorrect) && (
            <div className="flex flex-wrap gap-2">
              <IncidentSteps number={incident.number} steps={incident.steps} governments={governments} />
              {incident.publicity !== null && (
                <LinkButton href={`/incidents/${incident.number}/publicity`} icon={Globe}>
                  {t('publicity.title')}
                </LinkButton>
              )}
              {incident.mayCorrect && (
                <LinkButton href={`/incidents/${incident.number}/correct`} icon={PencilLine}>
                  {t('correction.title')}
                </LinkButton>
              )}
              {mayObserve && (
                <LinkButton href={`/incidents/${incident.number}/observe`} icon={Eye}>
                  {t('observation.add')}
                </LinkButton>
              )}
            </div>
          )}
          <PiecedTextsContext.Provider value={pieces}>
            <IncidentText incident={incident} />
          </PiecedTextsContext.Provider>
          <IncidentDetails incident={incident} title={title.text} />
          <AmountSeries incident={incident} />
          <ObservationList of={seenAgain(incident)} title={title.text} />
          <BeforeAfter incident={incident} title={title.text} />
          <IncidentEvidence of={incident.evidence} title={title.text} />
          <section id="thread" aria-labelledby="discussion">
            <h2 id="discussion" className="mb-2.5 text-t-4">
              {reader ? t('page.thread') : t('page.course')}
            </h2>
            {!reader && <Note>{t('page.guest_note')}</Note>}
            <ThreadView thread={thread} />
          </section>
        </div>
      </div>
    </>
  );
}

function hasNumber(data: unknown): data is { incident: { number: string } } {
  return typeof data === 'object' && data !== null && 'incident' in data;
}
