import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ItemTitle } from '#app/components/action-item/item-title.tsx';
import { SignatureList } from '#app/components/meeting/signature-list.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { findMeeting } from '#app/domain/meeting/find-meeting.server.ts';
import { freezeMeeting } from '#app/domain/meeting/freeze-meeting.server.ts';
import { wordsReadInput } from '#app/domain/meeting/meeting.ts';
import { mayFreezeMeeting } from '#app/domain/meeting/policy.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, notFound } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { Button } from '#app/ui/button.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';

export const handle: PageHandle = { title: (t) => t('meeting:freeze.heading') };

export async function loader({ request, params: { number = '' } }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const meeting = (await findMeeting(actor, number)) ?? notFound();
  if (!mayFreezeMeeting(actor, meeting)) notFound();
  return { meeting };
}

/** Ends the writing for good. */
export async function action({ request, params: { number = '' } }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await parseForm(request, wordsReadInput);
  if (!form.ok) return form.reply;
  const to = `/meetings/${number}`;
  return answer(await freezeMeeting(actor, { number, ...form.value }), { to, submission: form.submission });
}

export default function FreezeMeeting() {
  const { meeting } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation('meeting');
  const { state } = useNavigation();
  const { number, words, wordsHash } = meeting;
  return (
    <div className="grid max-w-180 gap-5 px-4 py-5 md:px-8">
      <header className="grid gap-1">
        <p className="text-t-2 text-ink-2">
          <span className="num">{number}</span> <ItemTitle of={words} />
        </p>
        <h1>{t('freeze.heading')}</h1>
        <p className="text-t-3 text-ink-2">{t('freeze.intro')}</p>
      </header>
      <RefusalNote refusal={answered?.refusal} />
      <SignatureList words={words} frozenBy={null} />
      <Form method="post" className="flex flex-wrap gap-3">
        <input type="hidden" name="wordsHash" value={wordsHash} />
        <Button type="submit" variant="primary" isPending={state !== 'idle'}>
          {t('freeze.do')}
        </Button>
        <LinkButton href={`/meetings/${number}`}>{t('new.cancel')}</LinkButton>
      </Form>
    </div>
  );
}
