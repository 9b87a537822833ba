import type { LoaderFunctionArgs } from '@remix-run/node';
import { readFilters } from '#app/domain/incident/filters.ts';
import { findMapNews } from '#app/domain/incident/find-map-tiles.server.ts';
import { readActor } from '#app/http/actor.server.ts';
import { readersLanguage } from '#app/i18n/readers-language.server.ts';

/** What the map shows beside its tiles, for the same filters and through the same policy. */
export async function loader({ request }: LoaderFunctionArgs) {
  const reader = await readActor(request);
  const filters = readFilters(new URL(request.url).searchParams);
  return Response.json(await findMapNews(reader, filters, readersLanguage(request, reader)));
}
