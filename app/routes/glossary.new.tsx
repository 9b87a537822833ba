import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { TermForm } from '#app/components/glossary/term-form.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { mayWriteTerms } from '#app/domain/glossary/policy.ts';
import { termInput } from '#app/domain/glossary/term.ts';
import { writeTerm } from '#app/domain/glossary/write-term.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, forbidden } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';

export const handle: PageHandle = { title: (t) => t('glossary:new') };

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  if (!mayWriteTerms(actor)) forbidden();
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await parseForm(request, termInput);
  if (!form.ok) return form.reply;
  const { submission } = form;
  return answer(await writeTerm(actor, null, form.value), {
    to: ({ key }) => `/glossary/${key}`,
    submission,
  });
}

export default function NewTerm() {
  const { t } = useTranslation('glossary');
  return (
    <div className="grid max-w-170 gap-4 px-4 py-5 md:px-8">
      <h1>{t('new')}</h1>
      <TermForm values={{}} revision={0} cancel="/glossary" answer={useActionData<typeof action>()} />
    </div>
  );
}
