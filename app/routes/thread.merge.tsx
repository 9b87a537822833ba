import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { findTopicsToMerge } from '#app/domain/thread/find-topics-to-merge.server.ts';
import { mergeTopics, mergeTopicsSchema } from '#app/domain/thread/merge-topics.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, notFound } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { threadIdOf } from '#app/http/thread-id.server.ts';
import { readersLanguage } from '#app/i18n/readers-language.server.ts';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { NativeSelect } from '#app/ui/native-select.tsx';

export const handle: PageHandle = { title: (t) => t('thread:merge.heading') };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const threadId = threadIdOf(params);
  const topics = (await findTopicsToMerge(actor, threadId, readersLanguage(request, actor))) ?? notFound();
  return { threadId, topics };
}

/** One topic goes into another. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const threadId = threadIdOf(params);
  const form = await parseForm(request, mergeTopicsSchema);
  if (!form.ok) return form.reply;
  const result = await mergeTopics(actor, { ...form.value, threadId });
  return answer(result, { to: ({ threadId: into }) => `/threads/${into}`, submission: form.submission });
}

export default function MergeTopics() {
  const { threadId, topics } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation('thread');
  const { t: tCommon } = useTranslation('common');
  const fieldError = useFieldError();
  const { state } = useNavigation();
  const id = useId();
  return (
    <div className="grid max-w-180 gap-5 px-4 py-5 md:px-8">
      <header className="grid gap-1">
        <h1>{t('merge.heading')}</h1>
        <p className="text-t-3 text-ink-2">{t('merge.intro')}</p>
      </header>
      <RefusalNote refusal={answered?.refusal} />
      {topics.length === 0 ? (
        <EmptyState title={t('merge.none')}>{t('merge.none_text')}</EmptyState>
      ) : (
        <Form method="post" className="grid gap-5">
          <NativeSelect
            id={`${id}-topic`}
            name="toThreadId"
            label={t('merge.into')}
            error={fieldError(answered?.lastResult?.error?.toThreadId)}
            options={topics.map((topic) => ({ value: topic.threadId, label: topic.title.text }))}
          />
          <div className="flex flex-wrap gap-3">
            <Button type="submit" variant="primary" isPending={state === 'submitting'}>
              {t('merge.do')}
            </Button>
            <LinkButton href={`/threads/${threadId}`}>{tCommon('action.cancel')}</LinkButton>
          </div>
        </Form>
      )}
    </div>
  );
}
