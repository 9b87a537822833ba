import type { Grade, Language, Role } from '#prisma/generated/enums.ts';

/** An account acting in a seat. */
export type Actor = {
  accountId: string;
  seatId: string;
  governmentId: string;
  role: Role;
  /** The secretariat named this seat as one that verifies translations. */
  translator?: boolean;
  /** Name of the person in the own script, and for readers of other scripts. */
  name: string;
  nameLatin: string;
  language: Language;
  /** Up to which grade the head lets this seat answer for the government, beyond what its role may. */
  answersUpTo?: Grade | null | undefined;
  /** Of who has left the seat: for a while they read the threads of their own time, and change nothing. */
  formerly?: OwnTime;
};

/** From when to when somebody held a seat. */
export type OwnTime = { from: Date; to: Date };

/** Who reads: an actor, or a guest. */
export type Reader = Actor | null;
