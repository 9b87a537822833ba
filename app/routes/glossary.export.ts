import type { LoaderFunctionArgs } from '@remix-run/node';
import { termsAsCsv, termsAsTbx } from '#app/domain/glossary/export.ts';
import { readGlossary } from '#app/domain/glossary/find-words.server.ts';

/** The whole glossary as a file; everybody may have it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { terms } = await readGlossary();
  const isTbx = new URL(request.url).pathname.endsWith('.tbx');
  return new Response(isTbx ? termsAsTbx(terms) : termsAsCsv(terms), {
    headers: {
      'Content-Type': isTbx ? 'application/x-tbx+xml; charset=utf-8' : 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="tideline-glossary.${isTbx ? 'tbx' : 'csv'}"`,
    },
  });
}
