import { z } from 'zod';
import { notFound } from './answer.server.ts';

const place = z.object({ threadId: z.uuid(), seq: z.coerce.number().int().min(1) });

/**
 * Which post a URL is about, and the page that shows it there.
 * @throws the 404 when it names none
 */
export function postPlaceOf(params: Record<string, string | undefined>) {
  const found = place.safeParse(params);
  if (!found.success) notFound();
  const { threadId, seq } = found.data;
  return { place: { threadId, seq }, page: `/threads/${threadId}?at=${seq}#entry-${seq}` };
}
