import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import type { Actor } from '#app/domain/actor.ts';
import { exportFormats } from '#app/domain/incident/export.ts';
import { importSheet } from '#prisma/import/import-sheet.ts';
import { AmountUnit, Compartment, Hazard, IncidentKind, IncidentStatus } from '#prisma/generated/enums.ts';
import { loader } from '#app/routes/incidents.export.ts';
import { findImportPage } from '#app/domain/incident/import/find-import.server.ts';
import { startImport } from '#app/domain/incident/import/start-import.server.ts';
import { v7 as uuid } from 'uuid';
import { anActor, anIncident } from './factories.ts';
import { createTestDatabase } from './world.ts';

createTestDatabase();

/** What people write and spreadsheets would run, cut, or take for something else. */
const words = [
  '=HYPERLINK("http://example.org","여기")',
  "'=이미 따옴표가 있는 제목",
  '+82-41-000-0000 연락처',
  '-3도에서 얼어붙은 그물',
  '@담당자',
  '두 줄\n제목',
  '쉼표, "따옴표"; 세미콜론',
  '  앞뒤 공백  ',
  '2026-05-01',
  '00123',
  '1e5',
  'true',
  '海边的泡沫浮球（约三百个）',
  '가'.repeat(140),
  '가'.repeat(140) + ' 더 긴 제목',
];
const count = 45;
const at = <Value>(values: readonly Value[], index: number): Value => {
  const value = values[index % values.length];
  if (value === undefined) throw new Error('There is nothing to choose from.');
  return value;
};

let actor: Actor;
beforeAll(async () => {
  actor = await anActor();
  for (let index = 0; index < count; index += 1) {
    const { id } = await anIncident({
      number: `2026-${5000 + index}`,
      title: at(words, index),
      text: index % 3 === 0 ? '' : `${at(words, index + 4)}\n${at(words, index + 7)}`,
      kind: at(Object.values(IncidentKind), index),
      status: at(Object.values(IncidentStatus), index),
      hazard: at(Object.values(Hazard), index),
      compartment: at(Object.values(Compartment), index),
      lat: 34 + index * 0.0137,
      lon: 126 + (index % 7) * 0.1,
      coarseForPublic: index % 5 === 0,
      placeName: index % 2 === 0 ? at(words, index + 2).slice(0, 140) : null,
      shoreLengthM: index % 4 === 0 ? 12.5 * index : null,
      seenAt: new Date(Date.UTC(2026, index % 10, 1 + (index % 27), index % 24, index % 60, 7, index)),
      thread: { visibility: at(['network', 'public', 'government'] as const, index) },
    });
    for (let position = 0; position < index % 3; position += 1) {
      await db().amount.create({
        data: {
          ...{ id: uuid(), incidentId: id, position, item: at(['rope', 'foam_buoy'], position) },
          value: at([12, 0.0000004, 1234567.25], index),
          unit: at(Object.values(AmountUnit), index + position),
          method: at(['measured', 'estimated'] as const, index),
        },
      });
    }
  }
});

/** Everything that stands in the tables of incidents. */
const everything = () =>
  db().incident.findMany({
    orderBy: { id: 'asc' },
    include: { amounts: { orderBy: { position: 'asc' } }, clues: true, thread: true },
  });

async function exported(format: string, language: string): Promise<Uint8Array> {
  const request = new Request(`http://localhost/incidents.${format}`, {
    headers: { 'accept-language': language },
  });
  const answer = await loader({ request, params: {}, context: { cspNonce: '', requestId: '', build: '' } });
  return new Uint8Array(await answer.arrayBuffer());
}

describe.each(exportFormats)('an export as %s', (format) => {
  test.each(['ko', 'zh', 'en'])('comes in again and changes nothing, with heads in %s', async (language) => {
    const before = await everything();
    const shown = before.filter(({ thread }) => thread.visibility === 'public');
    const bytes = await exported(format, language);
    const report = await importSheet(bytes, { fileName: `export.${format}`, government: 'taean' });
    expect(report.findings).toEqual([]);
    expect(report).toMatchObject({
      ...{ rows: shown.length, incidents: shown.length, added: 0, alreadyThere: shown.length },
      rejectedRows: 0,
    });
    expect(await everything()).toEqual(before);

    const started = await startImport(actor, { fileName: `mine.${format}`, bytes, places: null });
    if (!started.ok || 'fault' in started.value) throw new Error('not started');
    expect((await findImportPage(actor, started.value.id))?.preview).toMatchObject({
      counts: { accepted: 0, alreadyThere: shown.length, rejectedRows: 0 },
    });
  });
});

test('brought into a house that does not have them, each comes in as it was, whatever a spreadsheet would run', async () => {
  const bytes = await exported('csv', 'ko');
  const elsewhere = new TextDecoder('utf-8', { ignoreBOM: true })
    .decode(bytes)
    .replaceAll(/^2026-5/gm, '2031-5');
  const report = await importSheet(new TextEncoder().encode(elsewhere), {
    ...{ fileName: 'other.csv', government: 'taean' },
  });
  const originals = (await everything()).filter(
    ({ thread, number }) => thread.visibility === 'public' && number.startsWith('2026-5'),
  );
  expect(report).toMatchObject({ added: originals.length, rejectedRows: 0 });
  const copies = await db().incident.findMany({
    where: { externalSource: 'tideline-export' },
    include: { amounts: { orderBy: { position: 'asc' } } },
  });
  for (const original of originals) {
    const copy = copies.find(({ externalId }) => externalId === original.number.replace('2026', '2031'));
    // A guest's export of a coarse incident has no words that could tell its place.
    const text = original.coarseForPublic ? '' : original.text;
    expect(copy).toMatchObject({
      ...{ kind: original.kind, hazard: original.hazard, compartment: original.compartment },
      title: original.title.trim().slice(0, 140),
      text: text.trim(),
    });
    expect(copy?.amounts.map(({ item, value, unit, method }) => [item, value, unit, method])).toEqual(
      original.amounts.map(({ item, value, unit, method }) => [item, value, unit, method]),
    );
  }
});
