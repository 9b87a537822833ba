import { Fingerprint } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { governmentName } from '#app/components/government/government-name.tsx';
import type { ActionItemPage } from '#app/domain/action-item/action-item.ts';
import { authorityName, currentStep, isInTurn, type ShownStep } from '#app/domain/action-item/clearance.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { LinkButton } from '#app/ui/link-button.tsx';
import { Note } from '#app/ui/note.tsx';
import { Shape, type ShapeName } from '#app/ui/shape.tsx';

type ClearanceLadderProps = {
  readonly item: ActionItemPage;
  readonly commitment: ActionItemPage['commitments'][number];
  /** Whether this reader keeps the record of this ladder now. */
  readonly mayRecord: boolean;
};

const shapes = {
  waiting: 'dashed',
  granted: 'check',
  returned: 'arrow',
  not_needed: 'minus',
} as const satisfies Record<ShownStep['state'], ShapeName>;

const letters = 4;

/** The way of one promise through its authorities: each step with its state and its dates. */
export function ClearanceLadder({ item, commitment, mayRecord }: ClearanceLadderProps) {
  const { t } = useTranslation('action-item');
  const language = useLanguage();
  const { government, steps } = commitment;
  const now = currentStep(steps);
  const headingId = `clearance-${government.id}`;
  const fingerprint = [0, letters].map((from) => item.wordingHash.slice(from, from + letters)).join(' ');
  return (
    <section aria-labelledby={headingId} className="card grid gap-3.5 p-4">
      <h2 id={headingId} className="text-t-4">
        {t('clearance.title', { government: governmentName(government, language) })}
      </h2>
      <ol className="ladder">
        {steps.map((step) => {
          const isNow = step === now;
          const passed = step.state === 'granted' || step.state === 'not_needed';
          const look = passed ? 'done' : step.state === 'returned' ? 'returned' : isNow ? 'now' : 'next';
          return (
            <li key={step.id} className={`rung-${look}`} {...(isNow && { 'aria-current': 'step' })}>
              <Shape name={isNow && step.state === 'waiting' ? 'clock' : shapes[step.state]} size={22} />
              <div className="min-w-0">
                <span className="rung-name">{authorityName(step, language)}</span>
                <StepNotes step={step} isNow={isNow} />
              </div>
              <RungEnd step={step} item={item} mayRecord={mayRecord && isInTurn(steps, step.position)} />
            </li>
          );
        })}
      </ol>
      <Note tone="wait" icon={Fingerprint}>
        {t('clearance.bound', { revision: item.revision })}
        <span className="num mt-1 block text-t-1">{t('clearance.fingerprint', { hash: fingerprint })}</span>
      </Note>
    </section>
  );
}

function StepNotes({ step, isNow }: { readonly step: ShownStep; readonly isNow: boolean }) {
  const { t } = useTranslation('action-item');
  const format = useFormat();
  const { state, askedOn, expectedOn, answeredOn, documentNumber, note } = step;
  const words = [
    ...(isNow || state !== 'waiting' ? [t(`clearance.state.${state}`)] : []),
    ...(askedOn && !answeredOn ? [t('clearance.asked', { date: format.day(askedOn) })] : []),
    ...(expectedOn && !answeredOn ? [t('clearance.expected', { date: format.day(expectedOn) })] : []),
    ...(documentNumber ? [t('clearance.document', { number: documentNumber })] : []),
  ];
  return (
    <>
      {words.length > 0 && <span className="rung-note num">{words.join(' · ')}</span>}
      {note && <span className="rung-note whitespace-pre-line">{note}</span>}
    </>
  );
}

type RungEndProps = {
  readonly step: ShownStep;
  readonly item: Pick<ActionItemPage, 'number'>;
  readonly mayRecord: boolean;
};

function RungEnd({ step, item, mayRecord }: RungEndProps) {
  const { t } = useTranslation('action-item');
  const language = useLanguage();
  const format = useFormat();
  const { answeredOn } = step;
  return (
    <span className="rung-when num grid justify-items-end gap-1">
      {answeredOn && <time dateTime={answeredOn.toISOString().slice(0, 10)}>{format.day(answeredOn)}</time>}
      {mayRecord && (
        <LinkButton
          href={`/actions/${item.number}/clearance/${step.id}`}
          size="sm"
          aria-label={`${t('clearance.record')}: ${authorityName(step, language)}`}
        >
          {t('clearance.record')}
        </LinkButton>
      )}
    </span>
  );
}
