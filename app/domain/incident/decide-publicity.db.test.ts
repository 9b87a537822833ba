import { describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { Role } from '#prisma/generated/enums.ts';
import { anActor, anIncident } from '#tests/factories.ts';
import { createTestDatabase } from '#tests/world.ts';
import { decidePublicity } from './decide-publicity.server.ts';
import { findIncidentPage } from './find-incident-page.server.ts';

createTestDatabase();

const reason = { text: '산란기가 끝났습니다.', language: 'ko' } as const;

test('the responsible government makes an incident public with a coarse place, then exact, then takes it back', async () => {
  const officer = await anActor();
  const { number, threadId, lat } = await anIncident();
  expect(await findIncidentPage(null, number)).toBeNull();
  await decidePublicity(officer, { number, publicity: 'coarse', ...reason });
  const coarse = await findIncidentPage(null, number);
  expect(coarse).toMatchObject({ coarse: true, text: '' });
  expect(coarse?.lat).not.toBe(lat);
  expect(await findIncidentPage(officer, number)).toMatchObject({ coarse: false, lat });
  await decidePublicity(officer, { number, publicity: 'exact', ...reason });
  expect(await findIncidentPage(null, number)).toMatchObject({ coarse: false, lat });
  await decidePublicity(officer, { number, publicity: 'none', ...reason });
  expect(await findIncidentPage(null, number)).toBeNull();
  const events = await db().event.findMany({ where: { threadId }, orderBy: { seq: 'asc' } });
  expect(events.slice(1).map(({ payload }) => payload)).toEqual(
    ['coarse', 'exact', 'none'].map((publicity) => ({ publicity, reason })),
  );
});

describe('nobody else decides', () => {
  const others = [
    { government: 'taean', role: Role.observer },
    ...Object.values(Role).map((role) => ({ government: 'weihai', role })),
  ];
  test.each(others)('$government, $role', async ({ government, role }) => {
    const { number } = await anIncident({ reporterGovernmentId: 'weihai' });
    const actor = await anActor({ government, role });
    expect(await decidePublicity(actor, { number, publicity: 'exact', ...reason })).toEqual({
      ok: false,
      reason: 'not_allowed',
    });
    expect(await findIncidentPage(null, number)).toBeNull();
  });
});

test('what is for named governments does not become public over their heads', async () => {
  const { number } = await anIncident({ thread: { visibility: 'bilateral', audience: ['weihai'] } });
  expect(await decidePublicity(await anActor(), { number, publicity: 'exact', ...reason })).toEqual({
    ok: false,
    reason: 'not_allowed',
  });
});

test('pressed by two at once it is decided once', async () => {
  const [one, other] = [await anActor(), await anActor()];
  const { number, threadId } = await anIncident();
  const input = { number, publicity: 'coarse', ...reason } as const;
  const results = await Promise.all([decidePublicity(one, input), decidePublicity(other, input)]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results).toContainEqual({ ok: false, reason: 'already_changed' });
  expect(await db().event.count({ where: { threadId, type: 'publicity_decided' } })).toBe(1);
});
