import { describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { anActor, anIncident } from '#tests/factories.ts';
import { createTestDatabase } from '#tests/world.ts';
import { confirmIncident } from './confirm-incident.server.ts';

createTestDatabase();

describe('confirming an incident', () => {
  test('the responsible government confirms, and the thread says so once', async () => {
    const actor = await anActor({ government: 'taean' });
    const { number, threadId } = await anIncident({ responsibleGovernmentId: 'taean' });

    const answers = await Promise.all([
      confirmIncident(actor, { number }),
      confirmIncident(actor, { number }),
    ]);

    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const events = await db().event.findMany({ where: { threadId }, orderBy: { seq: 'asc' } });
    expect(events.map(({ type }) => type)).toEqual(['incident_reported', 'incident_confirmed']);
  });

  test('a government that only reads along is refused', async () => {
    const actor = await anActor({ government: 'weihai' });
    const { number } = await anIncident({ responsibleGovernmentId: 'taean' });

    expect(await confirmIncident(actor, { number })).toEqual({ ok: false, reason: 'not_allowed' });
  });

  test('what one may not see does not exist', async () => {
    const actor = await anActor({ government: 'weihai' });
    const { number } = await anIncident({ thread: { visibility: 'bilateral', audience: ['qingdao'] } });

    expect(await confirmIncident(actor, { number })).toEqual({ ok: false, reason: 'not_found' });
  });
});
