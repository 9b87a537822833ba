import type { Prisma } from '#prisma/generated/client.ts';
import type { NotificationReason } from '#prisma/generated/enums.ts';
import { governmentSelect } from '../government/government.ts';
import type { TextTranslation } from '../translation/pick-text.ts';

/** What the inbox shows of a thread. */
export const inboxThreadSelect = {
  id: true,
  subject: true,
  title: true,
  titleLanguage: true,
  titleRevision: true,
  meeting: { select: { number: true } },
  incident: { select: { id: true, number: true, kind: true, title: true, language: true, revision: true } },
  actionItem: {
    select: { id: true, number: true, state: true, title: true, language: true, revision: true },
  },
} as const satisfies Prisma.ThreadSelect;

/** What the inbox shows of the newest thing that happened in it. */
export const inboxEventSelect = {
  threadId: true,
  seq: true,
  type: true,
  at: true,
  account: { select: { name: true, nameLatin: true } },
  government: { select: governmentSelect },
  post: { select: { id: true, body: true, language: true, revision: true, deletedAt: true } },
} as const satisfies Prisma.EventSelect;

export type ThreadTitle = Prisma.ThreadGetPayload<{ select: typeof inboxThreadSelect }>;

/** One thread of the inbox: what it is, why the seat heard of it, and the newest thing that happened. */
export type InboxThread = {
  thread: ThreadTitle;
  translations: (TextTranslation & { subjectId: string })[];
  at: Date;
  unread: number;
  reason: NotificationReason;
  /** Number of the entry to read on from: the first unread one, else the newest. */
  seq: number;
  newest: Prisma.EventGetPayload<{ select: typeof inboxEventSelect }> | null;
  /** Of the newest post, if it is one. */
  postTranslations: TextTranslation[];
};

/** What carries the title of a thread: its incident, its action item, or itself. */
export function titleOwner(thread: ThreadTitle): string {
  return thread.incident?.id ?? thread.actionItem?.id ?? thread.id;
}

const pressing = [
  'hazard',
  'waits_for_us',
  'acknowledgement_asked',
  'mentioned',
  'incident_in_my_waters',
  'incident_in_watched_area',
  'news_in_my_thread',
] as const satisfies readonly NotificationReason[];

/** Of several reasons the one to say. */
export function mostPressing(reasons: readonly NotificationReason[]): NotificationReason {
  return pressing.find((reason) => reasons.includes(reason)) ?? 'news_in_my_thread';
}
