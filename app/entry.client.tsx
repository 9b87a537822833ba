import { RemixBrowser } from '@remix-run/react';
import { type ReactNode, startTransition, StrictMode, useEffect, useState } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { rememberTyped } from './components/shell/typed-early.client.ts';
import { makeI18n } from './i18n/i18n.ts';
import { languages } from './i18n/languages.ts';
import { keepPagesWithoutServer } from './realtime/patient-fetch.client.ts';

// An answer that Remix aborts half read rejects a promise that nobody holds: news overtook it, nothing failed.
window.addEventListener('unhandledrejection', (event) => {
  if (event.reason instanceof DOMException && event.reason.name === 'AbortError') event.preventDefault();
});

const spoken = document.documentElement.dataset.language;
const sayTyped = rememberTyped();
const i18n = await makeI18n(languages.find((language) => language === spoken) ?? 'en');
await stateDecoded();
keepPagesWithoutServer();

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <I18nextProvider i18n={i18n}>
        <Hydrated>
          <RemixBrowser />
        </Hydrated>
      </I18nextProvider>
    </StrictMode>,
  );
});

/**
 * Remix decodes what the loaders sent in its first render and suspends the whole root until then. A key that is pressed
 * meanwhile makes React 18 give the root up (error 345), and the page is dead. So that first attempt, which throws its
 * promise before any hook, is made and awaited before React has the page.
 */
async function stateDecoded(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (pending) {
    if (!(pending instanceof Promise)) throw pending;
    await pending;
  }
}

/** What was typed early is said again once pages have put their drafts into their forms, which they do in effects. */
function Hydrated({ children }: { readonly children: ReactNode }) {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    if (settled) sayTyped();
    else setSettled(true);
  }, [settled]);
  return children;
}
