import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from './link-button.tsx';

type PagerProps = {
  readonly label: string;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly hrefOf: (page: number) => string;
};

/** The page before and the page after, and where one is between them. Nothing where one page holds everything. */
export function Pager({ label, page, pages, hrefOf }: PagerProps) {
  const { t } = useTranslation('common');
  if (pages <= 1) return null;
  return (
    <nav aria-label={label} className="flex items-center justify-center gap-3">
      {page > 1 && (
        <LinkButton href={hrefOf(page - 1)} icon={ChevronLeft} size="sm">
          {t('pager.previous')}
        </LinkButton>
      )}
      <span className="num text-t-2 text-ink-2">{t('pager.page_of', { page, pages })}</span>
      {page < pages && (
        <LinkButton href={hrefOf(page + 1)} icon={ChevronRight} size="sm">
          {t('pager.next')}
        </LinkButton>
      )}
    </nav>
  );
}
