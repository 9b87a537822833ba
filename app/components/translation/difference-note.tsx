import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { compareFigures } from '#app/domain/translation/figures.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { Icon } from '#app/ui/icon.tsx';

type DifferenceNoteProps = { readonly source: string; readonly translation: string };

/** Numbers, dates, coordinates and units in which a translation is not its source; nothing where they agree. */
export function DifferenceNote({ source, translation }: DifferenceNoteProps) {
  const { t } = useTranslation('translation');
  const format = useFormat();
  const differences = compareFigures(source, translation);
  if (differences.length === 0) return null;
  return (
    <p className="mt-2 flex items-start gap-1.5 text-t-2 text-wait">
      <Icon of={TriangleAlert} size="sm" />
      <span>
        {t('differs')}{' '}
        {differences.map(({ kind, missing, added }) => (
          <span key={kind} className="mr-2">
            {t(`figure.${kind}`)} {format.list(missing.length > 0 ? missing : [t('nothing')])}
            {' → '}
            {format.list(added.length > 0 ? added : [t('nothing')])}
          </span>
        ))}
      </span>
    </p>
  );
}
