import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { verifyTerm } from '#app/domain/glossary/verify-term.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';

const input = z.object({ revision: z.coerce.number().int().min(1) });

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await parseForm(request, input);
  if (!form.ok) return form.reply;
  const page = `/glossary/${params.key ?? ''}`;
  return answer(await verifyTerm(actor, { key: params.key ?? '', ...form.value }), {
    to: page,
    refusedTo: page,
  });
}
