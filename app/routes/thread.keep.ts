import type { ActionFunctionArgs } from '@remix-run/node';
import { keepTopic, keepTopicSchema } from '#app/domain/thread/keep-topic.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { threadIdOf } from '#app/http/thread-id.server.ts';

/** Keeps the forum in order: a topic is closed, opened again, moved, pinned. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const threadId = threadIdOf(params);
  const form = await parseForm(request, keepTopicSchema);
  if (!form.ok) return form.reply;
  const page = `/threads/${threadId}`;
  const result = await keepTopic(actor, { ...form.value, threadId });
  return answer(result, { to: page, refusedTo: page });
}
