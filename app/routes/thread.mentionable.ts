import type { LoaderFunctionArgs } from '@remix-run/node';
import { findMentionable } from '#app/domain/thread/find-mentionable.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { notFound } from '#app/http/answer.server.ts';
import { threadIdOf } from '#app/http/thread-id.server.ts';

/** Whom a post of this thread can name. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const threadId = threadIdOf(params);
  return { mentionable: (await findMentionable(actor, threadId)) ?? notFound() };
}
