import { useTranslation } from 'react-i18next';
import { classNames } from './class-names.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

type CountProps = { readonly of: number; readonly className?: string | undefined };

/** How many wait. Shows nothing for none and 99+ above. */
export function Count({ of, className }: CountProps) {
  const { t } = useTranslation('common');
  if (of <= 0) return null;
  return (
    <b className={classNames('count', className)}>
      <span aria-hidden="true">{of > 99 ? '99+' : of}</span>
      <VisuallyHidden>{t('count.new', { count: of })}</VisuallyHidden>
    </b>
  );
}
