import type { LoaderFunctionArgs } from '@remix-run/node';
import { findPostsNaming } from '#app/domain/thread/find-references.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { readersLanguage } from '#app/i18n/readers-language.server.ts';

/** The posts that name an incident or an action item, for its open page. */
export async function loader({ request, params: { number = '' } }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  return findPostsNaming(actor, number, readersLanguage(request, actor));
}
