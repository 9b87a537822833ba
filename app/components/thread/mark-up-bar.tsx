import { Bold, Eye, Italic, Link2, List, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '#app/ui/icon-button.tsx';
import { type MarkUp, markUps } from './mark-up.ts';

const icons = { bold: Bold, italic: Italic, list: List, link: Link2 } as const satisfies Record<
  MarkUp,
  LucideIcon
>;

type MarkUpBarProps = {
  readonly onMark: (kind: MarkUp) => void;
  readonly isPreviewed: boolean;
  readonly onPreview: () => void;
};

/** Bold, italic, list and link, and how it will look. */
export function MarkUpBar({ onMark, isPreviewed, onPreview }: MarkUpBarProps) {
  const { t } = useTranslation('thread');
  return (
    <div role="toolbar" aria-label={t('mark.label')} className="ml-auto flex gap-0.5">
      {markUps.map((kind) => (
        <IconButton
          key={kind}
          size="sm"
          icon={icons[kind]}
          label={t(`mark.${kind}`)}
          isDisabled={isPreviewed}
          onPress={() => onMark(kind)}
        />
      ))}
      <IconButton
        size="sm"
        icon={Eye}
        label={t(isPreviewed ? 'mark.write' : 'mark.preview')}
        aria-pressed={isPreviewed}
        onPress={onPreview}
      />
    </div>
  );
}
