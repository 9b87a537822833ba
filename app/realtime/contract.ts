import type { ThreadEntry } from '#app/domain/thread/entry.ts';
import type { ThreadSubject } from '#prisma/generated/enums.ts';

/** Something happened in a thread that a list, a map or a board may show: revalidate. Carries nothing else. */
export type Hint = { threadId: string; seq: number; subject: ThreadSubject };

/** Who has the thread open: one entry per person. */
export type Presence = { accountId: string; governmentId: string; name: string; nameLatin: string };

/** A refusal on the socket never says whether the thing exists. */
export type WatchAnswer = { ok: true; head: number; minSeq: number; present: Presence[] } | { ok: false };

export type ServerToClient = {
  /** One numbered entry of a watched thread; at most once per number, may be lost. */
  entry: (message: { threadId: string; entry: ThreadEntry }) => void;
  /** Heads of the watched threads, every 20-30 s. */
  heads: (heads: { threadId: string; head: number }[]) => void;
  hint: (hint: Hint) => void;
  /** The seat has a new notification. */
  notified: () => void;
  /** Something may have happened after the page was read and before this connection: revalidate. */
  behind: () => void;
  typing: (message: { threadId: string; who: Presence }) => void;
  present: (message: { threadId: string; present: Presence[] }) => void;
  /** Rights changed: the client reloads. */
  signedOut: () => void;
};

export type ClientToServer = {
  watch: (input: { threadId: string }, answer: (answer: WatchAnswer) => void) => void;
  unwatch: (input: { threadId: string }) => void;
  typing: (input: { threadId: string }) => void;
};
