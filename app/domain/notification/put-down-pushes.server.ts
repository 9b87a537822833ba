import type { Tx } from '#app/db/client.server.ts';
import { enqueue } from '#app/db/jobs.server.ts';

/** Name of the job that sends a message to a device. */
export const pushJob = 'send_push';

/** Puts down messages about an entry to the devices in which somebody acts in one of these seats. */
export async function putDownPushes(
  tx: Tx,
  { threadId, seq }: { threadId: string; seq: number },
  seatIds: readonly string[],
): Promise<void> {
  if (seatIds.length === 0) return;
  const devices = await tx.pushDevice.findMany({
    where: { session: { seatId: { in: [...seatIds] }, expiresAt: { gt: new Date() } } },
    select: { id: true },
  });
  await enqueue(
    tx,
    devices.map(({ id: deviceId }) => ({
      kind: pushJob,
      key: `${pushJob}:${deviceId}:${threadId}:${seq}`,
      payload: { deviceId, threadId, seq },
    })),
  );
}
