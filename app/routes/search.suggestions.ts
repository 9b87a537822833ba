import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { suggestThings } from '#app/domain/search/search-everything.server.ts';
import { searchInput } from '#app/domain/search/search.ts';
import { readActor } from '#app/http/actor.server.ts';
import { readersLanguage } from '#app/i18n/readers-language.server.ts';

/** What somebody who is still typing may mean, as far as the reader may see it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const reader = await readActor(request);
  const asked = [...new URL(request.url).searchParams].filter(([, value]) => value !== '');
  const input = searchInput.parse(Object.fromEntries(asked));
  const found = await suggestThings(reader, input, readersLanguage(request, reader));
  return data({ q: input.q, found }, { headers: { 'Cache-Control': 'private, no-store' } });
}
