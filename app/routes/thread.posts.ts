import type { ActionFunctionArgs } from '@remix-run/node';
import { postInput } from '#app/domain/thread/post.ts';
import { writePost } from '#app/domain/thread/write-post.server.ts';
import { type Refusal, refusalStatus } from '#app/domain/refusal.ts';
import { readActor } from '#app/http/actor.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { threadIdOf } from '#app/http/thread-id.server.ts';

/** Writes a post from the outbox of the page; a form without JavaScript goes to the page `thread.write`. */
export async function action({ request, params }: ActionFunctionArgs) {
  const threadId = threadIdOf(params);
  const actor = await readActor(request);
  if (!actor) return refused('sign_in_first');
  const parsed = await parseForm(request, postInput);
  if (!parsed.ok) return Response.json({ refusal: 'form' }, { status: 400 });
  const result = await writePost(actor, { ...parsed.value, threadId });
  return result.ok ? Response.json({ refusal: null, value: result.value }) : refused(result.reason);
}

function refused(reason: Refusal): Response {
  return Response.json({ refusal: reason }, { status: refusalStatus[reason] });
}
