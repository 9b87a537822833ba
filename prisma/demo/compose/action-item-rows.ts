import { type ActionItemStep, isAgreed, mayAnswer, mayTakeStep } from '#app/domain/action-item/policy.ts';
import type { ActionItemState, CommitmentRole, CommitmentState } from '#prisma/generated/enums.ts';
import { demoId, demoIdAt } from '../ids.ts';
import { demoSeats, type DemoSeatKey } from '../seats.ts';
import type { DemoActionItem, Entry } from '../story.ts';
import { allDay, type Beginning, day, momentAfter } from './calendar.ts';
import { composeEvidence } from './evidence-rows.ts';
import type { DatedIncident } from './incident-rows.ts';
import type { Rows } from './rows.ts';
import { actorAt } from './seat-rows.ts';
import { sourceOf, translate } from './texts.ts';
import { composeParts, withSteps } from './part-rows.ts';
import { composeThread, type Happening } from './thread-rows.ts';

export type DatedActionItem = { story: DemoActionItem; beginning: Beginning; number: string };

/** Numbers the items in the order in which they were proposed, and sets the counter that new ones continue. */
export function numberActionItems(
  rows: Rows,
  dated: readonly { story: DemoActionItem; beginning: Beginning }[],
): DatedActionItem[] {
  const inOrder = [...dated].sort((a, b) => a.beginning.at.getTime() - b.beginning.at.getTime());
  rows.counters.push({ name: 'action-item', value: inOrder.length });
  return inOrder.map((item, index) => ({ ...item, number: `A-${index + 1}` }));
}

/** What the thread of an incident says about the items that answer to it. */
export function linksOf(key: string, items: readonly DatedActionItem[]): Happening[] {
  return items
    .filter(({ story }) => story.incidents.includes(key))
    .map(({ story, beginning, number }) => ({
      at: beginning.at,
      by: story.by,
      type: 'action_item_linked',
      payload: { actionItemNumber: number },
      tells: [],
      tellsFollowers: true,
      follows: false,
    }));
}

/** Puts down an action item with its commitments, evidence and thread. */
export function composeActionItem(
  rows: Rows,
  { story, beginning, number }: DatedActionItem,
  { incidents, today, now }: { incidents: ReadonlyMap<string, DatedIncident>; today: number; now: Date },
): void {
  const { key, by } = story;
  const { at } = beginning;
  const id = demoIdAt(`action-item/${key}`, at);
  const threadId = demoIdAt(`thread/action-item/${key}`, at);
  const work = new Work(rows, { story, beginning, id, now });
  const parts = composeParts(rows, { story, beginning, itemId: id, today, now });
  const happenings = [
    ...work.propose(),
    ...parts.happenings,
    ...story.then.flatMap((entry) => work.take(entry)),
  ];
  const due =
    'inDays' in story.due ? today + story.due.inDays * day : beginning.midnight + story.due.afterDays * day;
  rows.actionItems.push({
    id,
    number,
    threadId,
    state: work.state,
    title: sourceOf(story.title, beginning).text,
    ...sourceOf(story.text, beginning),
    grade: story.grade,
    dueOn: allDay(due),
    proposerSeatId: demoSeats[by].id,
    proposedAt: at,
    updatedAt: happenings.at(-1)?.at ?? at,
    ...work.completion,
    clientKey: demoId(`action-item/${key}`),
  });
  for (const [governmentId, commitment] of work.commitments) {
    rows.commitments.push({
      actionItemId: id,
      governmentId,
      grade: story.grade,
      ...commitment,
      ...parts.of(governmentId),
    });
  }
  for (const incidentKey of story.incidents) {
    const incident = incidents.get(incidentKey);
    if (!incident) throw new Error(`${key} answers to ${incidentKey}, which is not there.`);
    rows.links.push({ actionItemId: id, incidentId: incident.id });
  }
  translate(rows, { subject: 'action_item', id, field: 'title', words: story.title, by, at }, beginning, now);
  translate(rows, { subject: 'action_item', id, field: 'text', words: story.text, by, at }, beginning, now);
  composeThread(
    rows,
    {
      id: threadId,
      subject: 'action_item',
      visibility: story.visible ?? 'network',
      ownerGovernmentId: demoSeats[by].governmentId,
      audience: [],
      beginning,
      happenings,
    },
    now,
  );
}

type Commitment = {
  role: CommitmentRole;
  state: CommitmentState;
  answeredRevision: number | null;
  answeredAt: Date | null;
  answeredBySeatId: string | null;
};

/** The life of an action item, step by step, under the same policy as everybody's. */
class Work {
  state: ActionItemState = 'proposed';
  readonly commitments = new Map<string, Commitment>();
  completion: {
    claimedByGovernmentId?: string | null;
    claimedAt?: Date | null;
    confirmedByGovernmentId?: string;
    confirmedAt?: Date;
  } = {};
  readonly #rows: Rows;
  readonly #of: { story: DemoActionItem; beginning: Beginning; id: string; now: Date };

  constructor(rows: Rows, of: { story: DemoActionItem; beginning: Beginning; id: string; now: Date }) {
    this.#rows = rows;
    this.#of = of;
    for (const [governmentId, role] of of.story.parties) {
      const open = { answeredRevision: null, answeredAt: null, answeredBySeatId: null };
      this.commitments.set(governmentId, { role, state: 'proposed', ...open });
    }
  }

  propose(): Happening[] {
    const { story, beginning } = this.#of;
    const { by, grade } = story;
    const { at } = beginning;
    const { governmentId } = demoSeats[by];
    const others = [...this.commitments.keys()].filter((id) => id !== governmentId);
    const proposed: Happening = {
      at,
      by,
      type: 'action_item_proposed',
      payload: {},
      tells: [[others, 'waits_for_us']],
      tellsFollowers: false,
      follows: true,
    };
    const isParty = this.commitments.has(governmentId);
    if (!isParty || !mayAnswer(demoSeats[by], grade)) return [proposed];
    this.#answer(by, 'accepted', at);
    return [proposed, { ...proposed, type: 'commitment_accepted', tells: [] }];
  }

  take(entry: Entry): Happening[] {
    const { story, beginning, id, now } = this.#of;
    const { by } = entry;
    const at = momentAfter(beginning, entry.at);
    const { governmentId } = demoSeats[by];
    const base = { at, by, payload: {}, tells: [], tellsFollowers: true, follows: true } as const;
    switch (entry.does) {
      case 'say': {
        const postId = demoIdAt(`post/${story.key}/${entry.at}/${by}`, at);
        return [{ ...base, type: 'post_written', payload: { postId }, words: entry.words }];
      }
      case 'accept': {
        this.#must('accept', entry, at);
        this.#answer(by, 'accepted', at);
        const accepted: Happening = { ...base, type: 'commitment_accepted' };
        if (this.state !== 'proposed' || !isAgreed(this.#parties().map(withSteps(story)))) return [accepted];
        this.state = 'agreed';
        const tells = [[this.#governments('lead'), 'waits_for_us']] as const;
        return [
          { ...accepted, tellsFollowers: false },
          { ...base, type: 'action_item_agreed', tells },
        ];
      }
      case 'decline':
        this.#must('decline', entry, at);
        this.#answer(by, 'declined', at);
        return [
          {
            ...base,
            type: 'commitment_declined',
            payload: { reason: sourceOf(entry.reason, beginning) },
            tells: [[[demoSeats[story.by].governmentId], 'waits_for_us']],
          },
        ];
      case 'start':
        this.#must('start', entry, at);
        this.state = 'underway';
        return [{ ...base, type: 'action_item_started' }];
      case 'claim': {
        this.#must('claim', entry, at);
        this.state = 'awaiting_confirmation';
        this.completion = { claimedByGovernmentId: governmentId, claimedAt: at };
        const { accountId } = actorAt(by, at, now);
        const view = story.incidents[0] ?? story.key;
        const owner = { name: `evidence/${story.key}/${entry.at}`, view, at, accountId, beginning };
        const evidenceId = composeEvidence(this.#rows, entry.evidence, { actionItemId: id }, owner);
        const others = this.#parties().filter(
          (party) => party.state === 'accepted' && party.governmentId !== governmentId,
        );
        const tells = [[others.map((party) => party.governmentId), 'waits_for_us']] as const;
        return [{ ...base, type: 'completion_claimed', payload: { evidenceId }, tells }];
      }
      case 'confirm_completion':
        this.#must('confirm', entry, at);
        this.state = 'done';
        this.completion = { ...this.completion, confirmedByGovernmentId: governmentId, confirmedAt: at };
        return [{ ...base, type: 'completion_confirmed' }];
      case 'dispute':
        this.#must('dispute', entry, at);
        this.state = 'underway';
        this.completion = { claimedByGovernmentId: null, claimedAt: null };
        return [
          {
            ...base,
            type: 'completion_disputed',
            payload: { reason: sourceOf(entry.reason, beginning) },
            tells: [[this.#governments('lead'), 'waits_for_us']],
          },
        ];
      case 'drop':
        this.#must('drop', entry, at);
        this.state = 'dropped';
        return [
          {
            ...base,
            type: 'action_item_dropped',
            payload: { reason: sourceOf(entry.reason, beginning) },
            tells: [[[...this.commitments.keys()], 'news_in_my_thread']],
          },
        ];
      case 'confirm':
      case 'respond':
      case 'resolve':
      case 'observe':
      case 'correct':
      case 'mark_duplicate':
      case 'hand_over':
      case 'close':
      case 'reopen':
        throw new Error(`${entry.does} is no step of an action item (${story.key}).`);
    }
  }

  #answer(by: DemoSeatKey, state: CommitmentState, at: Date): void {
    const { id, governmentId } = demoSeats[by];
    const commitment = this.commitments.get(governmentId);
    if (!commitment) throw new Error(`${governmentId} is no party of ${this.#of.story.key}.`);
    this.commitments.set(governmentId, {
      ...commitment,
      state,
      answeredRevision: 1,
      answeredAt: at,
      answeredBySeatId: id,
    });
  }

  #parties() {
    const { grade } = this.#of.story;
    return [...this.commitments].map(([governmentId, { role, state }]) => ({
      governmentId,
      role,
      state,
      grade,
    }));
  }

  #governments(role: CommitmentRole): string[] {
    return this.#parties().flatMap((party) => (party.role === role ? [party.governmentId] : []));
  }

  #must(step: ActionItemStep, { by }: Entry, at: Date): void {
    const { story, now } = this.#of;
    const item = {
      state: this.state,
      proposerSeat: { governmentId: demoSeats[story.by].governmentId },
      claimedByGovernmentId: this.completion.claimedByGovernmentId ?? null,
      commitments: this.#parties(),
    };
    if (!mayTakeStep(step, actorAt(by, at, now), item)) {
      throw new Error(`${by} may not ${step} ${story.key}: it is ${this.state}.`);
    }
  }
}
