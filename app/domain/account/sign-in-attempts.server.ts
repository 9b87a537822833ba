import { v7 as uuid } from 'uuid';
import { commit, oneAtATime } from '#app/db/commit.server.ts';
import { db } from '#app/db/client.server.ts';
import { hashToken } from './token.server.ts';

const windowMs = 15 * 60 * 1000;
const perEmail = 5;
const perAddress = 30;

/**
 * Counts an attempt before its password is looked at, so that many at once do not slip through.
 * @returns false when this e-mail or this address has tried too often; then nothing is counted
 */
export async function mayAttempt({ email, address }: { email: string; address: string }): Promise<boolean> {
  const emailKey = keyOf('email', email);
  const addressKey = keyOf('address', networkOf(address));
  const since = new Date(Date.now() - windowMs);
  return commit(async (tx) => {
    await oneAtATime(tx, emailKey);
    const ofEmail = await tx.signInFailure.count({ where: { key: emailKey, at: { gt: since } } });
    const ofAddress = await tx.signInFailure.count({ where: { key: addressKey, at: { gt: since } } });
    if (ofEmail >= perEmail || ofAddress >= perAddress) return false;
    await tx.signInFailure.deleteMany({ where: { at: { lte: since } } });
    await tx.signInFailure.createMany({ data: [emailKey, addressKey].map((key) => ({ id: uuid(), key })) });
    return true;
  });
}

/** The right password takes the attempts on this e-mail back, and one of this address. */
export async function forgetAttempts({ email, address }: { email: string; address: string }): Promise<void> {
  await db().signInFailure.deleteMany({ where: { key: keyOf('email', email) } });
  const last = await db().signInFailure.findFirst({
    where: { key: keyOf('address', networkOf(address)) },
    orderBy: { at: 'desc' },
    select: { id: true },
  });
  if (last) await db().signInFailure.deleteMany({ where: { id: last.id } });
}

function keyOf(what: 'email' | 'address', value: string): string {
  return hashToken(`${what}:${value}`);
}

/** One IPv6 customer has a whole /64. */
function networkOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address;
  const [head = '', tail = ''] = address.split('::');
  const before = head.split(':');
  const after = tail === '' ? [] : tail.split(':');
  const groups = address.includes('::')
    ? [
        ...before,
        ...Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0'),
        ...after,
      ]
    : before;
  return groups.slice(0, 4).join(':');
}
