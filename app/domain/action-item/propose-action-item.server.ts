import { v7 as uuid } from 'uuid';
import { db } from '#app/db/client.server.ts';
import { commit, nextNumber, oneAtATime } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { inBeing } from '../government/government.ts';
import { follow, notifyFollowers, notifyGovernments } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import { visibleTo } from '../thread/policy.ts';
import type { ProposeInput } from './action-item.ts';
import { carryOutDecision } from './carry-out-decision.server.ts';
import { carryOutOutcome } from './carry-out-outcome.server.ts';
import { mayAnswer, mayPropose } from './policy.ts';
import { linkedThreadSelect, readersOfItem } from './readers-of-item.ts';
import { firstSteps } from './start-ladder.server.ts';
import { findOfferToTake, givenBy, giverOf, holdOffer, takeOffer } from './take-offer.server.ts';

/**
 * Proposes work that at least two governments take on together. Each party answers for itself; the proposer's own
 * government, if it is one of them, has answered by proposing, where the proposer's role may bind it.
 * The same client key gives the same item again.
 */
export async function proposeActionItem(
  actor: Actor,
  input: ProposeInput,
): Promise<Result<{ number: string; threadId: string }>> {
  if (!mayPropose(actor)) return refuse('not_allowed');
  const partyIds = input.parties.map(({ governmentId }) => governmentId);
  if (new Set(partyIds).size < 2) return refuse('needs_two_governments');
  const known = await db().government.count({ where: { id: { in: partyIds }, ...inBeing(new Date()) } });
  if (known !== new Set(partyIds).size) return refuse('not_found');
  const numbers = [...new Set(input.incidents)];
  const incidents = await db().incident.findMany({
    where: { number: { in: numbers }, thread: visibleTo(actor) },
    // Always in one order: two proposals that lock the same threads must not wait for each other.
    orderBy: { threadId: 'asc' },
    select: { id: true, threadId: true, thread: { select: linkedThreadSelect } },
  });
  if (incidents.length !== numbers.length) return refuse('incident_not_found');
  const decision = input.decision ? await findDecision(actor, input.decision) : null;
  if (input.decision && !decision) return refuse('not_found');
  const outcome = input.outcome ? await findOutcome(actor, input.outcome) : null;
  if (input.outcome && !outcome) return refuse('not_found');
  const offer = input.offer ? await findOfferToTake(actor, input.offer) : null;
  if (input.offer && !offer) return refuse('not_found');
  if (offer && !partyIds.includes(offer.governmentId)) return refuse('offer_needs_its_government');

  return commit(async (tx, announce) => {
    const clientKey = input.clientKey ?? null;
    if (clientKey) {
      await oneAtATime(tx, `${actor.accountId}:${clientKey}`);
      const same = await tx.actionItem.findUnique({
        where: { clientKey },
        select: { number: true, threadId: true, title: true, text: true, proposerSeatId: true },
      });
      if (same) {
        const again =
          same.proposerSeatId === actor.seatId && same.title === input.title && same.text === input.text;
        return again ? done({ number: same.number, threadId: same.threadId }) : refuse('key_reused');
      }
    }
    if (offer && !(await holdOffer(tx, offer))) return refuse('offer_gone');
    const { visibility, audience, tells } = readersOfItem(
      [incidents, decision ?? [], outcome ?? [], offer ?? []].flat().map(({ thread }) => thread),
      partyIds,
    );
    const number = `A-${await nextNumber(tx, 'action-item')}`;
    const [id, threadId, now] = [uuid(), uuid(), new Date()];
    await tx.thread.create({
      data: {
        id: threadId,
        subject: 'action_item',
        visibility,
        ownerGovernmentId: actor.governmentId,
        audience: { create: audience.map((governmentId) => ({ governmentId })) },
      },
      select: { id: true },
    });
    const answered = mayAnswer(actor, input.grade)
      ? { state: 'accepted' as const, answeredRevision: 1, answeredAt: now, answeredBySeatId: actor.seatId }
      : {};
    const ladders = new Map<string, Awaited<ReturnType<typeof firstSteps>>>();
    for (const governmentId of partyIds)
      ladders.set(governmentId, await firstSteps(tx, governmentId, input.grade));
    await tx.actionItem.create({
      data: {
        id,
        number,
        threadId,
        title: input.title,
        text: input.text,
        language: input.language,
        grade: input.grade,
        dueOn: input.dueOn ?? null,
        proposerSeatId: actor.seatId,
        proposedAt: now,
        clientKey,
        commitments: {
          create: input.parties.map((party) => ({
            ...party,
            grade: input.grade,
            steps: { create: ladders.get(party.governmentId) ?? [] },
            ...(offer && party.governmentId === giverOf(offer, actor) && givenBy(offer)),
            ...(party.governmentId === actor.governmentId && answered),
          })),
        },
        incidents: { create: incidents.map(({ id: incidentId }) => ({ incidentId })) },
      },
      select: { id: true },
    });
    await follow(tx, threadId, actor.seatId);
    const proposed = await announce({ threadId, type: 'action_item_proposed', payload: {}, actor });
    const others = partyIds.filter((governmentId) => governmentId !== actor.governmentId);
    await notifyGovernments(tx, proposed, others, 'waits_for_us');
    if (others.length < partyIds.length && mayAnswer(actor, input.grade)) {
      await announce({ threadId, type: 'commitment_accepted', payload: {}, actor });
    }
    for (const { threadId: incidentThreadId } of incidents.filter(({ thread }) => tells(thread))) {
      const payload = { actionItemNumber: number };
      const linked = await announce({
        threadId: incidentThreadId,
        type: 'action_item_linked',
        payload,
        actor,
      });
      await notifyFollowers(tx, linked);
    }
    if (decision && tells(decision.thread)) {
      const carried = { ...decision, actionItemId: id, actionItemNumber: number };
      await carryOutDecision({ tx, announce, actor }, carried);
    }
    if (outcome) {
      const itemText = { text: input.text, language: input.language };
      const carried = { ...outcome, actionItemId: id, actionItemNumber: number, itemText };
      await carryOutOutcome({ tx, announce, actor }, carried, tells(outcome.thread));
    }
    if (offer) {
      const taken = { ...offer, actionItemId: id, number: tells(offer.thread) ? number : undefined };
      await takeOffer({ tx, announce, actor }, taken);
    }
    return done({ number, threadId });
  });
}

/** The decision that is carried out, as far as the actor may see it. */
function findDecision(actor: Actor, { threadId, seq }: NonNullable<ProposeInput['decision']>) {
  return db().decision.findFirst({
    where: { threadId, post: { seq }, thread: visibleTo(actor) },
    select: { postId: true, threadId: true, thread: { select: linkedThreadSelect } },
  });
}

/** The outcome that is carried out, with the thread of its meeting, as far as the actor may see it. */
async function findOutcome(actor: Actor, id: string) {
  const outcome = await db().outcome.findFirst({
    where: { id, point: { meeting: { thread: visibleTo(actor) } } },
    select: {
      id: true,
      point: {
        select: { meeting: { select: { threadId: true, thread: { select: linkedThreadSelect } } } },
      },
    },
  });
  if (!outcome) return null;
  return { id, ...outcome.point.meeting };
}
