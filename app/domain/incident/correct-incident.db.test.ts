import { v7 as uuid } from 'uuid';
import { describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import type { Incident } from '#prisma/generated/client.ts';
import { Role } from '#prisma/generated/enums.ts';
import { anActor, anIncident } from '#tests/factories.ts';
import { createTestDatabase } from '#tests/world.ts';
import { readSnapshot } from '../thread/find-entries.server.ts';
import { correctIncident } from './correct-incident.server.ts';
import { decidePublicity } from './decide-publicity.server.ts';
import { findCorrections } from './find-corrections.server.ts';
import { findPhoto } from './find-photo.server.ts';
import { findIncidentPage } from './find-incident-page.server.ts';
import type { CorrectionInput } from './incident.ts';

createTestDatabase();

/** What any government that may correct sends. */
function findings(incident: Incident, overrides: Partial<CorrectionInput> = {}) {
  const { number, version, kind, compartment, hazard, lat, lon } = incident;
  const placeName = incident.placeName ?? '';
  return { number, version, kind, compartment, hazard, coordinates: { lat, lon }, placeName, ...overrides };
}

/** What the government sends that reported. */
function whole(incident: Incident, overrides: Partial<CorrectionInput> = {}) {
  const { title, text, language, seenAt } = incident;
  return findings(incident, { title, text, language, seenAt, amounts: [], ...overrides });
}

const boryeong = { lat: 36.3, lon: 126.51 };

test('the government that reported corrects its report: old and new stand in the thread, and those concerned hear', async () => {
  const [reporter, responsible] = [await anActor({ government: 'weihai' }), await anActor()];
  const incident = await anIncident({ reporterGovernmentId: 'weihai', hazard: 'none' });
  const amounts = [{ item: 'rope', value: 12, unit: 'kg', method: 'measured' }] as const;
  const title = '만리포 로프 뭉치';
  const input = whole(incident, { title, hazard: 'high', amounts: [...amounts], shoreLengthM: 40 });
  expect(await correctIncident(reporter, input)).toMatchObject({ ok: true });
  const page = await findIncidentPage(responsible, incident.number);
  expect(page).toMatchObject({ title, hazard: 'high', shoreLengthM: 40, amounts, version: 2 });
  const [correction] = await findCorrections(responsible, incident.number);
  expect(correction).toMatchObject({ government: { id: 'weihai' } });
  const entry = (await readSnapshot(responsible, incident.threadId))?.entries.at(-1);
  expect(entry).toMatchObject({
    type: 'incident_corrected',
    actor: { governmentId: 'weihai' },
    changes: [
      { field: 'title', from: { text: incident.title, language: 'ko' }, to: { text: title } },
      { field: 'hazard', from: 'none', to: 'high' },
      { field: 'shore_length', from: null, to: 40 },
      { field: 'amounts', from: [], to: amounts },
    ],
  });
  expect(await db().notification.count({ where: { seatId: responsible.seatId } })).toBe(1);
});

test('translations of changed words turn stale, those of unchanged words stay what they are', async () => {
  const actor = await anActor();
  const incident = await anIncident();
  const translate = (field: 'title' | 'text') =>
    db().translation.create({
      data: {
        ...{ id: uuid(), subject: 'incident', subjectId: incident.id, field, revision: 1 },
        ...{ language: 'zh', kind: 'human', text: '万里浦' },
      },
    });
  await Promise.all([translate('title'), translate('text')]);
  await correctIncident(actor, whole(incident, { text: '해변 남쪽 끝입니다.' }));
  const page = await findIncidentPage(actor, incident.number);
  expect(page?.revision).toBe(2);
  const revisionOf = (field: string) => page?.translations.find((one) => one.field === field)?.revision;
  expect([revisionOf('title'), revisionOf('text')]).toEqual([2, 1]);
});

test('the responsible government corrects place and kind of another one’s report, and none of its words', async () => {
  const responsible = await anActor();
  const incident = await anIncident({ reporterGovernmentId: 'weihai', accuracyM: 9 });
  const moved = findings(incident, { coordinates: boryeong, kind: 'derelict_gear', placeName: '대천항' });
  expect(await correctIncident(responsible, moved)).toMatchObject({ ok: true });
  const page = await findIncidentPage(responsible, incident.number);
  // It does not lose the incident by a correction: it hands over with a reason.
  expect(page).toMatchObject({ ...boryeong, kind: 'derelict_gear', accuracyM: null });
  expect(page).toMatchObject({
    responsibleGovernmentId: 'taean',
    placeName: '대천항',
    title: incident.title,
  });
  for (const words of [{ title: '다른 제목' }, { text: '다른 글' }]) {
    const input = findings(incident, { version: 2, ...words });
    expect(await correctIncident(responsible, input)).toEqual({ ok: false, reason: 'not_allowed' });
  }
});

describe('nobody else corrects', () => {
  const others = [
    { government: 'taean', role: Role.observer },
    ...Object.values(Role).map((role) => ({ government: 'qingdao', role })),
  ];
  test.each(others)('$government, $role', async ({ government, role }) => {
    const incident = await anIncident({ reporterGovernmentId: 'weihai' });
    const actor = await anActor({ government, role });
    expect(await correctIncident(actor, findings(incident, { hazard: 'urgent' }))).toEqual({
      ok: false,
      reason: 'not_allowed',
    });
    expect((await findIncidentPage(actor, incident.number))?.mayCorrect).toBe(false);
  });

  test('and who may not see it does not learn that it is there', async () => {
    const incident = await anIncident({ thread: { visibility: 'government' } });
    const outsider = await anActor({ government: 'weihai' });
    expect(await correctIncident(outsider, findings(incident))).toEqual({ ok: false, reason: 'not_found' });
    expect(await findCorrections(outsider, incident.number)).toEqual([]);
  });
});

test('two that correct at once: one is written, the other is told', async () => {
  const [one, other] = [await anActor(), await anActor()];
  const incident = await anIncident();
  const results = await Promise.all([
    correctIncident(one, whole(incident, { hazard: 'high' })),
    correctIncident(other, whole(incident, { hazard: 'low' })),
  ]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results).toContainEqual({ ok: false, reason: 'already_changed' });
  expect(await findCorrections(one, incident.number)).toHaveLength(1);
});

test('a correction that changes nothing is none', async () => {
  const actor = await anActor();
  const incident = await anIncident();
  expect(await correctIncident(actor, whole(incident))).toEqual({ ok: false, reason: 'nothing_changed' });
});

test('clues and photos are put right, what a survey says stays, and a photo that is taken out is nobody’s', async () => {
  const [actor, other] = [await anActor(), await anActor({ government: 'qingdao' })];
  const incident = await anIncident({ reporterGovernmentId: 'taean' });
  const incidentId = incident.id;
  const clue = { incidentId, position: 0, labelLanguage: null, note: null };
  await db().originClue.createMany({
    data: [
      { ...clue, id: uuid(), evidence: 'label', labelLanguage: 'zh', count: 12, note: '생산 차수' },
      { ...clue, id: uuid(), evidence: 'survey_record', count: 3, note: 'CN' },
    ],
  });
  const aPhoto = async (accountId: string, of: string | null, position = 0) => {
    const id = uuid();
    await db().photo.create({
      data: { id, accountId, incidentId: of, position, width: 1, height: 1, bytes: 1, sha256: id },
    });
    return id;
  };
  const [first, second] = [
    await aPhoto(actor.accountId, incidentId, 0),
    await aPhoto(actor.accountId, incidentId, 1),
  ];
  const [added, foreign] = [await aPhoto(actor.accountId, null), await aPhoto(other.accountId, null)];
  const clues = [{ evidence: 'label', labelLanguage: 'zh', count: 7, note: '생산 차수' } as const];
  const photoIds = [added, foreign, second];
  expect(await correctIncident(actor, whole(incident, { clues, photoIds }))).toMatchObject({ ok: true });

  const page = await findIncidentPage(other, incident.number);
  expect(page?.photos.map(({ id }) => id)).toEqual([added, second]);
  expect(page?.clues.map(({ evidence, count }) => [evidence, count])).toEqual(
    expect.arrayContaining([
      ['label', 7],
      ['survey_record', 3],
    ]),
  );
  for (const reader of [actor, other]) expect(await findPhoto(reader, first)).toBeNull();
  const [correction] = await findCorrections(other, incident.number);
  expect(correction?.changes).toEqual([
    { field: 'clues', from: [expect.objectContaining({ count: 12 })], to: clues },
    { field: 'photos', from: [first, second], to: [added, second] },
  ]);
  // A form without photos says nothing about them.
  const again = { ...incident, version: 2 };
  expect(await correctIncident(actor, whole(again))).toEqual({ ok: false, reason: 'nothing_changed' });
});

test('who is responsible follows the place until somebody confirms', async () => {
  const reporter = await anActor({ government: 'weihai' });
  const receiver = await anActor({ government: 'boryeong' });
  const named = { visibility: 'bilateral', audience: ['taean'] } as const;
  const early = await anIncident({ reporterGovernmentId: 'weihai', thread: named });
  await correctIncident(reporter, whole(early, { coordinates: boryeong }));
  expect(await findIncidentPage(receiver, early.number)).toMatchObject({
    responsibleGovernmentId: 'boryeong',
  });
  const told = await db().notification.findMany({ where: { seatId: receiver.seatId } });
  expect(told.map(({ reason }) => reason)).toEqual(['incident_in_my_waters']);

  const late = await anIncident({ reporterGovernmentId: 'weihai', status: 'confirmed' });
  await correctIncident(reporter, whole(late, { coordinates: boryeong }));
  expect(await findIncidentPage(reporter, late.number)).toMatchObject({
    ...boryeong,
    responsibleGovernmentId: 'taean',
  });
});

test('a guest hears that something was corrected, and nothing that leads to a coarse place', async () => {
  const actor = await anActor();
  const incident = await anIncident({ placeName: '만리포 해변' });
  const input = whole(incident, {
    ...{ title: '스티로폼 부표', text: '북쪽 끝', hazard: 'high', shoreLengthM: 312.5 },
    ...{ coordinates: { lat: 36.7871, lon: 126.1439 }, placeName: '만리포 북쪽' },
  });
  await correctIncident(actor, input);
  for (const publicity of ['coarse', 'exact'] as const) {
    await decidePublicity(actor, { number: incident.number, publicity, text: '공개', language: 'ko' });
    const entries = (await readSnapshot(null, incident.threadId))?.entries ?? [];
    const entry = entries.find(({ type }) => type === 'incident_corrected');
    expect(entry).toMatchObject({
      actor: { name: null },
      changes: [{ field: 'hazard', from: 'none', to: 'high' }],
    });
    const said = JSON.stringify(entries);
    for (const trace of ['36.78', '126.14', '만리포', '북쪽', '312.5']) expect(said).not.toContain(trace);
  }
  const stored = await db().event.findMany({ where: { threadId: incident.threadId } });
  expect(JSON.stringify(stored.map(({ payload }) => payload))).not.toContain('36.78');
});
