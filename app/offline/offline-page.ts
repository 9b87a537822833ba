import en from '../../locales/en/error.json' with { type: 'json' };
import ko from '../../locales/ko/error.json' with { type: 'json' };
import zh from '../../locales/zh/error.json' with { type: 'json' };
import { htmlLang, type Language } from '#app/i18n/languages.ts';

const words = { ko, zh, en };

/** What stands where a page is neither reachable nor kept: so it says, and leads to the report, which is. */
export function offlinePage(language: Language): Response {
  const { offline } = words[language];
  const html = `<!doctype html>
<html lang="${htmlLang(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${offline.title}</title>
<style>
:root { color-scheme: light dark; --ink: #0b2530; --paper: #fbfaf6; --primary: #0b6477; --on: #fff }
@media (prefers-color-scheme: dark) { :root { --ink: #e6eef0; --paper: #0d1b22; --primary: #5cc4d6; --on: #06222a } }
body { margin: 0; padding: 48px 16px; background: var(--paper); color: var(--ink); font: 16px/1.6 "Pretendard Variable", "Noto Sans SC Variable", system-ui, sans-serif }
main { max-width: 560px; margin: auto }
h1 { font-size: 24px; line-height: 1.3; font-weight: 650; margin: 0 0 12px }
p { margin: 0 0 24px }
:lang(ko) { word-break: keep-all }
a { display: inline-block; margin: 0 12px 12px 0; padding: 10px 18px; border-radius: 6px; color: var(--primary); border: 1px solid; font-weight: 550 }
a:first-of-type { background: var(--primary); color: var(--on); border-color: var(--primary); text-decoration: none }
a:focus-visible { outline: 2px solid var(--primary); outline-offset: 2px }
</style>
</head>
<body><main>
<h1>${offline.title}</h1>
<p>${offline.text}</p>
<a href="/incidents/new">${offline.report}</a><a href="">${offline.again}</a>
</main></body>
</html>`;
  return new Response(html, {
    status: 503,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
    },
  });
}
