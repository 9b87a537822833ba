import type { NamedGovernment } from '../government/government.ts';
import { contentOf, type TermContent } from './term.ts';

const suffixes = {
  ko: /(특별자치도|통합특별시|특별자치시|광역시|특별시|성|도|시|군|구)$/u,
  zh: /(特别自治道|统合特别市|广域市|特别市|省|道|市|郡|区)$/u,
  en: /( Metropolitan City| Integrated Special City| Province| Municipality| City| State|-gun|-si|-gu|-do)$/,
} as const;

/** What people say for provinces whose name is not short by losing its end. */
const usual: Readonly<Record<string, { ko?: string; zh?: string; en?: string }>> = {
  chungnam: { ko: '충남', zh: '忠南', en: 'Chungnam' },
  jeonnam: { ko: '전남', zh: '全南', en: 'Jeonnam' },
  jeonbuk: { ko: '전북', zh: '全北', en: 'Jeonbuk' },
};

/** Short names that mean something else, too: 경기 is a match, 海南 and 泰安 are places in China. */
const ambiguous = new Set(['경기', '海南', '泰安', '全罗南', '忠清南', '전라남', '충청남']);

/** A government as a term: its official names, and what people call it. */
export function placeTerm(government: NamedGovernment): { key: string; content: TermContent } {
  const { id, nameKo, nameZh, nameEn } = government;
  const plainEn = nameEn.replace(/ \([^)]*\)/, '');
  const words = (name: string, language: 'ko' | 'zh' | 'en') => {
    const short = name.replace(suffixes[language], '');
    const said = [short, usual[id]?.[language] ?? short];
    return [...new Set([name, ...said.filter((one) => one.length > 1 && !ambiguous.has(one))])];
  };
  const en = [...new Set([nameEn, ...words(plainEn, 'en')])];
  const content = contentOf({
    field: 'place',
    ko: words(nameKo, 'ko'),
    zh: words(nameZh, 'zh'),
    en,
    ...{ avoidKo: [], avoidZh: [], avoidEn: [], definitionKo: '', definitionZh: '', definitionEn: '' },
    source: 'prisma/lists/governments.tsv',
  });
  return { key: `place-${id}`, content };
}
