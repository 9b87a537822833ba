import type { Actor } from '../actor.ts';

type Meeting = {
  frozenAt: Date | null;
  thread: { ownerGovernmentId: string };
  hosts: readonly { governmentId: string }[];
  participants: readonly { seatId: string }[];
};

/** Every seat that acts may call governments together; observers read. */
export function mayCallMeeting(actor: Actor): boolean {
  return actor.role !== 'observer' && !actor.formerly;
}

/** The hosts, who called it, and the secretariat set its facts and its agenda, until it is frozen. */
export function mayKeepMeeting(actor: Actor, meeting: Meeting): boolean {
  return meeting.frozenAt === null && keeps(actor, meeting);
}

/** Who keeps the meeting and who takes part in it write the minutes and the outcomes, until it is frozen. */
export function mayWriteMinutes(actor: Actor, meeting: Meeting): boolean {
  return (
    meeting.frozenAt === null && mayCallMeeting(actor) && (keeps(actor, meeting) || takesPart(actor, meeting))
  );
}

/** A seat that takes part stands by the words, and so does a host's head. */
export function maySignMeeting(actor: Actor, meeting: Meeting): boolean {
  return (
    meeting.frozenAt === null &&
    mayCallMeeting(actor) &&
    (takesPart(actor, meeting) || (actor.role === 'head' && hosts(actor, meeting)))
  );
}

/** A host's head or the secretariat ends the writing. */
export function mayFreezeMeeting(actor: Actor, meeting: Meeting): boolean {
  return (
    meeting.frozenAt === null &&
    !actor.formerly &&
    (actor.role === 'secretariat' || (actor.role === 'head' && hosts(actor, meeting)))
  );
}

function keeps(actor: Actor, meeting: Meeting): boolean {
  return (
    mayCallMeeting(actor) &&
    (actor.role === 'secretariat' ||
      hosts(actor, meeting) ||
      meeting.thread.ownerGovernmentId === actor.governmentId)
  );
}

function hosts(actor: Actor, meeting: Meeting): boolean {
  return meeting.hosts.some(({ governmentId }) => governmentId === actor.governmentId);
}

function takesPart(actor: Actor, meeting: Meeting): boolean {
  return meeting.participants.some(({ seatId }) => seatId === actor.seatId);
}
