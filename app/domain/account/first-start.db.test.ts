import { describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { anActor } from '#tests/factories.ts';
import { createTestDatabase } from '#tests/world.ts';
import { closeSeat } from './close-seat.server.ts';
import { endTenure } from './end-tenure.server.ts';
import { findSetup } from './find-invitation.server.ts';
import { ensureFirstSeat } from './first-start.server.ts';
import { setUpSecretariat } from './set-up-secretariat.server.ts';
import { findSession } from './find-session.server.ts';
import { startSession } from './start-session.server.ts';

createTestDatabase();

const input = {
  governmentId: 'chungnam',
  titleKo: '협의회 사무국',
  titleZh: '联席会秘书处',
  titleEn: 'Secretariat of the association',
  name: '한바다',
  nameLatin: 'Han Bada',
  email: 'secretariat@example.org',
  language: 'ko' as const,
  password: 'the tide turns twice a day',
};

async function aSetupToken(): Promise<string> {
  const path = await ensureFirstSeat();
  return path?.replace('/setup/', '') ?? '';
}

describe('the first start', () => {
  test('each start prints a new link until somebody has used one, and each works once', async () => {
    await anActor();
    const first = await aSetupToken();
    const second = await aSetupToken();
    expect(await findSetup(first)).toBe(false);
    expect(await findSetup(second)).toBe(true);

    expect(await setUpSecretariat(first, input)).toEqual({ ok: false, reason: 'link_used_or_expired' });
    expect(await setUpSecretariat(second, { ...input, governmentId: 'atlantis' })).toMatchObject({
      reason: 'not_found',
    });
    const answers = await Promise.all([
      setUpSecretariat(second, input),
      setUpSecretariat(second, { ...input, email: 'other@example.org' }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().seat.count({ where: { role: 'secretariat' } })).toBe(1);

    expect(await ensureFirstSeat()).toBeNull();
    expect(await findSetup(second)).toBe(false);
  });

  test('the secretariat cannot lock itself out', async () => {
    const tenure = await db().tenure.findFirstOrThrow({ where: { seat: { role: 'secretariat' } } });
    const { token } = await startSession(tenure.accountId);
    const actor = (await findSession(token))?.actor;
    if (!actor) throw new Error('The first seat is not held.');
    expect(await endTenure(actor, { tenureId: tenure.id })).toMatchObject({ reason: 'last_secretariat' });
    expect(await closeSeat(actor, { seatId: tenure.seatId })).toMatchObject({ reason: 'last_secretariat' });
  });
});
