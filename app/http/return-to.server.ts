/**
 * A path on this site to go to after signing in or choosing a language; anything else becomes `otherwise`.
 * Browsers read `\` as `/` and skip tabs and newlines, so the path is judged as they would resolve it.
 */
export function safeReturnTo(value: FormDataEntryValue | null | undefined, otherwise = '/'): string {
  if (typeof value !== 'string' || !value.startsWith('/') || value.length > 2000) return otherwise;
  const here = 'http://here.invalid';
  if (!URL.canParse(value, here)) return otherwise;
  const url = new URL(value, here);
  if (url.origin !== here || url.pathname.startsWith('//')) return otherwise;
  return url.pathname + url.search + url.hash;
}

/** The page to come back to: an action cannot be opened, but the page that its form stands on can. */
export function pageOf(request: Request): string {
  const url = new URL(request.url);
  if (request.method === 'GET' || request.method === 'HEAD') return url.pathname + url.search;
  const referrer = request.headers.get('referer');
  if (!referrer || !URL.canParse(referrer)) return '/';
  const page = new URL(referrer);
  return page.host === url.host ? page.pathname + page.search : '/';
}
