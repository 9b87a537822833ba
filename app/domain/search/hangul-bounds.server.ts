/** Particles and the copula, which follow a noun; several may follow each other. */
const particles = [
  '으로부터',
  '에서부터',
  '이라도',
  '입니다',
  '이라는',
  '이라고',
  '이었다',
  '이지만',
  '에게서',
  ...['에서', '으로', '에게', '까지', '부터', '처럼', '보다', '마다', '조차', '밖에', '이나', '이며'],
  ...['이고', '이다', '이라', '라는', '라고', '였다', '인데', '이란', '께서', '하고', '만큼', '대로'],
  ...[
    '은',
    '는',
    '이',
    '가',
    '을',
    '를',
    '에',
    '의',
    '로',
    '도',
    '만',
    '와',
    '과',
    '나',
    '인',
    '들',
    '등',
    '류',
  ],
];

/** What makes a verb of a noun, with whatever follows. */
const verbal = /(?:하|했|한|할|함|합|해|되|됐|된|될|됨|됩|돼|시키|시킨|시켜|당한|당했)[\uac00-\ud7a3]*$/u;

/** Nouns that readily stand at the end of a compound: what is before them is a word, too. */
const tails = [
  ...['수거', '처리', '조사', '발견', '투기', '유실', '유출', '발생', '제거', '인양', '회수', '조각', '더미'],
  ...[
    '어선',
    '어업',
    '양식',
    '조업',
    '종류',
    '상자',
    '부표',
    '자루',
    '문제',
    '현황',
    '신고',
    '사업',
    '무더기',
  ],
];

/** What readily stands before a word in the same eojeol. */
const heads = [
  ...[
    '폐',
    '헌',
    '새',
    '대형',
    '소형',
    '해양',
    '해안',
    '바다',
    '해저',
    '연안',
    '양식',
    '수산',
    '어업',
    '꽃게',
  ],
  ...[
    '장어',
    '문어',
    '주꾸미',
    '낙지',
    '새우',
    '대게',
    '유실',
    '침적',
    '부유',
    '방치',
    '합성',
    '미세',
    '플라스틱',
  ],
  ...[
    '스티로폼',
    '나일론',
    '낚시',
    '그물',
    '철제',
    '중국산',
    '한국산',
    '국산',
    '외국',
    '생활',
    '농업',
    '어망',
  ],
];

/** Where words may begin and end inside an eojeol (its white-space word), counted in syllables. */
export type Bounds = { starts: ReadonlySet<number>; ends: ReadonlySet<number> };

/**
 * Finds them without a dictionary of the language: its beginning and its end, the end before particles and verbal
 * endings, and the joints of compounds with words that are common here. 통발 in 교통발전 touches none of them.
 */
export function boundsOf(eojeol: string): Bounds {
  const starts = new Set([0]);
  const ends = new Set([eojeol.length]);
  for (const head of heads) {
    if (eojeol.length >= head.length + 2 && eojeol.startsWith(head)) starts.add(head.length);
  }
  const stem = (text: string, depth: number) => {
    for (const particle of particles) {
      const rest = text.length - particle.length;
      if (rest < 1 || !text.endsWith(particle)) continue;
      if (!ends.has(rest)) ends.add(rest);
      if (depth < 2) stem(text.slice(0, rest), depth + 1);
    }
  };
  stem(eojeol, 0);
  const verb = verbal.exec(eojeol);
  if (verb && verb.index >= 2) ends.add(verb.index);
  for (const tail of tails) {
    const index = eojeol.lastIndexOf(tail);
    if (index >= 2) {
      ends.add(index);
      starts.add(index);
    }
  }
  return { starts, ends };
}

/** Nouns of one syllable that readily follow another. */
const endings = new Set(
  '줄코띠통선류망틀값배밭섬항만군시도구면리팀품물질용형식급별당측쪽끝앞뒤옆안밖위밑속때날수량률액비세권자인원장실부과국처청소관사회제법령등들표판층길둑돌목뼈알촌촉촌화적체대단막병',
);

/** Whether what remains of an eojeol after a word can follow it: 타르볼 begins with 타르, 타르트 does not. */
export function mayFollow(rest: string): boolean {
  return rest.length !== 1 || endings.has(rest);
}

/** Particles that end no noun of their own. */
const clear = /(에서는|에서도|으로는|에서|으로|에게|까지|부터|을|를|은|는)$/u;

/** What remains of a word that plainly carries a particle or a verbal ending; undefined where it may be all noun. */
export function clearStem(word: string): string | undefined {
  const end = verbal.exec(word)?.index ?? clear.exec(word)?.index ?? 0;
  return end >= 2 ? word.slice(0, end) : undefined;
}
