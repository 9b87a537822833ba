import type { Tx } from '#app/db/client.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { heldNow } from '../account/policy.ts';
import { governmentSelect } from '../government/government.ts';
import { type FoundTranslation, translationsFor } from '../translation/find-translations.server.ts';
import { hashWords } from './hash-words.server.ts';
import type { MeetingPoint, MeetingWords } from './meeting.ts';
import { authorOf, authorSelect } from './minutes-author.ts';

const person = { name: true, nameLatin: true } as const;
const seatSelect = {
  id: true,
  titleKo: true,
  titleZh: true,
  titleEn: true,
  government: { select: governmentSelect },
} as const satisfies Prisma.SeatSelect;

const titledSelect = { id: true, number: true, title: true, language: true, revision: true } as const;

const aboutSelect = {
  id: true,
  title: true,
  titleLanguage: true,
  titleRevision: true,
  closedAt: true,
  visibility: true,
  ownerGovernmentId: true,
  withdrawnAt: true,
  audience: { select: { governmentId: true } },
  incident: { select: { ...titledSelect, status: true } },
  actionItem: { select: { ...titledSelect, state: true } },
} as const satisfies Prisma.ThreadSelect;

/** What a point is about, with everything that decides who may see it. */
export type About = Prisma.ThreadGetPayload<{ select: typeof aboutSelect }>;

const wordsSelect = (now: Date) =>
  ({
    id: true,
    number: true,
    threadId: true,
    place: true,
    firstDay: true,
    lastDay: true,
    thread: { select: { title: true, titleLanguage: true, titleRevision: true } },
    hosts: { orderBy: { governmentId: 'asc' }, select: { government: { select: governmentSelect } } },
    participants: {
      orderBy: [{ seat: { governmentId: 'asc' } }, { seatId: 'asc' }],
      select: {
        seat: {
          select: {
            ...seatSelect,
            tenures: {
              where: heldNow(now),
              orderBy: { from: 'asc' },
              select: { account: { select: person } },
            },
          },
        },
      },
    },
    points: {
      orderBy: { position: 'asc' },
      select: {
        id: true,
        title: true,
        language: true,
        about: { select: aboutSelect },
        minutes: {
          orderBy: { language: 'asc' },
          select: {
            language: true,
            text: true,
            revision: true,
            at: true,
            ...authorSelect,
          },
        },
        outcomes: {
          orderBy: { position: 'asc' },
          select: {
            id: true,
            text: true,
            language: true,
            revision: true,
            actionItem: { select: { number: true, threadId: true } },
          },
        },
      },
    },
    signatures: {
      orderBy: { at: 'asc' },
      select: { at: true, wordsHash: true, account: { select: person }, seat: { select: seatSelect } },
    },
  }) as const satisfies Prisma.MeetingSelect;

type Found = Prisma.MeetingGetPayload<{ select: ReturnType<typeof wordsSelect> }>;

/**
 * Everything that a meeting says now, with the hash of its words. What a point is about is named where `mayName` says so,
 * an action item that carries an outcome out where `mayNameItem` does.
 */
export async function readWords(
  reads: Pick<Tx, 'meeting' | 'translation'>,
  id: string,
  who: { mayName: (about: About) => boolean; mayNameItem: (threadId: string) => boolean; now: Date },
): Promise<{ words: MeetingWords; wordsHash: string }> {
  const found = await reads.meeting.findUniqueOrThrow({ where: { id }, select: wordsSelect(who.now) });
  const abouts = found.points.flatMap(({ about }) => about ?? []);
  const [titles, ofPoints, ofOutcomes, ofIncidents, ofItems] = await Promise.all([
    translationsFor('thread', [found.threadId, ...abouts.map((about) => about.id)], reads),
    translationsFor(
      'agenda_point',
      found.points.map((point) => point.id),
      reads,
    ),
    translationsFor(
      'outcome',
      found.points.flatMap((point) => point.outcomes.map((outcome) => outcome.id)),
      reads,
    ),
    translationsFor(
      'incident',
      abouts.flatMap(({ incident }) => incident?.id ?? []),
      reads,
    ),
    translationsFor(
      'action_item',
      abouts.flatMap(({ actionItem }) => actionItem?.id ?? []),
      reads,
    ),
  ]);
  const translated = [...titles, ...ofPoints, ...ofIncidents, ...ofItems].filter(
    ({ field }) => field === 'title',
  );
  const words = wordsOf(found, { titles: translated, outcomes: ofOutcomes }, who);
  const wordsHash = hashWords(words);
  const signatures = found.signatures.flatMap((signature) =>
    signature.wordsHash === wordsHash
      ? [{ ...placed(signature.seat), ...signature.account, at: signature.at.toISOString() }]
      : [],
  );
  return { words: { ...words, signatures }, wordsHash };
}

type Who = Parameters<typeof readWords>[2];

type Beside = { titles: readonly FoundTranslation[]; outcomes: readonly FoundTranslation[] };

function wordsOf(found: Found, beside: Beside, who: Who): MeetingWords {
  const { number, place, thread, threadId, firstDay, lastDay, hosts, participants, points } = found;
  const translationsOf = (id: string) =>
    beside.titles
      .filter(({ subjectId }) => subjectId === id)
      .map(({ language, kind, revision, text, version, verifiedAt }) => ({
        ...{ language, kind, revision, text, version },
        verifiedAt: verifiedAt?.toISOString() ?? null,
      }));
  return {
    number,
    title: thread.title ?? '',
    language: thread.titleLanguage ?? 'en',
    revision: thread.titleRevision,
    translations: translationsOf(threadId),
    place,
    firstDay: asDay(firstDay),
    lastDay: asDay(lastDay),
    hosts: hosts.map(({ government }) => government),
    participants: participants.map(({ seat }) => ({
      ...placed(seat),
      holders: seat.tenures.map(({ account }) => account),
    })),
    points: points.map(({ id, title, language, about, minutes, outcomes }) => ({
      id,
      ...(about
        ? who.mayName(about)
          ? aboutOf(about, translationsOf)
          : { titled: null, about: null }
        : {
            titled: {
              ...{ title: title ?? '', language: language ?? 'en', revision: 1 },
              translations: translationsOf(id),
            },
            about: null,
          }),
      minutes: minutes.map(({ account, seat, at, ...said }) => ({
        ...said,
        at: at.toISOString(),
        by: authorOf({ account, seat }),
      })),
      outcomes: outcomes.map(({ actionItem, ...outcome }) => ({
        ...outcome,
        versions: beside.outcomes
          .filter((one) => one.subjectId === outcome.id && isVersion(one, outcome))
          .map(({ language: other, text }) => ({ language: other, text })),
        actionItemNumber: actionItem && who.mayNameItem(actionItem.threadId) ? actionItem.number : null,
      })),
    })),
    signatures: [],
  };
}

/** Machines help to read an outcome; what it says is said by people. */
function isVersion({ kind, revision }: FoundTranslation, outcome: { revision: number }): boolean {
  return kind === 'human' && revision === outcome.revision;
}

function aboutOf(
  { id, incident, actionItem, ...topic }: About,
  translationsOf: (id: string) => MeetingWords['translations'],
): Pick<MeetingPoint, 'titled' | 'about'> {
  const thing = incident ?? actionItem;
  const titled = thing
    ? {
        ...{ title: thing.title, language: thing.language, revision: thing.revision },
        translations: translationsOf(thing.id),
      }
    : {
        title: topic.title ?? '',
        language: topic.titleLanguage ?? ('en' as const),
        revision: topic.titleRevision,
        translations: translationsOf(id),
      };
  if (incident)
    return { titled, about: { subject: 'incident', number: incident.number, status: incident.status } };
  if (actionItem)
    return { titled, about: { subject: 'action_item', number: actionItem.number, state: actionItem.state } };
  return { titled, about: { subject: 'topic', threadId: id, isClosed: topic.closedAt !== null } };
}

function placed({
  id: seatId,
  titleKo,
  titleZh,
  titleEn,
  government,
}: Prisma.SeatGetPayload<{ select: typeof seatSelect }>) {
  return { seatId, titleKo, titleZh, titleEn, government };
}

/** An all-day date as it is kept and as a form wants it. */
function asDay(day: Date): string {
  return day.toISOString().slice(0, 10);
}
