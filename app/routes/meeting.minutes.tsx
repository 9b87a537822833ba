import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { ItemTitle } from '#app/components/action-item/item-title.tsx';
import { MinutesForm } from '#app/components/meeting/minutes-form.tsx';
import { PointTitle } from '#app/components/meeting/point-title.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { findMeeting } from '#app/domain/meeting/find-meeting.server.ts';
import { findMinutes } from '#app/domain/meeting/find-minutes.server.ts';
import { minutesInput, pointPlace } from '#app/domain/meeting/meeting.ts';
import { mayWriteMinutes } from '#app/domain/meeting/policy.ts';
import { writeMinutes } from '#app/domain/meeting/write-minutes.server.ts';
import { refusalStatus } from '#app/domain/refusal.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, giveBack, isDocumentRequest, notFound } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { endonym, htmlLang } from '#app/i18n/languages.ts';
import { readersLanguage } from '#app/i18n/readers-language.server.ts';
import { useLive } from '#app/realtime/use-live.ts';
import { Link } from '#app/ui/link.tsx';
import { Language } from '#prisma/generated/enums.ts';

export const handle: PageHandle = { title: (t) => t('meeting:minutes.heading') };

/** `?language=zh` chooses the language; the reader's own without it. */
export async function loader({ request, params: { number = '', pointId } }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const meeting = (await findMeeting(actor, number)) ?? notFound();
  const point = meeting.words.points.find(({ id }) => id === pointId) ?? notFound();
  if (!mayWriteMinutes(actor, meeting)) notFound();
  const asked = z.enum(Language).safeParse(new URL(request.url).searchParams.get('language')).data;
  const { threadId, words } = meeting;
  return {
    ...{ threadId, words, number, point, accountId: actor.accountId },
    language: asked ?? readersLanguage(request, actor),
  };
}

/** Saves the minutes; a save that others were quicker than comes back with both texts. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const place = pointPlace.safeParse(params).data ?? notFound();
  const form = await parseForm(request, minutesInput);
  if (!form.ok) return form.reply;
  const { language } = form.value;
  const result = await writeMinutes(actor, { ...form.value, ...place });
  if (!result.ok && result.reason === 'already_changed') {
    const theirs = await findMinutes(actor, { ...place, language });
    const lastResult = giveBack(form.submission);
    return data({ refusal: result.reason, theirs, lastResult }, refusalStatus.already_changed);
  }
  const to = `/meetings/${place.number}#point-${place.pointId}`;
  return answer(result, { ...(isDocumentRequest(request) && { to }), submission: form.submission });
}

export default function Minutes() {
  const { accountId, language, number, point, threadId, words } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation('meeting');
  useLive({ threadId });
  return (
    <div className="grid max-w-220 gap-5 px-4 py-5 md:px-8">
      <header className="grid gap-1">
        <p className="text-t-2 text-ink-2">
          <Link href={`/meetings/${number}#point-${point.id}`} className="text-inherit">
            <span className="num">{number}</span> <ItemTitle of={words} />
          </Link>
        </p>
        <h1>
          {t('minutes.heading')} · <span lang={htmlLang(language)}>{endonym(language)}</span>
        </h1>
        <p className="text-t-4">
          <PointTitle of={point} />
        </p>
      </header>
      <MinutesForm
        key={language}
        accountId={accountId}
        number={number}
        pointId={point.id}
        language={language}
        saved={point.minutes.find((minutes) => minutes.language === language)}
        answer={answered}
      />
    </div>
  );
}
