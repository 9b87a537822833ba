import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { AttachField, keptFiles } from '#app/components/thread/attach-field.tsx';
import { longestPost, postInput } from '#app/domain/thread/post.ts';
import { readThread } from '#app/domain/thread/read-thread.server.ts';
import { writePost } from '#app/domain/thread/write-post.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { notFound, refused } from '#app/http/answer.server.ts';
import { parseFormWithFiles } from '#app/http/files-in-form.server.ts';
import { safeReturnTo } from '#app/http/return-to.server.ts';
import { threadIdOf } from '#app/http/thread-id.server.ts';
import { endonym, htmlLang, languages } from '#app/i18n/languages.ts';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Button } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/checkbox.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { Note } from '#app/ui/note.tsx';
import { Segmented } from '#app/ui/segmented.tsx';
import { TextArea } from '#app/ui/text-area.tsx';

export const handle: PageHandle = { title: (t) => t('thread:write.heading') };

const form = postInput.extend({ returnTo: z.string().optional() });
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const thread = await readThread(actor, threadIdOf(params));
  if (!thread?.mayPost) notFound();
  return { threadId: thread.threadId, clientKey: uuid() };
}

/** Writes a post from a form without JavaScript. What could not be sent stands in the form again, with its files. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const threadId = threadIdOf(params);
  const parsed = await parseFormWithFiles(request, actor, form);
  if (!parsed.ok) return parsed.reply;
  const { returnTo, ...post } = parsed.value;
  const input = { ...post, threadId };
  const first = await writePost(actor, input);
  // The page was taken from the browser's history with the key of an earlier post: these words are a new one.
  const reused = !first.ok && first.reason === 'key_reused';
  const result = reused ? await writePost(actor, { ...input, clientKey: uuid() }) : first;
  if (!result.ok) return refused(result.reason, parsed.submission);
  return redirect(atEntry(safeReturnTo(returnTo, `/threads/${input.threadId}`), result.value.seq), 303);
}

/** The page that was written on, opened at the new post. */
function atEntry(page: string, seq: number): string {
  const url = new URL(page, 'http://here');
  url.searchParams.set('at', `${seq}`);
  return `${url.pathname}${url.search}#entry-${seq}`;
}

const given = z
  .object({
    body: z.string().catch(''),
    language: z.string().optional().catch(undefined),
    onlyOwnGovernment: z.string().optional().catch(undefined),
    replyTo: z.string().optional().catch(undefined),
    returnTo: z.string().optional().catch(undefined),
  })
  .catch({ body: '' });

export default function Write() {
  const { threadId, clientKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation('thread');
  const { t: tCommon } = useTranslation('common');
  const fieldError = useFieldError();
  const own = useLanguage();
  const { state } = useNavigation();
  const id = useId();
  const was = given.parse(answered?.lastResult?.initialValue ?? {});
  const language = languages.find((one) => one === was.language) ?? own;
  const [held, setHeld] = useState(false);
  return (
    <div className="grid max-w-180 gap-5 px-4 py-5 md:px-8">
      <h1>{t('write.heading')}</h1>
      {answered && <Note tone="wait">{t('write.not_sent')}</Note>}
      <RefusalNote refusal={answered?.refusal} />
      <Form method="post" encType="multipart/form-data" className="grid gap-5">
        <input type="hidden" name="clientKey" value={clientKey} />
        {was.replyTo && <input type="hidden" name="replyTo" value={was.replyTo} />}
        {was.returnTo && <input type="hidden" name="returnTo" value={was.returnTo} />}
        <TextArea
          id={`${id}-body`}
          name="body"
          label={t('compose.label')}
          error={fieldError(answered?.lastResult?.error?.body)}
          lang={htmlLang(language)}
          rows={8}
          required
          maxLength={longestPost}
          defaultValue={was.body}
        />
        <Segmented
          name="language"
          label={t('topic.language')}
          defaultValue={language}
          options={languages.map((value) => ({ value, label: endonym(value), lang: htmlLang(value) }))}
        />
        <AttachField kept={keptFiles.parse(answered?.lastResult?.initialValue)} onHold={setHeld} />
        <Checkbox name="onlyOwnGovernment" defaultChecked={was.onlyOwnGovernment === 'on'}>
          {t('compose.only_own')}
        </Checkbox>
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="primary" isDisabled={held} isPending={state === 'submitting'}>
            {t('compose.send')}
          </Button>
          <LinkButton href={`/threads/${threadId}`}>{tCommon('action.cancel')}</LinkButton>
        </div>
      </Form>
    </div>
  );
}
