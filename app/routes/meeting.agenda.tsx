import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { v7 as uuid } from 'uuid';
import { AddPoint } from '#app/components/meeting/add-point.tsx';
import { AgendaList } from '#app/components/meeting/agenda-list.tsx';
import { ItemTitle } from '#app/components/action-item/item-title.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { addPoint } from '#app/domain/meeting/add-point.server.ts';
import { findMeeting } from '#app/domain/meeting/find-meeting.server.ts';
import { findPointsToAdd } from '#app/domain/meeting/find-points-to-add.server.ts';
import { addPointInput } from '#app/domain/meeting/meeting.ts';
import { mayKeepMeeting } from '#app/domain/meeting/policy.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, isDocumentRequest, notFound } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { useLive } from '#app/realtime/use-live.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Link } from '#app/ui/link.tsx';

export const handle: PageHandle = { title: (t) => t('meeting:agenda.order') };

export async function loader({ request, params: { number = '' } }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const meeting = (await findMeeting(actor, number)) ?? notFound();
  if (!mayKeepMeeting(actor, meeting)) notFound();
  return { meeting, choices: await findPointsToAdd(actor, number), clientKey: uuid() };
}

/** Puts a point at the end of the agenda. */
export async function action({ request, params: { number = '' } }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await parseForm(request, addPointInput);
  if (!form.ok) return form.reply;
  const result = await addPoint(actor, { ...form.value, number });
  const to = `/meetings/${number}/agenda`;
  return answer(result, { ...(isDocumentRequest(request) && { to }), submission: form.submission });
}

/** The agenda as its keepers build and order it. */
export default function Agenda() {
  const { meeting, choices, clientKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation('meeting');
  const refusal = useSearchParams()[0].get('refusal');
  useLive({ threadId: meeting.threadId });
  const { number, words } = meeting;
  return (
    <div className="grid max-w-220 gap-6 px-4 py-5 md:px-8">
      <header className="grid gap-1">
        <p className="text-t-2 text-ink-2">
          <Link href={`/meetings/${number}`} className="text-inherit">
            <span className="num">{number}</span> <ItemTitle of={words} />
          </Link>
        </p>
        <h1>{t('agenda.order')}</h1>
        <p className="text-t-3 text-ink-2">{t('agenda.order_intro')}</p>
      </header>
      {isRefusal(refusal) && <RefusalNote refusal={refusal} />}
      {words.points.length === 0 ? (
        <EmptyState title={t('agenda.none_title')}>{t('agenda.none')}</EmptyState>
      ) : (
        <AgendaList number={number} points={words.points} />
      )}
      <AddPoint number={number} choices={choices} clientKey={clientKey} answer={answered} />
    </div>
  );
}
