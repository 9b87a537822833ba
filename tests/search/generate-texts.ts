import { readFileSync } from 'node:fs';
import type { Language } from '#prisma/generated/enums.ts';

export type GeneratedText = { id: string; lang: Language; body: string };

/** Mulberry32: the same texts every time. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Words = { things: string[]; places: string[] };

/** Sentences as officials write them; `{t}` a thing of the glossary, `{p}` a place, `{n}` a number. */
const sentences = {
  ko: [
    '{p} 앞바다에서 {t} {n}개를 확인했습니다.',
    '어제 {p} 해변에 {t} 약 {n}kg이 밀려왔습니다.',
    '{t}와 {t}가 함께 엉켜 있어 장비가 필요합니다.',
    '사진을 첨부하니 {t} 여부를 확인해 주십시오.',
    '{p} 담당자와 통화했고 {n}일까지 회신하기로 했습니다.',
    '바람이 강해 조사를 {n}시간 미뤘습니다.',
    '다음 회의 자료에 {t} 현황을 넣겠습니다.',
    '수거한 {t}를 자루 {n}개에 나누어 담았습니다.',
    '{p}에서 보낸 자료와 대조하고 있습니다.',
    '주민 {n}명이 참여했습니다.',
    '예산은 내년 상반기에 다시 논의합니다.',
    '{t}의 표기는 흐려서 읽을 수 없습니다.',
  ],
  zh: [
    '{p}近海发现{t}约{n}件。',
    '昨日{p}岸边漂来{t}，约{n}公斤。',
    '{t}与{t}缠在一起，需要设备。',
    '请根据附件照片核对是否为{t}。',
    '已与{p}方面通话，{n}日前答复。',
    '风浪较大，调查推迟{n}小时。',
    '下次会议材料将补充{t}情况。',
    '收集的{t}已分装{n}袋。',
    '正在与{p}发来的资料比对。',
    '共有{n}名居民参加。',
    '经费问题明年上半年再议。',
    '{t}上的字迹模糊，无法辨认。',
  ],
  en: [
    'We found {n} pieces of {t} off {p}.',
    'About {n} kg of {t} washed ashore at {p} yesterday.',
    'The {t} and the {t} are tangled together and need equipment.',
    'Please check from the attached photos whether this is {t}.',
    'We talked to {p} and answer within {n} days.',
    'The survey was put off by {n} hours because of the wind.',
    'The next paper will have the figures on {t}.',
    'The {t} collected fills {n} sacks.',
    'We are comparing this with what {p} sent.',
    '{n} residents took part.',
    'The budget is for the first half of next year.',
    'The marks on the {t} are too faint to read.',
  ],
} as const satisfies Record<Language, readonly string[]>;

/** Posts in three languages, most with a thing or two of the glossary, some with none. The same seed, the same texts. */
export function generateTexts(count: number, seed = 7): GeneratedText[] {
  const random = seeded(seed);
  const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)];
  const words = readWords();
  return Array.from({ length: count }, (_, at): GeneratedText => {
    const lang = (['ko', 'zh', 'en'] as const)[at % 3] ?? 'en';
    const { things, places } = words[lang];
    const body = Array.from({ length: 1 + Math.floor(random() * 4) }, () =>
      (pick(sentences[lang]) ?? '')
        .replace(/\{t\}/g, () => pick(things) ?? '')
        .replace(/\{p\}/g, () => pick(places) ?? '')
        .replace(/\{n\}/g, () => String(1 + Math.floor(random() * 900))),
    ).join(lang === 'zh' ? '' : ' ');
    return { id: `generated-${at}`, lang, body };
  });
}

function readWords(): Record<Language, Words> {
  const column = (file: string, language: Language) => {
    const [head = '', ...lines] = readFileSync(`prisma/lists/${file}.tsv`, 'utf8').trimEnd().split('\n');
    const at = head.split('\t').indexOf(language);
    return lines.flatMap((line) => (line.split('\t')[at] ?? '').split('|')).filter((word) => word.length > 1);
  };
  const of = (language: Language): Words => ({
    things: column('glossary', language),
    places: column('governments', language),
  });
  return { ko: of('ko'), zh: of('zh'), en: of('en') };
}
