import { Calendar } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { daysLate, dueMoment, isOverdue } from '#app/domain/action-item/action-item.ts';
import { useReader } from '#app/i18n/reader.tsx';
import { useFormat } from '#app/i18n/use-format.ts';
import { classNames } from '#app/ui/class-names.ts';
import { Icon } from '#app/ui/icon.tsx';
import type { ActionItemState } from '#prisma/generated/enums.ts';

type Dated = { readonly state: ActionItemState; readonly dueOn: Date | null };

/** The due date in words, with the days that it is late; null when there is none. */
export function useDueWords({ state, dueOn }: Dated): { words: string; late: boolean } | null {
  const { t } = useTranslation('action-item');
  const format = useFormat();
  const { now } = useReader();
  if (!dueOn) return null;
  const date = format.day(dueOn, { year: true });
  if (!isOverdue({ state, dueOn }, now)) return { words: date, late: false };
  const days = daysLate(dueOn, now);
  return { words: days === 0 ? t('due_over', { date }) : t('due_late', { date, count: days }), late: true };
}

/** The due date and the moment it ends on both shores; late in the signal colour, with the days. */
export function Due({ of, className }: { readonly of: Dated; readonly className?: string | undefined }) {
  const { t } = useTranslation('action-item');
  const format = useFormat();
  const due = useDueWords(of);
  if (!due || !of.dueOn) return <p className={classNames('text-t-2 text-ink-2', className)}>{t('no_due')}</p>;
  return (
    <p
      className={classNames(
        'num flex items-start gap-1.5 text-t-2',
        due.late ? 'text-signal' : 'text-ink-2',
        className,
      )}
    >
      <Icon of={Calendar} size="sm" className="mt-0.5" />
      <span>
        <time
          dateTime={of.dueOn.toISOString().slice(0, 10)}
          className={classNames('block font-semibold', !due.late && 'text-ink')}
        >
          {due.words}
        </time>
        <span className="text-t-1">{format.clocks(dueMoment(of.dueOn))}</span>
      </span>
    </p>
  );
}
