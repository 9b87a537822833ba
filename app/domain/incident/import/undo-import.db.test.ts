import { v7 as uuid } from 'uuid';
import { afterAll, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { subscribe } from '#app/db/commit.server.ts';
import type { Actor } from '#app/domain/actor.ts';
import type { AnnouncedEvent } from '#app/domain/event.ts';
import { anActor } from '#tests/factories.ts';
import { createTestDatabase } from '#tests/world.ts';
import { confirmIncident } from '../confirm-incident.server.ts';
import { noFilters } from '../filters.ts';
import { findIncidents } from '../find-incidents.server.ts';
import { findMapNews } from '../find-map-tiles.server.ts';
import { mapIndexes } from '../map-index.server.ts';
import { findEntryToTell } from '../../thread/find-entries.server.ts';
import { writePost } from '../../thread/write-post.server.ts';
import { findImportPage } from './find-import.server.ts';
import { runImport } from './run-import.server.ts';
import { startImport } from './start-import.server.ts';
import { undoImport, withdrawImport } from './undo-import.server.ts';

createTestDatabase();
afterAll(() => mapIndexes().close());

const whole = Number.POSITIVE_INFINITY;
const reason = { text: '잘못된 파일입니다.', language: 'ko' as const };

/** A sheet of `rows` incidents that are all called `name`, on a beach of its own. */
function sheetOf(name: string, rows: number): Uint8Array {
  const lat = 35 + (name.charCodeAt(0) % 97) / 100;
  const lines = Array.from({ length: rows }, (_, at) =>
    [`${name}-${at}`, '2026-05-01', lat + at / 1000, 126.4, `${name} ${at}`, at + 1].join(','),
  );
  return new TextEncoder().encode(`번호,날짜,위도,경도,제목,수량\n${lines.join('\n')}\n`);
}

async function brought(actor: Actor, name: string, rows: number): Promise<string> {
  const started = await startImport(actor, {
    fileName: `${name}.csv`,
    bytes: sheetOf(name, rows),
    places: null,
  });
  if (!started.ok || 'fault' in started.value) throw new Error('not started');
  const { id } = started.value;
  expect(await runImport(actor, { importId: id, mostMs: whole })).toMatchObject({ value: { added: rows } });
  return id;
}

const count = async (actor: Actor, name: string) =>
  (await findIncidents(actor, { ...noFilters, q: name })).count;

test('an import is taken back whole: list and map forget it, open pages hear why, and it may come in again', async () => {
  const actor = await anActor();
  const neighbour = await anActor({ government: 'weihai' });
  const importId = await brought(actor, '가람', 60);
  expect(await count(neighbour, '가람')).toBe(60);
  const before = (await findMapNews(neighbour, noFilters)).count;
  const heard: AnnouncedEvent[] = [];
  const stop = subscribe('undo-test', (event) => heard.push(event));
  const run = { importId, mostMs: whole, ...reason };
  expect(await undoImport(actor, run)).toEqual({
    ok: true,
    value: { total: 60, withdrawn: 60, isDone: true },
  });
  stop();
  expect(await count(actor, '가람')).toBe(0);
  expect(await count(neighbour, '가람')).toBe(0);
  expect((await findMapNews(neighbour, noFilters)).count).toBe(before - 60);

  expect(heard).toHaveLength(60);
  const [first] = heard;
  if (!first) throw new Error('nothing was told');
  expect(first).toMatchObject({ type: 'incident_withdrawn', seq: 2, payload: { reason } });
  expect(await findEntryToTell({ threadId: first.threadId, seq: first.seq, payload: {} })).toMatchObject({
    entry: { type: 'incident_withdrawn', actor: { governmentId: 'taean' } },
    thread: { visibility: 'network' },
  });

  expect(await findImportPage(actor, importId)).toMatchObject({
    state: 'undone',
    added: 60,
    withdrawn: 60,
    kept: [],
    mayUndo: false,
  });
  expect(await undoImport(actor, run)).toMatchObject({ value: { withdrawn: 60, isDone: true } });
  expect(await runImport(actor, { importId, mostMs: whole })).toMatchObject({ reason: 'already_changed' });

  await brought(actor, '가람', 60);
  expect(await count(actor, '가람')).toBe(60);
});

test('what somebody has worked on since stays, and is named', async () => {
  const actor = await anActor();
  const importId = await brought(actor, '나래', 4);
  const rows = await db().incident.findMany({
    where: { importId },
    orderBy: { number: 'asc' },
    select: { id: true, number: true, threadId: true, responsibleGovernmentId: true },
  });
  const [posted, confirmed, repeated, free] = rows;
  if (!posted || !confirmed || !repeated || !free) throw new Error('not four');
  const body = '현장에 다녀왔습니다.';
  await writePost(await anActor({ government: 'weihai' }), {
    ...{ threadId: posted.threadId, clientKey: uuid(), language: 'ko', body, onlyOwnGovernment: false },
  });
  const keeper = await anActor({ government: confirmed.responsibleGovernmentId });
  expect(await confirmIncident(keeper, { number: confirmed.number })).toMatchObject({ ok: true });
  const { id } = await db().incident.findFirstOrThrow({ where: { importId: { not: importId } } });
  await db().incident.update({ where: { id }, data: { duplicateOfId: repeated.id } });

  expect(await undoImport(actor, { importId, mostMs: whole, ...reason })).toMatchObject({
    value: { total: 4, withdrawn: 1, isDone: true },
  });
  const page = await findImportPage(actor, importId);
  expect(page?.kept.map(({ number }) => number)).toEqual(
    [posted, confirmed, repeated].map((one) => one.number),
  );
  expect(await count(actor, '나래')).toBe(3);

  // The same sheet again: what stayed is there already, what was withdrawn comes in anew.
  const again = await startImport(actor, { fileName: '나래.csv', bytes: sheetOf('나래', 4), places: null });
  if (!again.ok || 'fault' in again.value) throw new Error('not started');
  expect(await runImport(actor, { importId: again.value.id, mostMs: whole })).toMatchObject({
    value: { added: 1, alreadyThere: 3 },
  });
});

test('goes on after it was interrupted, part by part, with the reason that was given first', async () => {
  const actor = await anActor();
  const importId = await brought(actor, '다솜', 130);
  expect(await undoImport(actor, { importId, mostMs: 0, ...reason })).toMatchObject({
    value: { withdrawn: 50, isDone: false },
  });
  expect((await findImportPage(actor, importId))?.state).toBe('undoing');
  const secretariat = await anActor({ government: 'chungnam', role: 'secretariat' });
  const other = { text: 'another reason', language: 'en' as const };
  expect(await undoImport(secretariat, { importId, mostMs: 0, ...other })).toMatchObject({
    value: { withdrawn: 100, isDone: false },
  });
  const both = await Promise.all([
    undoImport(actor, { importId, mostMs: whole, ...reason }),
    undoImport(secretariat, { importId, mostMs: whole, ...other }),
  ]);
  for (const one of both) expect(one).toMatchObject({ value: { withdrawn: 130, isDone: true } });
  const events = await db().event.findMany({
    where: { type: 'incident_withdrawn', thread: { incident: { importId } } },
  });
  expect(events).toHaveLength(130);
  expect(new Set(events.map(({ payload }) => JSON.stringify(payload)))).toEqual(
    new Set([JSON.stringify({ reason })]),
  );
});

test('only who brought it in and the secretariat take it back; a draft has nothing to take back', async () => {
  const actor = await anActor();
  const importId = await brought(actor, '라온', 2);
  const run = { importId, mostMs: whole, ...reason };
  const observer = await anActor({ role: 'observer' });
  expect(await undoImport(observer, run)).toMatchObject({ reason: 'not_allowed' });
  expect(await undoImport(await anActor({ government: 'weihai' }), run)).toMatchObject({
    reason: 'not_found',
  });
  const draft = await startImport(actor, { fileName: 'c.csv', bytes: sheetOf('마루', 2), places: null });
  if (!draft.ok || 'fault' in draft.value) throw new Error('not started');
  expect(await undoImport(actor, { ...run, importId: draft.value.id })).toMatchObject({
    reason: 'already_changed',
  });
  const secretariat = await anActor({ government: 'chungnam', role: 'secretariat' });
  expect(await findImportPage(secretariat, draft.value.id)).toBeNull();
  expect(await findImportPage(secretariat, importId)).toMatchObject({ mayUndo: true, preview: null });
  expect(await withdrawImport(null, run)).toMatchObject({ value: { withdrawn: 2, isDone: true } });
  expect(await count(actor, '라온')).toBe(0);
});

test('nothing happens any more in what was taken back, however close', async () => {
  const actor = await anActor();
  const importId = await brought(actor, '바다', 1);
  const { threadId } = await db().incident.findFirstOrThrow({ where: { importId } });
  const post = { threadId, clientKey: uuid(), language: 'ko', body: '글', onlyOwnGovernment: false } as const;
  const [written, undone] = await Promise.allSettled([
    writePost(actor, post),
    undoImport(actor, { importId, mostMs: whole, ...reason }),
  ]);
  const isWithdrawn = (await db().thread.findUniqueOrThrow({ where: { id: threadId } })).withdrawnAt !== null;
  const posts = await db().post.count({ where: { threadId } });
  expect(undone.status).toBe('fulfilled');
  // Either the post came first and the incident stays, or it never was.
  expect(posts).toBe(isWithdrawn ? 0 : 1);
  if (isWithdrawn && written.status === 'fulfilled')
    expect(written.value).toMatchObject({ reason: 'not_found' });
  expect(await writePost(actor, { ...post, clientKey: uuid() })).toMatchObject(
    isWithdrawn ? { reason: 'not_found' } : { ok: true },
  );
});
