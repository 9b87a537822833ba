import { useTranslation } from 'react-i18next';
import { Dialog } from '#app/ui/dialog.tsx';

const shortcuts = [
  ['search', '/'],
  ['new', 'n'],
  ['down', 'j'],
  ['up', 'k'],
  ['reply', 'r'],
  ['send', 'Ctrl + Enter'],
  ['close', 'Esc'],
  ['help', '?'],
] as const;

type ShortcutHelpProps = { readonly isOpen: boolean; readonly onOpenChange: (isOpen: boolean) => void };

/** The keys that work on every page. */
export function ShortcutHelp({ isOpen, onOpenChange }: ShortcutHelpProps) {
  const { t } = useTranslation('common');
  return (
    <Dialog title={t('shortcut.title')} isOpen={isOpen} onOpenChange={onOpenChange}>
      <dl className="kv">
        {shortcuts.map(([name, key]) => (
          <div key={name} className="contents">
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`shortcut.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
