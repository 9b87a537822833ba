import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { deletePost } from '#app/domain/thread/delete-post.server.ts';
import { findPost } from '#app/domain/thread/find-post.server.ts';
import { mayDeletePost } from '#app/domain/thread/policy.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, notFound } from '#app/http/answer.server.ts';
import { postPlaceOf } from '#app/http/post-place.server.ts';
import { htmlLang } from '#app/i18n/languages.ts';
import { Button } from '#app/ui/button.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';

export const handle: PageHandle = { title: (t) => t('thread:delete.heading') };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { place, page } = postPlaceOf(params);
  const post = (await findPost(actor, place)) ?? notFound();
  if (!mayDeletePost(actor, post)) notFound();
  const { body, language } = post;
  return { body, language, page };
}

/** The words of a post go for good; its number stays. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const { place, page } = postPlaceOf(params);
  return answer(await deletePost(actor, place), { to: page });
}

export default function DeletePost() {
  const { body, language, page } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation('thread');
  const { t: tCommon } = useTranslation('common');
  const { state } = useNavigation();
  return (
    <div className="grid max-w-180 gap-5 px-4 py-5 md:px-8">
      <header className="grid gap-1">
        <h1>{t('delete.heading')}</h1>
        <p className="text-t-3 text-ink-2">{t('delete.intro')}</p>
      </header>
      <RefusalNote refusal={answered?.refusal} />
      <blockquote
        lang={htmlLang(language)}
        className="card px-4 py-3 [overflow-wrap:anywhere] whitespace-pre-wrap"
      >
        {body}
      </blockquote>
      <Form method="post" className="flex flex-wrap gap-3">
        <Button type="submit" variant="danger" isPending={state === 'submitting'}>
          {t('delete.confirm')}
        </Button>
        <LinkButton href={page}>{tCommon('action.cancel')}</LinkButton>
      </Form>
    </div>
  );
}
