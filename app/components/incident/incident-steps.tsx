import { useFetcher } from '@remix-run/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import type { NamedGovernment } from '#app/domain/government/government.ts';
import type { IncidentStep } from '#app/domain/incident/policy.ts';
import type { Refusal } from '#app/domain/refusal.ts';
import { Button, buttonClass } from '#app/ui/button.tsx';
import { Dialog } from '#app/ui/dialog.tsx';
import { Link } from '#app/ui/link.tsx';
import { StepForm, stepPath } from './step-form.tsx';

type IncidentStepsProps = {
  readonly number: string;
  /** What this reader may do now; the server asks the same policy. */
  readonly steps: readonly IncidentStep[];
  /** With them a step opens as a dialog; without, it leads to its own page. */
  readonly governments?: readonly NamedGovernment[];
  /** How many are shown. */
  readonly most?: number;
};

/** A button for each step that the reader may take. */
export function IncidentSteps({ number, steps, governments, most = steps.length }: IncidentStepsProps) {
  return (
    <>
      {steps
        .slice(0, most)
        .map((step, index) =>
          step === 'confirm' ? (
            <ConfirmButton key={step} number={number} primary={index === 0 && governments !== undefined} />
          ) : (
            <WordyStep
              key={step}
              step={step}
              number={number}
              governments={governments}
              primary={index === 0 && governments !== undefined}
            />
          ),
        )}
    </>
  );
}

function ConfirmButton({ number, primary }: { readonly number: string; readonly primary: boolean }) {
  const { t } = useTranslation('incident');
  const fetcher = useFetcher<{ refusal?: Refusal | null }>();
  return (
    <fetcher.Form method="post" action={`/incidents/${number}/confirm`} className="contents">
      <Button type="submit" variant={primary ? 'primary' : 'plain'} isPending={fetcher.state !== 'idle'}>
        {t('step.confirm')}
      </Button>
      {fetcher.data?.refusal && (
        <div className="w-full">
          <RefusalNote refusal={fetcher.data.refusal} />
        </div>
      )}
    </fetcher.Form>
  );
}

type WordyStepProps = {
  readonly step: Exclude<IncidentStep, 'confirm'>;
  readonly number: string;
  readonly governments: readonly NamedGovernment[] | undefined;
  readonly primary: boolean;
};

function WordyStep({ step, number, governments, primary }: WordyStepProps) {
  const { t } = useTranslation('incident');
  const { t: tCommon } = useTranslation('common');
  const [isOpen, setIsOpen] = useState(false);
  const look = buttonClass({ variant: primary ? 'primary' : 'plain' });
  const path = stepPath(number, step);
  if (!governments) {
    return (
      <Link href={path} className={look}>
        {t(`step.${step}`)}
      </Link>
    );
  }
  return (
    <>
      <a
        href={path}
        className={look}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
          event.preventDefault();
          setIsOpen(true);
        }}
      >
        {t(`step.${step}`)}
      </a>
      <Dialog
        title={t(`step.${step}_title`)}
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        size={step === 'resolve' ? 'lg' : 'md'}
      >
        {(close) => (
          <StepForm
            step={step}
            number={number}
            governments={governments}
            cancel={<Button onPress={close}>{tCommon('action.cancel')}</Button>}
          />
        )}
      </Dialog>
    </>
  );
}
