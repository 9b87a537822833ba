import { useFetcher } from '@remix-run/react';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/use-format.ts';
import { Button } from '#app/ui/button.tsx';
import { Note } from '#app/ui/note.tsx';

type Device = {
  readonly id: string;
  readonly label: string;
  readonly createdAt: Date;
  readonly endpoint: string;
  readonly sessionId: string;
};

type DevicesProps = {
  readonly devices: readonly Device[];
  /** Of the browser that shows the page. */
  readonly sessionId: string;
  readonly publicKey: string;
};

/** What this browser can do; null until it has been asked. */
type State = 'unsupported' | 'needs_install' | 'denied' | 'ready' | 'failed' | null;

/** Messages on this device: on, off, or why not; and the other devices of the same person. */
export function Devices({ devices, sessionId, publicKey }: DevicesProps) {
  const { t } = useTranslation('keeping-up');
  const format = useFormat();
  const id = useId();
  const fetcher = useFetcher();
  const [state, setState] = useState<State>(null);
  const [isBusy, setIsBusy] = useState(false);
  const own = devices.find((device) => device.sessionId === sessionId);
  useEffect(() => {
    void whatIsPossible().then(setState);
  }, []);

  const turnOn = async () => {
    setIsBusy(true);
    try {
      const keys = await subscribe(publicKey);
      if (keys) fetcher.submit(keys, { method: 'post', action: '/settings/notices/devices' });
      else setState('denied');
    } catch (error) {
      console.info('No messages here.', error);
      setState('failed');
    } finally {
      setIsBusy(false);
    }
  };
  const remove = async (device: Device) => {
    if (device === own) await unsubscribe();
    fetcher.submit({ id: device.id }, { method: 'post', action: '/settings/notices/devices/remove' });
  };

  return (
    <section className="grid gap-3 border-t border-line pt-5" aria-labelledby={`${id}-title`}>
      <div>
        <h2 id={`${id}-title`} className="text-t-4">
          {t('push.title')}
        </h2>
        <p className="text-t-2 text-ink-2">{t('push.lead')}</p>
      </div>
      <noscript>
        <p className="text-t-2 text-ink-2">{t('push.needs_script')}</p>
      </noscript>
      {state !== null && state !== 'ready' && (
        <Note tone="wait" role="status">
          {t(`push.${state}`)}
        </Note>
      )}
      {own ? (
        <div className="flex flex-wrap items-center gap-3">
          <Button onPress={() => void remove(own)}>{t('push.off')}</Button>
          <span className="text-t-2 text-ink-2">{t('push.is_on')}</span>
        </div>
      ) : (
        (state === 'ready' || state === 'failed') && (
          <div>
            <Button onPress={() => void turnOn()} isDisabled={isBusy}>
              {t('push.on')}
            </Button>
          </div>
        )
      )}
      <h3 className="text-t-2 font-semibold">{t('push.devices')}</h3>
      {devices.length === 0 ? (
        <p className="text-t-2 text-ink-2">{t('push.none')}</p>
      ) : (
        <ul className="rows">
          {devices.map((device) => (
            <li key={device.id} className="flex flex-wrap items-center justify-between gap-2 py-2">
              <span>
                {device.label}{' '}
                <span className="text-t-2 text-ink-2">
                  {t('push.since', { date: format.date(device.createdAt) })}
                </span>
              </span>
              <fetcher.Form
                method="post"
                action="/settings/notices/devices/remove"
                onSubmit={() => void (device === own && unsubscribe())}
              >
                <Button type="submit" name="id" value={device.id} size="sm" variant="quiet">
                  {t('push.remove')}
                </Button>
              </fetcher.Form>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

async function whatIsPossible(): Promise<State> {
  if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window)) {
    // Safari on a telephone: only for what stands on the home screen.
    const isOnHomeScreen = window.matchMedia('(display-mode: standalone)').matches;
    return 'standalone' in navigator && !isOnHomeScreen ? 'needs_install' : 'unsupported';
  }
  if (Notification.permission === 'denied') return 'denied';
  return (await navigator.serviceWorker.getRegistration()) ? 'ready' : 'unsupported';
}

/** Null when the reader, or the browser for the reader, says no. */
async function subscribe(publicKey: string) {
  if ((await Notification.requestPermission()) !== 'granted') return null;
  const { pushManager } = await navigator.serviceWorker.ready;
  const applicationServerKey = bytesOf(publicKey);
  const { endpoint, keys } = (
    await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey })
  ).toJSON();
  const { p256dh, auth } = keys ?? {};
  if (!endpoint || !p256dh || !auth) throw new Error('The browser gave no keys.');
  return { endpoint, p256dh, auth };
}

async function unsubscribe(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  const subscription = await registration?.pushManager.getSubscription();
  await subscription?.unsubscribe();
}

/** base64url, as keys are written. */
function bytesOf(key: string): Uint8Array<ArrayBuffer> {
  const text = atob(key.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
