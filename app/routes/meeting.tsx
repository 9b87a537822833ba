import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData, useSearchParams } from '@remix-run/react';
import { FileText, ListOrdered, PencilLine, Snowflake } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { usePersonName } from '#app/components/account/use-person-name.ts';
import { useSeatTitle } from '#app/components/account/use-seat-title.ts';
import { ItemTitle } from '#app/components/action-item/item-title.tsx';
import { GovernmentName } from '#app/components/government/government-name.tsx';
import { MeetingDays } from '#app/components/meeting/meeting-days.tsx';
import { MeetingPointSection } from '#app/components/meeting/meeting-point.tsx';
import { PromiseList } from '#app/components/meeting/promise-list.tsx';
import { SignatureList } from '#app/components/meeting/signature-list.tsx';
import { MarkThreadRead } from '#app/components/notification/mark-thread-read.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { AddTranslation } from '#app/components/thread/add-translation.tsx';
import { ThreadView } from '#app/components/thread/thread-view.tsx';
import { mayPropose } from '#app/domain/action-item/policy.ts';
import { findMeeting } from '#app/domain/meeting/find-meeting.server.ts';
import {
  findPromisesOf,
  findPromisesOfLastTime,
} from '#app/domain/meeting/find-promises-of-last-time.server.ts';
import {
  mayFreezeMeeting,
  mayKeepMeeting,
  maySignMeeting,
  mayWriteMinutes,
} from '#app/domain/meeting/policy.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import { readThread } from '#app/domain/thread/read-thread.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { notFound } from '#app/http/answer.server.ts';
import { placeOf } from '#app/http/place.server.ts';
import { useLive } from '#app/realtime/use-live.ts';
import { Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Link } from '#app/ui/link.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { Note } from '#app/ui/note.tsx';
import { Tag } from '#app/ui/tag.tsx';

const numbered = z.object({ meeting: z.object({ number: z.string() }) });

export const handle: PageHandle = {
  title: (t, data) => numbered.safeParse(data).data?.meeting.number ?? t('meeting:meeting'),
};

export async function loader({ request, params: { number = '' } }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const meeting = (await findMeeting(actor, number)) ?? notFound();
  const thread = (await readThread(actor, meeting.threadId, { at: placeOf(request) })) ?? notFound();
  return {
    meeting,
    thread,
    lastTime: await findPromisesOfLastTime(actor, meeting.id),
    since: meeting.frozenAt ? await findPromisesOf(actor, meeting.id) : [],
    accountId: actor.accountId,
    clientKey: uuid(),
    hasSigned: meeting.words.signatures.some(({ seatId }) => seatId === actor.seatId),
    may: {
      keep: mayKeepMeeting(actor, meeting),
      write: mayWriteMinutes(actor, meeting),
      sign: maySignMeeting(actor, meeting),
      freeze: mayFreezeMeeting(actor, meeting),
      propose: mayPropose(actor) && !actor.formerly,
    },
  };
}

/** A meeting: what was promised last time, the agenda with minutes and outcomes, who signed, and the talk about it. */
export default function Meeting() {
  const { meeting, thread, lastTime, since, accountId, clientKey, hasSigned, may } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation(['meeting', 'briefing', 'thread']);
  const seatTitle = useSeatTitle();
  const personName = usePersonName();
  const refusal = useSearchParams()[0].get('refusal');
  useLive({ subjects: ['meeting', 'action_item'] });
  const { number, words, threadId, frozenAt, frozenBy, wordsHash, translations } = meeting;
  const writes = may.write ? { accountId, clientKey } : null;
  const { visibility } = meeting.thread;

  return (
    <>
      <MarkThreadRead threadId={threadId} upTo={thread.head} />
      <header className="grid gap-2 border-b border-line px-4 py-3.5 md:px-8">
        <nav aria-label={t('list.heading')} className="flex gap-2 text-t-2 text-ink-2">
          <Link href="/meetings" className="text-inherit">
            {t('list.heading')}
          </Link>
          <span aria-hidden="true">{'/'}</span>
          <span className="num">{number}</span>
        </nav>
        <h1 className="text-[1.625rem]">
          <ItemTitle of={words} />
        </h1>
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2 text-t-2">
          <MeetingDays first={new Date(words.firstDay)} last={new Date(words.lastDay)} />
          <span>{words.place}</span>
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="text-ink-2">{t('hosts')}</span>
            {words.hosts.map((government) => (
              <GovernmentName key={government.id} government={government} />
            ))}
          </span>
          <Tag>{t(`thread:visibility.${visibility}`)}</Tag>
          {frozenAt && <Tag>{t('frozen')}</Tag>}
          {!frozenAt && (
            <AddTranslation
              subject="thread"
              subjectId={threadId}
              field="title"
              revision={words.revision}
              sourceLanguage={words.language}
              present={words.translations.map(({ text: body, ...of }) => ({ ...of, body }))}
            />
          )}
          <LinkButton href={`/briefing?meeting=${number}`} icon={FileText} size="sm">
            {t('briefing:title')}
          </LinkButton>
        </div>
        {isRefusal(refusal) && <RefusalNote refusal={refusal} />}
      </header>
      <div className="grid gap-x-9 gap-y-6 px-4 py-5 md:px-8 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
        {(may.keep || may.sign || may.freeze) && (
          <section aria-labelledby="what-next" className="card grid gap-2 p-4 lg:col-start-2 lg:row-start-1">
            <h2 id="what-next" className="text-t-4">
              {t('what_next')}
            </h2>
            {may.keep && (
              <LinkButton href={`/meetings/${number}/agenda`} icon={ListOrdered}>
                {t('agenda.order')}
              </LinkButton>
            )}
            {may.keep && (
              <LinkButton href={`/meetings/${number}/edit`} icon={PencilLine}>
                {t('edit.do')}
              </LinkButton>
            )}
            {may.sign && !hasSigned && words.points.length > 0 && (
              <Form method="post" action={`/meetings/${number}/sign`} className="grid">
                <input type="hidden" name="wordsHash" value={wordsHash} />
                <Button type="submit">{t('signature.do')}</Button>
              </Form>
            )}
            {may.freeze && words.points.length > 0 && (
              <LinkButton href={`/meetings/${number}/freeze`} icon={Snowflake}>
                {t('freeze.heading')}
              </LinkButton>
            )}
          </section>
        )}
        <div className="grid min-w-0 content-start gap-6 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          {frozenAt && <Note>{t('frozen_note')}</Note>}
          {lastTime && (
            <section aria-labelledby="last-time">
              <h2 id="last-time" className="text-[1.0625rem]">
                {t('last_time.heading')}
              </h2>
              <p className="mb-1 text-t-2 text-ink-2">
                <Link href={`/meetings/${lastTime.meeting.number}`} className="text-inherit">
                  <ItemTitle of={lastTime.meeting} />
                </Link>{' '}
                · <MeetingDays first={lastTime.meeting.firstDay} last={lastTime.meeting.firstDay} />
              </p>
              {lastTime.promises.length === 0 ? (
                <p className="text-t-2 text-ink-2">{t('last_time.none')}</p>
              ) : (
                <PromiseList promises={lastTime.promises} mayPropose={may.propose} />
              )}
            </section>
          )}
          <section aria-labelledby="agenda">
            <h2 id="agenda" className="text-[1.0625rem]">
              {t('agenda.heading')}
            </h2>
            {words.points.length === 0 ? (
              <EmptyState
                title={t('agenda.none_title')}
                step={
                  may.keep && (
                    <LinkButton href={`/meetings/${number}/agenda`} variant="primary" size="sm">
                      {t('agenda.order')}
                    </LinkButton>
                  )
                }
              >
                {t('agenda.none')}
              </EmptyState>
            ) : (
              <ol className="rows">
                {words.points.map((point, index) => (
                  <MeetingPointSection
                    key={point.id}
                    number={number}
                    place={index + 1}
                    point={point}
                    translations={translations}
                    isFrozen={frozenAt !== null}
                    writes={writes}
                    mayPropose={may.propose}
                  />
                ))}
              </ol>
            )}
          </section>
          {frozenAt && since.length > 0 && (
            <section aria-labelledby="since">
              <h2 id="since" className="text-[1.0625rem]">
                {t('since.heading')}
              </h2>
              <p className="mb-1 text-t-2 text-ink-2">{t('since.intro')}</p>
              <PromiseList promises={since} mayPropose={may.propose} />
            </section>
          )}
          <section id="thread" aria-labelledby="discussion">
            <h2 id="discussion" className="mb-2.5 text-[1.0625rem]">
              {t('discussion')}
            </h2>
            <ThreadView thread={thread} />
          </section>
        </div>
        <aside className="grid content-start gap-6 lg:col-start-2">
          <section aria-labelledby="participants">
            <h2 id="participants" className="mb-1 text-t-3">
              {t('participants')}
            </h2>
            {words.participants.length === 0 && <p className="text-t-2 text-ink-2">{t('no_participants')}</p>}
            <ul className="rows">
              {words.participants.map((seat) => (
                <li key={seat.seatId} className="grid gap-0.5 py-2">
                  <GovernmentName government={seat.government} />
                  <span className="text-t-2 text-ink-2">
                    {[seatTitle(seat), ...seat.holders.map(personName)].join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
          </section>
          <SignatureList words={words} frozenBy={frozenBy} />
        </aside>
      </div>
    </>
  );
}
