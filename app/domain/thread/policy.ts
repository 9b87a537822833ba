import type { Prisma } from '#prisma/generated/client.ts';
import type { Visibility } from '#prisma/generated/enums.ts';
import type { Actor, OwnTime, Reader } from '../actor.ts';
import type { EventType } from '../event.ts';
import { talkEvents } from './news.ts';

type VisibleThing = {
  visibility: Visibility;
  ownerGovernmentId: string;
  audience: readonly { governmentId: string }[];
  /** Taken back: it is for nobody any more. */
  withdrawnAt: Date | null;
};

/**
 * The threads that a reader may see, as a Prisma filter; what hangs on a thread (incident, action item, photo) asks
 * through it. Says the same as `maySee` does about one loaded thread.
 */
export function visibleTo(reader: Reader): Prisma.ThreadWhereInput {
  if (!reader) return { withdrawnAt: null, visibility: 'public' };
  return {
    withdrawnAt: null,
    ...(reader.formerly && inOwnTime(reader.formerly)),
    OR: [
      { visibility: { in: ['network', 'public'] } },
      { ownerGovernmentId: reader.governmentId },
      { visibility: 'bilateral', audience: { some: { governmentId: reader.governmentId } } },
    ],
  };
}

/** Threads that were there before somebody left, and in which something happened since they came. */
function inOwnTime({ from, to }: OwnTime): Prisma.ThreadWhereInput {
  return { createdAt: { lte: to }, lastEventAt: { gte: from } };
}

/** May this reader see this thread? Asked about who holds a seat now: what others may read is a question for the database. */
export function maySee(reader: Reader, thread: VisibleThing): boolean {
  if (thread.withdrawnAt !== null || reader?.formerly) return false;
  if (thread.visibility === 'public') return true;
  if (!reader) return false;
  if (thread.visibility === 'network' || thread.ownerGovernmentId === reader.governmentId) return true;
  return (
    thread.visibility === 'bilateral' &&
    thread.audience.some(({ governmentId }) => governmentId === reader.governmentId)
  );
}

/** May every member who sees the one thread see the other, too, so that the one may name the other to members? */
export function isOpenToReadersOf(one: VisibleThing, other: VisibleThing): boolean {
  if (isForAll(other)) return true;
  return !isForAll(one) && readersOf(one).every((id) => readersOf(other).includes(id));
}

function isForAll({ visibility }: VisibleThing): boolean {
  return visibility === 'network' || visibility === 'public';
}

/** Of a thread that is not for all members. */
function readersOf({ visibility, ownerGovernmentId, audience }: VisibleThing): string[] {
  const named = visibility === 'bilateral' ? audience.map(({ governmentId }) => governmentId) : [];
  return [ownerGovernmentId, ...named];
}

/** May this reader see an event that is kept for one government (null: for all readers of the thread)? */
export function maySeeEvent(reader: Reader, event: { onlyGovernmentId: string | null }): boolean {
  return event.onlyGovernmentId === null || event.onlyGovernmentId === reader?.governmentId;
}

/** The posts that a member may see, as a Prisma filter; what hangs on a post asks through it. */
export function visiblePostTo(actor: Actor): Prisma.PostWhereInput {
  return {
    deletedAt: null,
    thread: visibleTo(actor),
    event: { OR: [{ onlyGovernmentId: null }, { onlyGovernmentId: actor.governmentId }] },
  };
}

/** What governments say to each other is for members; of a public thread the public sees the course of events. */
export function maySeePosts(reader: Reader): boolean {
  return reader !== null;
}

/**
 * What happens among members even in a public thread: their words, a clearance while it is on its way, and which other
 * incidents were joined (the page names those that everybody may see).
 */
export function isForMembers(type: string): boolean {
  return membersOnly.has(type);
}

const membersOnly: ReadonlySet<string> = new Set<EventType>([
  ...talkEvents,
  'duplicate_joined',
  'duplicate_parted',
  'clearance_asked',
  'clearance_granted',
  'clearance_returned',
  'clearance_waived',
  'clearance_reopened',
  'seat_stood_empty',
  'wording_marked',
  'wording_marks_ended',
  'outcome_recorded',
  'outcome_changed',
  'outcome_withdrawn',
  'outcome_carried_out',
]);

/** Observers read. Everybody else with a seat may write in the threads that they see. */
export function mayPost(actor: Actor): boolean {
  return actor.role !== 'observer';
}

type Authored = { seatId: string };

/** The seat that wrote a post changes it, whoever holds the seat now. */
export function mayEditPost(actor: Actor, post: Authored): boolean {
  return mayPost(actor) && post.seatId === actor.seatId;
}

/** Its seat takes a post away, and the secretariat, which answers for the forum. */
export function mayDeletePost(actor: Actor, post: Authored): boolean {
  return mayEditPost(actor, post) || actor.role === 'secretariat';
}

/** Others say that they have read a post, and answer it in short. */
export function mayAcknowledge(actor: Actor, post: Authored): boolean {
  return mayPost(actor) && post.seatId !== actor.seatId;
}

/** Who opened a topic puts it in order (closes it, moves it), and so does the secretariat. */
export function mayKeepTopic(actor: Actor, topic: { ownerGovernmentId: string }): boolean {
  return mayPost(actor) && (actor.role === 'secretariat' || topic.ownerGovernmentId === actor.governmentId);
}

/**
 * May the posts of one topic go to the other so that nobody reads what was not for them? When both have the same
 * readers, or the other has fewer: then the one is narrowed to the same, and who owns it must be among them.
 */
export function mayGoInto(one: VisibleThing, other: VisibleThing): boolean {
  if (isForAll(other)) return one.visibility === other.visibility;
  const readers = readersOf(other);
  const were = readersOf(one);
  return (
    readers.includes(one.ownerGovernmentId) && (isForAll(one) || readers.every((id) => were.includes(id)))
  );
}

/** Does it have more readers than the other, which it may go into? */
export function isWiderThan(one: VisibleThing, other: VisibleThing): boolean {
  if (isForAll(other)) return false;
  return isForAll(one) || new Set(readersOf(one)).size > new Set(readersOf(other)).size;
}

/** What stands first in everybody's forum is for the secretariat to say. */
export function mayPinTopic(actor: Actor): boolean {
  return actor.role === 'secretariat';
}
