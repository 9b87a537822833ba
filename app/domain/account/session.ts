import type { Language } from '#prisma/generated/enums.ts';
import type { Actor, OwnTime } from '../actor.ts';

/** A seat that the account may act in now. */
export type HeldSeat = {
  seatId: string;
  governmentId: string;
  role: Actor['role'];
  translator: boolean;
  titleKo: string;
  titleZh: string;
  titleEn: string;
  /** See `Actor`. */
  answersUpTo: Actor['answersUpTo'];
  /** When the tenure ends, or the reading afterwards; null while it is open. */
  until: Date | null;
  /** The time for which it was held, by who has left it and may only read; null for who acts in it. */
  formerly: OwnTime | null;
};

/** Somebody is signed in. Without an actor no seat is chosen yet, or none is held any more. */
export type Session = {
  id: string;
  accountId: string;
  email: string;
  name: string;
  nameLatin: string;
  language: Language;
  actor: Actor | null;
  seats: HeldSeat[];
};

const day = 24 * 60 * 60 * 1000;
/** A session ends when nobody has come for this long. */
export const sessionLifetimeMs = 30 * day;
/** The time of the last visit is kept to this precision, in ms. */
export const sessionTouchMs = 5 * 60 * 1000;
/** When the holder of a seat was last there is kept to this precision, in ms. */
export const seenToMs = 60 * 1000;
