import { useFormat } from './use-format.ts';

type MomentProps = {
  readonly at: Date;
  /** `both` adds the other side's time in brackets. */
  readonly as?: 'date' | 'date-time' | 'time' | 'relative' | 'both' | undefined;
  readonly weekday?: boolean | undefined;
  readonly className?: string | undefined;
};

/** A moment in the reader's language and zone as a `<time>`, with the whole of it as its title. */
export function Moment({ at, as = 'date-time', weekday, className = '' }: MomentProps) {
  const format = useFormat();
  const words = {
    date: () => format.date(at, { weekday }),
    'date-time': () => format.dateTime(at, { weekday }),
    time: () => format.time(at),
    relative: () => format.relative(at),
    both: () => format.dateTimeBoth(at, { weekday }),
  };
  return (
    <time
      dateTime={at.toISOString()}
      title={as === 'both' ? undefined : format.dateTimeBoth(at, { year: true, weekday: true })}
      className={`num whitespace-nowrap ${className}`}
    >
      {words[as]()}
    </time>
  );
}
