import { monitorEventLoopDelay } from 'node:perf_hooks';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#app/domain/actor.ts';
import { usualPeriod } from '#app/domain/briefing/briefing.ts';
import { writePaper } from '#app/domain/briefing/write-paper.server.ts';
import { anActor, anIncident } from '#tests/factories.ts';
import { readDocx, readPdf } from '#tests/read-paper.ts';
import { createTestDatabase } from '#tests/world.ts';
import { askForBriefing, sayPapers } from './briefing/ask-for-briefing.server.ts';
import { drawMapOf } from './briefing/draw-map-of.server.ts';

createTestDatabase();

const now = new Date();
let officer: Actor;

beforeAll(async () => {
  officer = await anActor({ government: 'taean' });
  await anIncident({ title: '만리포 스티로폼 부표', placeName: '만리포' });
  await anIncident({ title: '万里浦渔网 龘', language: 'zh', status: 'resolved', lat: 36.9, lon: 126.2 });
  await anIncident({ title: 'Drums with red labels', language: 'en', hazard: 'urgent', lat: 36.5 });
});

async function written(form: 'pdf' | 'docx', query: string): Promise<Uint8Array> {
  const request = new Request(`http://localhost/briefing.${form}?${query}`);
  const asked = await askForBriefing(request, officer, now);
  if (!asked.ok) throw new Error(JSON.stringify(asked.faults));
  const papers = await sayPapers(request, officer, asked, 'https://tideline.example');
  const pictures = [];
  for (const { language } of papers) pictures.push(await drawMapOf(asked.paper, language));
  const file = await writePaper({ form, papers, pictures });
  if (!file.ok) throw new Error(file.reason);
  return file.value;
}

const inAllLanguages = [
  '태안군 회의 자료',
  '泰安郡会议材料',
  'Briefing paper: Taean',
  '만리포 스티로폼 부표',
];
const titles = ['万里浦渔网 龘', 'Drums with red labels'];

describe('a paper as a file', { timeout: 180_000 }, () => {
  test('a PDF holds Korean, Chinese and English as text, with its fonts in it', async () => {
    const pdf = await written('pdf', 'in=all');
    const text = readPdf(pdf).normalize('NFKC');
    for (const words of [...inAllLanguages, ...titles]) expect(text).toContain(words);
    const raw = Buffer.from(pdf).toString('latin1');
    expect(raw.startsWith('%PDF-1.7')).toBe(true);
    const fonts = [...raw.matchAll(/\/BaseFont \/([A-Z]{6})\+(\w+)/g)].map(([, , name]) => name);
    expect(fonts.join()).toMatch(/Pretendard/);
    expect(fonts.join()).toMatch(/NotoSansSC/);
    // Whole fonts would be 4 MB; a subset holds the letters of the paper.
    expect(pdf.length).toBeLessThan(1_500_000);
  });

  test('a Word document opens without a complaint, with all three scripts and a map in each language', async () => {
    const { text, faults, pictures } = await readDocx(await written('docx', 'in=all'));
    for (const words of [...inAllLanguages, ...titles]) expect(text).toContain(words);
    expect(faults).toEqual([]);
    expect(pictures).toBe(3);
  });

  test('one language is one paper; a government with nothing says so in words', async () => {
    const text = readPdf(await written('pdf', 'in=zh&government=xiamen'));
    expect(text).toContain('厦门市会议材料');
    for (const words of [
      '这段时间没有上报事件，也没有承诺。',
      '这段时间没有相关承诺。',
      '目前没有待定事项。',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('회의 자료');
  });

  test('is written beside the server: what else it does hardly waits', async () => {
    await written('pdf', 'in=all');
    const delay = monitorEventLoopDelay({ resolution: 5 });
    const started = performance.now();
    delay.enable();
    await Promise.all([written('pdf', 'in=all'), written('docx', 'in=all')]);
    delay.disable();
    const took = performance.now() - started;
    console.info(
      `Two files took ${Math.round(took)} ms; the event loop stood still for ${Math.round(delay.max / 1e6)} ms at most.`,
    );
    expect(delay.max / 1e6).toBeLessThan(took / 2);
  });
});

describe('what is asked for', () => {
  const asked = (query: string) =>
    askForBriefing(new Request(`http://localhost/briefing?${query}`), officer, now);

  test('without days it is the own government in the last three months', async () => {
    expect(await asked('')).toMatchObject({
      ok: true,
      ask: { government: 'taean', ...usualPeriod(now), in: 'own' },
    });
    expect(await asked('government=')).toMatchObject({ ok: true, paper: { scope: { kind: 'network' } } });
  });

  test.each([
    ['from=2026-13-01&to=2026-11-01', 'from', 'not_a_date'],
    ['from=&to=2026-11-01', 'from', 'not_a_date'],
    ['from=2026-11-02&to=2026-11-01', 'to', 'end_before_start'],
    ['from=2020-01-01&to=2026-11-01', 'to', 'period_too_long'],
    ['government=atlantis', 'government', 'choose_one'],
    ["government='%20OR%201", 'government', 'choose_one'],
    ['in=xx', 'in', 'choose_one'],
  ])('%s is refused at its field, and what was typed stays', async (query, field, key) => {
    const answer = await asked(query);
    expect(answer).toMatchObject({ ok: false, faults: [{ field, key }] });
    for (const [name, value] of new URLSearchParams(query))
      expect(answer.typed).toMatchObject({ [name]: value });
  });
});
