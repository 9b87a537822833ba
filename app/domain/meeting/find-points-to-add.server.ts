import { db } from '#app/db/client.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Actor } from '../actor.ts';
import { isOpenToReadersOf, visibleTo } from '../thread/policy.ts';
import { translationsFor } from '../translation/find-translations.server.ts';
import { findMeetingForStep } from './find-meeting-for-step.server.ts';

const most = 60;
const titled = { id: true, number: true, title: true, language: true, revision: true } as const;
const select = {
  ...{ id: true, title: true, titleLanguage: true, titleRevision: true },
  ...{ visibility: true, ownerGovernmentId: true, withdrawnAt: true },
  audience: { select: { governmentId: true } },
  incident: { select: titled },
  actionItem: { select: titled },
} as const satisfies Prisma.ThreadSelect;

/**
 * What may still go on the agenda, the latest news first: open action items, incidents and topics that every reader of the
 * meeting may see. At most 60 of each; others are named by their number.
 */
export async function findPointsToAdd(actor: Actor, number: string) {
  const meeting = await findMeetingForStep(actor, number);
  if (!meeting) return { actionItems: [], incidents: [], topics: [] };
  const find = (open: Prisma.ThreadWhereInput) =>
    db().thread.findMany({
      where: { AND: [visibleTo(actor), open, { agendaPoints: { none: { meetingId: meeting.id } } }] },
      orderBy: { lastEventAt: 'desc' },
      take: most,
      select,
    });
  const found = await Promise.all([
    find({ actionItem: { state: { notIn: ['done', 'dropped'] } } }),
    find({ incident: { status: { in: ['reported', 'confirmed', 'responding'] } } }),
    find({ subject: 'topic', closedAt: null }),
  ]);
  const rows = found.flat();
  const translations = (
    await Promise.all([
      translationsFor(
        'action_item',
        rows.flatMap(({ actionItem }) => actionItem?.id ?? []),
      ),
      translationsFor(
        'incident',
        rows.flatMap(({ incident }) => incident?.id ?? []),
      ),
      translationsFor(
        'thread',
        rows.flatMap(({ id, title }) => (title === null ? [] : id)),
      ),
    ])
  )
    .flat()
    .filter(({ field }) => field === 'title');
  const [actionItems = [], incidents = [], topics = []] = found.map((threads) =>
    threads
      .filter((thread) => isOpenToReadersOf(meeting.thread, thread))
      .map(({ id, title, titleLanguage, titleRevision, incident, actionItem }) => {
        const thing = incident ?? actionItem;
        const own = {
          title: title ?? '',
          language: titleLanguage ?? ('en' as const),
          revision: titleRevision,
        };
        return {
          threadId: id,
          number: thing?.number ?? null,
          title: thing?.title ?? own.title,
          language: thing?.language ?? own.language,
          revision: thing?.revision ?? own.revision,
          translations: translations.filter(({ subjectId }) => subjectId === (thing?.id ?? id)),
        };
      }),
  );
  return { actionItems, incidents, topics };
}

export type PointsToAdd = Awaited<ReturnType<typeof findPointsToAdd>>;
