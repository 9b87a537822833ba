import { classNames } from './class-names.ts';

type ProseProps = {
  /** Safe HTML from the server's Markdown. */
  readonly html: string;
  /** Of the text. */
  readonly lang: string;
  readonly className?: string | undefined;
};

/** What somebody wrote, rendered by the server. The only place that sets HTML: it must come from `renderMarkdown`. */
export function Prose({ html, lang, className }: ProseProps) {
  return (
    <div lang={lang} className={classNames('prose', className)} dangerouslySetInnerHTML={{ __html: html }} />
  );
}
