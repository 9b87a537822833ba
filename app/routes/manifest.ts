import type { LoaderFunctionArgs } from '@remix-run/node';
import { readActor } from '#app/http/actor.server.ts';
import { makeI18n } from '#app/i18n/i18n.ts';
import { htmlLang } from '#app/i18n/languages.ts';
import { readersLanguage } from '#app/i18n/readers-language.server.ts';

/** What the browser needs to install the product, by its name in the reader's language. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  const language = readersLanguage(request, await readActor(request));
  const { t } = await makeI18n(language);
  const png = { type: 'image/png' };
  const manifest = {
    id: '/',
    lang: htmlLang(language),
    name: `${t('common:name')} · ${t('common:tagline')}`,
    short_name: t('common:name'),
    description: t('common:tagline'),
    start_url: '/today',
    scope: '/',
    display: 'standalone',
    background_color: '#fbfaf6',
    theme_color: '#fbfaf6',
    icons: [
      { src: '/icon-192.png', sizes: '192x192', purpose: 'any', ...png },
      { src: '/icon-512.png', sizes: '512x512', purpose: 'any', ...png },
      { src: '/icon-maskable-512.png', sizes: '512x512', purpose: 'maskable', ...png },
    ],
    shortcuts: [{ name: t('incident:reporting.title'), url: '/incidents/new' }],
  };
  return Response.json(manifest, { headers: { 'Content-Type': 'application/manifest+json' } });
}
