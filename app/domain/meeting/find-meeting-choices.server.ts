import { db } from '#app/db/client.server.ts';
import type { Actor } from '../actor.ts';
import { heldNow } from '../account/policy.ts';
import { findGovernments } from '../government/find-governments.server.ts';
import { governmentSelect } from '../government/government.ts';
import { visibleTo } from '../thread/policy.ts';
import { translationsFor } from '../translation/find-translations.server.ts';

/** What the form of a meeting offers: hosts, seats that may take part, and earlier meetings of a series. */
export async function findMeetingChoices(actor: Actor, now = new Date()) {
  const [governments, seats, meetings] = await Promise.all([
    findGovernments(),
    db().seat.findMany({
      where: { closedAt: null },
      orderBy: [{ government: { country: 'desc' } }, { governmentId: 'asc' }, { role: 'asc' }],
      select: {
        id: true,
        titleKo: true,
        titleZh: true,
        titleEn: true,
        government: { select: governmentSelect },
        tenures: { where: heldNow(now), select: { account: { select: { name: true, nameLatin: true } } } },
      },
    }),
    db().meeting.findMany({
      where: { thread: visibleTo(actor) },
      orderBy: { firstDay: 'desc' },
      take: 100,
      select: {
        number: true,
        firstDay: true,
        threadId: true,
        thread: { select: { title: true, titleLanguage: true, titleRevision: true } },
      },
    }),
  ]);
  const translations = await translationsFor(
    'thread',
    meetings.map(({ threadId }) => threadId),
  );
  return {
    governments,
    seats: seats.map(({ tenures, ...seat }) => ({
      ...seat,
      holders: tenures.map(({ account }) => account),
    })),
    meetings: meetings.map(({ number, firstDay, threadId, thread }) => ({
      number,
      firstDay,
      title: thread.title ?? '',
      language: thread.titleLanguage ?? ('en' as const),
      revision: thread.titleRevision,
      translations: translations.filter(({ subjectId }) => subjectId === threadId),
    })),
  };
}

export type MeetingChoices = Awaited<ReturnType<typeof findMeetingChoices>>;
