import webPush from 'web-push';
import { z } from 'zod';
import { backoffMs, type JobHandler, type JobOutcome } from '#app/db/jobs.server.ts';
import { forgetDevice } from '#app/domain/notification/keep-device.server.ts';
import type { PushMessage } from '#app/domain/notification/push.ts';
import { type Push, readPush } from '#app/domain/notification/read-push.server.ts';
import type { Keys } from '#app/domain/notification/vapid-keys.server.ts';
import { htmlLang } from '#app/i18n/languages.ts';
import { sayWhere, wordsOf } from './say-letter.server.ts';

const payloadSchema = z.object({
  deviceId: z.uuid(),
  threadId: z.uuid(),
  seq: z.number().int(),
});

/** How long the service keeps it for a device that is switched off, in seconds. */
const keptSeconds = 12 * 60 * 60;
const patienceMs = 15_000;
const mostAttempts = 6;

type Sending = { keys: () => Promise<Keys>; /** Whom the services may write to. */ contact: string };

/** Does the job behind a message to a device: tells the service of its maker, encrypted for the browser alone. */
export function sendPush({ keys, contact }: Sending): JobHandler {
  return async (payload, { attempts }) => {
    const of = payloadSchema.parse(payload);
    const push = await readPush(of);
    if (!push) return { done: true };
    const { endpoint, p256dh, auth } = push.device;
    const { publicKey, privateKey } = await keys();
    const { headers, body } = webPush.generateRequestDetails(
      { endpoint, keys: { p256dh, auth } },
      JSON.stringify(await sayPush(push)),
      {
        vapidDetails: { subject: contact, publicKey, privateKey },
        TTL: keptSeconds,
        urgency: 'high',
        topic: of.threadId.replaceAll('-', ''),
      },
    );
    const sent = await fetch(endpoint, {
      method: 'POST',
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, `${value}`])),
      body: new Uint8Array(body ?? []),
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    }).catch((error: unknown) => (error instanceof Error ? error.name : 'unknown'));
    if (typeof sent === 'string') return againOrNot(sent, attempts);
    await sent.body?.cancel();
    if (sent.ok) return { done: true };
    if (sent.status === 404 || sent.status === 410) {
      await forgetDevice(of.deviceId);
      return { done: true };
    }
    if (sent.status !== 429 && sent.status < 500) return { givenUp: `${sent.status}` };
    return againOrNot(`${sent.status}`, attempts, Number(sent.headers.get('retry-after')));
  };
}

function againOrNot(fault: string, attempts: number, afterSeconds = 0): JobOutcome {
  if (attempts >= mostAttempts) return { givenUp: fault };
  const ms = Math.max(backoffMs(attempts), Math.min(afterSeconds || 0, 3600) * 1000);
  return { again: new Date(Date.now() + ms), fault };
}

async function sayPush({ accountId, language, reason, thread, government, seq }: Push): Promise<PushMessage> {
  const t = await wordsOf(language);
  const where = sayWhere(t, thread);
  const who = government && { ko: government.nameKo, zh: government.nameZh, en: government.nameEn }[language];
  return {
    title: t(`notification:reason.${reason}`),
    body: thread.title ? `${[who, where].filter(Boolean).join(' · ')}\n${thread.title.text}` : where,
    href: `/threads/${thread.threadId}?at=${seq}#entry-${seq}`,
    tag: thread.threadId,
    lang: htmlLang(language),
    accountId,
  };
}
