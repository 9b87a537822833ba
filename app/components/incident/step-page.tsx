import { useTranslation } from 'react-i18next';
import type { NamedGovernment } from '#app/domain/government/government.ts';
import { LinkButton } from '#app/ui/link-button.tsx';
import { Link } from '#app/ui/link.tsx';
import { type StepAnswer, StepForm, type WordyIncidentStep } from './step-form.tsx';

type StepPageProps = {
  readonly step: WordyIncidentStep;
  readonly number: string;
  readonly governments: readonly NamedGovernment[];
  readonly answer: StepAnswer | undefined;
};

/** The form of a step as a page: for links, and for browsers without JavaScript. */
export function StepPage({ step, number, governments, answer }: StepPageProps) {
  const { t } = useTranslation('incident');
  const { t: tCommon } = useTranslation('common');
  const back = `/incidents/${number}`;
  return (
    <div className="grid max-w-170 gap-4 px-4 py-5 md:px-8">
      <p className="text-t-2">
        <Link href={back} className="num">
          {number}
        </Link>
      </p>
      <h1>{t(`step.${step}_title`)}</h1>
      <StepForm
        step={step}
        number={number}
        governments={governments}
        answer={answer}
        cancel={<LinkButton href={back}>{tCommon('action.cancel')}</LinkButton>}
      />
    </div>
  );
}
