import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  Dialog as AriaDialog,
  Heading,
  Modal,
  ModalOverlay,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

type DialogProps = {
  readonly title: ReactNode;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
  readonly size?: 'md' | 'lg' | undefined;
  /** Whether it is open: the page decides. */
  readonly isOpen?: boolean | undefined;
  readonly onOpenChange?: ((isOpen: boolean) => void) | undefined;
  /** `alertdialog` interrupts; use it only where nothing can be undone. */
  readonly role?: 'dialog' | 'alertdialog' | undefined;
  readonly lang?: string | undefined;
};

/**
 * A dialog over the page: focus stays inside, Escape and the scrim close it. It needs JavaScript; what must work
 * without belongs on a page of its own or in a `Disclosure`.
 */
export function Dialog({
  title,
  children,
  size = 'md',
  isOpen,
  onOpenChange,
  role = 'dialog',
  lang,
}: DialogProps) {
  const { t } = useTranslation('common');
  return (
    <ModalOverlay
      className="scrim"
      isDismissable={role === 'dialog'}
      {...(isOpen !== undefined && { isOpen })}
      {...(onOpenChange && { onOpenChange })}
    >
      <Modal className={classNames('dialog-frame', size === 'lg' && 'dialog-frame-lg')}>
        <AriaDialog role={role} className="dialog" {...(lang !== undefined && { lang })}>
          {({ close }) => (
            <>
              <div className="dialog-head">
                <Heading slot="title" level={2}>
                  {title}
                </Heading>
                <AriaButton slot="close" className="icon-btn" aria-label={t('action.close')}>
                  <Icon of={X} />
                </AriaButton>
              </div>
              {typeof children === 'function' ? children(close) : children}
            </>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The buttons at the foot of a dialog: what one does stands last. */
export function DialogFoot({ children }: { readonly children: ReactNode }) {
  return <div className="dialog-foot">{children}</div>;
}
