import type { Language } from '#prisma/generated/enums.ts';

/** Words in a language, which may be another than the paper's. */
export type Words = { text: string; language?: Language; href?: string; bold?: boolean };

/** What a cell holds: lines, the second and later ones small. */
export type Cell = { lines: Words[] };

export type Block =
  | { kind: 'sentence'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'figures'; figures: { value: string; label: string }[] }
  /** Widths are shares of the page's width. */
  | { kind: 'table'; label: string; head: string[]; widths: number[]; rows: Cell[][] }
  /** The map of the paper, drawn for its language. */
  | { kind: 'map'; caption: string; alt: string };

/** A paper in one language, as every form of it is written: a page, a PDF, a DOCX. */
export type Paper = {
  language: Language;
  title: string;
  /** Whose it is, of which days, when and for whom it was made. */
  lines: string[];
  sections: { title: string; blocks: Block[] }[];
  /** What a reader of the paper must know: whose eyes it is for. */
  foot: string;
  page: string;
};

/** A map as PNG, for one paper. */
export type MapPicture = { png: Uint8Array; width: number; height: number };
