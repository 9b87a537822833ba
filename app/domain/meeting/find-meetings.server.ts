import { db } from '#app/db/client.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Actor } from '../actor.ts';
import { governmentSelect } from '../government/government.ts';
import { visibleTo } from '../thread/policy.ts';
import { translationsFor } from '../translation/find-translations.server.ts';

const listSelect = {
  id: true,
  number: true,
  threadId: true,
  place: true,
  firstDay: true,
  lastDay: true,
  frozenAt: true,
  thread: { select: { title: true, titleLanguage: true, titleRevision: true, visibility: true } },
  hosts: { orderBy: { governmentId: 'asc' }, select: { government: { select: governmentSelect } } },
  points: { select: { _count: { select: { outcomes: true } } } },
} as const satisfies Prisma.MeetingSelect;

/** A meeting in the list, with its title as `ItemTitle` takes it. */
export type ListedMeeting = Awaited<ReturnType<typeof findMeetings>>['coming'][number];

/** The meetings that the actor may see: those to come with the nearest first, then those that were, the latest first. */
export async function findMeetings(actor: Actor, now = new Date()) {
  const rows = await db().meeting.findMany({
    where: { thread: visibleTo(actor) },
    orderBy: [{ firstDay: 'desc' }, { number: 'asc' }],
    take: 200,
    select: listSelect,
  });
  const translations = await translationsFor(
    'thread',
    rows.map(({ threadId }) => threadId),
  );
  const meetings = rows.map(({ thread, points, hosts, ...meeting }) => ({
    ...meeting,
    visibility: thread.visibility,
    hosts: hosts.map(({ government }) => government),
    titled: {
      title: thread.title ?? '',
      language: thread.titleLanguage ?? ('en' as const),
      revision: thread.titleRevision,
      translations: translations.filter(({ subjectId }) => subjectId === meeting.threadId),
    },
    points: points.length,
    outcomes: points.reduce((sum, { _count }) => sum + _count.outcomes, 0),
  }));
  const today = new Date(now.toISOString().slice(0, 10));
  const isOver = ({ lastDay, frozenAt }: (typeof meetings)[number]) => frozenAt !== null || lastDay < today;
  return {
    coming: meetings.filter((meeting) => !isOver(meeting)).reverse(),
    past: meetings.filter(isOver),
  };
}
