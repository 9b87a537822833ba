import { v7 as uuid } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import type { Incident } from '#prisma/generated/client.ts';
import { Visibility } from '#prisma/generated/enums.ts';
import { anActor, anIncident } from '#tests/factories.ts';
import { readerNames, readerOf } from '#tests/readers.ts';
import { createTestDatabase } from '#tests/world.ts';
import { noFilters } from './filters.ts';
import { findIncidentPage } from './find-incident-page.server.ts';
import { findIncidentForStep } from './find-incident.server.ts';
import { countIncidents, findIncidentPoints, findIncidents } from './find-incidents.server.ts';
import { findIncidentsToExport } from './find-incidents-to-export.server.ts';
import { findPhoto } from './find-photo.server.ts';
import { findWeights } from './find-weights.server.ts';
import { summarizeIncidents } from './summarize-incidents.server.ts';
import { readEntries, readHead } from '../thread/find-entries.server.ts';
import { findThread } from '../thread/find-thread.server.ts';
import { findThreads } from '../thread/find-threads.server.ts';

createTestDatabase();

type Made = { number: string; photoId: string };
const made = new Map<Visibility, Made>();
const withdrawn: (Incident & { photoId: string })[] = [];

/** Taean reports; a bilateral one is for Weihai. */
beforeAll(async () => {
  for (const visibility of Object.values(Visibility)) {
    const audience = visibility === 'bilateral' ? ['weihai'] : [];
    const { id, number } = await anIncident({ thread: { visibility, audience } });
    const photoId = uuid();
    await db().photo.create({
      data: { id: photoId, incidentId: id, width: 4, height: 3, bytes: 9, sha256: 'f'.repeat(64) },
    });
    made.set(visibility, { number, photoId });
    const gone = await anIncident({ thread: { visibility, audience, withdrawnAt: new Date() } });
    const gonePhoto = uuid();
    await db().photo.create({
      data: { id: gonePhoto, incidentId: gone.id, width: 4, height: 3, bytes: 9, sha256: 'f'.repeat(64) },
    });
    withdrawn.push({ ...gone, photoId: gonePhoto });
  }
});

function expected(name: string): Visibility[] {
  if (name === 'guest') return ['public'];
  if (name.startsWith('taean')) return ['government', 'bilateral', 'network', 'public'];
  return name.startsWith('weihai') ? ['bilateral', 'network', 'public'] : ['network', 'public'];
}

describe.each(readerNames)('%s', (name) => {
  test.each(Object.values(Visibility))(
    'sees an incident for “%s” on every surface or on none',
    async (visibility) => {
      const reader = await readerOf(name);
      const { number, photoId } = made.get(visibility) ?? { number: '', photoId: '' };
      const { incidents } = await findIncidents(reader, noFilters);
      const surfaces = {
        list: incidents.some((incident) => incident.number === number),
        search: (await findIncidents(reader, { ...noFilters, q: number })).count === 1,
        points: (await findIncidentPoints(reader, noFilters)).some((point) => point.number === number),
        page: (await findIncidentPage(reader, number)) !== null,
        step: (await findIncidentForStep(reader, number)) !== null,
        photo: (await findPhoto(reader, photoId)) !== null,
      };
      const sees = expected(name).includes(visibility);
      expect(surfaces).toEqual({
        list: sees,
        search: sees,
        points: sees,
        page: sees,
        step: sees,
        photo: sees,
      });
    },
  );

  test('is told how many there are, and no more', async () => {
    expect(await countIncidents(await readerOf(name), noFilters)).toBe(expected(name).length);
  });
});

test.each(readerNames)(
  '%s finds nothing of what was taken back, whoever could see it before',
  async (name) => {
    const reader = await readerOf(name);
    const { incidents } = await findIncidents(reader, noFilters);
    const listed = [...incidents, ...(await findIncidentPoints(reader, noFilters))].map(
      ({ number }) => number,
    );
    const exported: string[] = [];
    for await (const batch of findIncidentsToExport(reader, noFilters))
      exported.push(...batch.map(({ number }) => number));
    const threads = reader
      ? await findThreads(reader, { filter: { tab: 'all', page: 1 }, language: 'en' })
      : [];
    for (const { number, threadId, photoId } of withdrawn) {
      expect([...listed, ...exported]).not.toContain(number);
      expect(JSON.stringify(threads)).not.toContain(threadId);
      expect((await findIncidents(reader, { ...noFilters, q: number })).count).toBe(0);
      expect((await summarizeIncidents(reader, { ...noFilters, q: number })).all.count).toBe(0);
      expect(await findWeights(reader, { ...noFilters, q: number })).toEqual([]);
      expect(await findIncidentPage(reader, number)).toBeNull();
      expect(await findIncidentForStep(reader, number)).toBeNull();
      expect(await findPhoto(reader, photoId)).toBeNull();
      expect(await findThread(reader, threadId, 'en')).toBeNull();
      expect(await readHead(reader, threadId)).toBeNull();
      expect(await readEntries(reader, threadId, { after: 0 })).toBeNull();
    }
  },
);

test('a guest learns of no person, follower or post', async () => {
  const page = await findIncidentPage(null, made.get('public')?.number ?? '');
  expect(page).toMatchObject({ reportedBy: null, followers: [], posts: 0, steps: [] });
});

test('an uploaded photo is its owner’s alone until a report takes it', async () => {
  const [owner, colleague] = [await anActor(), await anActor()];
  const id = uuid();
  await db().photo.create({
    data: { id, accountId: owner.accountId, width: 4, height: 3, bytes: 9, sha256: 'f'.repeat(64) },
  });
  expect(await findPhoto(owner, id)).not.toBeNull();
  expect(await findPhoto(colleague, id)).toBeNull();
  expect(await findPhoto(null, id)).toBeNull();
});
