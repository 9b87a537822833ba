import { lookNowAndThen } from '#app/domain/look-now-and-then.server.ts';
import { planMails } from '#app/domain/notification/plan-mails.server.ts';

const lookEveryMs = 15_000;

/**
 * Looks now and then for what is due to be mailed; what an earlier process did not come to is found the same way.
 * @param host right side of Message-IDs
 * @param wake called when there is work
 * @returns how to stop
 */
export function startMailing(host: string, wake: () => void): () => void {
  const look = async () => {
    if ((await planMails(host)) > 0) wake();
  };
  return lookNowAndThen(look, lookEveryMs, 'Mails that are due were not put down.');
}
