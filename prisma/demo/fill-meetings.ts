import type { MeetingRecord } from '#app/domain/meeting/meeting.ts';
import { readWords } from '#app/domain/meeting/read-words.server.ts';
import { governmentSelect } from '#app/domain/government/government.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { allDay, type Beginning, day, koreanMidnight } from './compose/calendar.ts';
import { noRows, type Rows } from './compose/rows.ts';
import { actorAt } from './compose/seat-rows.ts';
import { sourceOf, translate } from './compose/texts.ts';
import { composeThread, type Happening } from './compose/thread-rows.ts';
import { demoId, demoIdAt } from './ids.ts';
import { type DemoMeeting, type DemoPoint, meetings } from './meetings.ts';
import { demoSeats, type DemoSeatKey } from './seats.ts';

type Tx = Prisma.TransactionClient;
type Numbered = { meeting: DemoMeeting; number: string; beginning: Beginning; now: Date };

/** The conferences of the demo world, after everything that they speak of; what was frozen is kept as the verbs keep it. */
export async function fillMeetings(tx: Tx, rows: Rows, now: Date): Promise<void> {
  for (const [index, meeting] of meetings.entries())
    await fillMeeting(tx, rows, {
      meeting,
      number: `M-${index + 1}`,
      beginning: moment(meeting.calledDaysAgo, 10, now),
      now,
    });
  await tx.counter.createMany({ data: [{ name: 'meeting', value: meetings.length }] });
}

/** So many days before today, at an hour of Korea. */
function moment(daysAgo: number, hour: number, now: Date): Beginning {
  const midnight = koreanMidnight(now.getTime()) - daysAgo * day;
  return { at: new Date(midnight + hour * 3600_000), midnight, elapsed: false };
}

async function fillMeeting(tx: Tx, world: Rows, numbered: Numbered): Promise<void> {
  const { meeting, number, beginning, now } = numbered;
  const own = noRows();
  const id = demoId(`meeting/${meeting.key}`);
  const threadId = demoIdAt(`thread/meeting/${meeting.key}`, beginning.at);
  const { midnight } = moment(meeting.beganDaysAgo, 0, now);
  composeThread(
    own,
    {
      id: threadId,
      subject: 'meeting',
      title: sourceOf(meeting.title, beginning),
      visibility: 'network',
      ownerGovernmentId: demoSeats[meeting.by].governmentId,
      audience: [],
      beginning,
      happenings: happeningsOf(world, numbered),
    },
    now,
  );
  const title = { subject: 'thread', id: threadId, field: 'title', words: meeting.title } as const;
  translate(own, { ...title, by: meeting.by, at: beginning.at }, beginning, now);
  translateSaid(own, numbered);
  await tx.thread.createMany({ data: own.threads });
  await tx.event.createMany({ data: own.events });
  await tx.readMark.createMany({ data: own.readMarks });
  await tx.translation.createMany({ data: own.translations });
  await tx.follow.createMany({
    data: meeting.participants.map((key) => ({ threadId, seatId: demoSeats[key].id, at: beginning.at })),
  });
  await tx.meeting.create({
    data: {
      ...{ id, number, threadId, place: meeting.place, createdAt: beginning.at },
      firstDay: allDay(midnight),
      lastDay: allDay(midnight + day),
      previousId: meeting.follows === undefined ? null : demoId(`meeting/${meeting.follows}`),
      hosts: { create: meeting.hosts.map((governmentId) => ({ governmentId })) },
      participants: { create: meeting.participants.map((key) => ({ seatId: demoSeats[key].id })) },
      points: { create: meeting.points.map((point, index) => pointOf(world, numbered, point, index)) },
    },
    select: { id: true },
  });
  if (meeting.frozenDaysAgo !== undefined && meeting.frozenBy !== undefined)
    await freeze(tx, id, meeting, moment(meeting.frozenDaysAgo, 16, now).at);
}

/** The action item of this key. */
function itemOf(world: Rows, key: string) {
  const item = world.actionItems.find(({ clientKey }) => clientKey === demoId(`action-item/${key}`));
  if (!item?.id) throw new Error(`There is no action item ${key}.`);
  return { id: item.id, number: item.number, threadId: item.threadId, proposedAt: item.proposedAt };
}

function pointOf(world: Rows, { meeting, beginning, now }: Numbered, point: DemoPoint, index: number) {
  const name = `${meeting.key}/point/${index}`;
  const at = moment(meeting.beganDaysAgo, 14 + index, now).at;
  const about =
    'item' in point
      ? itemOf(world, point.item).threadId
      : 'topic' in point
        ? world.threads.find(({ title }) => title === point.topic)?.id
        : undefined;
  const titled = 'title' in point ? sourceOf(point.title, beginning) : undefined;
  return {
    id: demoId(name),
    position: index + 1,
    ...(about === undefined ? {} : { aboutId: about }),
    ...(titled && { title: titled.text, language: titled.language }),
    minutes: {
      create: (point.minutes ?? []).map(({ by, words }, place) => {
        const { accountId, seatId } = actorAt(by, at, now);
        const saved = { ...sourceOf(words, beginning), accountId, seatId, at };
        const { language, ...kept } = saved;
        const minutesId = demoId(`${name}/minutes/${place}`);
        return { ...saved, id: minutesId, revisions: { create: [{ ...kept, revision: 1 }] }, language };
      }),
    },
    outcomes: {
      create: (point.outcomes ?? []).map(({ words, item }, place) => ({
        id: demoId(`${name}/outcome/${place}`),
        position: place + 1,
        ...sourceOf(words, beginning),
        actionItemId: item === undefined ? null : itemOf(world, item).id,
      })),
    },
  };
}

function happeningsOf(world: Rows, { meeting, beginning, now }: Numbered): Happening[] {
  const quiet = { tells: [], tellsFollowers: false, follows: false } as const;
  const at = (daysAgo: number, hour: number) => moment(daysAgo, hour, now).at;
  const { by } = meeting;
  const agenda = at(meeting.calledDaysAgo - 6, 11);
  const outcomes = meeting.points.flatMap((point, index) =>
    (point.outcomes ?? []).map((outcome) => ({ ...outcome, at: at(meeting.beganDaysAgo, 15 + index) })),
  );
  const frozenBy = meeting.frozenBy ?? by;
  return [
    { ...quiet, at: beginning.at, by, type: 'meeting_called', payload: {} },
    { ...quiet, at: agenda, by, type: 'agenda_changed', payload: {} },
    ...outcomes.map(({ words, at: then }): Happening => {
      const payload = { outcome: sourceOf(words, beginning) };
      return { ...quiet, at: then, by, type: 'outcome_recorded', payload };
    }),
    ...meeting.signedBy.map((key, index): Happening => {
      const then = new Date(at(meeting.beganDaysAgo - 1, 10).getTime() + index * 600_000);
      return { ...quiet, at: then, by: key, type: 'meeting_signed', payload: {} };
    }),
    ...(meeting.frozenDaysAgo === undefined
      ? []
      : [
          {
            ...quiet,
            at: at(meeting.frozenDaysAgo, 16),
            by: frozenBy,
            type: 'meeting_frozen',
            payload: {},
          } as const,
        ]),
    ...outcomes.flatMap(({ words, item }): Happening[] => {
      if (item === undefined) return [];
      const { number: actionItemNumber, proposedAt } = itemOf(world, item);
      const payload = { outcome: sourceOf(words, beginning), actionItemNumber };
      return [{ ...quiet, at: new Date(proposedAt ?? now), by, type: 'outcome_carried_out', payload }];
    }),
  ];
}

/** Puts down the translations of its own points, of the minutes, and of the outcomes. */
function translateSaid(rows: Rows, { meeting, beginning, now }: Numbered): void {
  for (const [index, point] of meeting.points.entries()) {
    const name = `${meeting.key}/point/${index}`;
    const at = moment(meeting.beganDaysAgo, 16 + index, now).at;
    const { by } = meeting;
    if ('title' in point) {
      const { title: words } = point;
      const called = { field: 'title', words, by, at: beginning.at } as const;
      translate(rows, { subject: 'agenda_point', id: demoId(name), ...called }, beginning, now);
    }
    for (const [place, { by: writer, words }] of (point.minutes ?? []).entries()) {
      const id = demoId(`${name}/minutes/${place}`);
      translate(rows, { subject: 'minutes', id, field: 'text', words, by: writer, at }, beginning, now);
    }
    for (const [place, { words }] of (point.outcomes ?? []).entries()) {
      const id = demoId(`${name}/outcome/${place}`);
      translate(rows, { subject: 'outcome', id, field: 'text', words, by, at }, beginning, now);
    }
  }
}

/** Signed the day after it began and frozen then, with the words as they stand. */
async function freeze(tx: Tx, id: string, meeting: DemoMeeting, frozenAt: Date): Promise<void> {
  const who = { mayName: () => true, mayNameItem: () => false, now: frozenAt };
  const { wordsHash } = await readWords(tx, id, who);
  const signed = (key: DemoSeatKey, index: number) => {
    const at = new Date(frozenAt.getTime() - 6 * 3600_000 + index * 600_000);
    const { seatId, accountId, governmentId } = actorAt(key, at, new Date());
    return { meetingId: id, seatId, accountId, governmentId, wordsHash, at };
  };
  await tx.meetingSignature.createMany({ data: meeting.signedBy.map(signed) });
  const { words } = await readWords(tx, id, who);
  const frozenBy = demoSeats[meeting.frozenBy ?? meeting.by];
  const government = await tx.government.findUniqueOrThrow({
    where: { id: frozenBy.governmentId },
    select: governmentSelect,
  });
  const { titleKo, titleZh, titleEn } = frozenBy;
  const { name, nameLatin } = actorAt(meeting.frozenBy ?? meeting.by, frozenAt, new Date());
  const record: MeetingRecord = {
    words,
    wordsHash,
    frozenBy: {
      ...{ seatId: frozenBy.id, titleKo, titleZh, titleEn, government, name, nameLatin },
      at: frozenAt.toISOString(),
    },
  };
  await tx.meeting.update({
    where: { id },
    data: { frozenAt, frozenBySeatId: frozenBy.id, record },
    select: { id: true },
  });
}
