import { db } from '#app/db/client.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { heldNow, readsOn, readsOnMs } from './policy.ts';
import { type HeldSeat, seenToMs, type Session, sessionLifetimeMs, sessionTouchMs } from './session.ts';
import { hashToken } from './token.server.ts';

const sessionSelect = (now: Date) =>
  ({
    id: true,
    seatId: true,
    lastSeenAt: true,
    account: {
      select: {
        id: true,
        email: true,
        name: true,
        nameLatin: true,
        language: true,
        tenures: {
          where: { OR: [heldNow(now), readsOn(now)] },
          orderBy: [{ from: 'asc' }, { id: 'asc' }],
          select: {
            id: true,
            lastSeenAt: true,
            from: true,
            to: true,
            seat: {
              select: {
                id: true,
                governmentId: true,
                role: true,
                translator: true,
                titleKo: true,
                titleZh: true,
                titleEn: true,
                answersUpTo: true,
              },
            },
          },
        },
      },
    },
  }) satisfies Prisma.SessionSelect;

/** The session of a token with everything that it allows now; null when it ended or its account was closed. */
export async function findSession(token: string, now = new Date()): Promise<Session | null> {
  const found = await db().session.findFirst({
    where: { tokenHash: hashToken(token), expiresAt: { gt: now }, account: { closedAt: null } },
    select: sessionSelect(now),
  });
  if (!found) return null;
  if (now.getTime() - found.lastSeenAt.getTime() > sessionTouchMs) await touch(found.id, now);

  const { id: accountId, tenures, ...person } = found.account;
  const seats = seatsOf(tenures, now);
  const seat = chosenSeat(seats, found.seatId);
  if (seat && !seat.formerly) await markSeen(tenures, seat.seatId, now);
  const { name, nameLatin, language } = person;
  const actor = seat && {
    accountId,
    seatId: seat.seatId,
    governmentId: seat.governmentId,
    ...(seat.formerly
      ? { role: 'observer' as const, formerly: seat.formerly }
      : {
          role: seat.role,
          ...(seat.translator && { translator: true }),
          ...(seat.answersUpTo && { answersUpTo: seat.answersUpTo }),
        }),
    name,
    nameLatin,
    language,
  };
  return { id: found.id, accountId, ...person, actor, seats };
}

type Tenure = Prisma.SessionGetPayload<{
  select: ReturnType<typeof sessionSelect>;
}>['account']['tenures'][number];

/** Each seat once: those that are held, then those that were and are still read in, by their newest tenure. */
function seatsOf(tenures: readonly Tenure[], now: Date): HeldSeat[] {
  const all = tenures.map(({ from, to, seat: { id: seatId, ...seat } }): HeldSeat => {
    const isOver = to !== null && to <= now;
    return {
      seatId,
      ...seat,
      until: isOver ? new Date(to.getTime() + readsOnMs) : to,
      formerly: isOver ? { from, to } : null,
    };
  });
  const held = all.filter(({ formerly }) => !formerly);
  const left = all.filter(({ formerly }) => formerly).reverse();
  return [...held, ...left].filter(
    ({ seatId }, at, seats) => seats.findIndex((one) => one.seatId === seatId) === at,
  );
}

/** Who holds one seat only has nothing to choose. */
function chosenSeat(seats: HeldSeat[], chosenId: string | null): HeldSeat | null {
  if (chosenId === null) {
    const held = seats.filter(({ formerly }) => !formerly);
    const [only, ...others] = held.length > 0 ? held : seats;
    return others.length === 0 ? (only ?? null) : null;
  }
  return seats.find(({ seatId }) => seatId === chosenId) ?? null;
}

/** That its holder was there, to the minute and once a minute. */
async function markSeen(tenures: readonly Tenure[], seatId: string, now: Date): Promise<void> {
  const held = tenures.find(({ seat, to }) => seat.id === seatId && (to === null || to > now));
  const minute = new Date(Math.floor(now.getTime() / seenToMs) * seenToMs);
  if (!held || (held.lastSeenAt && held.lastSeenAt >= minute)) return;
  await db().tenure.updateMany({ where: { id: held.id }, data: { lastSeenAt: minute } });
}

async function touch(id: string, now: Date): Promise<void> {
  await db().session.updateMany({
    where: { id },
    data: { lastSeenAt: now, expiresAt: new Date(now.getTime() + sessionLifetimeMs) },
  });
}
