import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import {
  Form,
  type ShouldRevalidateFunction,
  useActionData,
  useLoaderData,
  useNavigation,
} from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { OutcomeWords } from '#app/components/meeting/outcome-words.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import type { Actor } from '#app/domain/actor.ts';
import { changeOutcome } from '#app/domain/meeting/change-outcome.server.ts';
import { findMeeting } from '#app/domain/meeting/find-meeting.server.ts';
import { changeOutcomeInput, outcomePlace } from '#app/domain/meeting/meeting.ts';
import { mayWriteMinutes } from '#app/domain/meeting/policy.ts';
import { refusalStatus } from '#app/domain/refusal.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, giveBack, notFound } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { htmlLang, languages } from '#app/i18n/languages.ts';
import { Button } from '#app/ui/button.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { Note } from '#app/ui/note.tsx';

export const handle: PageHandle = { title: (t) => t('meeting:outcome.change_heading') };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  return (await findToChange(actor, outcomePlace.safeParse(params).data ?? notFound())) ?? notFound();
}

/** The outcome with the point that it stands on; null where this actor may not change it. */
async function findToChange(actor: Actor, { number, outcomeId }: z.output<typeof outcomePlace>) {
  const meeting = await findMeeting(actor, number);
  if (!meeting || !mayWriteMinutes(actor, meeting)) return null;
  for (const { id: pointId, outcomes } of meeting.words.points) {
    const outcome = outcomes.find(({ id }) => id === outcomeId);
    if (outcome) return { number, pointId, outcome };
  }
  return null;
}

/** What others save meanwhile is found out when this is sent; it must not take what is typed, nor pass for what was read. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  currentUrl,
  nextUrl,
  defaultShouldRevalidate,
}) => (currentUrl.href === nextUrl.href ? false : defaultShouldRevalidate);

/** Gives an outcome other words; where somebody was quicker, theirs come back beside what was typed. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const place = outcomePlace.safeParse(params).data ?? notFound();
  const form = await parseForm(request, changeOutcomeInput);
  if (!form.ok) return form.reply;
  const result = await changeOutcome(actor, { ...place, ...form.value });
  if (!result.ok && result.reason === 'already_changed') {
    const theirs = (await findToChange(actor, place))?.outcome;
    const lastResult = giveBack(form.submission);
    return data({ refusal: result.reason, theirs, lastResult }, refusalStatus.already_changed);
  }
  return answer(result, { to: `/meetings/${place.number}`, submission: form.submission });
}

export default function ChangeOutcome() {
  const { number, pointId, outcome } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation('meeting');
  const { state } = useNavigation();
  const result = answered?.lastResult;
  const typed = result?.initialValue;
  const returned = (name: string) => (typeof typed?.[name] === 'string' ? typed[name] : undefined);
  const back = `/meetings/${number}#point-${pointId}`;
  const theirs = answered && 'theirs' in answered ? answered.theirs : undefined;
  return (
    <div className="grid max-w-180 gap-5 px-4 py-5 md:px-8">
      <h1>{t('outcome.change_heading')}</h1>
      <RefusalNote refusal={answered?.refusal} />
      {theirs && (
        <Note tone="wait">
          <b className="block">{t('minutes.theirs')}</b>
          <span lang={htmlLang(theirs.language)} className="whitespace-pre-line">
            {theirs.text}
          </span>
        </Note>
      )}
      <Form method="post" className="grid gap-4">
        <input type="hidden" name="revision" value={(theirs ?? outcome).revision} />
        <OutcomeWords
          id="outcome-text"
          text={returned('text') ?? outcome.text}
          language={languages.find((language) => language === returned('language')) ?? outcome.language}
          errors={result?.error?.text}
        />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" isPending={state !== 'idle'}>
            {t('outcome.save')}
          </Button>
          <LinkButton href={back} variant="quiet">
            {t('new.cancel')}
          </LinkButton>
        </div>
      </Form>
    </div>
  );
}
