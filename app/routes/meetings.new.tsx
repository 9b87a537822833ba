import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { v7 as uuid } from 'uuid';
import { MeetingForm } from '#app/components/meeting/meeting-form.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { callMeeting } from '#app/domain/meeting/call-meeting.server.ts';
import { findMeetingChoices } from '#app/domain/meeting/find-meeting-choices.server.ts';
import { callMeetingInput } from '#app/domain/meeting/meeting.ts';
import { mayCallMeeting } from '#app/domain/meeting/policy.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, notFound } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';

export const handle: PageHandle = { title: (t) => t('meeting:new.heading') };

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  if (!mayCallMeeting(actor)) notFound();
  const choices = await findMeetingChoices(actor);
  return { choices, clientKey: uuid(), governmentId: actor.governmentId };
}

/** Calls governments together. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await parseForm(request, callMeetingInput);
  if (!form.ok) return form.reply;
  const result = await callMeeting(actor, form.value);
  return answer(result, { to: ({ number }) => `/meetings/${number}`, submission: form.submission });
}

export default function NewMeeting() {
  const { choices, clientKey, governmentId } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation('meeting');
  return (
    <div className="grid max-w-180 gap-5 px-4 py-5 md:px-8">
      <header className="grid gap-1">
        <h1>{t('new.heading')}</h1>
        <p className="text-t-3 text-ink-2">{t('new.intro')}</p>
      </header>
      <MeetingForm
        choices={choices}
        clientKey={clientKey}
        answer={answered}
        start={{
          ...{ title: '', language: undefined, place: '', firstDay: '', lastDay: '' },
          ...{ hosts: [governmentId], participants: [], previous: '' },
        }}
      />
    </div>
  );
}
