import { db } from '#app/db/client.server.ts';
import type { Actor } from '../actor.ts';
import { visibleTo } from '../thread/policy.ts';

/** An outcome that is to become an action item, with who was there and what it was about; null when it is not for this actor. */
export async function findOutcome(actor: Actor, outcomeId: string) {
  const outcome = await db().outcome.findFirst({
    where: { id: outcomeId, actionItemId: null, point: { meeting: { thread: visibleTo(actor) } } },
    select: {
      id: true,
      text: true,
      language: true,
      point: {
        select: {
          about: { select: { incident: { select: { number: true } } } },
          meeting: {
            select: {
              hosts: { select: { governmentId: true } },
              participants: { select: { seat: { select: { governmentId: true } } } },
            },
          },
        },
      },
    },
  });
  if (!outcome) return null;
  const { hosts, participants } = outcome.point.meeting;
  const there = [
    ...hosts.map(({ governmentId }) => governmentId),
    ...participants.map(({ seat }) => seat.governmentId),
  ];
  return {
    id: outcome.id,
    text: outcome.text,
    language: outcome.language,
    governmentIds: [...new Set(there)],
    incident: outcome.point.about?.incident?.number ?? null,
  };
}
