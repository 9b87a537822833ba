import { useTranslation } from 'react-i18next';
import { LinkButton } from '#app/ui/link-button.tsx';
import { ItemFrame } from './item-frame.tsx';
import { type StepAnswer, StepForm, type WordyStep } from './step-form.tsx';

type StepPageProps = {
  readonly step: WordyStep;
  readonly item: Parameters<typeof StepForm>[0]['item'] & Parameters<typeof ItemFrame>[0]['item'];
  readonly answer: StepAnswer | undefined;
};

/** The form of a step as a page: for links, and for browsers without JavaScript. */
export function StepPage({ step, item, answer }: StepPageProps) {
  const { t } = useTranslation('action-item');
  const { t: tCommon } = useTranslation('common');
  return (
    <ItemFrame item={item} heading={t(`step.${step}`)}>
      <StepForm
        step={step}
        item={item}
        answer={answer}
        cancel={<LinkButton href={`/actions/${item.number}`}>{tCommon('action.cancel')}</LinkButton>}
      />
    </ItemFrame>
  );
}
