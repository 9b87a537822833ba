import { v7 as uuid } from 'uuid';
import { db } from '#app/db/client.server.ts';
import type { Session } from '../account/session.ts';
import { done, type Result } from '../result.ts';
import { type DeviceInput, labelOfBrowser } from './push.ts';

/**
 * This browser wants to be told, as long as its session lasts. One that was somebody else's before is this session's from
 * now on.
 */
export async function addDevice(
  { id: sessionId }: Pick<Session, 'id'>,
  { userAgent, ...keys }: DeviceInput & { userAgent: string },
): Promise<Result<null>> {
  const data = { sessionId, label: labelOfBrowser(userAgent), ...keys };
  await db().pushDevice.upsert({
    where: { endpoint: keys.endpoint },
    create: { id: uuid(), ...data },
    update: { ...data, createdAt: new Date() },
    select: { id: true },
  });
  return done(null);
}

/** It, or another one of the same person, does not want to any more. */
export async function removeDevice(
  { accountId }: Pick<Session, 'accountId'>,
  { id }: { id: string },
): Promise<Result<null>> {
  await db().pushDevice.deleteMany({ where: { id, session: { accountId } } });
  return done(null);
}

/** The service of its maker does not know it any more. */
export async function forgetDevice(id: string): Promise<void> {
  await db().pushDevice.deleteMany({ where: { id } });
}
