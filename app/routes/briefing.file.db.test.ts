import { v7 as uuid } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#app/domain/actor.ts';
import { usualPeriod } from '#app/domain/briefing/briefing.ts';
import { writePaper } from '#app/domain/briefing/write-paper.server.ts';
import { addPoint } from '#app/domain/meeting/add-point.server.ts';
import { callMeeting } from '#app/domain/meeting/call-meeting.server.ts';
import { recordOutcome } from '#app/domain/meeting/record-outcome.server.ts';
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

async function written(form: 'pdf' | 'docx', query: string, reader = officer): Promise<Uint8Array> {
  const request = new Request(`http://localhost/briefing.${form}?${query}`);
  const asked = await askForBriefing(request, reader, now);
  if (!asked.ok) throw new Error(JSON.stringify(asked.faults));
  const papers = await sayPapers(request, reader, asked, 'https://tideline.example');
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

describe('a paper for a meeting', { timeout: 180_000 }, () => {
  const facts = {
    ...{ language: 'ko' as const, place: '보령', hosts: ['taean'], visibility: 'bilateral' as const },
  };
  const days = (first: string) => ({ firstDay: new Date(first), lastDay: new Date(first) });

  test('has its agenda, what was concluded last time and the days between, for those who may see it', async () => {
    const head = await anActor({ role: 'head' });
    const weihai = await anActor({ government: 'weihai' });
    const call = async (title: string, more: { previous?: string | undefined } & ReturnType<typeof days>) => {
      const input = {
        ...facts,
        title,
        participants: [weihai.seatId],
        clientKey: uuid(),
        previous: undefined,
      };
      const called = await callMeeting(head, { ...input, ...more });
      if (!called.ok) throw new Error(called.reason);
      return called.value.number;
    };
    const first = await call('제1차 회의', days('2026-03-03'));
    const point = await addPoint(head, { number: first, clientKey: uuid(), title: '연락', language: 'ko' });
    if (!point.ok) throw new Error(point.reason);
    const outcome = { text: '双方互换联络名单。', language: 'zh' as const, clientKey: uuid() };
    await recordOutcome(head, { number: first, pointId: point.value.id, ...outcome });
    const second = await call('제2차 회의', { ...days('2026-10-10'), previous: first });
    await addPoint(head, { number: second, clientKey: uuid(), title: 'Shared depots', language: 'en' });

    const asked = async (reader: Actor, query: string) =>
      askForBriefing(new Request(`http://localhost/briefing?${query}`), reader, now);
    for (const reader of [head, weihai]) {
      const answer = await asked(reader, `meeting=${second}`);
      if (!answer.ok) throw new Error(JSON.stringify(answer.faults));
      expect(answer.typed).toMatchObject({ from: '2026-03-03', to: '2026-10-10', government: '' });
      expect(answer.paper.meeting?.points.map(({ title }) => title?.text)).toEqual(['Shared depots']);
      expect(answer.paper.meeting?.lastTime?.promises).toMatchObject([
        { text: outcome.text, standing: 'none', item: null },
      ]);
    }
    const dalian = await anActor({ government: 'dalian' });
    for (const [reader, query] of [
      [dalian, `meeting=${second}`],
      [head, 'meeting=M-999999'],
      [head, 'meeting=x'],
    ] as const)
      expect(await asked(reader, query)).toMatchObject({
        ok: false,
        faults: [{ field: 'meeting', key: 'choose_one' }],
      });

    const query = `meeting=${second}&in=all`;
    const text = readPdf(await written('pdf', query, head)).normalize('NFKC');
    const docx = await readDocx(await written('docx', query, head));
    for (const words of ['제2차 회의', 'Shared depots', '双方互换联络名单']) {
      expect(text).toContain(words);
      expect(docx.text).toContain(words);
    }
  });
});

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

  test('is written beside the server, which goes on meanwhile', async () => {
    const request = new Request('http://localhost/briefing.pdf?in=all');
    const asked = await askForBriefing(request, officer, now);
    if (!asked.ok) throw new Error(JSON.stringify(asked.faults));
    const papers = await sayPapers(request, officer, asked, '');
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    const file = await writePaper({ form: 'pdf', papers, pictures: papers.map(() => null) });
    clearInterval(timer);
    expect(file.ok).toBe(true);
    // On the thread of the server it would have been one turn or two.
    expect(turns).toBeGreaterThan(10);
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
