import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { editPost, editPostSchema } from '#app/domain/thread/edit-post.server.ts';
import { findAttached } from '#app/domain/thread/find-attached.server.ts';
import { findPost } from '#app/domain/thread/find-post.server.ts';
import { mayEditPost } from '#app/domain/thread/policy.ts';
import { longestPost } from '#app/domain/thread/post.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, notFound } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { postPlaceOf } from '#app/http/post-place.server.ts';
import { endonym, htmlLang, languages } from '#app/i18n/languages.ts';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { Button } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/checkbox.tsx';
import { FieldGroup } from '#app/ui/field.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { Segmented } from '#app/ui/segmented.tsx';
import { TextArea } from '#app/ui/text-area.tsx';

export const handle: PageHandle = { title: (t) => t('thread:edit.heading') };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { place, page } = postPlaceOf(params);
  const post = (await findPost(actor, place)) ?? notFound();
  if (!mayEditPost(actor, post)) notFound();
  const { body, language, revision } = post;
  return { body, language, revision, page, attached: await findAttached(actor, place) };
}

/** The author puts a post right; the earlier words stay readable. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const { place, page } = postPlaceOf(params);
  const form = await parseForm(request, editPostSchema);
  if (!form.ok) return form.reply;
  const result = await editPost(actor, { ...form.value, ...place });
  return answer(result, { to: page, submission: form.submission });
}

export default function EditPost() {
  const { body, language, revision, page, attached } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation('thread');
  const { t: tCommon } = useTranslation('common');
  const fieldError = useFieldError();
  const { state } = useNavigation();
  const id = useId();
  const typed = answered?.lastResult?.initialValue?.body;
  return (
    <div className="grid max-w-180 gap-5 px-4 py-5 md:px-8">
      <header className="grid gap-1">
        <h1>{t('edit.heading')}</h1>
        <p className="text-t-3 text-ink-2">{t('edit.intro')}</p>
      </header>
      <RefusalNote refusal={answered?.refusal} />
      <Form method="post" className="grid gap-5">
        <input type="hidden" name="revision" value={revision} />
        <TextArea
          id={`${id}-body`}
          name="body"
          label={t('edit.text')}
          error={fieldError(answered?.lastResult?.error?.body)}
          lang={htmlLang(language)}
          rows={10}
          required
          maxLength={longestPost}
          defaultValue={typeof typed === 'string' ? typed : body}
        />
        <Segmented
          name="language"
          label={t('topic.language')}
          defaultValue={language}
          options={languages.map((value) => ({ value, label: endonym(value), lang: htmlLang(value) }))}
        />
        <RemoveAttached attached={attached} />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="primary" isPending={state === 'submitting'}>
            {t('edit.save')}
          </Button>
          <LinkButton href={page}>{tCommon('action.cancel')}</LinkButton>
        </div>
      </Form>
    </div>
  );
}

/** What hangs on the post, each with a box that takes it off. */
function RemoveAttached({
  attached: { photos, files },
}: Pick<ReturnType<typeof useLoaderData<typeof loader>>, 'attached'>) {
  const { t } = useTranslation('thread');
  const id = useId();
  if (photos.length + files.length === 0) return null;
  return (
    <FieldGroup label={t('edit.attached')} hint={t('edit.attached_hint')}>
      <ul className="grid gap-2">
        {photos.map((photo, index) => (
          <li key={photo.id} className="flex flex-wrap items-center gap-3">
            <img
              src={`/photos/${photo.id}/small`}
              alt=""
              className="size-14 shrink-0 rounded-r-1 bg-sunk object-cover"
            />
            <Checkbox id={`${id}-${photo.id}`} name="removed" value={photo.id}>
              {t('edit.remove_photo', { number: index + 1 })}
            </Checkbox>
          </li>
        ))}
        {files.map((file) => (
          <li key={file.id} className="[overflow-wrap:anywhere]">
            <Checkbox id={`${id}-${file.id}`} name="removed" value={file.id}>
              {t('attachment.remove', { name: file.name })}
            </Checkbox>
          </li>
        ))}
      </ul>
    </FieldGroup>
  );
}
