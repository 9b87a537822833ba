import { db } from '#app/db/client.server.ts';
import type { Language, NotificationReason } from '#prisma/generated/enums.ts';
import { heldNow } from '../account/policy.ts';
import type { Actor } from '../actor.ts';
import { governmentSelect, type NamedGovernment } from '../government/government.ts';
import { visibleTo } from '../thread/policy.ts';
import { type NoticedThread, noticedThreadSelect, titleForNotice } from './title-for-notice.server.ts';

/** What is said to a device, and where it is. */
export type Push = {
  device: { endpoint: string; p256dh: string; auth: string };
  accountId: string;
  language: Language;
  reason: NotificationReason;
  thread: NoticedThread;
  seq: number;
  /** Who did it; null where the content stays in the house. */
  government: NamedGovernment | null;
};

/**
 * What a device is to be told of an entry; null when it was read meanwhile, when its reader may not see it any more, acts
 * in another seat, or has signed out.
 */
export async function readPush(
  { deviceId, threadId, seq }: { deviceId: string; threadId: string; seq: number },
  now = new Date(),
): Promise<Push | null> {
  const device = await db().pushDevice.findFirst({
    where: { id: deviceId, session: { expiresAt: { gt: now }, account: { closedAt: null } } },
    select: {
      endpoint: true,
      p256dh: true,
      auth: true,
      session: { select: { seatId: true, account: true } },
    },
  });
  if (!device?.session.seatId) return null;
  const { session, ...address } = device;
  const { id: accountId, name, nameLatin, language } = session.account;
  const tenure = await db().tenure.findFirst({
    where: { AND: [heldNow(now), { accountId, seatId: device.session.seatId }] },
    select: { seat: { select: { id: true, role: true, governmentId: true } } },
  });
  if (!tenure) return null;
  const { id: seatId, role, governmentId } = tenure.seat;
  const actor: Actor = { accountId, seatId, governmentId, role, name, nameLatin, language };
  const [told, event, rules] = await Promise.all([
    db().notification.findFirst({
      where: { seatId, threadId, seq, readAt: null, thread: visibleTo(actor) },
      select: { reason: true, thread: { select: noticedThreadSelect } },
    }),
    db().event.findFirst({
      where: { threadId, seq, OR: [{ onlyGovernmentId: null }, { onlyGovernmentId: governmentId }] },
      select: { governmentId: true, government: { select: governmentSelect } },
    }),
    db().governmentNoticeRules.findMany({ where: { withoutContent: true } }),
  ]);
  if (!told || !event) return null;
  const silent = new Set(rules.map((one) => one.governmentId));
  const isSilent = [governmentId, event.governmentId].some((one) => one !== null && silent.has(one));
  const thread = await titleForNotice(told.thread, language, { silent, isSilent });
  const government = thread.title === null ? null : event.government;
  return { device: address, accountId, language, reason: told.reason, thread, seq, government };
}
