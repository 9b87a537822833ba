import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { withdrawTerm } from '#app/domain/glossary/withdraw-term.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';

const input = z.object({ withdrawn: z.enum(['yes', 'no']) });

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await parseForm(request, input);
  if (!form.ok) return form.reply;
  const page = `/glossary/${params.key ?? ''}`;
  const result = await withdrawTerm(actor, {
    key: params.key ?? '',
    withdrawn: form.value.withdrawn === 'yes',
  });
  return answer(result, { to: page, refusedTo: page });
}
