import { useHref, useNavigate } from '@remix-run/react';
import type { ReactNode } from 'react';
import { timeZoneOf } from '#app/i18n/format.ts';
import { htmlLang } from '#app/i18n/languages.ts';
import { ReaderProvider } from '#app/i18n/reader.tsx';
import { useLanguage } from '#app/i18n/use-language.ts';
import { UiProvider } from '#app/ui/provider.tsx';
import { ToastRegion } from '#app/ui/toast.tsx';
import { useRoot } from './use-root.ts';

/** What every page needs around it: links that follow in place, the reader's zone and clock, toasts. */
export function PageProviders({ children }: { readonly children: ReactNode }) {
  const { reader, now } = useRoot();
  const navigate = useNavigate();
  return (
    <UiProvider locale={htmlLang(useLanguage())} navigate={navigate} useHref={useHref}>
      <ReaderProvider now={now} zone={reader ? timeZoneOf(reader.government.country) : undefined}>
        {children}
        <ToastRegion />
      </ReaderProvider>
    </UiProvider>
  );
}
