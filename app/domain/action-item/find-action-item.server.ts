import { db } from '#app/db/client.server.ts';
import type { Reader } from '../actor.ts';
import { visibleTo } from '../thread/policy.ts';
import { type ActionItemPage, pageSelect } from './action-item.ts';
import { shownSteps } from './clearance.ts';
import { hashWording } from './hash-wording.server.ts';

/** Everything that the page of an action item shows; null when it is absent or not for this reader. */
export async function findActionItem(reader: Reader, number: string): Promise<ActionItemPage | null> {
  const item = await db().actionItem.findFirst({
    where: { number, thread: visibleTo(reader) },
    select: pageSelect,
  });
  if (!item) return null;
  const [translations, wordingHash, meeting, incidents] = await Promise.all([
    db().translation.findMany({
      where: {
        subject: { in: ['action_item', 'commitment', 'milestone'] },
        subjectId: { in: [item, ...item.commitments, ...item.milestones].map(({ id }) => id) },
      },
      select: {
        id: true,
        subjectId: true,
        field: true,
        language: true,
        kind: true,
        revision: true,
        text: true,
        version: true,
        engine: true,
        verifiedAt: true,
      },
    }),
    hashWording(item.id),
    db().meeting.findFirst({
      where: {
        points: { some: { outcomes: { some: { actionItemId: item.id } } } },
        thread: visibleTo(reader),
      },
      select: { number: true },
    }),
    db().incident.findMany({
      where: { actionItems: { some: { actionItemId: item.id } }, thread: visibleTo(reader) },
      orderBy: { seenAt: 'desc' },
      select: {
        id: true,
        number: true,
        kind: true,
        status: true,
        title: true,
        language: true,
        revision: true,
      },
    }),
  ]);
  const incidentTitles = await db().translation.findMany({
    where: { subject: 'incident', field: 'title', subjectId: { in: incidents.map(({ id }) => id) } },
    select: { subjectId: true, language: true, kind: true, revision: true, text: true, verifiedAt: true },
  });
  return {
    ...item,
    commitments: item.commitments.map((commitment) => ({
      ...commitment,
      steps: shownSteps(reader, commitment.governmentId, commitment.steps),
      // Among members, as the events that tell of it.
      marks: reader ? commitment.marks : [],
    })),
    translations,
    wordingHash,
    meeting,
    incidents: incidents.map((incident) => ({
      ...incident,
      translations: incidentTitles.filter(({ subjectId }) => subjectId === incident.id),
    })),
  };
}
