import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { timeZoneOfLanguage, type TimeZone } from './format.ts';
import { useLanguage } from './use-language.ts';

type Reader = { readonly zone: TimeZone; readonly now: Date };

const ReaderContext = createContext<Reader | undefined>(undefined);

type ReaderProviderProps = {
  /** The zone of the reader's government; a guest's follows the language. */
  readonly zone?: TimeZone | undefined;
  /** The server's clock when it made the page: the browser starts from the same, then goes on. */
  readonly now: Date;
  readonly children: ReactNode;
};

/** Stands once around the page and says when and where the reader reads. */
export function ReaderProvider({ zone, now, children }: ReaderProviderProps) {
  const language = useLanguage();
  const [later, setLater] = useState<Date>();
  useEffect(() => {
    // The server's clock goes on by the browser's, whose own time may be wrong.
    const start = performance.now();
    setLater(undefined);
    const timer = setInterval(() => setLater(new Date(now.getTime() + performance.now() - start)), 60_000);
    return () => clearInterval(timer);
  }, [now]);
  const reader = useMemo(
    () => ({ zone: zone ?? timeZoneOfLanguage(language), now: later ?? now }),
    [zone, language, later, now],
  );
  return <ReaderContext.Provider value={reader}>{children}</ReaderContext.Provider>;
}

/** The reader's zone and clock. The clock moves once a minute. Error pages may stand outside the provider. */
export function useReader(): Reader {
  const language = useLanguage();
  return useContext(ReaderContext) ?? { zone: timeZoneOfLanguage(language), now: new Date() };
}
