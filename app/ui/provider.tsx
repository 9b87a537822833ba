import type { ReactNode } from 'react';
import { I18nProvider, RouterProvider } from 'react-aria-components';

declare module 'react-aria-components' {
  interface RouterConfig {
    /** What our links may ask of the router. */
    routerOptions: { replace?: boolean; preventScrollReset?: boolean };
  }
}

type Navigate = (href: string, options?: { replace?: boolean; preventScrollReset?: boolean }) => void;

type UiProviderProps = {
  /** The `lang` of the page: React Aria's own words and date order follow it, on the server as in the browser. */
  readonly locale: string;
  /** Goes to a URL without loading the page anew: the router's `navigate`. */
  readonly navigate: Navigate;
  /** Turns our hrefs into the router's: its `useHref`. */
  readonly useHref?: ((href: string) => string) | undefined;
  readonly children: ReactNode;
};

/** Stands once around the page, so that our links follow in place and React Aria speaks the reader's language. */
export function UiProvider({ locale, navigate, useHref, children }: UiProviderProps) {
  return (
    <I18nProvider locale={locale}>
      <RouterProvider navigate={navigate} {...(useHref && { useHref })}>
        {children}
      </RouterProvider>
    </I18nProvider>
  );
}
