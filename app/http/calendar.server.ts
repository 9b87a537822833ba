import ical, { ICalCalendarMethod } from 'ical-generator';

type AllDay = { id: string; number: string; title: string; dueOn: Date; changedAt: Date };

/** All-day dates as an iCalendar (RFC 5545): a day belongs to no zone, and a date keeps its UID for ever. */
export function writeCalendar(
  name: string,
  dates: readonly AllDay[],
  linkOf: (number: string) => string,
): string {
  const calendar = ical({ name, prodId: '//Tideline//Due dates//EN', method: ICalCalendarMethod.PUBLISH });
  for (const { id, number, title, dueOn, changedAt } of dates) {
    calendar.createEvent({
      id: `${id}@tideline`,
      start: dueOn,
      allDay: true,
      stamp: changedAt,
      summary: `${number} ${title}`,
      url: linkOf(number),
    });
  }
  return calendar.toString();
}
