import { db } from '#app/db/client.server.ts';
import { governmentSelect } from '../government/government.ts';
import { heldNow } from './policy.ts';

/** The seats that a visitor of the demo may enter, each with the person in it. Never call this but in the demo. */
export async function findDemoSeats(seatId?: string) {
  const tenures = await db().tenure.findMany({
    where: { AND: [heldNow(new Date()), seatId ? { seatId } : {}, { account: { closedAt: null } }] },
    orderBy: [
      { seat: { government: { country: 'asc' } } },
      { seat: { government: { level: 'asc' } } },
      { seat: { role: 'asc' } },
      { id: 'asc' },
    ],
    select: {
      account: { select: { id: true, name: true, nameLatin: true, language: true } },
      seat: {
        select: {
          id: true,
          role: true,
          titleKo: true,
          titleZh: true,
          titleEn: true,
          government: { select: governmentSelect },
        },
      },
    },
  });
  return tenures.map(({ seat, account }) => ({ ...seat, person: account }));
}
