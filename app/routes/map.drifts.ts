import type { LoaderFunctionArgs } from '@remix-run/node';
import { readFilters } from '#app/domain/incident/filters.ts';
import { findDrifts } from '#app/domain/incident/find-drifts.server.ts';
import { readActor } from '#app/http/actor.server.ts';
import { readersLanguage } from '#app/i18n/readers-language.server.ts';

/** The ways of drifting masses, for the same filters and through the same policy as the page. */
export async function loader({ request }: LoaderFunctionArgs) {
  const reader = await readActor(request);
  const filters = readFilters(new URL(request.url).searchParams);
  return Response.json({ drifts: await findDrifts(reader, filters, readersLanguage(request, reader)) });
}
