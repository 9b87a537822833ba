import type { ActionFunctionArgs } from '@remix-run/node';
import { largestFileBytes, type PostFile } from '#app/domain/thread/attachment.ts';
import { storeFile } from '#app/domain/thread/store-file.server.ts';
import { refusalStatus } from '#app/domain/refusal.ts';
import { refuse, type Result } from '#app/domain/result.ts';
import { readActor } from '#app/http/actor.server.ts';
import { readFormData } from '#app/http/form.server.ts';

/** Takes one file (field `file`) that a post will name by its id. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await readActor(request);
  if (!actor) return answered(refuse('sign_in_first'));
  const length = Number(request.headers.get('content-length'));
  if (!(length > 0 && length < largestFileBytes + 64 * 1024)) return answered(refuse('file_too_large'));
  const file = (await readFormData(request)).get('file');
  if (!(file instanceof File)) return answered(refuse('file_type_refused'));
  return answered(
    await storeFile(actor, { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name }),
  );
}

function answered(result: Result<PostFile>): Response {
  if (result.ok) return Response.json({ refusal: null, value: result.value });
  return Response.json({ refusal: result.reason }, { status: refusalStatus[result.reason] });
}
