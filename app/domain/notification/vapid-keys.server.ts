import webPush from 'web-push';
import { db } from '#app/db/client.server.ts';

export type Keys = { publicKey: string; privateKey: string };

/** The keys with which this installation signs messages to devices; made the first time that somebody asks. */
export async function vapidKeys(): Promise<Keys> {
  const select = { publicKey: true, privateKey: true };
  const kept = await db().vapidKeys.findUnique({ where: { id: 1 }, select });
  if (kept) return kept;
  // Two processes that start at once keep the same ones.
  await db().vapidKeys.createMany({
    data: [{ id: 1, ...webPush.generateVAPIDKeys() }],
    skipDuplicates: true,
  });
  return db().vapidKeys.findUniqueOrThrow({ where: { id: 1 }, select });
}
