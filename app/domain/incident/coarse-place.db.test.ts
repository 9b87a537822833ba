import { v7 as uuid } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { Visibility } from '#prisma/generated/enums.ts';
import type { Reader } from '../actor.ts';
import { anActor, anIncident } from '#tests/factories.ts';
import { readerNames, readerOf } from '#tests/readers.ts';
import { createTestDatabase } from '#tests/world.ts';
import { readSnapshot } from '../thread/find-entries.server.ts';
import { addObservation } from './add-observation.server.ts';
import { noFilters } from './filters.ts';
import { findCorrections } from './find-corrections.server.ts';
import { findIncidentPage } from './find-incident-page.server.ts';
import { findIncidentsToExport } from './find-incidents-to-export.server.ts';
import { findIncidentPoints, findIncidents } from './find-incidents.server.ts';

createTestDatabase();

const exact = { lat: 36.786_613, lon: 126.143_527 };
/** Anything of these in an answer would give the place away. */
const traces = ['36.7866', '126.1435', '36.78661', '만리포', '북쪽', '갯바위', '7.25', '312.5'];
const numbers = new Map<Visibility, string>();
const threads = new Map<Visibility, string>();

beforeAll(async () => {
  for (const visibility of Object.values(Visibility)) {
    const { id, number, threadId } = await anIncident({
      ...exact,
      coarseForPublic: true,
      title: '스티로폼 부표',
      placeName: '만리포 해변',
      text: '해변 북쪽 끝에 있습니다.',
      accuracyM: 7.25,
      shoreLengthM: 312.5,
      thread: { visibility, audience: visibility === 'bilateral' ? ['weihai'] : [] },
    });
    await db().originClue.create({
      data: { id: uuid(), incidentId: id, position: 0, evidence: 'none', note: '갯바위 옆' },
    });
    await db().translation.create({
      data: {
        ...{ id: uuid(), subject: 'incident', subjectId: id, field: 'text', revision: 1 },
        ...{ language: 'zh', kind: 'human', text: '在万里浦（만리포）' },
      },
    });
    await addObservation(await anActor({ government: 'weihai' }), {
      ...{ number, clientKey: uuid(), seenAt: new Date(), lat: 36.786_62, lon: 126.143_53 },
      ...{ text: '만리포 갯바위 아래', language: 'ko', amounts: [], photoIds: [] },
    });
    numbers.set(visibility, number);
    threads.set(visibility, threadId);
  }
});

/** Everything that the doors say to a reader about the incident with this visibility. */
async function saidTo(reader: Reader, visibility: Visibility) {
  const number = numbers.get(visibility) ?? '';
  const { incidents } = await findIncidents(reader, noFilters);
  return {
    page: await findIncidentPage(reader, number),
    list: incidents.find((one) => one.number === number) ?? null,
    point: (await findIncidentPoints(reader, noFilters)).find((one) => one.number === number) ?? null,
    exported: await exportedTo(reader, number),
    thread: await readSnapshot(reader, threads.get(visibility) ?? ''),
    earlier: reader ? await findCorrections(reader, number) : [],
    found: (await findIncidents(reader, { ...noFilters, q: '만리포' })).count,
  };
}

/** The row of the export with the same filters as the list. */
async function exportedTo(reader: Reader, number: string) {
  for await (const rows of findIncidentsToExport(reader, noFilters)) {
    const row = rows.find((one) => one.number === number);
    if (row) return row;
  }
  return null;
}

describe('an incident whose place is coarse for the public', () => {
  test.each(Object.values(Visibility))(
    'tells a guest nothing that leads to it when it is for “%s”',
    async (visibility) => {
      const said = await saidTo(null, visibility);
      const text = JSON.stringify(said);
      expect(traces.filter((trace) => text.includes(trace))).toEqual([]);
      expect(said.found).toBe(0);
      const { page, list, point, exported, thread } = said;
      if (visibility !== 'public') {
        const nothing = { page: null, list: null, point: null, exported: null, thread: null };
        return expect({ page, list, point, exported, thread }).toEqual(nothing);
      }
      const middle = { lat: page?.lat, lon: page?.lon };
      expect(page?.coarse).toBe(true);
      expect(list).toMatchObject(middle);
      expect(point).toMatchObject(middle);
      expect(exported).toMatchObject(middle);
    },
  );

  test.each(readerNames.filter((name) => name !== 'guest'))(
    'is exact for %s, on every surface',
    async (name) => {
      const { page, list, point, exported, found } = await saidTo(await readerOf(name), 'public');
      expect(page).toMatchObject({ ...exact, coarse: false, placeName: '만리포 해변', accuracyM: 7.25 });
      expect(list).toMatchObject(exact);
      expect(point).toMatchObject(exact);
      expect(exported).toMatchObject(exact);
      expect(found).toBeGreaterThan(0);
    },
  );
});
