import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { ProposalForm } from '#app/components/action-item/proposal-form.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { decisionPlace, proposeSchema } from '#app/domain/action-item/action-item.ts';
import { findLinkableIncidents } from '#app/domain/action-item/find-linkable-incidents.server.ts';
import { mayPropose } from '#app/domain/action-item/policy.ts';
import { proposeActionItem } from '#app/domain/action-item/propose-action-item.server.ts';
import { findGovernments } from '#app/domain/government/find-governments.server.ts';
import { findOutcome } from '#app/domain/meeting/find-outcome.server.ts';
import { findOffer } from '#app/domain/offer/find-offers.server.ts';
import { findPost } from '#app/domain/thread/find-post.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, notFound } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { readersLanguage } from '#app/i18n/readers-language.server.ts';

export const handle: PageHandle = { title: (t) => t('action-item:new.heading') };

/**
 * `?incident=2026-0412`, once or several times, chooses the incidents that the proposal answers to;
 * `?decision=thread.number` is the decision that it carries out, `?outcome=id` the outcome of a meeting, and it begins with
 * the words of that.
 * `?offer=thread` is the offer that it takes up: one lifts, the other carries.
 */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  if (!mayPropose(actor)) return notFound();
  const outcomeId = z.uuid().safeParse(new URL(request.url).searchParams.get('outcome')).data;
  const outcome = outcomeId ? await findOutcome(actor, outcomeId) : null;
  const asked = [
    ...new URL(request.url).searchParams.getAll('incident').slice(0, 20),
    ...(outcome?.incident ? [outcome.incident] : []),
  ];
  const decision = decisionPlace.safeParse(new URL(request.url).searchParams.get('decision')).data;
  const post = decision ? await findPost(actor, decision) : null;
  const offerId = z.uuid().safeParse(new URL(request.url).searchParams.get('offer')).data;
  const offer = offerId ? await findOffer(actor, offerId, readersLanguage(request, actor), new Date()) : null;
  const [governments, incidents] = await Promise.all([
    findGovernments(),
    findLinkableIncidents(actor, asked),
  ]);
  return {
    governments,
    incidents,
    chosen: incidents.map(({ number }) => number).filter((number) => asked.includes(number)),
    accountId: actor.accountId,
    governmentId: actor.governmentId,
    clientKey: uuid(),
    offer:
      offer?.state === 'open'
        ? {
            threadId: offer.threadId,
            title: offer.thread.title ?? '',
            text: offer.thread.posts[0]?.body ?? '',
            language: offer.thread.titleLanguage ?? actor.language,
            governmentId: offer.governmentId,
            dueOn: offer.until.toISOString().slice(0, 10),
          }
        : null,
    carriesOut: outcome
      ? { field: 'outcome' as const, value: outcome.id, ...outcome }
      : decision && post?.decision
        ? {
            field: 'decision' as const,
            value: `${decision.threadId}.${decision.seq}`,
            text: post.body,
            language: post.language,
            governmentIds: post.decision.voices.map(({ governmentId }) => governmentId),
          }
        : null,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await parseForm(request, proposeSchema);
  if (!form.ok) return form.reply;
  const result = await proposeActionItem(actor, form.value);
  return answer(result, { to: ({ number }) => `/actions/${number}`, submission: form.submission });
}

export default function NewAction() {
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation('action-item');
  return (
    <div className="grid max-w-180 gap-5 px-4 py-5 md:px-8">
      <header className="grid gap-1">
        <h1>{t('new.heading')}</h1>
        <p className="text-t-3 text-ink-2">{t('new.intro')}</p>
      </header>
      <ProposalForm {...page} answer={answered} />
    </div>
  );
}
