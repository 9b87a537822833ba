import { parseWithZod } from '@conform-to/zod/v4';
import { data } from '@remix-run/node';
import type { z } from 'zod';
import { giveBack } from './answer.server.ts';
import { formErrorKey } from './form-error.ts';

/**
 * Reads a form by the verb's own schema. Field errors are keys of the namespace `form`.
 * @returns the value, or the reply (400) that gives back everything typed except passwords
 * @throws a 400 or 415 Response when the body is no form at all
 */
export async function parseForm<Schema extends z.ZodType>(request: Request, schema: Schema) {
  const submission = parseWithZod(await readFormData(request), { schema, error: formErrorKey });
  if (submission.status === 'success') return { ok: true as const, value: submission.value, submission };
  const reply = { lastResult: giveBack(submission), refusal: undefined, value: undefined };
  return { ok: false as const, reply: data(reply, 400) };
}

/** As our forms name their fields: `title`, `amounts[0].value`. An index is room that a list takes. */
const fieldName = /^\w[\w-]*(\[\d{0,3}\]|\.\w+)*$/;
const reserved = /(^|\.)(__proto__|constructor|prototype)\b/;
const mostFields = 4_000;

/**
 * The fields of a form, without the NULs that no text in the database can have.
 * @throws a 400 or 415 Response when the body is no form, or none that a page of ours could send
 */
export async function readFormData(request: Request): Promise<FormData> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) {
    throw new Response('Send a form.', { status: 415 });
  }
  const sent = await request.formData().catch((error: unknown) => {
    if (error instanceof TypeError) throw unreadable();
    throw error;
  });
  const form = new FormData();
  let fields = 0;
  for (const [name, value] of sent) {
    fields += 1;
    if (fields > mostFields || !fieldName.test(name) || reserved.test(name)) throw unreadable();
    form.append(name, typeof value === 'string' ? value.replaceAll('\0', '') : value);
  }
  return form;
}

function unreadable(): Response {
  return new Response('This form cannot be read.', { status: 400 });
}
