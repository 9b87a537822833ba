import { Link, useSearchParams } from '@remix-run/react';
import { Columns2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Icon } from '#app/ui/icon.tsx';

const modes = ['both', 'mine', 'original'] as const;

/** Both texts side by side, only what the reader reads, or only what was written. */
export type ReadingMode = (typeof modes)[number];

/** Stands in the address as `?text=mine`. */
export function useReadingMode(): ReadingMode {
  const [search] = useSearchParams();
  return modes.find((mode) => mode === search.get('text')) ?? 'both';
}

/** One of the three, as links. */
export function ReadingModes() {
  const { t } = useTranslation('thread');
  const language = useLanguage();
  const [search] = useSearchParams();
  const current = useReadingMode();
  const to = (mode: ReadingMode) => {
    const next = new URLSearchParams(search);
    if (mode === 'both') next.delete('text');
    else next.set('text', mode);
    return { search: next.toString() };
  };
  return (
    <nav aria-label={t('mode.label')} className="seg">
      {modes.map((mode) => (
        <Link
          key={mode}
          to={to(mode)}
          replace
          preventScrollReset
          {...(mode === current && { 'aria-current': 'true' as const })}
        >
          <span className="seg-cell">
            {mode === 'both' && <Icon of={Columns2} size="sm" />}
            {mode === 'mine' ? t('mode.mine', { language: t(`language.${language}`) }) : t(`mode.${mode}`)}
          </span>
        </Link>
      ))}
    </nav>
  );
}
