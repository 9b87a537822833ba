import { eventPayloads, type EventPayload, type EventType } from '#app/domain/event.ts';
import { maySee } from '#app/domain/thread/policy.ts';
import type {
  NotificationReason,
  ThreadSubject,
  TopicCategory,
  Visibility,
} from '#prisma/generated/enums.ts';
import { demoId, demoIdAt } from '../ids.ts';
import { randomOf } from '../pictures/random.ts';
import { demoSeats, type DemoSeatKey } from '../seats.ts';
import type { Photo } from '../pictures/scene.ts';
import type { DemoFile, Words } from '../story.ts';
import { type Beginning, day } from './calendar.ts';
import type { Rows } from './rows.ts';
import { actorAt } from './seat-rows.ts';
import { composeTalk } from './talk-rows.ts';
import { sourceOf, translate } from './texts.ts';

/** One thing that happened in a thread, and who is told of it, as the verbs tell. */
export type Happening = {
  [Type in EventType]: {
    at: Date;
    by: DemoSeatKey;
    type: Type;
    payload: EventPayload<Type>;
    /** Governments whose seats are told, with the reason. */
    tells: readonly (readonly [governmentIds: readonly string[], reason: NotificationReason])[];
    /** Whether those who follow the thread are told. */
    tellsFollowers: boolean;
    /** Whether who acts follows the thread from now on. */
    follows: boolean;
    words?: Words;
    files?: readonly DemoFile[];
    photos?: readonly Photo[];
  };
}[EventType];

export type ComposedThread = {
  id: string;
  subject: ThreadSubject;
  title?: { text: string; language: 'ko' | 'zh' | 'en' };
  category?: TopicCategory;
  visibility: Visibility;
  ownerGovernmentId: string;
  audience: readonly string[];
  beginning: Beginning;
  happenings: Happening[];
};

const keys = Object.keys(demoSeats).filter((key): key is DemoSeatKey => key in demoSeats);

/** Numbers what happened in a thread and puts it down with its posts, followers and notifications. */
export function composeThread(rows: Rows, thread: ComposedThread, now: Date): void {
  const { id: threadId, subject, title, visibility, ownerGovernmentId, beginning } = thread;
  const audience = [...new Set(thread.audience)].filter((governmentId) => governmentId !== ownerGovernmentId);
  const happenings = [...thread.happenings].sort((a, b) => a.at.getTime() - b.at.getTime());
  rows.threads.push({
    id: threadId,
    subject,
    title: title?.text ?? null,
    titleLanguage: title?.language ?? null,
    category: thread.category ?? null,
    visibility,
    ownerGovernmentId,
    lastSeq: happenings.length,
    createdAt: beginning.at,
    lastEventAt: happenings.at(-1)?.at ?? beginning.at,
  });
  for (const governmentId of new Set(audience)) rows.audiences.push({ threadId, governmentId });

  const visible = {
    visibility,
    ownerGovernmentId,
    audience: audience.map((governmentId) => ({ governmentId })),
    withdrawnAt: null,
  };
  const followers = new Set<DemoSeatKey>();
  for (const [index, happening] of happenings.entries()) {
    const { at, by, type, payload, tells, tellsFollowers, follows, words, files, photos } = happening;
    if (at > now)
      throw new Error(`${type} in the thread of ${beginning.at.toISOString()} lies in the future.`);
    const seq = index + 1;
    const actor = actorAt(by, at, now);
    const { accountId, seatId, governmentId } = actor;
    if (!maySee(actor, visible)) throw new Error(`${by} acts in a thread that it may not see.`);
    const event = { threadId, seq, type, accountId, seatId, governmentId, at };
    rows.events.push({ ...event, payload: eventPayloads[type].parse(payload) });
    if (words)
      composePost(
        rows,
        thread,
        { at, by, seq, words, files, photos, ...(type === 'post_written' ? payload : {}) },
        now,
      );

    composeTalk(rows, { ...happening, threadId, seq, actor });
    const told = new Map<DemoSeatKey, NotificationReason>();
    for (const [governmentIds, reason] of tells) {
      for (const key of keys)
        if (governmentIds.includes(demoSeats[key].governmentId)) tell(told, key, reason);
    }
    if (tellsFollowers) for (const key of followers) tell(told, key, 'news_in_my_thread');
    told.delete(by);
    for (const [key, reason] of told) {
      if (!maySee(actorAt(key, at, now), visible)) continue;
      const readAt = readingTime(`${threadId}/${seq}/${key}`, at, reason, now);
      const notification = { id: demoIdAt(`${threadId}/${seq}/${key}`, at), seatId: demoSeats[key].id };
      rows.notifications.push({ ...notification, threadId, seq, reason, at, readAt });
    }
    if (follows && !followers.has(by)) {
      followers.add(by);
      rows.follows.push({ threadId, seatId, at });
    }
  }
  const read = happenings.filter(({ at }) => now.getTime() - at.getTime() > readWithin).length;
  for (const key of read > 0 ? keys : []) {
    if (maySee(actorAt(key, beginning.at, now), visible))
      rows.readMarks.push({ threadId, seatId: demoSeats[key].id, seq: read, at: now });
  }
}

/** Older talk has been read by everybody who may. */
const readWithin = 2.2 * day;

function tell(
  told: Map<DemoSeatKey, NotificationReason>,
  key: DemoSeatKey,
  reason: NotificationReason,
): void {
  if (demoSeats[key].role !== 'observer' && !told.has(key)) told.set(key, reason);
}

type Said = {
  at: Date;
  by: DemoSeatKey;
  seq: number;
  words: Words;
  files: readonly DemoFile[] | undefined;
  photos: readonly Photo[] | undefined;
  postId?: string;
};

function composePost(
  rows: Rows,
  { id: threadId, beginning }: ComposedThread,
  { at, by, seq, words, files = [], photos = [], postId }: Said,
  now: Date,
): void {
  if (!postId) throw new Error('Only a post has words.');
  const { text: body, language } = sourceOf(words, beginning);
  const { accountId, seatId, governmentId } = actorAt(by, at, now);
  const clientKey = demoId(`post/${postId}`);
  rows.posts.push({
    id: postId,
    threadId,
    seq,
    accountId,
    seatId,
    governmentId,
    clientKey,
    language,
    body,
    createdAt: at,
  });
  const hanging = { postId, accountId, createdAt: at };
  for (const [position, sheet] of files.entries())
    rows.files.push({ id: demoIdAt(`${postId}/file/${position}`, at), ...hanging, position, sheet });
  for (const [position, photo] of photos.entries()) {
    const id = demoIdAt(`${postId}/photo/${position}`, at);
    rows.photos.push({ id, ...hanging, position, takenAt: at, drawing: { photo, view: id } });
  }
  translate(rows, { subject: 'post', id: postId, field: 'text', words, by, at }, beginning, now);
}

/** Officials read within a day; what came in the last days is still unread where it was not urgent. */
function readingTime(seed: string, at: Date, reason: NotificationReason, now: Date): Date | null {
  const age = now.getTime() - at.getTime();
  const unreadFor = reason === 'waits_for_us' ? 4 * day : readWithin;
  if (age < unreadFor) return null;
  return new Date(at.getTime() + randomOf(seed).between(0.03, 0.9) * day);
}
