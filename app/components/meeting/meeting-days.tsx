import { useFormat } from '#app/i18n/use-format.ts';

type MeetingDaysProps = { readonly first: Date; readonly last: Date };

/** The days of a meeting, with the year. */
export function MeetingDays({ first, last }: MeetingDaysProps) {
  const format = useFormat();
  const from = format.day(first, { year: true });
  return (
    <span className="num">
      {first.getTime() === last.getTime() ? from : `${from} – ${format.day(last, { year: true })}`}
    </span>
  );
}
