import { useFetcher } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { TranslatedText } from '#app/components/translation/translated-text.tsx';
import { type ActionItemPage, progressOf } from '#app/domain/action-item/action-item.ts';
import { htmlLang } from '#app/i18n/languages.ts';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { Button } from '#app/ui/button.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Shape } from '#app/ui/shape.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { Progress } from './progress.tsx';
import type { StepAnswer } from './step-form.tsx';
import { TextLanguageField, useTextLanguage } from './text-language-field.tsx';

type MilestonesProps = {
  readonly item: ActionItemPage;
  readonly mayAdd: boolean;
  readonly mayReach: boolean;
  /** For the next one that is added. */
  readonly clientKey: string;
};

/** The pieces of the work, their weights, and how far it is. */
export function Milestones({ item, mayAdd, mayReach, clientKey }: MilestonesProps) {
  const { t } = useTranslation('action-item');
  const format = useFormat();
  const progress = progressOf(item.milestones);
  return (
    <div className="grid gap-3">
      {progress && <Progress {...progress} />}
      <ul className="rows">
        {item.milestones.map(({ id, text, language, weight, dueOn, reachedAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5">
            <span className={reachedAt ? 'text-done' : 'text-ink-2'}>
              <Shape name={reachedAt ? 'check' : 'ring'} />
            </span>
            <div className="min-w-0 flex-1 basis-48">
              <TranslatedText
                subject="milestone"
                subjectId={id}
                source={{ text, language, revision: 1 }}
                translations={item.translations.filter(({ subjectId }) => subjectId === id)}
                row
              />
              <span className="num block text-t-1 text-ink-2">
                {[
                  t('milestone.weight', { weight }),
                  ...(dueOn ? [t('page.own_due', { date: format.day(dueOn) })] : []),
                  ...(reachedAt ? [t('milestone.reached', { date: format.date(reachedAt) })] : []),
                ].join(' · ')}
              </span>
            </div>
            {mayReach && <ReachButton item={item} milestone={{ id, text, isReached: reachedAt !== null }} />}
          </li>
        ))}
      </ul>
      {mayAdd && <AddMilestone key={item.milestones.length} item={item} clientKey={clientKey} />}
    </div>
  );
}

type ReachButtonProps = {
  readonly item: Pick<ActionItemPage, 'number'>;
  readonly milestone: { readonly id: string; readonly text: string; readonly isReached: boolean };
};

function ReachButton({ item, milestone: { id, text, isReached } }: ReachButtonProps) {
  const { t } = useTranslation('action-item');
  const fetcher = useFetcher<StepAnswer>();
  const words = t(isReached ? 'milestone.take_back' : 'milestone.reach');
  return (
    <fetcher.Form method="post" action={`/actions/${item.number}/milestones/${id}`}>
      {!isReached && <input type="hidden" name="reached" value="1" />}
      <Button
        type="submit"
        size="sm"
        variant={isReached ? 'quiet' : 'plain'}
        aria-label={`${words}: ${text}`}
        isPending={fetcher.state !== 'idle'}
      >
        {words}
      </Button>
      <RefusalNote refusal={fetcher.data?.refusal} />
    </fetcher.Form>
  );
}

function AddMilestone({ item, clientKey }: Pick<MilestonesProps, 'item' | 'clientKey'>) {
  const { t } = useTranslation('action-item');
  const fieldError = useFieldError();
  const fetcher = useFetcher<StepAnswer>();
  const writing = useTextLanguage();
  const faults = fetcher.data?.lastResult?.error ?? {};
  return (
    <Disclosure title={t('milestone.add')}>
      <fetcher.Form method="post" action={`/actions/${item.number}/milestones`} className="grid gap-3">
        <input type="hidden" name="clientKey" value={clientKey} />
        <TextField
          name="text"
          required
          maxLength={200}
          lang={htmlLang(writing.language)}
          label={t('milestone.text')}
          error={fieldError(faults.text)}
          onChange={({ currentTarget }) => writing.onText(currentTarget.value)}
        />
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField
            name="weight"
            type="number"
            min="1"
            max="100"
            defaultValue="1"
            label={t('milestone.field_weight')}
            error={fieldError(faults.weight)}
          />
          <TextField
            name="dueOn"
            type="date"
            optional
            label={t('field.due')}
            error={fieldError(faults.dueOn)}
          />
        </div>
        <TextLanguageField name="language" language={writing.language} onChoose={writing.choose} />
        <RefusalNote refusal={fetcher.data?.refusal} />
        <div>
          <Button type="submit" size="sm" isPending={fetcher.state !== 'idle'}>
            {t('milestone.add')}
          </Button>
        </div>
      </fetcher.Form>
    </Disclosure>
  );
}
