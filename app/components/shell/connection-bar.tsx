import { CloudOff, RefreshCw } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useReader } from '#app/i18n/reader.tsx';
import { useFormat } from '#app/i18n/use-format.ts';
import { Icon } from '#app/ui/icon.tsx';
import { Link } from '#app/ui/link.tsx';
import { useOnline } from './use-online.ts';

type ConnectionBarProps = {
  /** Of the live connection; `connecting` once it has been gone for a while. */
  readonly live?: 'live' | 'connecting' | undefined;
  /** What is kept on this device until the network is back. */
  readonly waiting?: number | undefined;
  /** When the server said what the page shows, if it came from this device. */
  readonly keptSince?: Date | null | undefined;
};

/** Says that one is offline and what happens to one's work. Nothing while all is well. */
export function ConnectionBar({ live = 'live', waiting = 0, keptSince = null }: ConnectionBarProps) {
  const { t } = useTranslation('common');
  const format = useFormat();
  const { now } = useReader();
  const asOf = t('connection.as_of', { time: format.dateTime(keptSince ?? now) });
  const online = useOnline();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    // Pages that fill the window, as the map does, must know how much is left.
    const observer = new ResizeObserver(() => {
      document.documentElement.style.setProperty('--chrome-notice', `${element.offsetHeight}px`);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      document.documentElement.style.removeProperty('--chrome-notice');
    };
  }, []);
  return (
    <div ref={box} role="status" className="connection-place">
      {!online && (
        <div className="connection">
          <Icon of={CloudOff} />
          <div>
            <b>{t('connection.offline')}</b>{' '}
            {waiting > 0 ? <Waiting count={waiting} /> : t('connection.offline_hint')} {asOf}
          </div>
        </div>
      )}
      {online && keptSince && (
        <div className="connection">
          <Icon of={CloudOff} />
          <div>
            {t('connection.kept')} {asOf} {waiting > 0 && <Waiting count={waiting} />}
          </div>
        </div>
      )}
      {online && !keptSince && live === 'connecting' && (
        <div className="connection">
          <Icon of={RefreshCw} />
          <div>
            {t('connection.connecting')} {waiting > 0 && <Waiting count={waiting} />}
          </div>
        </div>
      )}
    </div>
  );
}

/** How many wait, and where they are. */
function Waiting({ count }: { readonly count: number }) {
  const { t } = useTranslation('common');
  return <Link href="/outbox">{t('connection.waiting', { count })}</Link>;
}
