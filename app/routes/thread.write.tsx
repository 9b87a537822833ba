import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { storePhoto } from '#app/domain/incident/store-photo.server.ts';
import type { Refusal } from '#app/domain/refusal.ts';
import { acceptedFiles, largestFileBytes, mostAttachments } from '#app/domain/thread/attachment.ts';
import { longestPost, postInput } from '#app/domain/thread/post.ts';
import { readThread } from '#app/domain/thread/read-thread.server.ts';
import { storeFile } from '#app/domain/thread/store-file.server.ts';
import { writePost } from '#app/domain/thread/write-post.server.ts';
import type { Actor } from '#app/domain/actor.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { notFound, refused } from '#app/http/answer.server.ts';
import { parseForm, readFormData } from '#app/http/form.server.ts';
import { safeReturnTo } from '#app/http/return-to.server.ts';
import { threadIdOf } from '#app/http/thread-id.server.ts';
import { endonym, htmlLang, languages } from '#app/i18n/languages.ts';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Button } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/checkbox.tsx';
import { Field } from '#app/ui/field.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { Note } from '#app/ui/note.tsx';
import { Segmented } from '#app/ui/segmented.tsx';
import { TextArea } from '#app/ui/text-area.tsx';

export const handle: PageHandle = { title: (t) => t('thread:write.heading') };

const form = postInput.extend({ returnTo: z.string().optional() });
/** Bytes of one form: with more than this its files are sent one after another. */
const largestForm = 3 * largestFileBytes;

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
  if (Number(request.headers.get('content-length')) > largestForm) return refused('file_too_large');
  const body = await readFormData(request);
  const refusal = await keepFiles(actor, body);
  const parsed = await parseForm(new Request(request.url, { method: 'POST', body }), form);
  if (!parsed.ok) return data(parsed.reply.data, { status: 400 });
  if (refusal) return refused(refusal, parsed.submission);
  const { returnTo, ...post } = parsed.value;
  const input = { ...post, threadId };
  const first = await writePost(actor, input);
  // The page was taken from the browser's history with the key of an earlier post: these words are a new one.
  const reused = !first.ok && first.reason === 'key_reused';
  const result = reused ? await writePost(actor, { ...input, clientKey: uuid() }) : first;
  if (!result.ok) return refused(result.reason, parsed.submission);
  return redirect(atEntry(safeReturnTo(returnTo, `/threads/${input.threadId}`), result.value.seq), 303);
}

/** Puts ids in the place of the files that came along; why one of them was not taken. */
async function keepFiles(actor: Actor, body: FormData): Promise<Refusal | null> {
  const files = body.getAll('attachments').filter((one) => one instanceof File && one.size > 0);
  body.delete('attachments');
  if (files.length > mostAttachments) return 'too_many_attachments';
  let refusal: Refusal | null = null;
  for (const file of files) {
    if (!(file instanceof File)) continue;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const isPicture = file.type.startsWith('image/');
    const stored = isPicture
      ? await storePhoto(actor, { bytes })
      : await storeFile(actor, { bytes, name: file.name });
    if (stored.ok) body.append(isPicture ? 'photoIds' : 'fileIds', stored.value.id);
    else refusal = stored.reason;
  }
  return refusal;
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
    photoIds: z.union([z.array(z.string()), z.string().transform((id) => [id])]).catch([]),
    fileIds: z.union([z.array(z.string()), z.string().transform((id) => [id])]).catch([]),
  })
  .catch({ body: '', photoIds: [], fileIds: [] });

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
  const kept = was.photoIds.length + was.fileIds.length;
  return (
    <div className="grid max-w-180 gap-5 px-4 py-5 md:px-8">
      <h1>{t('write.heading')}</h1>
      {answered && <Note tone="wait">{t('write.not_sent')}</Note>}
      <RefusalNote refusal={answered?.refusal} />
      <Form method="post" encType="multipart/form-data" className="grid gap-5">
        <input type="hidden" name="clientKey" value={clientKey} />
        {was.replyTo && <input type="hidden" name="replyTo" value={was.replyTo} />}
        {was.returnTo && <input type="hidden" name="returnTo" value={was.returnTo} />}
        {was.photoIds.map((photoId) => (
          <input key={photoId} type="hidden" name="photoIds" value={photoId} />
        ))}
        {was.fileIds.map((fileId) => (
          <input key={fileId} type="hidden" name="fileIds" value={fileId} />
        ))}
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
        <Field id={`${id}-files`} label={t('attachment.add')} hint={t('attachment.hint')}>
          {(field) => (
            <input
              {...field}
              type="file"
              name="attachments"
              multiple
              accept={acceptedFiles}
              className="text-t-2"
            />
          )}
        </Field>
        {kept > 0 && <p className="text-t-2 text-ink-2">{t('attachment.kept', { count: kept })}</p>}
        <Checkbox name="onlyOwnGovernment" defaultChecked={was.onlyOwnGovernment === 'on'}>
          {t('compose.only_own')}
        </Checkbox>
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="primary" isPending={state === 'submitting'}>
            {t('compose.send')}
          </Button>
          <LinkButton href={`/threads/${threadId}`}>{tCommon('action.cancel')}</LinkButton>
        </div>
      </Form>
    </div>
  );
}
