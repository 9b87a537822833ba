import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  ImageRun,
  type IRunOptions,
  Packer,
  PageNumber,
  Paragraph,
  SectionType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Language } from '#prisma/generated/enums.ts';
import type { Block, Cell, MapPicture, Paper, Words } from './paper.ts';

const quiet = '3F555E';
const primary = '0B6477';
/** A4 and its margins of 16 mm, in twentieths of a point. */
const page = { width: 11_906, height: 16_838, margin: 907 };
const textWidth = page.width - 2 * page.margin;
/** Half points. */
const size = { text: 19, small: 16, figure: 32 };

/** Fonts that the office programs of both countries have; Word takes the one for the letters that it sets. */
const fonts = {
  ko: { ascii: 'Malgun Gothic', hAnsi: 'Malgun Gothic', eastAsia: 'Malgun Gothic', cs: 'Malgun Gothic' },
  zh: {
    ascii: 'Microsoft YaHei',
    hAnsi: 'Microsoft YaHei',
    eastAsia: 'Microsoft YaHei',
    cs: 'Microsoft YaHei',
  },
  en: { ascii: 'Arial', hAnsi: 'Arial', eastAsia: 'Malgun Gothic', cs: 'Arial' },
} as const satisfies Record<Language, object>;
const locales = {
  ko: { value: 'en-US', eastAsia: 'ko-KR' },
  zh: { value: 'en-US', eastAsia: 'zh-CN' },
  en: { value: 'en-US', eastAsia: 'ko-KR' },
} as const satisfies Record<Language, object>;

/** Papers one after another as a Word document (Office Open XML), each language in a section of its own. */
export async function writeDocx(
  papers: readonly Paper[],
  pictures: readonly (MapPicture | null)[],
): Promise<Uint8Array> {
  const document = new Document({
    creator: 'Tideline',
    title: papers.map(({ title }) => title).join(' / '),
    styles: { default: { document: { run: { size: size.text, font: fonts.en } } } },
    sections: papers.map((paper, index) => ({
      properties: {
        type: SectionType.NEXT_PAGE,
        page: {
          size: { width: page.width, height: page.height },
          margin: { top: page.margin, bottom: page.margin, left: page.margin, right: page.margin },
        },
      },
      footers: { default: footer(paper) },
      children: sectionOf(paper, pictures[index] ?? null),
    })),
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function run(text: string, language: Language, more: IRunOptions = {}): TextRun {
  return new TextRun({ text, font: fonts[language], language: locales[language], ...more });
}

function footer({ page: words, language }: Paper): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.LEFT,
        children: [
          run(`${words}   `, language, { size: size.small, color: quiet }),
          new TextRun({
            children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
            size: size.small,
            color: quiet,
          }),
        ],
      }),
    ],
  });
}

function sectionOf(paper: Paper, picture: MapPicture | null): (Paragraph | Table)[] {
  const { language } = paper;
  const heading = (text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel], points: number) =>
    new Paragraph({
      heading: level,
      keepNext: true,
      spacing: { before: level === HeadingLevel.HEADING_1 ? 0 : 240, after: 80 },
      children: [run(text, language, { bold: true, size: points * 2, color: '0B2530' })],
    });
  const blocks = (block: Block): (Paragraph | Table)[] => {
    switch (block.kind) {
      case 'sentence':
        return [new Paragraph({ spacing: { after: 80 }, children: [run(block.text, language)] })];
      case 'heading':
        return [heading(block.text, HeadingLevel.HEADING_3, 11)];
      case 'figures':
        return [figuresOf(block, language), gap()];
      case 'table':
        return [tableOf(block, language), gap()];
      case 'map':
        return picture ? mapOf(block, picture, language) : [];
    }
  };
  return [
    heading(paper.title, HeadingLevel.HEADING_1, 19),
    ...paper.lines.map((text) => new Paragraph({ children: [run(text, language, { color: quiet })] })),
    ...paper.sections.flatMap((section) => [
      heading(section.title, HeadingLevel.HEADING_2, 14),
      ...section.blocks.flatMap(blocks),
    ]),
    new Paragraph({
      spacing: { before: 240 },
      children: [run(paper.foot, language, { size: size.small, color: quiet })],
    }),
  ];
}

/** Word wants a paragraph between two tables. */
function gap(): Paragraph {
  return new Paragraph({ spacing: { after: 0, line: 120 }, children: [] });
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const noBorders = {
  ...{ top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
};

function figuresOf({ figures }: Extract<Block, { kind: 'figures' }>, language: Language): Table {
  const perRow = Math.min(4, figures.length);
  const width = Math.floor(textWidth / perRow);
  const rows = Array.from({ length: Math.ceil(figures.length / perRow) }, (_, index) =>
    Array.from({ length: perRow }, (__, column) => figures[index * perRow + column]),
  );
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: Array.from({ length: perRow }, () => width),
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    rows: rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: row.map(
            (figure) =>
              new TableCell({
                width: { size: width, type: WidthType.DXA },
                children: [
                  new Paragraph({
                    children: [run(figure?.value ?? '', language, { bold: true, size: size.figure })],
                  }),
                  new Paragraph({
                    children: [run(figure?.label ?? '', language, { size: size.small, color: quiet })],
                  }),
                ],
              }),
          ),
        }),
    ),
  });
}

function tableOf(block: Extract<Block, { kind: 'table' }>, language: Language): Table {
  const sum = block.widths.reduce((all, width) => all + width, 0);
  const widths = block.widths.map((width) => Math.floor((textWidth * width) / sum));
  const cell = (children: Paragraph[], index: number) =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      margins: { top: 50, bottom: 50, left: index === 0 ? 0 : 100, right: 40 },
      children,
    });
  const rule = (color: string, eighths: number) => ({ style: BorderStyle.SINGLE, size: eighths, color });
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { ...noBorders, bottom: rule('C9CCC2', 4), insideHorizontal: rule('C9CCC2', 4) },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: block.head.map((text, index) =>
          cell(
            [new Paragraph({ children: [run(text, language, { size: size.small, color: quiet })] })],
            index,
          ),
        ),
      }),
      ...block.rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map((one, index) => cell(paragraphsOf(one, language), index)),
          }),
      ),
    ],
  });
}

function paragraphsOf({ lines }: Cell, language: Language): Paragraph[] {
  return lines.map(({ text, href, bold, language: own }: Words, index) => {
    const words = run(text, own ?? language, {
      ...(bold && { bold }),
      ...(index > 0 && { size: size.small, color: quiet }),
      ...(href && { color: primary }),
    });
    return new Paragraph({
      children: [href ? new ExternalHyperlink({ link: href, children: [words] }) : words],
    });
  });
}

function mapOf(
  { caption, alt }: Extract<Block, { kind: 'map' }>,
  { png, width, height }: MapPicture,
  language: Language,
): Paragraph[] {
  /** Pixels of 96 to the inch. */
  const shown = Math.round((textWidth / 1440) * 96);
  return [
    new Paragraph({
      children: [
        new ImageRun({
          type: 'png',
          data: png,
          transformation: { width: shown, height: Math.round((shown * height) / width) },
          altText: { title: caption, description: alt, name: 'map' },
        }),
      ],
    }),
    new Paragraph({
      spacing: { after: 120 },
      children: [run(caption, language, { size: size.small, color: quiet })],
    }),
  ];
}
