import { z } from 'zod';
import {
  type Hazard,
  KeepUpLevel,
  type NotificationReason,
  type Role,
  Section,
  type ThreadSubject,
  type TopicCategory,
} from '#prisma/generated/enums.ts';

/** The section of the forum that a thread belongs to. */
export function sectionOf({
  subject,
  category,
}: {
  subject: ThreadSubject;
  category: TopicCategory | null;
}): Section {
  // What a meeting is for is the business of the association.
  if (subject === 'meeting') return 'association';
  return category ?? subject;
}

/** What a seat is told of whether it muted the thread or not: it is asked, named, or in danger. */
const alwaysTold: ReadonlySet<NotificationReason> = new Set<NotificationReason>([
  'waits_for_us',
  'incident_in_my_waters',
  'acknowledgement_asked',
  'mentioned',
  'hazard',
]);

/** Does it come through to a seat with this level? */
export function comesThrough(reason: NotificationReason, level: KeepUpLevel): boolean {
  return level !== 'muted' || alwaysTold.has(reason);
}

/** What cannot wait for the next gathered mail: something waits for the seat, or somebody is in danger. */
export const urgentReasons = [
  'waits_for_us',
  'incident_in_my_waters',
  'acknowledgement_asked',
  'hazard',
] as const satisfies readonly NotificationReason[];

/** From here on people or ships may come to harm. */
export function isDangerous(hazard: Hazard | undefined): boolean {
  return hazard === 'high' || hazard === 'urgent';
}

/** Who reads, as far as the usual level depends on it. */
type Placed = { role: Role; governmentId: string };
/** The thread, with the governments whose coast or whose promise it is about. */
type Place = { section: Section; homeIds: readonly string[] };

/**
 * The usual level where a seat decided nothing: officers watch the incidents of their own coast and the action items that
 * their government has a part in, the secretariat the business of the association; all others hear of what they take
 * part in.
 */
export function usualLevel({ role, governmentId }: Placed, { section, homeIds }: Place): KeepUpLevel {
  if (role === 'officer' && homeIds.includes(governmentId)) return 'watching';
  return role === 'secretariat' && section === 'association' ? 'watching' : 'normal';
}

/** Everything that decides how much a seat hears of one thread. */
export type Decided = {
  ofThread: KeepUpLevel | null;
  ofSection: KeepUpLevel | null;
  usual: KeepUpLevel;
};

/** The nearer word counts: of the thread, of the section, the usual one. */
export function levelOf({ ofThread, ofSection, usual }: Decided): KeepUpLevel {
  return ofThread ?? ofSection ?? usual;
}

/** A level as a form says it; empty takes the own word back. */
const level = z
  .union([z.enum(KeepUpLevel), z.literal('')])
  .optional()
  .transform((value) => value || null);

export const threadLevelInput = z.object({ level });

export const sectionLevelsInput = z.object(
  Object.fromEntries(Object.values(Section).map((section) => [section, level])),
);
