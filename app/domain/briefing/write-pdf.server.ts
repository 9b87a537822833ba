import pdfmake from 'pdfmake';
import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Language } from '#prisma/generated/enums.ts';
import type { Block, Cell, MapPicture, Paper, Words } from './paper.ts';
import { fontBytes, fontRuns } from './paper-fonts.server.ts';

declare module 'pdfmake' {
  /** Files in memory, which a font may be; the published types leave it out. */
  export const virtualfs: { writeFileSync: (name: string, content: Uint8Array) => void };
}

const ink = '#0b2530';
const quiet = '#3f555e';
const line = '#c9ccc2';
const primary = '#0b6477';
const signal = '#b93a19';
/** A4 without its margins of 16 mm, points. */
const pageWidth = 595.28 - 2 * 45;
const figuresPerRow = 4;

/** Papers one after another as PDF 1.7 on A4; of each font only the letters that stand in it. */
export async function writePdf(
  papers: readonly Paper[],
  pictures: readonly (MapPicture | null)[],
): Promise<Uint8Array> {
  const used = new Set<string>();
  const runs = (text: string, language: Language, more: object = {}): Content[] =>
    fontRuns(text, language).map(({ family, text: run }) => {
      used.add(family);
      return { text: run, font: family, ...more };
    });
  const content = papers.flatMap((paper, index) => paperContent(paper, pictures[index] ?? null, runs, index));
  const [first] = papers;
  const language = first?.language ?? 'en';
  const footers = new Map(papers.map((paper) => [paper.language, runs(paper.page, paper.language)]));
  const definition: TDocumentDefinitions = {
    pageSize: 'A4',
    pageMargins: [45, 45, 45, 54],
    version: '1.7',
    info: { title: papers.map(({ title }) => title).join(' / '), creator: 'Tideline', producer: 'Tideline' },
    defaultStyle: { font: 'Pretendard', fontSize: 9.5, lineHeight: 1.25, color: ink },
    content,
    // No heading at the foot of a page.
    pageBreakBefore: ({ headlineLevel }, { getFollowingNodesOnPage }) =>
      headlineLevel !== undefined && getFollowingNodesOnPage().length === 0,
    footer: (page, pages) => ({
      columns: [
        { text: footers.get(language) ?? '', fontSize: 8, color: quiet },
        { text: `${page} / ${pages}`, alignment: 'right', fontSize: 8, color: quiet, width: 60 },
      ],
      margin: [45, 14, 45, 0],
    }),
  };
  // Everything is in the definition: it reads no file and asks no host.
  pdfmake.setLocalAccessPolicy(() => false);
  pdfmake.setUrlAccessPolicy(() => false);
  used.add('Pretendard');
  pdfmake.setFonts(Object.fromEntries([...used].map((family) => [family, inMemory(family)])));
  return pdfmake.createPdf(definition).getBuffer();
}

/** pdfmake takes a font by the name of a file; these are in its memory. */
function inMemory(family: string): { normal: string; bold: string } {
  const { normal, bold } = fontBytes(family);
  const names = { normal: `${family}.normal`, bold: `${family}.bold` };
  pdfmake.virtualfs.writeFileSync(names.normal, normal);
  pdfmake.virtualfs.writeFileSync(names.bold, bold);
  return names;
}

type Runs = (text: string, language: Language, more?: object) => Content[];

function paperContent(paper: Paper, picture: MapPicture | null, runs: Runs, index: number): Content[] {
  const { language } = paper;
  const words = (text: string, more: object = {}): Content => ({ text: runs(text, language), ...more });
  return [
    words(paper.title, {
      ...{ bold: true, fontSize: 19, lineHeight: 1.15, margin: [0, 0, 0, 4] },
      ...(index > 0 && { pageBreak: 'before' }),
    }),
    ...paper.lines.map((text) => words(text, { color: quiet })),
    { canvas: [{ type: 'line', x1: 0, y1: 6, x2: pageWidth, y2: 6, lineWidth: 0.8, lineColor: ink }] },
    ...paper.sections.flatMap(({ title, blocks }) => [
      words(title, { bold: true, fontSize: 13, margin: [0, 16, 0, 5], headlineLevel: 1 }),
      ...blocks.flatMap((block) => blockContent(block, language, picture, runs)),
    ]),
    words(paper.foot, { fontSize: 8, color: quiet, margin: [0, 16, 0, 0] }),
  ];
}

function blockContent(block: Block, language: Language, picture: MapPicture | null, runs: Runs): Content[] {
  const words = (text: string, more: object = {}): Content => ({ text: runs(text, language), ...more });
  switch (block.kind) {
    case 'sentence':
      return [words(block.text, { margin: [0, 0, 0, 4] })];
    case 'heading':
      return [words(block.text, { bold: true, fontSize: 10.5, margin: [0, 9, 0, 3], headlineLevel: 2 })];
    case 'figures':
      return chunks(block.figures, figuresPerRow).map((row) => ({
        columns: [
          ...row.map(({ value, label }) => ({
            stack: [
              words(value, { bold: true, fontSize: 16, lineHeight: 1.1 }),
              words(label, { color: quiet, fontSize: 8.5 }),
            ],
          })),
          ...Array.from({ length: figuresPerRow - row.length }, () => ({ text: '' })),
        ],
        columnGap: 12,
        margin: [0, 2, 0, 8],
      }));
    case 'table':
      return [tableContent(block, language, runs)];
    case 'map':
      return picture
        ? [
            {
              image: `data:image/png;base64,${Buffer.from(picture.png).toString('base64')}`,
              width: pageWidth,
            },
            words(block.caption, { fontSize: 8, color: quiet, margin: [0, 3, 0, 8] }),
          ]
        : [];
  }
}

function tableContent(block: Extract<Block, { kind: 'table' }>, language: Language, runs: Runs): Content {
  const gaps = (block.widths.length - 1) * 8;
  const sum = block.widths.reduce((all, width) => all + width, 0);
  const head = block.head.map((text): TableCell => ({
    text: runs(text, language),
    fontSize: 8,
    color: quiet,
  }));
  const rows = block.rows.map((row) => row.map((cell) => cellContent(cell, language, runs)));
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      keepWithHeaderRows: 1,
      widths: block.widths.map((width) => ((pageWidth - gaps) * width) / sum),
      body: [head, ...rows],
    },
    layout: {
      hLineWidth: (index) => (index === 0 ? 0 : index === 1 ? 0.8 : 0.4),
      vLineWidth: () => 0,
      hLineColor: (index) => (index === 1 ? ink : line),
      paddingLeft: (index) => (index === 0 ? 0 : 8),
      paddingRight: () => 0,
      paddingTop: () => 3,
      paddingBottom: () => 3,
    },
    margin: [0, 0, 0, 6],
  };
}

function cellContent({ lines }: Cell, language: Language, runs: Runs): TableCell {
  return {
    stack: lines.map((words: Words, index) => ({
      text: runs(words.text, words.language ?? language, {
        ...(words.bold && { bold: true }),
        ...(words.href && { link: words.href, color: primary }),
      }),
      ...(index > 0 && { fontSize: 8, color: words.bold ? signal : quiet }),
    })),
  };
}

/** The same list in rows of so many. */
function chunks<Value>(values: readonly Value[], size: number): Value[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, index) =>
    values.slice(index * size, (index + 1) * size),
  );
}
