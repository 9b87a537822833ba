import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { readShore } from '#app/domain/incident/import/shore.server.ts';
import { countReasons } from './import-reasons.ts';
import { importSheet } from '#prisma/import/import-sheet.ts';
import { createTestDatabase } from './world.ts';

createTestDatabase();
// The land of the chart is read once, before anybody measures a test.
beforeAll(async () => {
  await readShore();
});

const monitoring = {
  fileName: 'sheet.csv',
  mapping: 'kr-coastal-monitoring',
  government: 'chungnam',
} as const;
const header =
  'INVS_YR,INVS_DSRT,INVS_AREA_NM,DNF_SRC_NM,QTMT_NM,IEM_NM,IEM_CNT,METER_PER_IEM_CNT,ADM_ZN_NM,QTMT_CD,IEM_CD,INVS_YMD,CST_NM,STR_LA,STR_LO,END_LA,END_LO';
const line = (
  over: { site?: string; origin?: string; name?: string; count?: string; code?: string; lat?: string } = {},
) =>
  `2025,1차,${over.site ?? '가나다 해변'},${over.origin ?? '국내기인'},플라스틱류,${over.name ?? '그물'},${over.count ?? '3'},0.1,충남,PL,${over.code ?? 'PL_2_26'},20250131,서해안,${over.lat ?? '36.5'},126.3,36.501,126.301`;
const sheet = (...lines: string[]) => new TextEncoder().encode(`\uFEFF${[header, ...lines].join('\n')}\n`);

describe("a partner's sheet", () => {
  it('becomes one incident per site and round, with its amounts and the origin as recorded', async () => {
    const report = await importSheet(
      sheet(
        line(),
        line({ origin: '외국기인', code: 'PL_2_49', count: '2' }),
        line({ code: 'PL_2_31', count: '0' }),
      ),
      monitoring,
    );
    expect(report).toMatchObject({ rows: 3, incidents: 1, added: 1, alreadyThere: 0, rejectedRows: 0 });
    const incident = await db().incident.findFirstOrThrow({
      where: { externalId: '2025/가나다 해변/1차' },
      include: {
        amounts: { orderBy: { position: 'asc' } },
        clues: { orderBy: { position: 'asc' } },
        thread: { include: { events: { orderBy: { seq: 'asc' } } } },
      },
    });
    expect(incident.amounts.map(({ item, value, unit }) => [item, value, unit])).toEqual([
      ['fishing_net', 3, 'items'],
      ['fishing_net', 2, 'items'],
    ]);
    expect(incident.clues.map(({ evidence, count, note }) => [evidence, count, note])).toEqual([
      ['survey_record', 3, '국내기인'],
      ['survey_record', 2, '외국기인'],
    ]);
    expect(incident.shoreLengthM).toBe(143);
    expect(incident.title).toBe('가나다 해변 해안쓰레기 조사(2025년 1차)');
    expect(incident.thread.events.map(({ seq, type }) => [seq, type])).toEqual([
      [1, 'incident_reported'],
      [2, 'incident_closed_without_action'],
    ]);
  });

  it('changes nothing when it comes a second time, and adds only what is new', async () => {
    const bytes = sheet(line(), line({ site: '새 해변' }));
    expect(await importSheet(bytes, monitoring)).toMatchObject({ added: 1, alreadyThere: 1 });
    const imports = await db().sheetImport.count();
    expect(await importSheet(bytes, monitoring)).toMatchObject({ added: 0, alreadyThere: 2 });
    expect(await db().sheetImport.count()).toBe(imports);
  });

  it('reports each rejected row with line, cell and reason, and holds its incident back whole', async () => {
    const { incidents, findings } = await importSheet(
      sheet(
        line({ site: 'A' }),
        line({ site: 'A', count: 'viele' }),
        line({ site: 'B', lat: '63.5' }),
        line({ site: 'C' }),
      ),
      { ...monitoring, dryRun: true },
    );
    expect(incidents).toBe(1);
    expect(findings.map(({ line: at, column, cell, reason }) => [at, column, cell, reason])).toEqual([
      [2, null, '', 'held_back'],
      [3, 'IEM_CNT', 'viele', 'amount_unread'],
      [4, 'STR_LA', '63.5', 'outside_region'],
    ]);
  });

  it('is refused whole when a column is missing, naming it', async () => {
    const cut = new TextEncoder().encode('INVS_YR,INVS_DSRT\n2025,1차\n');
    await expect(importSheet(cut, monitoring)).rejects.toThrow(/lacks .*IEM_CNT/);
  });

  it('writes nothing in a dry run', async () => {
    const before = await db().incident.count();
    await importSheet(sheet(line({ site: '또 다른 해변' })), { ...monitoring, dryRun: true });
    expect(await db().incident.count()).toBe(before);
  });
});

const data = path.resolve('../shared/data');

/** The four files that this is developed on, with what was counted in the files themselves. */
describe.skipIf(!fs.existsSync(data))(
  'the four files of partners (left out where ../shared is absent)',
  () => {
    const read = (name: string) => fs.readFileSync(path.join(data, name));
    const named = (name: string) => ({ fileName: path.basename(name), government: 'jeju' });

    it('the Korean monitoring of 2022 comes in complete, and a second run adds 0', async () => {
      const name = 'kr_eastsea_vessel_threat_2022/eastsea_vessel_threat_coastallitter-2022.csv';
      const first = await importSheet(read(name), named(name));
      expect(first).toMatchObject({ rows: 504, incidents: 72, added: 72, alreadyThere: 0, rejectedRows: 0 });
      const imported = {
        incident: { externalSource: 'kr-coastal-monitoring', reporterGovernmentId: 'jeju' },
      };
      const amounts = await db().amount.aggregate({ where: imported, _count: true, _sum: { value: true } });
      // Counted in the file itself: 504 rows, 261 of them zero, 3,719 pieces.
      expect([amounts._count, amounts._sum.value]).toEqual([243, 3719]);
      expect(await importSheet(read(name), named(name))).toMatchObject({ added: 0, alreadyThere: 72 });
    });

    it('Marine LitterWatch lies outside the region; anywhere, 12 rows repeat and 76 are divided degrees', async () => {
      const name = 'mlw_eea/mlw-data.csv';
      const here = await importSheet(read(name), { ...named(name), dryRun: true });
      expect(here).toMatchObject({ rows: 3607, incidents: 0, rejectedRows: 3607 });
      expect(countReasons(here).outside_region).toBe(3595);
      const any = { ...named(name), region: 'any', dryRun: true } as const;
      const report = await importSheet(read(name), any);
      expect(report).toMatchObject({ rows: 3607, incidents: 3519, rejectedRows: 88 });
      expect(countReasons(report)).toMatchObject({ divided: 76, duplicate_in_file: 12 });
      expect(await importSheet(read(name), { ...any, mend: true })).toMatchObject({ incidents: 3595 });
    });

    it('the ocean surveys of NOAA lie outside the region; anywhere, all of them come in', async () => {
      const west = 'noaa_ncei_microplastics/NPSG_West_Marine_Microplastics_WGS84.csv';
      const here = await importSheet(read(west), { ...named(west), dryRun: true });
      expect(here).toMatchObject({ rows: 97, incidents: 0, rejectedRows: 97 });
      expect(countReasons(here).outside_region).toBe(97);
      const any = { ...named(west), region: 'any' } as const;
      expect(await importSheet(read(west), any)).toMatchObject({ added: 97, rejectedRows: 0 });
      expect(await importSheet(read(west), any)).toMatchObject({ added: 0, alreadyThere: 97 });
      const east = 'noaa_ncei_microplastics/NPSG_East_Marine_Microplastics_WGS84.csv';
      const report = await importSheet(read(east), { ...named(east), region: 'any', dryRun: true });
      expect(report).toMatchObject({ rows: 1755, incidents: 1755, rejectedRows: 0 });
    });

    it('the Swiss surveys need their list of places; 3,911 rows are 18 surveys, which lie outside the region', async () => {
      const name = 'hammerdirt_ch/after_may_2021.csv';
      const places = read('hammerdirt_ch/beaches.csv');
      const alone = await importSheet(read(name), { ...named(name), region: 'any', dryRun: true });
      expect(countReasons(alone).place_unknown).toBe(3911);
      const here = await importSheet(read(name), { ...named(name), places, dryRun: true });
      expect(countReasons(here).outside_region).toBe(3911);
      const any = { ...named(name), places, region: 'any' } as const;
      expect(await importSheet(read(name), any)).toMatchObject({ rows: 3911, added: 18, rejectedRows: 0 });
      expect(await importSheet(read(name), any)).toMatchObject({ added: 0, alreadyThere: 18 });
    });
  },
);
