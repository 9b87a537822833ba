import { useFetcher } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import type { ActionItemPage } from '#app/domain/action-item/action-item.ts';
import type { ActionItemStep } from '#app/domain/action-item/policy.ts';
import { Button } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/checkbox.tsx';
import { StepDialog } from './step-dialog.tsx';
import type { OwnPart, StepAnswer, WordyStep } from './step-form.tsx';

type StepButtonsProps = {
  readonly item: ActionItemPage;
  /** What this reader may do now; the server asks the same policy. */
  readonly steps: readonly ActionItemStep[];
  readonly own: OwnPart | null;
};

/** Steps about the own part alone: they stand beside it. */
const ownSteps = ['write', 'fulfil', 'miss', 'withdraw'] as const satisfies ActionItemStep[];

/** Steps that bring the item on; the others never look like the thing to do. */
const forward = ['accept', 'start', 'claim', 'confirm'] as const satisfies ActionItemStep[];

/** One button or dialog for each step that the reader may take; the first is the primary one. */
export function StepButtons({ item, steps: all, own }: StepButtonsProps) {
  const steps = all.filter((step) => !isOwnStep(step));
  const [primary] = steps;
  const intro = forward.find((step) => step === primary) ?? null;
  const { t } = useTranslation('action-item');
  return (
    <div className="grid gap-3">
      <p className="text-t-2 text-ink-2">{intro ? t(`intro_of.${intro}`) : t('page.nothing_to_do')}</p>
      <div className="flex flex-wrap gap-2">
        {steps.map((step) =>
          isWordy(step) ? (
            <StepDialog
              key={`${step}-${item.revision}-${item.state}`}
              step={step}
              item={{ ...item, own }}
              variant={step === 'drop' ? 'danger' : step === intro ? 'primary' : 'plain'}
            />
          ) : (
            <StepButton key={step} step={step} item={item} primary={step === intro} />
          ),
        )}
      </div>
    </div>
  );
}

/** What the reader may do about the own part: written anew, done, not kept, taken back. */
export function OwnStepButtons({ item, steps, own }: StepButtonsProps) {
  return (
    <div className="flex flex-wrap gap-2">
      {ownSteps
        .filter((step) => steps.includes(step))
        .map((step) =>
          isWordy(step) ? (
            <StepDialog
              key={`${step}-${item.revision}-${item.state}`}
              step={step}
              item={{ ...item, own }}
              variant="quiet"
              size="sm"
            />
          ) : (
            <StepButton key={step} step={step} item={item} primary={false} size="sm" />
          ),
        )}
    </div>
  );
}

type StepButtonProps = {
  readonly step: Exclude<ActionItemStep, WordyStep>;
  readonly item: Pick<ActionItemPage, 'number' | 'revision' | 'incidents'>;
  readonly primary: boolean;
  readonly size?: 'sm' | 'md' | undefined;
};

/** A step that needs no words: one press. */
function StepButton({ step, item, primary, size }: StepButtonProps) {
  const { t } = useTranslation('action-item');
  const fetcher = useFetcher<StepAnswer>();
  return (
    <fetcher.Form method="post" action={`/actions/${item.number}/${step}`} className="contents">
      <input type="hidden" name="revision" value={item.revision} />
      {step === 'confirm' && item.incidents.some(({ status }) => status !== 'resolved') && (
        <Checkbox name="resolveIncidents" className="w-full">
          {t('confirm.resolve_incidents')}
        </Checkbox>
      )}
      <Button
        type="submit"
        variant={primary ? 'primary' : 'plain'}
        size={size}
        isPending={fetcher.state !== 'idle'}
      >
        {t(`step.${step}`)}
      </Button>
      {fetcher.data?.refusal && (
        <div className="w-full">
          <RefusalNote refusal={fetcher.data.refusal} />
        </div>
      )}
    </fetcher.Form>
  );
}

function isOwnStep(step: ActionItemStep): boolean {
  return ownSteps.some((own) => own === step);
}

function isWordy(step: ActionItemStep): step is WordyStep {
  return step !== 'accept' && step !== 'start' && step !== 'confirm' && step !== 'fulfil';
}
