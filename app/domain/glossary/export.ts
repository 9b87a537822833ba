import { Language } from '#prisma/generated/enums.ts';
import { preferredWord, type Term, wordsOf } from './term.ts';

const languages = Object.values(Language);
/** BCP 47; Chinese is simplified. */
const tags = { ko: 'ko', zh: 'zh-Hans', en: 'en' } as const satisfies Record<Language, string>;

/** The glossary as CSV (RFC 4180, UTF-8 with its mark, so that spreadsheets read it), one term a line. */
export function termsAsCsv(terms: readonly Term[]): string {
  const head = [
    'key',
    'field',
    ...languages,
    ...languages.map((language) => `allowed_${language}`),
    ...languages.map((language) => `avoid_${language}`),
    ...languages.map((language) => `definition_${language}`),
    'source',
  ];
  const lines = terms.map((term) => [
    term.key,
    term.field,
    ...languages.map((language) => preferredWord(term, language)),
    ...languages.map((language) => wordsOf(term, language, 'allowed').join(' | ')),
    ...languages.map((language) => wordsOf(term, language, 'forbidden').join(' | ')),
    ...languages.map((language) => term.definitions[language]),
    term.source,
  ]);
  return `\ufeff${[head, ...lines].map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`;
}

/** A cell that a spreadsheet would take for a formula is shown as text. */
function quoted(cell: string): string {
  const plain = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(plain) ? `"${plain.replace(/"/g, '""')}"` : plain;
}

const statuses = {
  preferred: 'preferredTerm-admn-sts',
  allowed: 'admittedTerm-admn-sts',
  forbidden: 'deprecatedTerm-admn-sts',
} as const;

/** The glossary as TBX (ISO 30042:2019, dialect TBX-Basic, style DCA), for translators' own programs. */
export function termsAsTbx(terms: readonly Term[]): string {
  const entries = terms.map((term) => {
    const sections = languages.map((language) => {
      const words = term.words.filter((word) => word.language === language);
      if (words.length === 0) return '';
      const definition = term.definitions[language];
      return [
        `        <langSec xml:lang="${tags[language]}">`,
        ...(definition
          ? [`          <descripGrp><descrip type="definition">${escaped(definition)}</descrip></descripGrp>`]
          : []),
        ...words.map(
          ({ text, kind }) =>
            `          <termSec><term>${escaped(text)}</term><termNote type="administrativeStatus">${statuses[kind]}</termNote></termSec>`,
        ),
        '        </langSec>',
      ].join('\n');
    });
    return [
      `      <conceptEntry id="${escaped(term.key)}">`,
      `        <descrip type="subjectField">${term.field}</descrip>`,
      ...(term.source ? [`        <admin type="source">${escaped(term.source)}</admin>`] : []),
      ...sections.filter((section) => section !== ''),
      '      </conceptEntry>',
    ].join('\n');
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader>
    <fileDesc><sourceDesc><p>Glossary of Tideline</p></sourceDesc></fileDesc>
  </tbxHeader>
  <text>
    <body>
${entries.join('\n')}
    </body>
  </text>
</tbx>
`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
