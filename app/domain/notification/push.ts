import { z } from 'zod';
import type { NotificationReason } from '#prisma/generated/enums.ts';
import { urgentReasons } from './level.ts';

/** What a device is told of at once; everything else can wait for the page or the mail. */
export const pushedReasons: ReadonlySet<NotificationReason> = new Set<NotificationReason>([
  ...urgentReasons,
  'mentioned',
]);

/** Message services of the makers of browsers: nowhere else do we send, whatever a page asks for. */
const services = [
  'fcm.googleapis.com',
  'updates.push.services.mozilla.com',
  'web.push.apple.com',
  'notify.windows.com',
];

function isOfService(endpoint: string): boolean {
  const { hostname, port, username } = new URL(endpoint);
  return (
    port === '' &&
    username === '' &&
    services.some((service) => hostname === service || hostname.endsWith(`.${service}`))
  );
}

/** What the browser gives when somebody turns messages on. */
export const deviceInput = z.object({
  endpoint: z
    .url({ protocol: /^https$/ })
    .max(1000)
    .refine(isOfService, 'not_valid'),
  p256dh: z.string().regex(/^[\w-]{87}=?$/),
  auth: z.string().regex(/^[\w-]{22}=*$/),
});
export type DeviceInput = z.output<typeof deviceInput>;

export const removeDeviceInput = z.object({ id: z.uuid() });

const browsers = [
  [/\bEdg\//, 'Edge'],
  [/\bWhale\//, 'Whale'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\//, 'Firefox'],
  [/\bChrome\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
] as const;
const systems = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'macOS'],
  [/Linux/, 'Linux'],
] as const;

/** Browser and system as people know them, by what the browser says of itself. */
export function labelOfBrowser(userAgent: string): string {
  const named = [browsers, systems].map((among) => among.find(([sign]) => sign.test(userAgent))?.[1]);
  return named.filter(Boolean).join(' · ') || '?';
}

/** What a device gets, in words that it shows as they are. */
export const pushMessage = z.object({
  title: z.string(),
  body: z.string(),
  /** Path of the thread. */
  href: z.string(),
  /** A later message about the same thread takes the place of an earlier one. */
  tag: z.string(),
  lang: z.string(),
  /** Whom it is for: a browser that somebody else holds by then says less. */
  accountId: z.string(),
});
export type PushMessage = z.output<typeof pushMessage>;
