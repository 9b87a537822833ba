import { v7 as uuid } from 'uuid';
import { describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import type { IncidentStatus } from '#prisma/generated/enums.ts';
import type { Actor } from '../actor.ts';
import { anActor, anIncident } from '#tests/factories.ts';
import { createTestDatabase } from '#tests/world.ts';
import { closeWithoutAction } from './close-without-action.server.ts';
import { confirmIncident } from './confirm-incident.server.ts';
import { handOverIncident } from './hand-over-incident.server.ts';
import { markDuplicate } from './mark-duplicate.server.ts';
import { reopenIncident } from './reopen-incident.server.ts';
import { resolveIncident } from './resolve-incident.server.ts';
import { startResponse } from './start-response.server.ts';

createTestDatabase();

const reason = { text: '발견 위치가 보령시 관할 해안입니다.', language: 'ko' } as const;
const collected = { item: 'foam_buoy', value: 300, unit: 'items', method: 'measured' } as const;
const evidence = { ...reason, photoIds: [], amounts: [collected] };
const statusOf = async (number: string) =>
  (await db().incident.findUniqueOrThrow({ where: { number } })).status;
const eventsOf = async (threadId: string) =>
  (await db().event.findMany({ where: { threadId }, orderBy: { seq: 'asc' } })).map(({ type }) => type);

const steps = [
  [
    'starting a response',
    'confirmed',
    'responding',
    (actor: Actor, number: string) => startResponse(actor, { number, ...reason }),
  ],
  [
    'resolving',
    'responding',
    'resolved',
    (actor: Actor, number: string) => resolveIncident(actor, { number, ...evidence }),
  ],
  [
    'closing without action',
    'reported',
    'no_action',
    (actor: Actor, number: string) => closeWithoutAction(actor, { number, ...reason }),
  ],
  [
    'reopening',
    'no_action',
    'reported',
    (actor: Actor, number: string) => reopenIncident(actor, { number, ...reason }),
  ],
  [
    'confirming',
    'reported',
    'confirmed',
    (actor: Actor, number: string) => confirmIncident(actor, { number }),
  ],
] as const satisfies readonly (readonly [string, IncidentStatus, IncidentStatus, unknown])[];

describe.each(steps)('%s', (_name, before, after, take) => {
  test('the responsible government does it; pressed twice at once it happens once', async () => {
    const actor = await anActor();
    const { number, threadId } = await anIncident({ status: before });
    const answers = await Promise.all([take(actor, number), take(actor, number)]);

    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'already_changed' });
    expect(await statusOf(number)).toBe(after);
    expect(await eventsOf(threadId)).toHaveLength(2);
  });

  test('others and observers are refused, and who may not see it is told nothing', async () => {
    const { number } = await anIncident({ status: before });
    expect(await take(await anActor({ government: 'weihai' }), number)).toEqual({
      ok: false,
      reason: 'not_allowed',
    });
    expect(await take(await anActor({ role: 'observer' }), number)).toEqual({
      ok: false,
      reason: 'not_allowed',
    });
    const hidden = await anIncident({ status: before, thread: { visibility: 'government' } });
    expect(await take(await anActor({ government: 'weihai' }), hidden.number)).toEqual({
      ok: false,
      reason: 'not_found',
    });
    expect(await statusOf(number)).toBe(before);
  });
});

describe('resolving', () => {
  test('words alone are no evidence', async () => {
    const { number } = await anIncident({ status: 'responding' });
    const answer = await resolveIncident(await anActor(), { number, ...evidence, amounts: [] });
    expect(answer).toEqual({ ok: false, reason: 'evidence_needed' });
  });

  test('an after photo is evidence, somebody else’s photo is not', async () => {
    const [actor, other] = [await anActor(), await anActor()];
    const photo = (accountId: string) =>
      db().photo.create({
        data: { id: uuid(), accountId, width: 4, height: 3, bytes: 9, sha256: 'f'.repeat(64) },
      });
    const { number } = await anIncident({ status: 'responding' });
    const foreign = { number, ...reason, amounts: [], photoIds: [(await photo(other.accountId)).id] };
    expect(await resolveIncident(actor, foreign)).toEqual({ ok: false, reason: 'evidence_needed' });
    const own = { ...foreign, photoIds: [(await photo(actor.accountId)).id] };
    expect(await resolveIncident(actor, own)).toMatchObject({ ok: true });
  });

  test('who reported hears of it', async () => {
    const reporter = await anActor({ government: 'rizhao' });
    const { number, threadId } = await anIncident({ status: 'responding', reporterGovernmentId: 'rizhao' });
    await resolveIncident(await anActor(), { number, ...evidence });
    expect(await db().notification.count({ where: { threadId, seatId: reporter.seatId } })).toBe(1);
  });
});

describe('handing over', () => {
  test('the other government is responsible and starts from the beginning', async () => {
    const [actor, next] = [await anActor(), await anActor({ government: 'boryeong' })];
    const reporter = await anActor({ government: 'weihai' });
    const { number, threadId } = await anIncident({ status: 'confirmed', reporterGovernmentId: 'weihai' });
    expect(await handOverIncident(actor, { number, toGovernmentId: 'boryeong', ...reason })).toMatchObject({
      ok: true,
    });
    expect(await db().incident.findUnique({ where: { number } })).toMatchObject({
      status: 'reported',
      responsibleGovernmentId: 'boryeong',
    });
    const told = await db().notification.findMany({
      where: { threadId, seatId: { in: [next.seatId, reporter.seatId] } },
    });
    expect(told).toHaveLength(2);
    expect(new Map(told.map(({ seatId, reason: why }) => [seatId, why]))).toEqual(
      new Map([
        [next.seatId, 'incident_in_my_waters'],
        [reporter.seatId, 'news_in_my_thread'],
      ]),
    );
    const event = await db().event.findFirst({ where: { threadId, type: 'incident_handed_over' } });
    expect(event?.payload).toEqual({ fromGovernmentId: 'taean', toGovernmentId: 'boryeong', reason });
    expect(await confirmIncident(next, { number })).toMatchObject({ ok: true });
  });

  test('where nobody there can act it is closed and says whose it is', async () => {
    const { number } = await anIncident();
    await handOverIncident(await anActor(), { number, toGovernmentId: 'wenzhou', ...reason });
    expect(await db().incident.findUnique({ where: { number } })).toMatchObject({
      status: 'not_ours',
      responsibleGovernmentId: 'wenzhou',
    });
  });

  test('a thread of the own government is opened to the one that takes over', async () => {
    const next = await anActor({ government: 'gunsan' });
    const { number } = await anIncident({ thread: { visibility: 'government' } });
    await handOverIncident(await anActor(), { number, toGovernmentId: 'gunsan', ...reason });
    expect(await confirmIncident(next, { number })).toMatchObject({ ok: true });
  });

  test('not to itself, and not to a government that is no more', async () => {
    const [actor, { number }] = [await anActor(), await anIncident()];
    for (const toGovernmentId of ['taean', 'jeonnam', 'nowhere']) {
      const answer = await handOverIncident(actor, { number, toGovernmentId, ...reason });
      expect(answer).toEqual({ ok: false, reason: 'government_not_found' });
    }
  });
});

describe('marking a duplicate', () => {
  test('it leads to the one that it repeats, never to itself and never in a circle', async () => {
    const actor = await anActor();
    const [first, second, third] = [await anIncident(), await anIncident(), await anIncident()];
    const mark = (number: string, ofNumber: string) => markDuplicate(actor, { number, ofNumber, ...reason });
    expect(await mark(second.number, second.number)).toEqual({ ok: false, reason: 'duplicate_of_itself' });
    expect(await mark(second.number, first.number)).toMatchObject({ ok: true });
    expect(await mark(first.number, second.number)).toEqual({ ok: false, reason: 'duplicate_of_itself' });
    expect(await mark(third.number, second.number)).toMatchObject({ ok: true });
    expect(await db().incident.findUnique({ where: { number: third.number } })).toMatchObject({
      duplicateOfId: first.id,
    });
  });

  test('two that name each other at once do not make a circle', async () => {
    const actor = await anActor();
    const [one, two] = [await anIncident(), await anIncident()];
    const answers = await Promise.all([
      markDuplicate(actor, { number: one.number, ofNumber: two.number, ...reason }),
      markDuplicate(actor, { number: two.number, ofNumber: one.number, ...reason }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('an incident that the actor may not see has no number', async () => {
    const hidden = await anIncident({ reporterGovernmentId: 'weihai', thread: { visibility: 'government' } });
    const { number } = await anIncident();
    const answer = await markDuplicate(await anActor(), { number, ofNumber: hidden.number, ...reason });
    expect(answer).toEqual({ ok: false, reason: 'incident_not_found' });
  });
});
