import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { governmentName } from '#app/components/government/government-name.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { findThread } from '#app/domain/thread/find-thread.server.ts';
import { mayKeepTopic } from '#app/domain/thread/policy.ts';
import { longestTitle } from '#app/domain/thread/post.ts';
import { readThread } from '#app/domain/thread/read-thread.server.ts';
import { splitTopic, splitTopicSchema } from '#app/domain/thread/split-topic.server.ts';
import { detectLanguage } from '#app/domain/translation/detect-language.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, notFound } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { placeOf } from '#app/http/place.server.ts';
import { threadIdOf } from '#app/http/thread-id.server.ts';
import { endonym, htmlLang, languages } from '#app/i18n/languages.ts';
import { readersLanguage } from '#app/i18n/readers-language.server.ts';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Button } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/checkbox.tsx';
import { FieldGroup } from '#app/ui/field.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { Segmented } from '#app/ui/segmented.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export const handle: PageHandle = { title: (t) => t('thread:split.heading') };

/** The posts near the place that the address names, the newest otherwise: as the thread itself shows them. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const threadId = threadIdOf(params);
  const topic = await findThread(actor, threadId, readersLanguage(request, actor));
  if (topic?.subject !== 'topic' || !mayKeepTopic(actor, topic)) notFound();
  const { entries, governments } =
    (await readThread(actor, threadId, { at: placeOf(request) })) ?? notFound();
  const posts = entries.flatMap((entry) => {
    if (entry.type !== 'post_written' || entry.post.deleted || entry.post.decision) return [];
    const { seq, at, actor: author, post } = entry;
    const text = Array.from(post.body).slice(0, 160).join('');
    return [{ seq, at, text, language: post.language, governmentId: author?.governmentId ?? '' }];
  });
  return { threadId, posts, governments, clientKey: uuid() };
}

/** Some posts become a topic of their own. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const threadId = threadIdOf(params);
  const form = await parseForm(request, splitTopicSchema);
  if (!form.ok) return form.reply;
  const result = await splitTopic(actor, { ...form.value, threadId });
  return answer(result, { to: ({ threadId: made }) => `/threads/${made}`, submission: form.submission });
}

const typed = z.object({
  title: z.string().optional().catch(undefined),
  seqs: z.union([z.array(z.string()), z.string().transform((seq) => [seq])]).catch([]),
});

export default function SplitTopic() {
  const { threadId, posts, governments, clientKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation('thread');
  const { t: tCommon } = useTranslation('common');
  const fieldError = useFieldError();
  const format = useFormat();
  const own = useLanguage();
  const { state } = useNavigation();
  const id = useId();
  const was = typed.safeParse(answered?.lastResult?.initialValue ?? {}).data;
  const [language, setLanguage] = useState(own);
  const nameOf = (governmentId: string) => {
    const government = governments.find((one) => one.id === governmentId);
    return government ? governmentName(government, own) : governmentId;
  };
  return (
    <div className="grid max-w-180 gap-5 px-4 py-5 md:px-8">
      <header className="grid gap-1">
        <h1>{t('split.heading')}</h1>
        <p className="text-t-3 text-ink-2">{t('split.intro')}</p>
      </header>
      <RefusalNote refusal={answered?.refusal} />
      <Form method="post" className="grid gap-5">
        <input type="hidden" name="clientKey" value={clientKey} />
        <TextField
          id={`${id}-title`}
          name="title"
          label={t('topic.title')}
          hint={t('topic.title_hint')}
          error={fieldError(answered?.lastResult?.error?.title)}
          lang={htmlLang(language)}
          maxLength={longestTitle}
          required
          defaultValue={was?.title}
          onInput={({ currentTarget }) => setLanguage(detectLanguage(currentTarget.value) ?? own)}
        />
        <Segmented
          name="language"
          label={t('topic.language')}
          value={language}
          onChange={setLanguage}
          options={languages.map((value) => ({ value, label: endonym(value), lang: htmlLang(value) }))}
        />
        <FieldGroup label={t('split.posts')} error={fieldError(answered?.lastResult?.error?.seqs)}>
          {posts.length === 0 && <p className="text-t-2 text-ink-2">{t('split.none')}</p>}
          <ul className="grid gap-2">
            {posts.map((post) => (
              <li key={post.seq} className="rounded-r-2 border border-line bg-panel px-3 py-2">
                <Checkbox
                  name="seqs"
                  value={post.seq}
                  defaultChecked={was?.seqs.includes(`${post.seq}`) ?? false}
                >
                  <span className="font-semibold">{nameOf(post.governmentId)}</span>{' '}
                  <span className="text-t-1 text-ink-2">{format.dateTime(new Date(post.at))}</span>
                  <span lang={htmlLang(post.language)} className="block [overflow-wrap:anywhere] text-ink-2">
                    {post.text}
                  </span>
                </Checkbox>
              </li>
            ))}
          </ul>
        </FieldGroup>
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="primary" isPending={state === 'submitting'}>
            {t('split.do')}
          </Button>
          <LinkButton href={`/threads/${threadId}`}>{tCommon('action.cancel')}</LinkButton>
        </div>
      </Form>
    </div>
  );
}
