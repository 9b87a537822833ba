import type { LoaderFunctionArgs } from '@remix-run/node';
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches, useRouteError } from '@remix-run/react';
import { type ReactNode, useContext, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeptReports } from './components/incident/use-kept-reports.ts';
import { ErrorPage } from './components/shell/error-page.tsx';
import { NonceContext } from './components/shell/nonce.ts';
import { GuestShell } from './components/shell/guest-shell.tsx';
import { PageProviders } from './components/shell/page-providers.tsx';
import { PageTitle } from './components/shell/page-title.tsx';
import type { RootData } from './components/shell/root-data.ts';
import { Shell } from './components/shell/shell.tsx';
import { useNoAnswer } from './components/shell/use-no-answer.ts';
import { useRoot, useRootIfThere } from './components/shell/use-root.ts';
import { readOwnGovernment } from './domain/government/find-governments.server.ts';
import { countUnread, countWaiting } from './domain/notification/find-notifications.server.ts';
import { getEnv } from './env.server.ts';
import { readActor } from './http/actor.server.ts';
import { readCookie } from './http/cookie.server.ts';
import { readSocketToken } from './http/session.server.ts';
import { htmlLang, isLanguage } from './i18n/languages.ts';
import { speak } from './i18n/i18n.ts';
import { readersLanguage } from './i18n/readers-language.server.ts';
import { useOffline } from './offline/use-offline.ts';
import { useOtherBuild } from './offline/use-other-build.ts';
import { onAnswer } from './realtime/patient-fetch.client.ts';
import { useLiveFrame } from './realtime/use-live-frame.ts';
import { whenAwake } from './realtime/when-awake.ts';
import styles from './ui/app.css?url';
import fonts from './ui/fonts.css?url';

export const links = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'apple-touch-icon', href: '/apple-touch-icon.png' },
  // Its name is in the reader's language, which a cookie may tell.
  { rel: 'manifest', href: '/manifest.webmanifest', crossOrigin: 'use-credentials' as const },
];

export async function loader({ request, context }: LoaderFunctionArgs): Promise<RootData> {
  // Before anything is read: what happens from here on may be missing in the answer.
  const now = new Date();
  const env = getEnv();
  const actor = await readActor(request);
  const theme = /(?:^|;\s*)tl_theme=(light|dark)/.exec(request.headers.get('cookie') ?? '')?.[1];
  return {
    reader: actor && { ...actor, ...(await readOwnGovernment(actor)) },
    language: readersLanguage(request, actor),
    theme: theme === 'light' || theme === 'dark' ? theme : null,
    originalFirst: readCookie(request.headers.get('cookie'), 'tl_text') === 'original',
    mapbox: env.MAPBOX_ACCESS_TOKEN ? { accessToken: env.MAPBOX_ACCESS_TOKEN } : null,
    counts: actor
      ? { unread: await countUnread(actor), waiting: await countWaiting(actor) }
      : { unread: 0, waiting: 0 },
    socketToken: await readSocketToken(request),
    demo: env.DEMO,
    now,
    requestId: context.requestId,
    build: context.build,
  };
}

/** The document around pages and error pages alike. */
export function Layout({ children }: { children: ReactNode }) {
  const root = useRootIfThere();
  const { i18n } = useTranslation();
  const nonce = useContext(NonceContext);
  const language = root?.language ?? (isLanguage(i18n.language) ? i18n.language : 'en');
  useEffect(() => {
    if (i18n.language !== language) void speak(i18n, language);
  }, [i18n, language]);
  return (
    <html lang={htmlLang(language)} data-language={language} data-theme={root?.theme ?? undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#fbfaf6" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#0d1b22" media="(prefers-color-scheme: dark)" />
        <meta name="mobile-web-app-capable" content="yes" />
        <meta name="apple-mobile-web-app-capable" content="yes" />
        <meta name="apple-mobile-web-app-status-bar-style" content="default" />
        <AppTitle />
        <PageTitle />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        {/* After the page, so that text appears before its fonts. */}
        <link rel="stylesheet" href={fonts} />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

/** What iOS writes under the icon. */
function AppTitle() {
  const { t } = useTranslation('common');
  return <meta name="apple-mobile-web-app-title" content={t('name')} />;
}

export default function App() {
  // What another build says is for its own scripts.
  if (useOtherBuild(useRoot().build)) return null;
  return (
    <Frame>
      <Outlet />
    </Frame>
  );
}

/** Signed in: the rail; a guest: the public header. A page without a frame says so in its `handle`. */
function Frame({ children }: { children: ReactNode }) {
  const root = useRootIfThere();
  useNoAnswer(onAnswer);
  const bare = useMatches().some(({ handle }) => isObject(handle) && handle.frame === 'none');
  if (!root) return children;
  const Around = root.reader ? LiveShell : GuestShell;
  return <PageProviders>{bare ? children : <Around>{children}</Around>}</PageProviders>;
}

/** The frame of the signed-in pages with what arrives and what waits. */
function LiveShell({ children }: { children: ReactNode }) {
  const { reader, now } = useRoot();
  const accountId = reader?.accountId ?? null;
  const keptSince = useOffline(`${accountId} ${reader?.seatId}`, now);
  const { live, waiting } = useLiveFrame(accountId);
  const reports = useKeptReports(accountId, whenAwake);
  return (
    <Shell live={live} waiting={waiting + reports} keptSince={keptSince}>
      {children}
    </Shell>
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

export function ErrorBoundary() {
  return (
    <Frame>
      <ErrorPage error={useRouteError()} />
    </Frame>
  );
}
