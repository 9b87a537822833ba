import { useFetcher } from '@remix-run/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import type { Refusal } from '#app/domain/refusal.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { Button } from '#app/ui/button.tsx';

type Progress = { total: number; added: number; isDone: boolean };
type Answer = { refusal?: Refusal | null; value?: Progress | undefined };

type RunFormProps = {
  readonly importId: string;
  /** Some of it may be written already. */
  readonly isBegun: boolean;
  readonly accepted: number;
  readonly added: number;
  readonly total: number;
};

/** Writes what the preview shows, part by part, and says how far it is. Without JavaScript one press writes all. */
export function RunForm({ importId, isBegun, accepted, added, total }: RunFormProps) {
  const { t } = useTranslation('import');
  const { number } = useFormat();
  const fetcher = useFetcher<Answer>();
  const { data, state: fetching, submit } = fetcher;
  const action = `/incidents/import/${importId}/run`;
  const goesOn = data?.value !== undefined && !data.value.isDone;
  // The next part follows the answer of the last one; closing the page only pauses it.
  useEffect(() => {
    if (goesOn && fetching === 'idle') submit(null, { method: 'post', action });
  }, [goesOn, fetching, submit, action, data]);
  const done = data?.value?.added ?? added;
  const all = data?.value?.total ?? total;
  const isRunning = fetching !== 'idle' || goesOn;
  if (!isBegun && accepted === 0) return <p className="text-ink-2">{t('nothing_new')}</p>;
  return (
    <fetcher.Form method="post" action={action} className="grid gap-2">
      <RefusalNote refusal={data?.refusal} />
      {isBegun && !isRunning && <p className="text-ink-2">{t('interrupted')}</p>}
      {(isRunning || isBegun) && (
        <p role="status" className="grid max-w-90 gap-1">
          <progress value={done} max={Math.max(1, all)} className="w-full" aria-label={t('state.running')} />
          <span className="num text-t-2">{t('progress', { done: number(done), total: number(all) })}</span>
        </p>
      )}
      <div>
        <Button type="submit" variant="primary" isPending={isRunning}>
          {isBegun ? t('continue') : t('run', { value: number(accepted) })}
        </Button>
      </div>
    </fetcher.Form>
  );
}
