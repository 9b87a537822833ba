import type { Reader } from '../actor.ts';
import { findMeeting } from '../meeting/find-meeting.server.ts';
import { findPromisesOfLastTime, type NamedMeeting } from '../meeting/find-promises-of-last-time.server.ts';
import type { MeetingPoint } from '../meeting/meeting.ts';
import type { BriefedMeeting, BriefedText } from './briefing.ts';

/** What a paper says of a meeting itself; null when it is absent or not for this reader. */
export async function findBriefedMeeting(
  reader: Reader,
  number: string,
  now: Date,
): Promise<BriefedMeeting | null> {
  const meeting = reader && (await findMeeting(reader, number, now));
  if (!meeting) return null;
  const { words } = meeting;
  const lastTime = await findPromisesOfLastTime(reader, meeting.id, now);
  return {
    number,
    title: textOf(words),
    place: words.place,
    firstDay: new Date(words.firstDay),
    lastDay: new Date(words.lastDay),
    points: words.points.map(({ titled, about }) => ({
      title: titled && textOf(titled),
      ...placeOf(about),
    })),
    lastTime: lastTime && {
      title: textOf(lastTime.meeting),
      firstDay: lastTime.meeting.firstDay,
      promises: lastTime.promises.map(({ item, ...promise }) => ({
        ...promise,
        item: item && { ...item, title: textOf(item) },
      })),
    },
  };
}

type Titled = Pick<NamedMeeting, 'title' | 'language' | 'revision' | 'translations'>;

function textOf({ title, language, revision, translations }: Titled): BriefedText {
  return { text: title, language, revision, translations };
}

function placeOf(about: MeetingPoint['about']): { number: string | null; href: string | null } {
  switch (about?.subject) {
    case 'incident':
      return { number: about.number, href: `/incidents/${about.number}` };
    case 'action_item':
      return { number: about.number, href: `/actions/${about.number}` };
    case 'topic':
      return { number: null, href: `/threads/${about.threadId}` };
    case undefined:
      return { number: null, href: null };
  }
}
