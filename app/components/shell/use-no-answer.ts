import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '#app/ui/toast.tsx';

/** Calls back for every form of the page with whether it got an answer; answers with how to stop. */
type OnAnswer = (listener: (answered: boolean) => void) => () => void;

/** Says that a form got no answer and what to do: it stands there as it was filled. The next answer takes it away. */
export function useNoAnswer(onAnswer: OnAnswer): void {
  const { t } = useTranslation('error');
  const close = useRef<() => void>(() => undefined);
  useEffect(
    () =>
      onAnswer((answered) => {
        close.current();
        if (!answered) close.current = toast(t('no_answer'), { tone: 'problem' });
      }),
    [onAnswer, t],
  );
}
