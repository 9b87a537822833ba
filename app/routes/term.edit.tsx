import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { TermForm } from '#app/components/glossary/term-form.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { findTerm } from '#app/domain/glossary/find-terms.server.ts';
import { mayWriteTerms } from '#app/domain/glossary/policy.ts';
import { preferredWord, termInput, wordsOf } from '#app/domain/glossary/term.ts';
import { writeTerm } from '#app/domain/glossary/write-term.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, forbidden, notFound } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import type { Language } from '#app/i18n/languages.ts';

export const handle: PageHandle = { title: (t) => t('glossary:edit') };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  if (!mayWriteTerms(actor)) forbidden();
  const term = (await findTerm(params.key ?? '')) ?? notFound();
  const line = (language: Language) =>
    [preferredWord(term, language), ...wordsOf(term, language, 'allowed')].join(' | ');
  const avoided = (language: Language) => wordsOf(term, language, 'forbidden').join(' | ');
  const values = {
    field: term.field,
    ...{ ko: line('ko'), zh: line('zh'), en: line('en') },
    ...{ avoidKo: avoided('ko'), avoidZh: avoided('zh'), avoidEn: avoided('en') },
    definitionKo: term.definitions.ko,
    definitionZh: term.definitions.zh,
    definitionEn: term.definitions.en,
    source: term.source,
  };
  return { key: term.key, revision: term.revision, values };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await parseForm(request, termInput);
  if (!form.ok) return form.reply;
  const { submission } = form;
  return answer(await writeTerm(actor, params.key ?? '', form.value), {
    to: ({ key }) => `/glossary/${key}`,
    submission,
  });
}

export default function EditTerm() {
  const { t } = useTranslation('glossary');
  const { key, revision, values } = useLoaderData<typeof loader>();
  return (
    <div className="grid max-w-170 gap-4 px-4 py-5 md:px-8">
      <h1>{t('edit')}</h1>
      <TermForm
        values={values}
        revision={revision}
        cancel={`/glossary/${key}`}
        answer={useActionData<typeof action>()}
      />
    </div>
  );
}
