import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { usePersonName } from '#app/components/account/use-person-name.ts';
import { governmentName } from '#app/components/government/government-name.tsx';
import { PointTitle } from '#app/components/meeting/point-title.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { WordChanges } from '#app/components/thread/word-changes.tsx';
import { findMeeting } from '#app/domain/meeting/find-meeting.server.ts';
import { findMinutesHistory } from '#app/domain/meeting/find-minutes-history.server.ts';
import { pointPlace } from '#app/domain/meeting/meeting.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { notFound } from '#app/http/answer.server.ts';
import { endonym } from '#app/i18n/languages.ts';
import { Moment } from '#app/i18n/moment.tsx';
import { useLanguage } from '#app/i18n/use-language.ts';
import { useLive } from '#app/realtime/use-live.ts';
import { Link } from '#app/ui/link.tsx';

export const handle: PageHandle = { title: (t) => t('meeting:history.heading') };

/** The minutes of a point as they stood after each save, with what came and what went. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const place = pointPlace.safeParse(params).data ?? notFound();
  const meeting = (await findMeeting(actor, place.number)) ?? notFound();
  const point = meeting.words.points.find(({ id }) => id === place.pointId) ?? notFound();
  const history = (await findMinutesHistory(actor, place)) ?? notFound();
  return { point, history, threadId: meeting.threadId, page: `/meetings/${place.number}#point-${point.id}` };
}

export default function MinutesHistory() {
  const { point, history, threadId, page } = useLoaderData<typeof loader>();
  const { t } = useTranslation('meeting');
  const { t: tThread } = useTranslation('thread');
  const personName = usePersonName();
  const own = useLanguage();
  useLive({ threadId });
  return (
    <div className="grid max-w-180 gap-5 px-4 py-5 md:px-8">
      <header className="grid gap-1">
        <Link href={page}>{t('history.back')}</Link>
        <h1>{t('history.heading')}</h1>
        <p className="text-t-4">
          <PointTitle of={point} />
        </p>
        <p className="text-t-3 text-ink-2">{tThread('history.intro')}</p>
      </header>
      {history.length === 0 && <p className="text-ink-2">{t('minutes.none')}</p>}
      {history.map(({ language, versions }) => (
        <ol key={language} id={language} className="grid scroll-mt-20 gap-5">
          {versions.map(({ revision, at, by, stretches }) => (
            <li key={revision} className="grid gap-1.5">
              <h2 className="flex flex-wrap items-baseline gap-x-3 text-t-3">
                {t('history.version', { language: endonym(language), revision })}
                <span className="text-t-1 font-normal text-ink-2">
                  {governmentName(by.government, own)} · {personName(by)} · <Moment at={at} />
                </span>
              </h2>
              <WordChanges stretches={stretches} language={language} />
            </li>
          ))}
        </ol>
      ))}
    </div>
  );
}
