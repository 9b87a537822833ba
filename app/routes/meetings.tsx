import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { CalendarPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { MeetingRow } from '#app/components/meeting/meeting-row.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { findMeetings } from '#app/domain/meeting/find-meetings.server.ts';
import { mayCallMeeting } from '#app/domain/meeting/policy.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { useLive } from '#app/realtime/use-live.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';

export const handle: PageHandle = { title: (t) => t('meeting:list.heading') };

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  return { ...(await findMeetings(actor)), mayCall: mayCallMeeting(actor) };
}

/** The meetings to come, and those that were. */
export default function Meetings() {
  const { coming, past, mayCall } = useLoaderData<typeof loader>();
  const { t } = useTranslation('meeting');
  useLive({ subjects: ['meeting'] });
  const step = mayCall && (
    <LinkButton href="/meetings/new" icon={CalendarPlus} className="max-md:w-full">
      {t('list.call')}
    </LinkButton>
  );
  return (
    <>
      <header className="page-head">
        <div className="min-w-0 flex-1 basis-80">
          <h1 className="text-[1.75rem]">{t('list.heading')}</h1>
          <p className="mt-0.5 max-w-none text-t-2 text-ink-2">{t('list.intro')}</p>
        </div>
        {step}
      </header>
      <div className="page-body grid gap-6">
        {coming.length + past.length === 0 && (
          <div className="pt-6">
            <EmptyState title={t('list.none_title')} step={step}>
              {t('list.none')}
            </EmptyState>
          </div>
        )}
        {[{ name: 'coming', meetings: coming } as const, { name: 'past', meetings: past } as const].map(
          ({ name, meetings }) =>
            meetings.length > 0 && (
              <section key={name} aria-labelledby={`meetings-${name}`}>
                <h2 id={`meetings-${name}`} className="mt-4 mb-1 text-[1.0625rem]">
                  {t(`list.${name}`)}
                </h2>
                <ul className="rows" data-rove>
                  {meetings.map((meeting) => (
                    <MeetingRow key={meeting.id} meeting={meeting} />
                  ))}
                </ul>
              </section>
            ),
        )}
      </div>
    </>
  );
}
