import type { Language } from '#prisma/generated/enums.ts';

const figureKinds = ['coordinates', 'date', 'time', 'number', 'unit'] as const;
/** Keys of `translation:figure.<key>`. */
export type FigureKind = (typeof figureKinds)[number];

/** What stands in one text and not in the other, in a form that both share. */
export type FigureDifference = { kind: FigureKind; missing: string[]; added: string[] };

type Figures = Record<FigureKind, string[]>;

/**
 * Numbers, dates, times, coordinates and units that a translation does not share with its source. Scales (만, 万,
 * thousand), written months and small number words are read; it marks and never decides.
 */
export function compareFigures(source: string, translation: string): FigureDifference[] {
  const [a, b] = [figuresOf(source), figuresOf(translation)];
  return figureKinds.flatMap((kind) => {
    let missing = without(a[kind], b[kind]);
    let added = without(b[kind], a[kind]);
    if (kind === 'number') {
      missing = missing.filter((number) => !saysInWords(translation, number));
      added = added.filter((number) => !saysInWords(source, number));
    }
    return missing.length + added.length > 0 ? [{ kind, missing, added }] : [];
  });
}

function without(all: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return all.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);
const monthNames = `(${months.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')})\\.?`;
const monthOf = (name: string) =>
  months.findIndex((one) => one.startsWith(name.slice(0, 3).toLowerCase())) + 1;

/** Reads and takes out what is longest first: a date is no three numbers. */
function figuresOf(text: string): Figures {
  const figures: Figures = { coordinates: [], date: [], time: [], number: [], unit: [] };
  let rest = text.normalize('NFKC').replace(/https?:\/\/\S+|\S+@\S+/g, ' ');
  const take = (pattern: RegExp, read: (found: RegExpExecArray) => void) => {
    rest = rest.replace(pattern, (...parts: unknown[]) => {
      const found = new RegExp(pattern.source, pattern.flags.replace('g', '')).exec(String(parts[0]));
      if (found) read(found);
      return ' ';
    });
  };
  takeCoordinates(take, figures.coordinates);
  takeDates(take, figures.date);
  takeTimes(take, figures.time);
  take(
    /(\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(만|萬|万|억|億|亿|천|千|백|百|thousand|million|billion)?\s*(만|万|억|亿)?\s*(km²|km2|m²|m2|m³|m3|km|cm|mm|kg|ha|톤|吨|噸|tonnes?|tons?|t|킬로그램|公斤|千克|킬로미터|公里|千米|센티미터|厘米|밀리미터|毫米|평방미터|제곱미터|平方米|세제곱미터|立方米|미터|米|m|g|그램|克|리터|升|l|헥타르|公顷|%|퍼센트|percent)?(?![a-z])/gi,
    (found) => {
      const [, digits = '', scale = '', more = '', unit] = found;
      const value = Number(digits.replaceAll(',', '')) * scaleOf(scale) * scaleOf(more);
      figures.number.push(String(Number(value.toPrecision(12))));
      const known = unit && unitOf(unit);
      if (known) figures.unit.push(known);
    },
  );
  return figures;
}

type Take = (pattern: RegExp, read: (found: RegExpExecArray) => void) => void;

const axis = {
  N: 'N',
  S: 'S',
  E: 'E',
  W: 'W',
  북위: 'N',
  남위: 'S',
  동경: 'E',
  서경: 'W',
  北纬: 'N',
  南纬: 'S',
  东经: 'E',
  西经: 'W',
} as const;
const isAxis = (word: string): word is keyof typeof axis => Object.hasOwn(axis, word);

function takeCoordinates(take: Take, into: string[]): void {
  const degrees = `(\\d{1,3}(?:\\.\\d+)?)\\s*(?:°|도|度)?\\s*(?:(\\d{1,2}(?:\\.\\d+)?)\\s*(?:['′]|분|分)\\s*)?(?:(\\d{1,2}(?:\\.\\d+)?)\\s*(?:["″]|초|秒)\\s*)?`;
  const read = (name: string, [d = '0', m = '0', s = '0']: (string | undefined)[]) => {
    const value = Number(d) + Number(m) / 60 + Number(s) / 3600;
    if (isAxis(name)) into.push(`${value.toFixed(4)}° ${axis[name]}`);
  };
  take(
    new RegExp(`(북위|남위|동경|서경|北纬|南纬|东经|西经)\\s*${degrees}`, 'g'),
    ([, name = '', ...parts]) => read(name, parts),
  );
  take(new RegExp(`${degrees}\\s*([NSEW])(?![a-z])`, 'g'), ([, d, m, s, name = '']) => read(name, [d, m, s]));
}

function takeDates(take: Take, into: string[]): void {
  const put = (year: string | undefined, month: number | string, day: number | string) =>
    into.push(`${year ? `${year}-` : ''}${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  take(/(?:(\d{4})\s*[년年]\s*)?(\d{1,2})\s*[월月]\s*(\d{1,2})\s*[일日号]/g, ([, y, m = '', d = '']) =>
    put(y, m, d),
  );
  take(/(?<!\d)(\d{4})\s?[-./]\s?(\d{1,2})\s?[-./]\s?(\d{1,2})(?!\d)\.?/g, ([, y, m = '', d = '']) =>
    put(y, m, d),
  );
  take(
    new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${monthNames}(?:,?\\s+(\\d{4}))?`, 'gi'),
    ([, d = '', name = '', y]) => put(y, monthOf(name), d),
  );
  take(
    new RegExp(`\\b${monthNames}\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,?\\s+(\\d{4}))?`, 'gi'),
    ([, name = '', d = '', y]) => put(y, monthOf(name), d),
  );
}

function takeTimes(take: Take, into: string[]): void {
  const put = (hour: string, minute: string, half: string) => {
    const afternoon = /오후|下午|晚上|p/i.test(half);
    const h = (Number(hour) % 12) + (afternoon ? 12 : 0);
    into.push(`${String(half === '' ? Number(hour) : h).padStart(2, '0')}:${minute.padStart(2, '0')}`);
  };
  take(
    /(오전|오후|上午|下午|晚上)?\s*(\d{1,2})\s*[시时點点]\s*(?:(\d{1,2})\s*분?分?|(반|半))?/g,
    ([, half = '', h = '', m, thirty]) => put(h, thirty ? '30' : (m ?? '0'), half),
  );
  take(
    /(오전|오후|上午|下午|晚上)?\s*(?<!\d)(\d{1,2}):(\d{2})(?::\d{2})?\s*([ap]\.?m\.?)?(?!\d)/gi,
    ([, before = '', h = '', m = '', after = '']) => put(h, m, before || after),
  );
  take(/(?<!\d)(\d{1,2})\s*([ap]\.?m\.?)(?![a-z])/gi, ([, h = '', half = '']) => put(h, '0', half));
}

function scaleOf(word: string): number {
  if (/^[만萬万]$/.test(word)) return 1e4;
  if (/^[억億亿]$/.test(word)) return 1e8;
  if (/^([천千]|thousand)$/i.test(word)) return 1e3;
  if (/^[백百]$/.test(word)) return 100;
  return /^million$/i.test(word) ? 1e6 : /^billion$/i.test(word) ? 1e9 : 1;
}

const units: readonly (readonly [RegExp, string])[] = [
  [/^(km²|km2)$/i, 'km²'],
  [/^(m²|m2|평방미터|제곱미터|平方米)$/i, 'm²'],
  [/^(m³|m3|세제곱미터|立方米)$/i, 'm³'],
  [/^(km|킬로미터|公里|千米)$/i, 'km'],
  [/^(cm|센티미터|厘米)$/i, 'cm'],
  [/^(mm|밀리미터|毫米)$/i, 'mm'],
  [/^(m|미터|米)$/, 'm'],
  [/^(kg|킬로그램|公斤|千克)$/i, 'kg'],
  [/^(t|톤|吨|噸|tonnes?|tons?)$/i, 't'],
  [/^(g|그램|克)$/, 'g'],
  [/^(l|리터|升)$/i, 'l'],
  [/^(ha|헥타르|公顷)$/i, 'ha'],
  [/^(%|퍼센트|percent)$/i, '%'],
];

function unitOf(word: string): string | undefined {
  return units.find(([pattern]) => pattern.test(word))?.[1];
}

const words = {
  ko: [
    '',
    '한|하나|일',
    '두|둘|이',
    '세|셋|삼',
    '네|넷|사',
    '다섯|오',
    '여섯|육',
    '일곱|칠',
    '여덟|팔',
    '아홉|구',
    '열|십',
  ],
  zh: ['', '一', '二|两|兩', '三', '四', '五', '六', '七', '八', '九', '十'],
  en: ['', 'one|a|an', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
} as const satisfies Record<Language, readonly string[]>;

/** A number up to ten may be a word on the other side. */
function saysInWords(text: string, number: string): boolean {
  const at = Number(number);
  if (!Number.isInteger(at) || at < 1 || at > 10) return false;
  return [words.ko[at], words.zh[at], `\\b(?:${words.en[at]})\\b`].some((word) =>
    new RegExp(word ?? '', 'i').test(text),
  );
}
