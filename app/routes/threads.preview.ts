import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { renderMarkdown } from '#app/domain/thread/markdown.server.ts';
import { longestPost } from '#app/domain/thread/post.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { parseForm } from '#app/http/form.server.ts';

const words = z.object({ body: z.string().max(longestPost).default('') });

/** How a post will look: the words by the renderer of all posts. Nothing is kept. */
export async function action({ request }: ActionFunctionArgs) {
  await requireActor(request);
  const form = await parseForm(request, words);
  return { html: form.ok ? renderMarkdown(form.value.body) : '' };
}
