import type { LoaderFunctionArgs } from '@remix-run/node';
import { findPointsByNumber } from '#app/domain/incident/find-map-tiles.server.ts';
import { readActor } from '#app/http/actor.server.ts';
import { readersLanguage } from '#app/i18n/readers-language.server.ts';

/** Single incidents of the map with their titles: `/map/points.json?number=2026-0412`. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  const reader = await readActor(request);
  const numbers = new URL(request.url).searchParams.getAll('number');
  return Response.json(await findPointsByNumber(reader, numbers, readersLanguage(request, reader)));
}
