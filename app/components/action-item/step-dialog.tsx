import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, buttonClass } from '#app/ui/button.tsx';
import { Dialog } from '#app/ui/dialog.tsx';
import { StepForm, type WordyStep } from './step-form.tsx';

type StepDialogProps = {
  readonly step: WordyStep;
  readonly item: Parameters<typeof StepForm>[0]['item'];
  readonly variant?: 'plain' | 'primary' | 'quiet' | 'danger' | undefined;
  readonly size?: 'sm' | 'md' | undefined;
};

/** A step that asks for words: a dialog over the page; without JavaScript the link leads to the step's own page. */
export function StepDialog({ step, item, variant, size }: StepDialogProps) {
  const { t } = useTranslation('action-item');
  const { t: tCommon } = useTranslation('common');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <a
        href={`/actions/${item.number}/${step}`}
        className={buttonClass({ variant, size })}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
          event.preventDefault();
          setIsOpen(true);
        }}
      >
        {t(`step.${step}`)}
      </a>
      <Dialog
        title={t(`step.${step}`)}
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        size={step === 'edit' || step === 'claim' || step === 'write' ? 'lg' : 'md'}
      >
        {(close) => (
          <StepForm
            step={step}
            item={item}
            cancel={<Button onPress={close}>{tCommon('action.cancel')}</Button>}
          />
        )}
      </Dialog>
    </>
  );
}
