import type { Block, Cell, Paper, Words } from '#app/domain/briefing/paper.ts';
import { htmlLang } from '#app/i18n/languages.ts';
import { Link } from '#app/ui/link.tsx';
import { Stat } from '#app/ui/stat.tsx';

type PaperPageProps = {
  readonly paper: Paper;
  /** Address of the picture of its map. */
  readonly map: string;
};

/** A paper in one language on a page of ours, made to be printed. */
export function PaperPage({ paper, map }: PaperPageProps) {
  const { title, lines, sections, foot, language } = paper;
  return (
    <article lang={htmlLang(language)} className="paper">
      <h2 className="text-t-6">{title}</h2>
      {lines.map((text) => (
        <p key={text} className="max-w-none text-t-2 text-ink-2">
          {text}
        </p>
      ))}
      {sections.map((section) => (
        <section key={section.title}>
          <h3 className="mt-6 mb-2 border-b border-ink pb-1 text-t-5">{section.title}</h3>
          {section.blocks.map((block) => (
            <PaperBlock key={keyOf(block)} block={block} map={map} />
          ))}
        </section>
      ))}
      <p className="mt-6 max-w-none text-t-1 text-ink-2">{foot}</p>
    </article>
  );
}

/** A section has each of them once. */
function keyOf(block: Block): string {
  switch (block.kind) {
    case 'sentence':
    case 'heading':
      return `${block.kind} ${block.text}`;
    case 'table':
      return `table ${block.label}`;
    case 'figures':
    case 'map':
      return block.kind;
  }
}

function PaperBlock({ block, map }: { readonly block: Block; readonly map: string }) {
  switch (block.kind) {
    case 'sentence':
      return <p className="my-2 max-w-none">{block.text}</p>;
    case 'heading':
      return <h4 className="mt-4 mb-1 text-t-4">{block.text}</h4>;
    case 'figures':
      return (
        <div className="my-3 grid grid-cols-2 gap-x-5 gap-y-4 sm:grid-cols-4 lg:grid-cols-5 print:grid-cols-5">
          {block.figures.map(({ value, label }) => (
            <Stat key={label} figure={value}>
              {label}
            </Stat>
          ))}
        </div>
      );
    case 'map':
      return (
        <figure className="my-3">
          <img src={map} alt={block.alt} className="w-full max-w-220" />
          <figcaption className="mt-1 text-t-1 text-ink-2">{block.caption}</figcaption>
        </figure>
      );
    case 'table':
      return (
        <div className="table-scroll my-2">
          <table className="table table-plain min-w-160 print:min-w-0">
            <caption className="visually-hidden">{block.label}</caption>
            <colgroup>
              {block.widths.map((width, index) => (
                <col key={block.head[index]} style={{ width: `${width}%` }} />
              ))}
            </colgroup>
            <thead>
              <tr>
                {block.head.map((text) => (
                  <th key={text} scope="col">
                    {text}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row) => (
                <tr key={row.map(textOf).join(' ')}>
                  {row.map((cell, index) => (
                    <td key={block.head[index]} className="align-top">
                      <PaperCell cell={cell} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
  }
}

function PaperCell({ cell }: { readonly cell: Cell }) {
  return cell.lines.map((words, index) => (
    <p
      key={words.text}
      {...(words.language && { lang: htmlLang(words.language) })}
      className={
        words.bold ? 'max-w-none font-semibold' : index > 0 ? 'max-w-none text-t-1 text-ink-2' : 'max-w-none'
      }
    >
      <CellWords words={words} />
    </p>
  ));
}

function CellWords({ words: { text, href } }: { readonly words: Words }) {
  return href ? <Link href={href}>{text}</Link> : text;
}

function textOf({ lines }: Cell): string {
  return lines.map(({ text }) => text).join(' ');
}
