import { useTranslation } from 'react-i18next';
import { Moment } from '#app/i18n/moment.tsx';
import type { Found } from '#app/domain/search/search.ts';
import { htmlLang } from '#app/i18n/languages.ts';
import { Link } from '#app/ui/link.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { Marked } from './marked.tsx';

type FoundRowProps = {
  readonly found: Found;
  /** Its state and whose it is, in words. */
  readonly facts: readonly string[];
};

/** One result: what kind of thing, its title, and the words around the hit. */
export function FoundRow({ found, facts }: FoundRowProps) {
  const { t } = useTranslation('search');
  const { href, title, snippet, language, isOriginal, at, subject } = found;
  return (
    <div className="grid gap-1 py-3">
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-t-1 text-ink-2">
        <span>{t(`kind.${subject}`)}</span>
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        {at !== null && <Moment at={new Date(at)} as="date" />}
        {!isOriginal && <Tag>{t('translated')}</Tag>}
      </p>
      <Link href={href} lang={htmlLang(language)} className="text-t-4 font-semibold">
        {title.length > 0 ? <Marked parts={title} /> : t(`kind.${subject}`)}
      </Link>
      {snippet.length > 0 && (
        <p lang={htmlLang(language)} className="max-w-measure wrap-anywhere text-ink-2">
          <Marked parts={snippet} />
        </p>
      )}
    </div>
  );
}
