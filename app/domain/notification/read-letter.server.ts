import { z } from 'zod';
import { db } from '#app/db/client.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Language, MailKind, MailRhythm, NotificationReason } from '#prisma/generated/enums.ts';
import { heldNow } from '../account/policy.ts';
import type { Actor } from '../actor.ts';
import { type EventType, isEventType } from '../event.ts';
import { governmentSelect, type NamedGovernment } from '../government/government.ts';
import { visibleTo } from '../thread/policy.ts';
import { translationsFor } from '../translation/find-translations.server.ts';
import { type PickedText, pickText } from '../translation/pick-text.ts';
import { mostPressing } from './notification.ts';
import { type NoticedThread, noticedThreadSelect, titleForNotice } from './title-for-notice.server.ts';

/** What a letter tells of one thread. */
export type LetterThread = NoticedThread & {
  reason: NotificationReason;
  /** Number of the first entry that it tells of. */
  seq: number;
  /** The first of them; none where the content stays in the house. */
  entries: LetterEntry[];
  /** How many more there are. */
  more: number;
};

type LetterEntry = {
  type: EventType;
  at: Date;
  government: NamedGovernment | null;
  /** The beginning of a post, for its reader. */
  words: PickedText | null;
};

export type Letter = {
  kind: MailKind;
  rhythm: MailRhythm;
  accountId: string;
  to: { name: string; email: string };
  language: Language;
  seat: { titleKo: string; titleZh: string; titleEn: string; government: NamedGovernment };
  /** What waits first, then the newest. */
  threads: LetterThread[];
};

const entriesOfThread = 5;
const wordsShown = 280;

const seatSelect = {
  id: true,
  role: true,
  titleKo: true,
  titleZh: true,
  titleEn: true,
  governmentId: true,
  government: { select: governmentSelect },
} as const satisfies Prisma.SeatSelect;

const eventSelect = {
  threadId: true,
  seq: true,
  type: true,
  at: true,
  payload: true,
  governmentId: true,
  government: { select: governmentSelect },
} as const satisfies Prisma.EventSelect;

const postSelect = {
  id: true,
  body: true,
  language: true,
  revision: true,
} as const satisfies Prisma.PostSelect;

/** Of these a letter says the words that they are about. */
const saysWords: ReadonlySet<EventType> = new Set<EventType>([
  'post_written',
  'post_edited',
  'acknowledgement_requested',
  'decision_proposed',
]);
const aboutPost = z.object({ postId: z.uuid() });

/**
 * A mail as its reader would see it now: without what was read since it was put down, and without what is not for them
 * any more. Null when nothing is left, or when they do not hold the seat any more.
 */
export async function readLetter(mailId: string, now = new Date()): Promise<Letter | null> {
  const mail = await db().mail.findUnique({
    where: { id: mailId },
    select: {
      kind: true,
      accountId: true,
      seat: { select: { ...seatSelect, tenures: { where: heldNow(now), select: { accountId: true } } } },
      account: true,
      items: { select: { notificationId: true } },
    },
  });
  if (!mail || mail.account.closedAt) return null;
  const { seat, account, kind } = mail;
  if (!seat.tenures.some(({ accountId }) => accountId === account.id)) return null;
  const { id: seatId, role, governmentId } = seat;
  const { name, nameLatin, language, email, mailRhythm: rhythm } = account;
  const actor: Actor = { accountId: account.id, seatId, governmentId, role, name, nameLatin, language };
  const threads = await findThreads(
    actor,
    mail.items.map(({ notificationId }) => notificationId),
  );
  if (threads.length === 0) return null;
  const to = { name: language === 'en' ? nameLatin || name : name, email };
  return { kind, rhythm, accountId: account.id, to, language, seat, threads };
}

async function findThreads(actor: Actor, notificationIds: string[]): Promise<LetterThread[]> {
  const { governmentId, language } = actor;
  const told = await db().notification.findMany({
    where: { id: { in: notificationIds }, readAt: null, thread: visibleTo(actor) },
    orderBy: { seq: 'asc' },
    select: { threadId: true, seq: true, reason: true, thread: { select: noticedThreadSelect } },
  });
  if (told.length === 0) return [];
  const events = await db().event.findMany({
    where: {
      AND: [
        { OR: told.map(({ threadId, seq }) => ({ threadId, seq })) },
        { OR: [{ onlyGovernmentId: null }, { onlyGovernmentId: governmentId }] },
      ],
    },
    orderBy: { seq: 'asc' },
    select: eventSelect,
  });
  const posts = await findPosts(actor, events);
  const silent = new Set(
    (await db().governmentNoticeRules.findMany({ where: { withoutContent: true } })).map(
      (rules) => rules.governmentId,
    ),
  );
  const ids = [...new Set(told.map(({ threadId }) => threadId))];
  const letters = await Promise.all(
    ids.map(async (id): Promise<LetterThread[]> => {
      const here = told.filter(({ threadId }) => threadId === id);
      const seen = events.filter(({ threadId }) => threadId === id);
      const [first] = here;
      if (!first || seen.length === 0) return [];
      const isSilent = [governmentId, ...seen.map((event) => event.governmentId)].some(
        (one) => one !== null && silent.has(one),
      );
      const notice = await titleForNotice(first.thread, language, { silent, isSilent });
      const shown = notice.title === null ? [] : seen.slice(0, entriesOfThread);
      return [
        {
          ...notice,
          reason: mostPressing(here.map(({ reason }) => reason)),
          seq: first.seq,
          entries: shown.flatMap(({ type, at, government, payload }) =>
            isEventType(type)
              ? [
                  {
                    type,
                    at,
                    government,
                    words: saysWords.has(type) ? wordsOf(payload, language, posts) : null,
                  },
                ]
              : [],
          ),
          more: notice.title === null ? 0 : seen.length - shown.length,
        },
      ];
    }),
  );
  return letters.flat();
}

type Posts = (Prisma.PostGetPayload<{ select: typeof postSelect }> & {
  translations: Awaited<ReturnType<typeof translationsFor>>;
})[];

/** What these events are about, as far as it is still there and for this reader. */
async function findPosts({ governmentId }: Actor, events: readonly { payload: unknown }[]): Promise<Posts> {
  const ids = events.flatMap(({ payload }) => aboutPost.safeParse(payload).data?.postId ?? []);
  const event = { OR: [{ onlyGovernmentId: null }, { onlyGovernmentId: governmentId }] };
  const [posts, translations] = await Promise.all([
    db().post.findMany({ where: { id: { in: ids }, deletedAt: null, event }, select: postSelect }),
    translationsFor('post', ids),
  ]);
  return posts.map((post) => ({
    ...post,
    translations: translations.filter(({ subjectId }) => subjectId === post.id),
  }));
}

/** The beginning of the post that an event is about. */
function wordsOf(payload: unknown, language: Language, posts: Posts): PickedText | null {
  const about = aboutPost.safeParse(payload).data;
  const post = posts.find(({ id }) => id === about?.postId);
  if (!post) return null;
  const { body: text, translations, ...of } = post;
  const picked = pickText({ language, source: { text, ...of }, translations });
  const characters = Array.from(picked.text.replaceAll(/\s+/g, ' ').trim());
  const begin = characters.slice(0, wordsShown).join('');
  return { ...picked, text: characters.length > wordsShown ? `${begin}…` : begin };
}
