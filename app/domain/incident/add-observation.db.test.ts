import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { anActor, anIncident } from '#tests/factories.ts';
import { createTestDatabase } from '#tests/world.ts';
import { addObservation } from './add-observation.server.ts';
import { findIncidentPage } from './find-incident-page.server.ts';
import { findPhoto } from './find-photo.server.ts';
import type { ObservationInput } from './incident.ts';

createTestDatabase();

function anObservation(overrides: Partial<ObservationInput> = {}): ObservationInput {
  return {
    clientKey: uuid(),
    seenAt: new Date('2026-11-20T01:00:00Z'),
    lat: 36.795,
    lon: 126.151,
    text: '북쪽으로 옮겨 갔습니다.',
    language: 'ko',
    amounts: [{ item: 'unsorted', value: 40, unit: 'kg', method: 'estimated' }],
    photoIds: [],
    ...overrides,
  };
}

async function aPhoto(owner: { accountId: string }) {
  const id = uuid();
  const { accountId } = owner;
  await db().photo.create({ data: { id, accountId, width: 4, height: 3, bytes: 9, sha256: 'f'.repeat(64) } });
  return id;
}

test('a neighbour sees an incident again: it shows with amount, place and photo, and those concerned hear of it', async () => {
  const [neighbour, responsible] = [await anActor({ government: 'weihai' }), await anActor()];
  const { number } = await anIncident();
  const photoId = await aPhoto(neighbour);
  const result = await addObservation(neighbour, { number, ...anObservation({ photoIds: [photoId] }) });
  expect(result.ok).toBe(true);
  const page = await findIncidentPage(responsible, number);
  expect(page?.status).toBe('reported');
  expect(page?.observations).toMatchObject([
    {
      lat: 36.795,
      note: '북쪽으로 옮겨 갔습니다.',
      government: { id: 'weihai' },
      amounts: [{ value: 40, unit: 'kg' }],
      photos: [{ id: photoId }],
    },
  ]);
  expect(await db().notification.count({ where: { seatId: responsible.seatId } })).toBe(1);
  expect(await findPhoto(responsible, photoId)).not.toBeNull();
});

test('sent twice it is one observation; the same key with other words is refused', async () => {
  const actor = await anActor();
  const { number } = await anIncident();
  const input = { number, ...anObservation() };
  const both = await Promise.all([addObservation(actor, input), addObservation(actor, input)]);
  expect(both[0]).toEqual(both[1]);
  expect((await findIncidentPage(actor, number))?.observations).toHaveLength(1);
  expect(await addObservation(actor, { ...input, text: '다른 말' })).toEqual({
    ok: false,
    reason: 'key_reused',
  });
});

test('nobody adds to what they may not see, and an observer adds nothing', async () => {
  const { number } = await anIncident({ thread: { visibility: 'government' } });
  const outsider = await anActor({ government: 'weihai' });
  const observer = await anActor({ role: 'observer' });
  expect(await addObservation(outsider, { number, ...anObservation() })).toMatchObject({
    reason: 'not_found',
  });
  expect(await addObservation(observer, { number, ...anObservation() })).toMatchObject({
    reason: 'not_allowed',
  });
});

test('a photo of an observation is for those who see the incident, and for nobody once it is withdrawn', async () => {
  const actor = await anActor();
  const { number } = await anIncident({ thread: { visibility: 'government' } });
  const photoId = await aPhoto(actor);
  const result = await addObservation(actor, { number, ...anObservation({ photoIds: [photoId] }) });
  expect(await findPhoto(actor, photoId)).not.toBeNull();
  expect(await findPhoto(await anActor({ government: 'weihai' }), photoId)).toBeNull();
  expect(await findPhoto(null, photoId)).toBeNull();
  if (!result.ok) throw new Error(result.reason);
  await db().observation.update({ where: { id: result.value.id }, data: { withdrawnAt: new Date() } });
  expect(await findPhoto(actor, photoId)).toBeNull();
  expect((await findIncidentPage(actor, number))?.observations).toEqual([]);
});

test('a guest of a coarse incident sees that it was seen again, but not where', async () => {
  const actor = await anActor();
  const { number } = await anIncident({ coarseForPublic: true, thread: { visibility: 'public' } });
  await addObservation(actor, { number, ...anObservation() });
  const page = await findIncidentPage(null, number);
  expect(page?.observations).toHaveLength(1);
  const said = JSON.stringify(page?.observations);
  for (const trace of ['36.795,', '126.151,', '북쪽']) expect(said).not.toContain(trace);
});
