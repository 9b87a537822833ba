import { db } from '#app/db/client.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { ActionItemState, Language, Visibility } from '#prisma/generated/enums.ts';
import type { Reader } from '../actor.ts';
import type { Publicity } from '../event.ts';
import { governmentSelect, type NamedGovernment } from '../government/government.ts';
import { visibleTo } from '../thread/policy.ts';
import { type FoundTranslation, translationsFor } from '../translation/find-translations.server.ts';
import { pageSelect } from './incident.ts';
import { reportAsSighting, type Sighting } from './series.ts';
import { type ShownPlace, shownPlace, withShownPlace } from './place.ts';
import {
  correctableBy,
  type IncidentStep,
  incidentSteps,
  mayDecidePublicity,
  mayTake,
  publicityOf,
} from './policy.ts';

/** The events that move an incident through its life. */
const courseTypes = [
  'incident_reported',
  'incident_confirmed',
  'response_started',
  'incident_resolved',
  'incident_marked_duplicate',
  'incident_handed_over',
  'incident_closed_without_action',
  'incident_reopened',
] as const;

export type CourseType = (typeof courseTypes)[number];

/** One step that was taken; the newest stands last. */
export type CourseStep = { type: CourseType; at: Date; governmentId: string | null };

type LinkedActionItem = {
  number: string;
  state: ActionItemState;
  title: string;
  language: Language;
  revision: number;
  dueOn: Date | null;
  translations: FoundTranslation[];
};

export type IncidentPage = Omit<Prisma.IncidentGetPayload<{ select: typeof pageSelect }>, 'coarseForPublic'> &
  ShownPlace & {
    /** Of title and text, for `pickText`. */
    translations: FoundTranslation[];
    visibility: Visibility;
    /** What everybody may see now, for who may decide about it. */
    publicity: Publicity | null;
    /** Who reads it beside the owner, when it is for named governments. */
    audience: NamedGovernment[];
    course: CourseStep[];
    /** What this reader may do now. */
    steps: IncidentStep[];
    /** Whether it may put something right. */
    mayCorrect: boolean;
    /** The incident that this one repeats, if the reader may see it. */
    duplicateOfNumber: string | null;
    /** The duplicates of this one that the reader may see. */
    duplicateNumbers: string[];
    /** What they say, as sightings of this one. */
    joined: Sighting[];
    /** Who reported: for signed-in readers only. */
    reportedBy: { name: string; nameLatin: string; titleKo: string; titleZh: string; titleEn: string } | null;
    /** Action items that answer to it, as far as the reader may see them. */
    actionItems: LinkedActionItem[];
    /** Governments with a seat that follows the thread; nobody for guests. */
    followers: NamedGovernment[];
    posts: number;
  };

/**
 * Everything that the page of an incident shows, the thread aside; null when it is absent or not for this reader. Where
 * the place is coarse the words and measures of the report that could tell it stay away.
 */
export async function findIncidentPage(reader: Reader, number: string): Promise<IncidentPage | null> {
  const found = await db().incident.findFirst({
    where: { number, thread: visibleTo(reader) },
    select: {
      ...pageSelect,
      duplicateOf: { select: { number: true } },
      thread: {
        select: { visibility: true, audience: { select: { government: { select: governmentSelect } } } },
      },
      reporterAccount: { select: { name: true, nameLatin: true } },
      reporterSeat: { select: { titleKo: true, titleZh: true, titleEn: true } },
    },
  });
  if (!found) return null;
  const { thread, reporterAccount, reporterSeat, duplicateOf, ...incident } = found;
  const { id, threadId } = incident;
  const [translations, course, duplicated, duplicates, actionItems, followers, posts] = await Promise.all([
    translationsFor('incident', [id]),
    findCourse(threadId),
    duplicateOf
      ? db().incident.count({ where: { number: duplicateOf.number, thread: visibleTo(reader) } })
      : Promise.resolve(0),
    findDuplicates(reader, id, incident.coarseForPublic),
    findActionItems(reader, id),
    reader ? findFollowers(threadId) : [],
    reader ? countPosts(reader.governmentId, threadId) : 0,
  ]);
  const shown = withShownPlace(reader, incident);
  const told = shown.coarse ? withoutTraces(shown) : shown;
  return {
    ...told,
    translations: shown.coarse ? translations.filter(({ field }) => field === 'title') : translations,
    visibility: thread.visibility,
    publicity: mayDecidePublicity(reader, { ...incident, visibility: thread.visibility })
      ? publicityOf({ ...incident, visibility: thread.visibility })
      : null,
    audience: thread.audience.map(({ government }) => government),
    course,
    steps: incidentSteps.filter((step) => mayTake(step, reader, incident)),
    mayCorrect: correctableBy(reader, incident).length > 0,
    duplicateOfNumber: duplicateOf && duplicated > 0 ? duplicateOf.number : null,
    duplicateNumbers: duplicates.map(({ number }) => number),
    joined: duplicates.flatMap(({ sightings }) => sightings),
    reportedBy: reader && reporterAccount && reporterSeat ? { ...reporterAccount, ...reporterSeat } : null,
    actionItems,
    followers,
    posts,
  };
}

type Traced = {
  text: string;
  accuracyM: number | null;
  shoreLengthM: number | null;
  clues: readonly { note: string | null }[];
  observations: readonly { lat: number; lon: number; note: string }[];
};

/** Of a coarse incident for a guest. The title stays: who made it public has read it. */
function withoutTraces<T extends Traced>(incident: T): T {
  const clues = incident.clues.map((clue) => ({ ...clue, note: null }));
  const observations = incident.observations.map(withoutPlace);
  return { ...incident, text: '', accuracyM: null, shoreLengthM: null, clues, observations };
}

/**
 * The duplicates of an incident with everything that they say about it. Where either place is coarse for a guest, both
 * are: the one must not tell the other.
 */
async function findDuplicates(
  reader: Reader,
  duplicateOfId: string,
  coarseForPublic: boolean,
): Promise<{ number: string; sightings: Sighting[] }[]> {
  const rows = await db().incident.findMany({
    where: { duplicateOfId, status: 'duplicate', thread: visibleTo(reader) },
    select: {
      id: true,
      number: true,
      coarseForPublic: true,
      seenAt: true,
      lat: true,
      lon: true,
      text: true,
      language: true,
      reporterGovernment: pageSelect.reporterGovernment,
      amounts: pageSelect.amounts,
      photos: pageSelect.photos,
      observations: pageSelect.observations,
    },
    orderBy: { seenAt: 'asc' },
  });
  return rows.map(({ observations, ...duplicate }) => {
    const { number } = duplicate;
    const said = [
      reportAsSighting(duplicate, number),
      ...observations.map((observation) => ({ ...observation, number })),
    ];
    const isCoarse = reader === null && (coarseForPublic || duplicate.coarseForPublic);
    return { number, sightings: isCoarse ? said.map(withoutPlace) : said };
  });
}

/** The middle of the cell, and no words that could tell more. */
function withoutPlace<T extends { lat: number; lon: number; note: string }>(sighting: T): T {
  const { lat, lon } = shownPlace(null, { ...sighting, coarseForPublic: true });
  return { ...sighting, lat, lon, note: '' };
}

async function findCourse(threadId: string): Promise<CourseStep[]> {
  const events = await db().event.findMany({
    where: { threadId, type: { in: [...courseTypes] }, onlyGovernmentId: null },
    select: { type: true, at: true, governmentId: true },
    orderBy: { seq: 'asc' },
  });
  return events.flatMap(({ type, ...event }) => {
    const known = courseTypes.find((one) => one === type);
    return known ? [{ type: known, ...event }] : [];
  });
}

async function findActionItems(reader: Reader, incidentId: string): Promise<LinkedActionItem[]> {
  const items = await db().actionItem.findMany({
    where: { incidents: { some: { incidentId } }, thread: visibleTo(reader) },
    select: { id: true, number: true, state: true, title: true, language: true, revision: true, dueOn: true },
    orderBy: { proposedAt: 'desc' },
  });
  const titles = await translationsFor(
    'action_item',
    items.map(({ id }) => id),
  );
  return items.map(({ id, ...item }) => ({
    ...item,
    translations: titles.filter(({ subjectId, field }) => subjectId === id && field === 'title'),
  }));
}

async function findFollowers(threadId: string): Promise<NamedGovernment[]> {
  return db().government.findMany({
    where: { seats: { some: { closedAt: null, follows: { some: { threadId } } } } },
    select: governmentSelect,
    orderBy: { id: 'asc' },
  });
}

async function countPosts(governmentId: string, threadId: string): Promise<number> {
  return db().post.count({
    where: { threadId, event: { OR: [{ onlyGovernmentId: null }, { onlyGovernmentId: governmentId }] } },
  });
}
