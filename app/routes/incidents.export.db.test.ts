import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { anIncident } from '#tests/factories.ts';
import { createTestDatabase } from '#tests/world.ts';
import { loader } from './incidents.export.ts';

createTestDatabase();

const dangerous = '=HYPERLINK("http://example.org")';

beforeAll(async () => {
  await anIncident({
    number: '2026-7001',
    title: dangerous,
    text: 'a, "b"\n다',
    thread: { visibility: 'public' },
  });
  await anIncident({
    number: '2026-7002',
    kind: 'oil_tar',
    text: '초소 바로 앞',
    placeName: '숨긴 해변',
    shoreLengthM: 40,
    coarseForPublic: true,
    thread: { visibility: 'public' },
  });
  await anIncident({ number: '2026-7003', thread: { visibility: 'network' } });
  await anIncident({ number: '2026-7004', thread: { visibility: 'government' } });
});

/** The file that a guest gets who reads Korean. */
async function fetched(address: string): Promise<Response> {
  const request = new Request(`http://localhost/${address}`, { headers: { 'accept-language': 'ko' } });
  return loader({ request, params: {}, context: { cspNonce: '', requestId: '', build: null } });
}

describe('the list as a file', () => {
  it('opens in a spreadsheet: marked UTF-8, heads in the language of the reader, nothing that runs', async () => {
    const answer = await fetched('incidents.csv');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows: string[][] = parse(Buffer.from(bytes), { bom: true });
    expect(rows[0]).toContain('위도 [lat]');
    const first = Object.fromEntries((rows[0] ?? []).map((head, at) => [head, rows[1]?.[at]]));
    expect(first['제목 [title]']).toBe(`'${dangerous}`);
    expect(first['내용 [text]']).toBe('a, "b"\n다');
    expect(first['위도 [lat]']).toBe('36.7866');
  });

  it('has for a guest what is public and nothing else, in each format', async () => {
    const csv: string[][] = parse(await (await fetched('incidents.csv')).text(), { bom: true });
    expect(csv.slice(1).map(([number]) => number)).toEqual(['2026-7001', '2026-7002']);
    const geojson = JSON.parse(await (await fetched('incidents.geojson')).text());
    expect(geojson.features.map(({ id }: { id: string }) => id)).toEqual(['2026-7001', '2026-7002']);
    const book = unzipSync(new Uint8Array(await (await fetched('incidents.xlsx')).arrayBuffer()));
    const sheet = strFromU8(book['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet.match(/2026-700\d/g)).toEqual(['2026-7001', '2026-7002']);
    expect(sheet).toContain('<v>36.7866</v>');
    expect(sheet).not.toContain('<f>');
  });

  it('never tells a guest the exact place of a coarse one, nor the words that would', async () => {
    for (const format of ['csv', 'geojson']) {
      const text = await (await fetched(`incidents.${format}?kind=oil_tar`)).text();
      expect(text).toContain('2026-7002');
      for (const secret of ['36.7866', '126.1435', '숨긴 해변', '초소']) expect(text).not.toContain(secret);
    }
    const book = unzipSync(
      new Uint8Array(await (await fetched('incidents.xlsx?kind=oil_tar')).arrayBuffer()),
    );
    const sheet = strFromU8(book['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    for (const secret of ['36.7866', '126.1435', '숨긴 해변', '초소']) expect(sheet).not.toContain(secret);
  });

  it('leaves out what the filters leave out, and an empty file is still a whole one', async () => {
    const some = JSON.parse(await (await fetched('incidents.geojson?kind=oil_tar')).text());
    expect(some.features).toHaveLength(1);
    const none = JSON.parse(await (await fetched('incidents.geojson?kind=entanglement')).text());
    expect(none).toEqual({ type: 'FeatureCollection', features: [] });
  });
});
