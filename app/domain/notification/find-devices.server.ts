import { db } from '#app/db/client.server.ts';
import type { Session } from '../account/session.ts';

/** Devices that show messages for this person, the newest first. */
export function findDevices({ accountId }: Pick<Session, 'accountId'>) {
  return db().pushDevice.findMany({
    where: { session: { accountId } },
    orderBy: { createdAt: 'desc' },
    select: { id: true, label: true, createdAt: true, endpoint: true, sessionId: true },
  });
}
