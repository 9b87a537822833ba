import type { Tx } from '#app/db/client.server.ts';
import type { AnnouncedEvent } from '../event.ts';
import { notifyGovernments, notifySeats } from '../notification/notify.server.ts';
import { mentionsIn } from './mentions.ts';

/** Tells the governments and the people whom a post names, as far as they may see it. */
export async function notifyMentioned(tx: Tx, event: AnnouncedEvent, body: string): Promise<void> {
  if (!body.includes('@')) return;
  const now = new Date();
  const [governments, tenures] = await Promise.all([
    tx.government.findMany({ select: { id: true, nameKo: true, nameZh: true, nameEn: true } }),
    tx.tenure.findMany({
      where: { from: { lte: now }, OR: [{ to: null }, { to: { gt: now } }], seat: { closedAt: null } },
      select: { seatId: true, account: { select: { name: true, nameLatin: true } } },
    }),
  ]);
  const seatIds = mentionsIn(
    body,
    tenures.map(({ seatId, account }) => ({ id: seatId, names: [account.name, account.nameLatin] })),
  );
  const governmentIds = mentionsIn(
    body,
    governments.map(({ id, nameKo, nameZh, nameEn }) => ({ id, names: [nameKo, nameZh, nameEn] })),
  );
  if (seatIds.length > 0) await notifySeats(tx, event, seatIds, 'mentioned');
  if (governmentIds.length > 0) await notifyGovernments(tx, event, governmentIds, 'mentioned');
}
