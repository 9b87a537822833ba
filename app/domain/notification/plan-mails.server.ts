import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import type { Tx } from '#app/db/client.server.ts';
import { commit, oneAtATime } from '#app/db/commit.server.ts';
import { enqueue } from '#app/db/jobs.server.ts';
import { urgentReasons } from './level.ts';
import { dueBefore } from './mail.ts';

/** Name of the job that hands a mail over. */
export const mailJob = 'send_mail';
/** Letters that are put down at one time; the others follow with the next look. */
const mostLetters = 40;

const dueRows = z.array(
  z.object({ id: z.string(), accountId: z.string(), seatId: z.string(), atOnce: z.boolean() }),
);
type Due = z.output<typeof dueRows>;

/**
 * Puts down the mails that are due now with the work of sending them, in one transaction: everything that a seat was
 * told and has not read, one mail per person and seat. What stands in one mail is in no other one to that person.
 * @param host right side of their Message-IDs
 * @returns how many
 */
export async function planMails(host: string, now = new Date()): Promise<number> {
  return commit(async (tx) => {
    await oneAtATime(tx, 'plan-mails');
    const due = new Map<string, Due>();
    for (const item of await findDue(tx, now)) {
      const key = [item.accountId, item.seatId, item.atOnce].join();
      due.set(key, [...(due.get(key) ?? []), item]);
    }
    const letters = [...due.values()].slice(0, mostLetters);
    for (const items of letters) await putDown(tx, host, items, now);
    return letters.length;
  });
}

/** Unread, since the tenure began, never mailed to this person, and before the moment that counts for their rhythm. */
async function findDue(tx: Tx, now: Date): Promise<Due> {
  const { oldest, atOnce, hourly, daily } = dueBefore(now);
  return dueRows.parse(
    await tx.$queryRaw`
      SELECT n.id, t."accountId", n."seatId",
        (a."mailsAtOnce" AND n.reason::text = ANY(${[...urgentReasons]})) AS "atOnce"
      FROM "Notification" n
      JOIN "Seat" s ON s.id = n."seatId"
      JOIN "Government" g ON g.id = s."governmentId"
      JOIN "Tenure" t ON t."seatId" = s.id
      JOIN "Account" a ON a.id = t."accountId"
      WHERE n."readAt" IS NULL AND n.at >= ${oldest}::timestamptz AND n.at >= t."from"
        AND t."from" <= ${now}::timestamptz AND (t."to" IS NULL OR t."to" > ${now}::timestamptz)
        AND s."closedAt" IS NULL AND a."closedAt" IS NULL
        AND n.at < CASE
          WHEN a."mailsAtOnce" AND n.reason::text = ANY(${[...urgentReasons]}) THEN ${atOnce}::timestamptz
          WHEN a."mailRhythm" = 'hourly' THEN ${hourly}::timestamptz
          WHEN a."mailRhythm" = 'daily' AND g.country = 'KR' THEN ${daily.KR}::timestamptz
          WHEN a."mailRhythm" = 'daily' THEN ${daily.CN}::timestamptz
        END
        AND NOT EXISTS (
          SELECT 1 FROM "MailItem" m WHERE m."accountId" = a.id AND m."notificationId" = n.id
        )
      ORDER BY n.at, n.id
      LIMIT 5000`,
  );
}

async function putDown(tx: Tx, host: string, items: Due, now: Date): Promise<void> {
  const [first] = items;
  if (!first) return;
  const { accountId, seatId, atOnce } = first;
  const id = uuid();
  await tx.mail.create({
    data: {
      id,
      accountId,
      seatId,
      kind: atOnce ? 'at_once' : 'digest',
      messageId: `<${id}@${host}>`,
      createdAt: now,
    },
    select: { id: true },
  });
  await tx.mailItem.createMany({
    data: items.map((item) => ({ accountId, mailId: id, notificationId: item.id })),
    skipDuplicates: true,
  });
  await enqueue(tx, [{ kind: mailJob, key: `${mailJob}:${id}`, payload: { mailId: id }, runAt: now }]);
}
