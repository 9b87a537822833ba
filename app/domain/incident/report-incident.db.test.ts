import { v7 as uuid } from 'uuid';
import { describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { anActor, aSeat } from '#tests/factories.ts';
import { createTestDatabase } from '#tests/world.ts';
import { reportInput, type ReportInput } from './incident.ts';
import { reportIncident } from './report-incident.server.ts';

createTestDatabase();

const aReport = (overrides: Record<string, unknown> = {}): ReportInput =>
  reportInput.parse({
    clientKey: uuid(),
    title: '만리포 남측 스티로폼 부표',
    language: 'ko',
    kind: 'aquaculture_floats',
    compartment: 'shoreline',
    coordinates: '36-46.56N 126-08.03E',
    seenAt: '2026-01-02T09:20',
    zone: 'Asia/Seoul',
    amounts: [{ item: 'foam_buoy', value: 60, unit: 'items', method: 'estimated' }, { item: 'rope' }],
    clues: [
      { evidence: 'label', labelLanguage: 'zh', count: 12 },
      { evidence: 'none', count: 41 },
      { note: '-' },
    ],
    ...overrides,
  });

async function numberOf(result: Awaited<ReturnType<typeof reportIncident>>): Promise<string> {
  if (!result.ok) throw new Error(result.reason);
  return result.value.number;
}

describe('reporting an incident', () => {
  test('it gets a number of its year, its rows, its thread and the nearest government', async () => {
    const actor = await anActor({ government: 'weihai' });
    const number = await numberOf(await reportIncident(actor, aReport()));

    expect(number).toMatch(/^\d{4}-\d{4}$/);
    const incident = await db().incident.findUniqueOrThrow({
      where: { number },
      include: {
        amounts: true,
        clues: { orderBy: { position: 'asc' } },
        thread: { include: { events: true, follows: true } },
      },
    });
    expect(incident).toMatchObject({
      status: 'reported',
      responsibleGovernmentId: 'taean',
      reporterGovernmentId: 'weihai',
    });
    expect(incident.seenAt).toEqual(new Date('2026-01-02T00:20:00Z'));
    expect(incident.amounts).toHaveLength(1);
    expect(incident.clues.map(({ evidence, count }) => [evidence, count])).toEqual([
      ['label', 12],
      ['none', 41],
    ]);
    expect(incident.thread.visibility).toBe('network');
    expect(incident.thread.events.map(({ type }) => type)).toEqual(['incident_reported']);
    expect(incident.thread.follows.map(({ seatId }) => seatId)).toEqual([actor.seatId]);
  });

  test('the responsible government hears of it, who reported does not', async () => {
    const reporter = await anActor({ government: 'qingdao' });
    const responsible = await aSeat({ governmentId: 'gunsan' });
    const number = await numberOf(
      await reportIncident(reporter, aReport({ responsibleGovernmentId: 'gunsan' })),
    );
    const { threadId } = await db().incident.findUniqueOrThrow({ where: { number } });
    const notifications = await db().notification.findMany({ where: { threadId } });

    expect(notifications).toMatchObject([{ seatId: responsible.id, reason: 'incident_in_my_waters' }]);
  });

  test('the same key sent twice at once makes one incident; with other words it is refused', async () => {
    const actor = await anActor();
    const report = aReport();
    const [one, two] = await Promise.all([reportIncident(actor, report), reportIncident(actor, report)]);

    expect(one).toEqual(two);
    expect(await reportIncident(actor, { ...report, title: '다른 제목' })).toEqual({
      ok: false,
      reason: 'key_reused',
    });
  });

  test('among named governments the responsible one always reads along', async () => {
    const actor = await anActor({ government: 'weihai' });
    const number = await numberOf(
      await reportIncident(actor, aReport({ visibility: 'bilateral', audience: ['qingdao', 'nowhere'] })),
    );
    const { thread } = await db().incident.findUniqueOrThrow({
      where: { number },
      include: { thread: { include: { audience: true } } },
    });

    expect(thread.audience.map(({ governmentId }) => governmentId).sort()).toEqual(['qingdao', 'taean']);
  });

  test('it takes its own waiting photos, and nobody else’s', async () => {
    const [actor, other] = [await anActor(), await anActor()];
    const photo = (accountId: string) =>
      db().photo.create({
        data: { id: uuid(), accountId, width: 4, height: 3, bytes: 9, sha256: 'f'.repeat(64) },
      });
    const [own, foreign] = [await photo(actor.accountId), await photo(other.accountId)];
    const number = await numberOf(await reportIncident(actor, aReport({ photoIds: [foreign.id, own.id] })));
    const { photos } = await db().incident.findUniqueOrThrow({
      where: { number },
      include: { photos: true },
    });

    expect(photos.map(({ id }) => id)).toEqual([own.id]);
  });

  test('observers and unknown governments are refused', async () => {
    expect(await reportIncident(await anActor({ role: 'observer' }), aReport())).toEqual({
      ok: false,
      reason: 'not_allowed',
    });
    const merged = aReport({ responsibleGovernmentId: 'jeonnam' });
    expect(await reportIncident(await anActor(), merged)).toEqual({
      ok: false,
      reason: 'government_not_found',
    });
  });
});
