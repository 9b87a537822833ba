import { beforeAll, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { anActor } from '#tests/factories.ts';
import { createTestDatabase } from '#tests/world.ts';
import { findImportPage } from './find-import.server.ts';
import { mapImport } from './map-import.server.ts';
import { runImport } from './run-import.server.ts';
import { readShore } from './shore.server.ts';
import { startImport } from './start-import.server.ts';

createTestDatabase();
// The land of the chart is read once, before anybody measures a test.
beforeAll(async () => {
  await readShore();
});

/** Each test has a beach of its own: what lies near an incident of another sheet comes in with a question. */
const sheet = (name: string, lat: number) =>
  new TextEncoder().encode(
    `번호,날짜,위도,경도,장소,수량\n1,2026-05-01,${lat},126.143,${name},12\n2,2026-05-02,126.143,${lat},${name},3\n3,2026-05-03,${lat},126.14,${name},약 30kg\n`,
  );

async function start(actor: Awaited<ReturnType<typeof anActor>>, fileName: string, bytes: Uint8Array) {
  const result = await startImport(actor, { fileName, bytes, places: null });
  if (!result.ok || 'fault' in result.value) throw new Error('not started');
  return result.value.id;
}

test('an officer looks at a sheet, brings it in once; a second time it adds nothing', async () => {
  const actor = await anActor();
  const importId = await start(actor, 'a.csv', sheet('만리포', 36.786));
  const page = await findImportPage(actor, importId);
  expect(page?.preview?.counts).toEqual({ accepted: 2, warned: 0, alreadyThere: 0, rejectedRows: 1 });
  expect(page?.preview?.findings).toMatchObject([
    { line: 3, column: '위도', cell: '126.143', reason: 'swapped', mended: { lat: 36.786, lon: 126.143 } },
  ]);
  expect(await db().incident.count({ where: { importId } })).toBe(0);
  const run = { importId, mostMs: Number.POSITIVE_INFINITY };
  expect(await runImport(actor, run)).toMatchObject({ value: { added: 2, isDone: true } });
  expect(await runImport(actor, run)).toMatchObject({ value: { added: 2, isDone: true } });

  const again = await start(actor, 'a.csv', sheet('만리포', 36.786));
  expect((await findImportPage(actor, again))?.preview?.counts).toMatchObject({
    accepted: 0,
    alreadyThere: 2,
  });

  expect(await runImport(actor, { ...run, importId: again })).toMatchObject({
    value: { added: 0, isDone: true },
  });
  expect(await db().incident.count({ where: { reporterGovernmentId: actor.governmentId } })).toBe(2);
});

test('what an officer chose for the columns is proposed for the next sheet of the government', async () => {
  const actor = await anActor();
  const importId = await start(actor, 'b.csv', sheet('천리포', 36.803));
  const mapping = (await findImportPage(actor, importId))?.preview?.mapping;
  if (!mapping) throw new Error('no mapping');
  const { key: _, items: __, itemCodes: ___, ...choices } = mapping;
  await mapImport(actor, { importId, ...choices, source: 'our-beaches', key: '번호', mend: true });
  expect((await findImportPage(actor, importId))?.preview?.counts).toMatchObject({ accepted: 3, warned: 1 });
  const next = await start(await anActor(), 'c.csv', sheet('천리포', 36.803));
  expect((await findImportPage(actor, next))?.preview?.mapping.source).toBe('our-beaches');
});

test('nobody else sees an import, and neither heads nor observers bring one in', async () => {
  const actor = await anActor();
  const importId = await start(actor, 'd.csv', sheet('의항', 36.84));
  const neighbour = await anActor({ government: 'weihai' });
  expect(await findImportPage(neighbour, importId)).toBeNull();
  expect(await runImport(neighbour, { importId, mostMs: 1 })).toMatchObject({ reason: 'not_found' });
  const observer = await anActor({ role: 'observer' });
  const bytes = sheet('의항', 36.84);
  expect(await startImport(observer, { fileName: 'd.csv', bytes, places: null })).toMatchObject({
    reason: 'not_allowed',
  });
});

test('the same file sent twice from one seat is one draft, until it is brought in', async () => {
  const actor = await anActor();
  const bytes = sheet('신두리', 36.85);
  const sent = await Promise.all([start(actor, 'e.csv', bytes), start(actor, 'e.csv', bytes)]);
  expect(sent[0]).toBe(sent[1]);
  expect(await start(actor, 'renamed.csv', bytes)).toBe(sent[0]);
  expect(await start(await anActor(), 'e.csv', bytes)).not.toBe(sent[0]);
  expect(await start(actor, 'e.csv', sheet('신두리', 36.86))).not.toBe(sent[0]);
  await runImport(actor, { importId: sent[0], mostMs: Number.POSITIVE_INFINITY });
  expect(await start(actor, 'e.csv', bytes)).not.toBe(sent[0]);
});

test('a database that fails in the middle of a part leaves whole parts; the next run writes what is missing, once', async () => {
  const actor = await anActor();
  const rows = Array.from({ length: 120 }, (_, at) => `r${at},2026-04-01,${35 + at / 500},126.3,${at + 1}`);
  const bytes = new TextEncoder().encode(`번호,날짜,위도,경도,수량\n${rows.join('\n')}\n`);
  const importId = await start(actor, 'crash.csv', bytes);
  const run = { importId, mostMs: Number.POSITIVE_INFINITY };
  await db().$executeRawUnsafe(`CREATE FUNCTION refuse_amount() RETURNS trigger AS $$ BEGIN
    IF NEW.value = 77 THEN RAISE EXCEPTION 'the power is gone'; END IF; RETURN NEW; END $$ LANGUAGE plpgsql`);
  await db().$executeRawUnsafe(
    `CREATE TRIGGER power BEFORE INSERT ON "Amount" FOR EACH ROW EXECUTE FUNCTION refuse_amount()`,
  );
  await expect(runImport(actor, run)).rejects.toThrow(/power is gone/);
  // The first part is there whole, the second not at all: incidents, threads, amounts and events agree.
  const mine = { importId };
  expect(await db().incident.count({ where: mine })).toBe(50);
  expect(await db().amount.count({ where: { incident: mine } })).toBe(50);
  expect(await db().event.count({ where: { thread: { incident: mine } } })).toBe(50);
  expect(await findImportPage(actor, importId)).toMatchObject({ state: 'running', added: 50 });

  await db().$executeRawUnsafe(`DROP TRIGGER power ON "Amount"`);
  expect(await Promise.all([runImport(actor, run), runImport(actor, run)])).toMatchObject([
    { value: { isDone: true } },
    { value: { isDone: true } },
  ]);
  const written = await db().incident.findMany({ where: mine, select: { externalId: true } });
  const ids = written.map(({ externalId }) => externalId ?? '');
  expect([...new Set(ids)]).toHaveLength(120);
  expect(ids).toHaveLength(120);
  expect(await db().amount.count({ where: { incident: mine } })).toBe(120);
  expect(await db().event.count({ where: { thread: { incident: mine } } })).toBe(120);
});
