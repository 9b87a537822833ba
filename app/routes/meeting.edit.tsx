import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { MeetingForm } from '#app/components/meeting/meeting-form.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { changeMeeting } from '#app/domain/meeting/change-meeting.server.ts';
import { findMeeting } from '#app/domain/meeting/find-meeting.server.ts';
import { findMeetingChoices } from '#app/domain/meeting/find-meeting-choices.server.ts';
import { changeMeetingInput } from '#app/domain/meeting/meeting.ts';
import { mayKeepMeeting } from '#app/domain/meeting/policy.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, notFound } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';

export const handle: PageHandle = { title: (t) => t('meeting:edit.heading') };

export async function loader({ request, params: { number = '' } }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const meeting = (await findMeeting(actor, number)) ?? notFound();
  if (!mayKeepMeeting(actor, meeting)) notFound();
  return { meeting, choices: await findMeetingChoices(actor) };
}

/** Another title, date, place, host or participant. */
export async function action({ request, params: { number = '' } }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await parseForm(request, changeMeetingInput);
  if (!form.ok) return form.reply;
  const result = await changeMeeting(actor, { ...form.value, number });
  return answer(result, { to: `/meetings/${number}`, submission: form.submission });
}

export default function EditMeeting() {
  const { meeting, choices } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation('meeting');
  const { words, number, revision } = meeting;
  return (
    <div className="grid max-w-180 gap-5 px-4 py-5 md:px-8">
      <header className="grid gap-1">
        <h1>{t('edit.heading')}</h1>
        <p className="num text-t-3 text-ink-2">{number}</p>
      </header>
      <MeetingForm
        choices={choices}
        number={number}
        revision={revision}
        answer={answered}
        start={{
          title: words.title,
          language: words.language,
          place: words.place,
          firstDay: words.firstDay,
          lastDay: words.lastDay,
          hosts: words.hosts.map(({ id }) => id),
          participants: words.participants.map(({ seatId }) => seatId),
          previous: meeting.previous?.number ?? '',
        }}
      />
    </div>
  );
}
