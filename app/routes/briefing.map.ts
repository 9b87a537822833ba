import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireActor } from '#app/http/actor.server.ts';
import { notFound } from '#app/http/answer.server.ts';
import { isLanguage } from '#app/i18n/languages.ts';
import { askForBriefing } from './briefing/ask-for-briefing.server.ts';
import { drawMapOf } from './briefing/draw-map-of.server.ts';

/** The map of a paper by itself, for its page: the same incidents, the same policy. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const language = new URL(request.url).searchParams.get('language');
  const asked = await askForBriefing(request, actor, new Date());
  if (!asked.ok || !isLanguage(language)) return notFound();
  const picture = (await drawMapOf(asked.paper, language)) ?? notFound();
  return new Response(new Uint8Array(picture.png), {
    headers: { 'Content-Type': 'image/png', 'Cache-Control': 'private, no-store' },
  });
}
