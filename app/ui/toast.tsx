import { Check, type LucideIcon, TriangleAlert, X } from 'lucide-react';
import {
  Button as AriaButton,
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as AriaToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as AriaToastRegion,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';

type ToastMessage = {
  readonly words: string;
  readonly icon: LucideIcon;
  readonly act: { readonly label: string; readonly onAct: () => void } | undefined;
};

const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 });

type ToastOptions = {
  /** `problem` stays until it is closed. */
  readonly tone?: 'done' | 'problem' | undefined;
  readonly icon?: LucideIcon | undefined;
  /** What can be done about it, mostly undo. */
  readonly act?: { readonly label: string; readonly onAct: () => void } | undefined;
  /** 8 s unless told otherwise, as React Aria asks for at least 5. */
  readonly milliseconds?: number | undefined;
};

/** Says in the reader's words that something has been done. Answers with what takes the toast away again. */
export function toast(
  words: string,
  { tone = 'done', icon, act, milliseconds = 8000 }: ToastOptions = {},
): () => void {
  const key = queue.add(
    { words, act, icon: icon ?? (tone === 'done' ? Check : TriangleAlert) },
    tone === 'problem' ? {} : { timeout: milliseconds },
  );
  return () => queue.close(key);
}

/** Where toasts appear; the frame holds it once. */
export function ToastRegion() {
  const { t } = useTranslation('common');
  return (
    <AriaToastRegion queue={queue} className="toasts" aria-label={t('toast.region')}>
      {({ toast: shown }) => (
        <AriaToast toast={shown} className="toast">
          <Icon of={shown.content.icon} />
          <AriaToastContent className="toast-words">
            <Text slot="title">{shown.content.words}</Text>
          </AriaToastContent>
          {shown.content.act && (
            <AriaButton
              className="toast-act"
              onPress={() => {
                shown.content.act?.onAct();
                queue.close(shown.key);
              }}
            >
              {shown.content.act.label}
            </AriaButton>
          )}
          <AriaButton slot="close" className="toast-close" aria-label={t('action.close')}>
            <Icon of={X} size="sm" />
          </AriaButton>
        </AriaToast>
      )}
    </AriaToastRegion>
  );
}
