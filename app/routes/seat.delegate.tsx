import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { NarrowPage } from '#app/components/account/narrow-page.tsx';
import { useSeatTitle } from '#app/components/account/use-seat-title.ts';
import { governmentName } from '#app/components/government/government-name.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { chooseSeatInput, delegateInput } from '#app/domain/account/account.ts';
import { delegateAnswers } from '#app/domain/account/delegate-answers.server.ts';
import { findOpenSeat } from '#app/domain/account/find-seats.server.ts';
import { mayDelegate } from '#app/domain/account/policy.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, forbidden, notFound } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Button } from '#app/ui/button.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { RadioCards } from '#app/ui/radio-cards.tsx';

export const handle: PageHandle = { title: (t) => t('action-item:delegation.title') };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const input = chooseSeatInput.safeParse(params);
  const seat = (input.success && (await findOpenSeat(input.data.seatId))) || notFound();
  if (!mayDelegate(actor, { governmentId: seat.government.id, role: seat.role })) forbidden();
  return { seat };
}

/** The head lets an officer accept, up to a grade. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await parseForm(request, delegateInput);
  if (!form.ok) return form.reply;
  const result = await delegateAnswers(actor, form.value);
  return answer(result, {
    to: ({ governmentId }) => `/members/${governmentId}`,
    submission: form.submission,
  });
}

export default function Delegate() {
  const { seat } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation(['action-item', 'common']);
  const seatTitle = useSeatTitle();
  const language = useLanguage();
  const { state } = useNavigation();
  return (
    <NarrowPage
      title={`${governmentName(seat.government, language)} ${seatTitle(seat)}`}
      lead={t('action-item:delegation.lead')}
    >
      <Form method="post" className="grid gap-4">
        <RefusalNote refusal={answered?.refusal} />
        <input type="hidden" name="seatId" value={seat.id} />
        <RadioCards
          name="answersUpTo"
          layout="rows"
          label={t('action-item:delegation.up_to')}
          defaultValue={seat.answersUpTo ?? ''}
          options={[
            { value: '', label: t('action-item:delegation.none') },
            { value: 'agreed', label: t('action-item:grade.agreed') },
            { value: 'formal', label: t('action-item:grade.formal') },
          ]}
        />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="primary" isPending={state !== 'idle'}>
            {t('action-item:delegation.save')}
          </Button>
          <LinkButton href={`/members/${seat.government.id}`} variant="quiet">
            {t('common:action.cancel')}
          </LinkButton>
        </div>
      </Form>
    </NarrowPage>
  );
}
