import type { Prisma } from '#prisma/generated/client.ts';
import type {
  ActionItemState,
  ClearanceState,
  CommitmentRole,
  CommitmentState,
  Grade,
} from '#prisma/generated/enums.ts';
import type { Actor, Reader } from '../actor.ts';
import { visibleTo } from '../thread/policy.ts';
import { isCleared } from './clearance.ts';

type Party = { governmentId: string; role: CommitmentRole; state: CommitmentState };

type Case = {
  state: ActionItemState;
  proposerSeat: { governmentId: string };
  claimedByGovernmentId: string | null;
  commitments: readonly (Party & { grade: Grade })[];
};

/** Steps in the life of an action item; each is one verb and one URL. */
export const actionItemSteps = [
  'accept',
  'decline',
  'start',
  'claim',
  'confirm',
  'dispute',
  'write',
  'edit',
  'fulfil',
  'miss',
  'withdraw',
  'drop',
] as const;
export type ActionItemStep = (typeof actionItemSteps)[number];

const from = {
  accept: ['proposed', 'agreed', 'underway'],
  decline: ['proposed'],
  start: ['agreed'],
  claim: ['underway'],
  confirm: ['awaiting_confirmation'],
  dispute: ['awaiting_confirmation'],
  write: ['proposed', 'agreed', 'underway'],
  edit: ['proposed', 'agreed', 'underway'],
  fulfil: ['underway', 'awaiting_confirmation'],
  miss: ['underway', 'awaiting_confirmation'],
  withdraw: ['agreed', 'underway'],
  drop: ['proposed', 'agreed', 'underway', 'awaiting_confirmation'],
} as const satisfies Record<ActionItemStep, readonly ActionItemState[]>;

/** The states that a step may start from. */
export function statesBefore(step: ActionItemStep): readonly ActionItemState[] {
  return from[step];
}

/** Every seat that acts may propose, the secretariat too. */
export function mayPropose(actor: Reader): actor is Actor {
  return actor !== null && actor.role !== 'observer';
}

/** The states in which every acceptance and clearance that is needed is there; without one it is a proposal again. */
export const clearedStates = ['agreed', 'underway'] as const satisfies readonly ActionItemState[];

type Answering = Pick<Actor, 'role' | 'answersUpTo'>;

/**
 * Whose word binds the own government: an officer's for information and intention, the head's for what binds more, or
 * that of an officer whom the head lets answer up to a grade.
 */
export function mayAnswer(actor: Answering, grade: Grade): boolean {
  return gradesToAnswer(actor).includes(grade);
}

/** From the least to the most binding. */
const gradesInOrder = ['information', 'intention', 'agreed', 'formal'] as const satisfies readonly Grade[];

function gradesToAnswer({ role, answersUpTo }: Answering): readonly Grade[] {
  if (role === 'head') return gradesInOrder;
  if (role !== 'officer') return [];
  return gradesInOrder.slice(0, Math.max(2, gradesInOrder.indexOf(answersUpTo ?? 'information') + 1));
}

/** Officers and heads act for their government in an item that is under way. */
function mayAct(actor: Pick<Actor, 'role'>): boolean {
  return actor.role === 'officer' || actor.role === 'head';
}

/**
 * May this actor take this step now? Parties answer for themselves, the lead starts and claims, an accepted party of
 * another government confirms or disputes, who proposed or leads may change the wording (not while a completion is
 * being confirmed) and drop, the secretariat may drop.
 */
export function mayTakeStep(step: ActionItemStep, reader: Reader, item: Case): boolean {
  if (!reader || !statesBefore(step).includes(item.state)) return false;
  const own = item.commitments.find(({ governmentId }) => governmentId === reader.governmentId);
  const acts = mayAct(reader);
  switch (step) {
    case 'accept':
      // Who only supports may join later; lead and partner answered before it was agreed.
      return own !== undefined && !hasPromised(own) && mayAnswer(reader, own.grade);
    case 'decline':
      return own !== undefined && own.state !== 'declined' && mayAnswer(reader, own.grade);
    case 'start':
    case 'claim':
      return acts && own?.role === 'lead';
    case 'confirm':
    case 'dispute':
      return (
        acts && own !== undefined && hasPromised(own) && reader.governmentId !== item.claimedByGovernmentId
      );
    case 'write':
      return acts && own !== undefined;
    case 'fulfil':
      return acts && (own?.state === 'accepted' || own?.state === 'not_fulfilled');
    case 'miss':
      return acts && (own?.state === 'accepted' || own?.state === 'fulfilled');
    case 'withdraw':
      return own?.state === 'accepted' && mayAnswer(reader, own.grade);
    case 'edit':
      return acts && isLeadOrProposer(reader, item);
    case 'drop':
      return reader.role === 'secretariat' || (acts && isLeadOrProposer(reader, item));
  }
}

/** The steps that this actor may take now, in the order of the buttons. */
export function stepsFor(reader: Reader, item: Case): ActionItemStep[] {
  return actionItemSteps.filter((step) => mayTakeStep(step, reader, item));
}

/** Has this party accepted, whatever became of its part since? */
export function hasPromised({ state }: { state: CommitmentState }): boolean {
  return promisedStates.some((promised) => promised === state);
}

/** The states of a promise that was made and not taken back. */
export const promisedStates = [
  'accepted',
  'fulfilled',
  'not_fulfilled',
] as const satisfies readonly CommitmentState[];

type ClearedParty = Pick<Party, 'role' | 'state'> & { steps: readonly { state: ClearanceState }[] };

/**
 * Every lead and partner has accepted and has every clearance that its grade needs, and at least two governments have
 * accepted: an agreement of one is none.
 */
export function isAgreed(commitments: readonly ClearedParty[]): boolean {
  return (
    commitments.filter(hasPromised).length >= 2 &&
    commitments.every((party) => party.role === 'supporter' || (hasPromised(party) && isCleared(party.steps)))
  );
}

/**
 * Does the item wait for an authority? A lead or partner has promised, or has asked, and a step of its ladder is open.
 * Such an item is never late.
 */
export function isWaitingForClearance(item: {
  state: ActionItemState;
  commitments: readonly (Pick<Party, 'role' | 'state'> & {
    steps: readonly { state: ClearanceState; askedOn: Date | null }[];
  })[];
}): boolean {
  return (
    item.state === 'proposed' &&
    item.commitments.some(
      ({ role, state, steps }) =>
        role !== 'supporter' &&
        !isCleared(steps) &&
        (hasPromised({ state }) || (state === 'proposed' && steps.some(({ askedOn }) => askedOn !== null))),
    )
  );
}

/** Parties plan the pieces of the work and say which are done. */
export function mayPlan(reader: Reader, item: Pick<Case, 'commitments'>): boolean {
  return (
    reader !== null &&
    mayAct(reader) &&
    item.commitments.some(({ governmentId }) => governmentId === reader.governmentId)
  );
}

/** A government keeps the record of its own ladder, while something can still be cleared. */
export function mayRecordClearance(
  reader: Reader,
  governmentId: string,
  item: { state: ActionItemState },
): boolean {
  return (
    reader?.governmentId === governmentId && mayAct(reader) && statesBefore('write').includes(item.state)
  );
}

/**
 * Why this actor may not put the wording into another language now: once an authority has granted it, a translation is
 * part of what was granted. Then the parties and the secretariat may, until the work has ended.
 */
export function refusesWords(
  actor: Actor,
  item: {
    state: ActionItemState;
    commitments: readonly { governmentId: string; steps: readonly { state: ClearanceState }[] }[];
  },
): 'wording_frozen' | 'not_allowed' | null {
  const granted = item.commitments.some(({ steps }) => steps.some(({ state }) => state === 'granted'));
  if (!granted) return null;
  if (!statesBefore('edit').includes(item.state)) return 'wording_frozen';
  const party = item.commitments.some(({ governmentId }) => governmentId === actor.governmentId);
  return party || actor.role === 'secretariat' ? null : 'not_allowed';
}

/**
 * Whose word binds the own government in this grade says that the own language version is the agreed wording, while the words
 * can still change.
 */
export function mayMarkWording(
  reader: Reader,
  item: { state: ActionItemState; commitments: readonly (Party & { grade: Grade })[] },
): boolean {
  const own = item.commitments.find(({ governmentId }) => governmentId === reader?.governmentId);
  return (
    reader !== null &&
    own !== undefined &&
    own.state !== 'declined' &&
    own.state !== 'withdrawn' &&
    statesBefore('write').includes(item.state) &&
    mayAnswer(reader, own.grade)
  );
}

/** The ladders that new commitments start with are kept by the secretariat. */
export function mayKeepLadders(reader: Reader): boolean {
  return reader?.role === 'secretariat';
}

function isLeadOrProposer(actor: Actor, item: Case): boolean {
  const leads = item.commitments.some(
    ({ governmentId, role }) => role === 'lead' && governmentId === actor.governmentId,
  );
  return leads || item.proposerSeat.governmentId === actor.governmentId;
}

/** Items that wait for this actor's answer or confirmation, as a Prisma filter; the same as `mayTakeStep` about each. */
export function waitingFor(actor: Actor): Prisma.ActionItemWhereInput {
  const { governmentId } = actor;
  const toAnswer: Prisma.CommitmentWhereInput = {
    governmentId,
    state: 'proposed',
    grade: { in: [...gradesToAnswer(actor)] },
  };
  const promised = { governmentId, state: { in: [...promisedStates] } };
  return {
    thread: visibleTo(actor),
    OR: [
      { state: 'proposed', commitments: { some: toAnswer } },
      ...(mayAct(actor)
        ? [
            {
              state: 'awaiting_confirmation' as const,
              commitments: { some: promised },
              NOT: { claimedByGovernmentId: governmentId },
            },
          ]
        : []),
    ],
  };
}
