import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { v7 as uuid } from 'uuid';
import { ClearanceLadder } from '#app/components/action-item/clearance-ladder.tsx';
import { AgreedVersions } from '#app/components/action-item/agreed-versions.tsx';
import { Commitments } from '#app/components/action-item/commitments.tsx';
import { Due } from '#app/components/action-item/due.tsx';
import { EvidenceList } from '#app/components/action-item/evidence-list.tsx';
import { ItemTitle } from '#app/components/action-item/item-title.tsx';
import { LinkedIncidents } from '#app/components/action-item/linked-incidents.tsx';
import { Milestones } from '#app/components/action-item/milestones.tsx';
import { HolidayMark } from '#app/components/schedule/holiday-mark.tsx';
import { StateMark } from '#app/components/action-item/state-mark.tsx';
import { StepButtons } from '#app/components/action-item/step-buttons.tsx';
import { Wording } from '#app/components/action-item/wording.tsx';
import { PiecedTextsContext } from '#app/components/glossary/term-text.tsx';
import { GovernmentName } from '#app/components/government/government-name.tsx';
import { MarkThreadRead } from '#app/components/notification/mark-thread-read.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { NamedIn } from '#app/components/thread/named-in.tsx';
import { ThreadView } from '#app/components/thread/thread-view.tsx';
import { findActionItem } from '#app/domain/action-item/find-action-item.server.ts';
import {
  isWaitingForClearance,
  mayMarkWording,
  mayPlan,
  mayRecordClearance,
  statesBefore,
  stepsFor,
} from '#app/domain/action-item/policy.ts';
import { findEmptySeats } from '#app/domain/handover/find-empty-seats.server.ts';
import { findHolidays } from '#app/domain/schedule/find-holidays.server.ts';
import { maySnooze } from '#app/domain/action-item/reminder.ts';
import { pieceTexts } from '#app/domain/glossary/piece-texts.server.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import { findPostsNaming } from '#app/domain/thread/find-references.server.ts';
import { readThread } from '#app/domain/thread/read-thread.server.ts';
import { readActor } from '#app/http/actor.server.ts';
import { notFound } from '#app/http/answer.server.ts';
import { placeOf } from '#app/http/place.server.ts';
import { readersLanguage } from '#app/i18n/readers-language.server.ts';
import { useLive } from '#app/realtime/use-live.ts';
import { Link } from '#app/ui/link.tsx';
import { State } from '#app/ui/state.tsx';
import { Tag } from '#app/ui/tag.tsx';

export const handle: PageHandle = {
  title: (t, data) => (hasNumber(data) ? data.item.number : t('action-item:action_item')),
};

export async function loader({ request, params: { number = '' } }: LoaderFunctionArgs) {
  const reader = await readActor(request);
  const item = (await findActionItem(reader, number)) ?? notFound();
  const thread = (await readThread(reader, item.threadId, { at: placeOf(request) })) ?? notFound();
  const parties = item.commitments.map(({ governmentId }) => governmentId);
  return {
    item,
    thread,
    holidays: item.dueOn ? findHolidays(item.dueOn, item.dueOn) : [],
    maySnooze: maySnooze(reader, item),
    emptySeats: reader ? await findEmptySeats(parties) : [],
    pieces: await pieceTexts([item, ...item.translations, ...item.commitments]),
    steps: stepsFor(reader, item),
    own: reader?.governmentId ?? null,
    mayAdd: mayPlan(reader, item) && statesBefore('edit').includes(item.state),
    clientKey: uuid(),
    mayRecord: mayRecordClearance(reader, reader?.governmentId ?? '', item),
    marks: mayMarkWording(reader, item) ? (reader?.governmentId ?? null) : null,
    signedIn: reader !== null,
    naming: reader && (await findPostsNaming(reader, number, readersLanguage(request, reader))),
    readsOnly: reader?.role === 'observer',
  };
}

export default function ActionItem() {
  const {
    item,
    thread,
    pieces,
    steps,
    own,
    marks,
    emptySeats,
    holidays,
    maySnooze,
    mayRecord,
    mayAdd,
    clientKey,
    signedIn,
    naming,
    readsOnly,
  } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['action-item', 'schedule']);
  const [search] = useSearchParams();
  const refusal = search.get('refusal');
  useLive({ threadId: item.threadId });

  return (
    <>
      {signedIn && <MarkThreadRead threadId={item.threadId} upTo={thread.head} />}
      <header className="grid gap-2 border-b border-line px-4 py-3.5 md:px-8">
        <nav aria-label={t('page.breadcrumb')} className="flex gap-2 text-t-2 text-ink-2">
          <Link href="/actions" className="text-inherit">
            {t('action_item')}
          </Link>
          <span aria-hidden="true">{'/'}</span>
          <span className="num">{item.number}</span>
        </nav>
        <h1 className="text-[1.625rem]">
          <ItemTitle of={item} />
        </h1>
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <StateMark state={item.state} boxed />
          {isWaitingForClearance(item) && (
            <State shape="clock" tone="wait" boxed>
              {t('clearance.state.waiting')}
            </State>
          )}
          <span className="text-t-2 text-ink-2">
            {t('page.grade')} <b className="text-ink">{t(`grade.${item.grade}`)}</b>
          </span>
          <span className="flex items-center gap-2 text-t-2 text-ink-2">
            {t('page.proposed_by')}{' '}
            <GovernmentName
              government={item.proposerSeat.government}
              filled={item.proposerSeat.governmentId === own}
            />
          </span>
          <Tag>{t(`visibility.${item.thread.visibility}`)}</Tag>
          {item.meeting && (
            <span className="text-t-2 text-ink-2">
              {t('page.of_meeting')}{' '}
              <Link href={`/meetings/${item.meeting.number}`} className="num">
                {item.meeting.number}
              </Link>
            </span>
          )}
          <Due of={item} />
          {holidays.map((holiday) => (
            <HolidayMark key={holiday.country} of={holiday} />
          ))}
          {maySnooze && (
            <Link href={`/actions/${item.number}/snooze`} className="text-t-2">
              {t('schedule:snooze.title')}
            </Link>
          )}
        </div>
        {isRefusal(refusal) && <RefusalNote refusal={refusal} />}
      </header>
      <div className="grid gap-x-9 gap-y-6 px-4 py-5 md:px-8 lg:grid-cols-[minmax(0,1fr)_20rem] xl:grid-cols-[minmax(0,1fr)_21.25rem]">
        <aside className="grid content-start gap-6 lg:col-start-2 lg:row-start-1">
          {signedIn && (
            <section aria-labelledby="what-next" className="card grid gap-2 p-4">
              <h2 id="what-next" className="text-t-4">
                {t('page.what_next')}
              </h2>
              {steps.length > 0 ? (
                <StepButtons item={item} steps={steps} own={null} />
              ) : (
                <p className="text-t-2 text-ink-2">
                  {t(readsOnly ? 'page.read_only' : 'page.nothing_to_do')}
                </p>
              )}
            </section>
          )}
          {item.commitments
            .filter((commitment) => commitment.steps.length > 0)
            .map((commitment) => (
              <ClearanceLadder
                key={commitment.id}
                item={item}
                commitment={commitment}
                mayRecord={mayRecord && commitment.governmentId === own}
              />
            ))}
          {item.incidents.length > 0 && <LinkedIncidents of={item.incidents} />}
          {naming && <NamedIn number={item.number} loaded={naming} />}
        </aside>
        <div className="grid min-w-0 content-start gap-6 lg:col-start-1 lg:row-start-1">
          <section aria-labelledby="commitments">
            <h2 id="commitments" className="mb-2.5 text-[1.0625rem]">
              {t('page.commitments')}
            </h2>
            <PiecedTextsContext.Provider value={pieces}>
              <Commitments item={item} own={own} steps={steps} emptySeats={emptySeats} />
            </PiecedTextsContext.Provider>
          </section>
          <section aria-labelledby="wording">
            <h2 id="wording" className="mb-2.5 flex flex-wrap items-baseline gap-x-3 text-[1.0625rem]">
              {item.state === 'proposed' || item.state === 'dropped'
                ? t('page.wording')
                : t('agreed_wording')}
              <span className="num text-t-1 font-normal text-ink-2">
                {t('page.revision', { revision: item.revision })}
              </span>
            </h2>
            <PiecedTextsContext.Provider value={pieces}>
              <Wording item={item} />
            </PiecedTextsContext.Provider>
            {signedIn && (
              <div className="mt-3">
                <AgreedVersions item={item} marks={marks} />
              </div>
            )}
          </section>
          {(item.milestones.length > 0 || mayAdd) && (
            <section aria-labelledby="milestones">
              <h2 id="milestones" className="mb-2.5 text-[1.0625rem]">
                {t('milestone.title')}
              </h2>
              <Milestones
                item={item}
                mayAdd={mayAdd}
                mayReach={mayAdd && item.state === 'underway'}
                clientKey={clientKey}
              />
            </section>
          )}
          {item.evidence.length > 0 && (
            <section aria-labelledby="evidence">
              <h2 id="evidence" className="mb-2.5 text-[1.0625rem]">
                {t('page.evidence')}
              </h2>
              <EvidenceList of={item.evidence} />
            </section>
          )}
          <section aria-labelledby="discussion">
            <h2 id="discussion" className="mb-2.5 text-[1.0625rem]">
              {t('page.discussion')}
            </h2>
            <ThreadView thread={thread} />
          </section>
        </div>
      </div>
    </>
  );
}

function hasNumber(data: unknown): data is { item: { number: string } } {
  return typeof data === 'object' && data !== null && 'item' in data;
}
