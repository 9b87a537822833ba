import type { ActionFunctionArgs } from '@remix-run/node';
import { narrowTopic, narrowTopicSchema } from '#app/domain/thread/narrow-topic.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { threadIdOf } from '#app/http/thread-id.server.ts';

/** Who keeps a topic lets fewer governments read it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const threadId = threadIdOf(params);
  const form = await parseForm(request, narrowTopicSchema);
  if (!form.ok) return form.reply;
  const page = `/threads/${threadId}`;
  const result = await narrowTopic(actor, { threadId, ...form.value });
  return answer(result, { to: page, refusedTo: page });
}
