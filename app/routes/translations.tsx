import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { GovernmentsContext } from '#app/components/thread/governments.ts';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { WaitingRow } from '#app/components/thread/waiting-row.tsx';
import { findGovernments } from '#app/domain/government/find-governments.server.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import { addTranslation } from '#app/domain/translation/add-translation.server.ts';
import { findWaitingTexts } from '#app/domain/translation/find-waiting-texts.server.ts';
import { mayTranslate } from '#app/domain/translation/policy.ts';
import { translationInput, type WaitsFor, waitsFor } from '#app/domain/translation/translation.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, forbidden, isDocumentRequest } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { safeReturnTo } from '#app/http/return-to.server.ts';
import { languages } from '#app/i18n/languages.ts';
import { readersLanguage } from '#app/i18n/readers-language.server.ts';
import { useLive } from '#app/realtime/use-live.ts';
import { Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { NativeSelect } from '#app/ui/native-select.tsx';

export const handle: PageHandle = { title: (t) => t('thread:translation.heading') };

const form = translationInput.extend({ returnTo: z.string().optional() });

/** What waits for a translation or for somebody to verify it, of what the reader may see. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  if (!mayTranslate(actor)) forbidden();
  const search = new URL(request.url).searchParams;
  const language = languages.find((one) => one === search.get('into')) ?? readersLanguage(request, actor);
  const asked: WaitsFor = waitsFor.find((one) => one === search.get('waits')) ?? 'translation';
  return {
    language,
    asked,
    texts: await findWaitingTexts(actor, { language, waitsFor: asked }),
    governments: await findGovernments(),
  };
}

/** Puts a translation beside a text; a form without JavaScript goes back to the page of the text. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const parsed = await parseForm(request, form);
  if (!parsed.ok) return parsed.reply;
  const { returnTo, ...input } = parsed.value;
  const back = safeReturnTo(returnTo, '/threads');
  const result = await addTranslation(actor, input);
  return answer(result, { ...(isDocumentRequest(request) ? { to: back } : {}), back: { request, to: back } });
}

export default function Translations() {
  const { t } = useTranslation(['translation', 'thread']);
  const { language, asked, texts, governments } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const refusal = search.get('refusal');
  useLive();
  return (
    <GovernmentsContext.Provider value={new Map(governments.map((one) => [one.id, one]))}>
      <div className="grid max-w-270 content-start gap-4 px-4 py-5 md:px-8">
        <header className="grid gap-1">
          <h1 className="text-t-6">{t('thread:translation.heading')}</h1>
          <p className="text-ink-2">{t('lead')}</p>
        </header>
        {isRefusal(refusal) && <RefusalNote refusal={refusal} />}
        <Form className="flex flex-wrap items-end gap-3" replace>
          <NativeSelect
            name="waits"
            label={t('waits')}
            defaultValue={asked}
            options={waitsFor.map((one) => ({ value: one, label: t(`waits_for.${one}`) }))}
          />
          <NativeSelect
            name="into"
            label={t('thread:translation.into')}
            defaultValue={language}
            options={languages.map((one) => ({ value: one, label: t(`thread:language.${one}`) }))}
          />
          <Button type="submit">{t('show')}</Button>
        </Form>
        {texts.length === 0 && <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
        <ul className="grid gap-3">
          {texts.map((text) => (
            <WaitingRow
              key={`${text.source.subject} ${text.source.subjectId} ${text.source.field}`}
              text={text}
              language={language}
            />
          ))}
        </ul>
      </div>
    </GovernmentsContext.Provider>
  );
}
