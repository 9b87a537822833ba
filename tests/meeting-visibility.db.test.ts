import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import type { Actor, Reader } from '#app/domain/actor.ts';
import { addPoint } from '#app/domain/meeting/add-point.server.ts';
import { callMeeting } from '#app/domain/meeting/call-meeting.server.ts';
import { findMeeting } from '#app/domain/meeting/find-meeting.server.ts';
import { findMeetingChoices } from '#app/domain/meeting/find-meeting-choices.server.ts';
import { findMeetings } from '#app/domain/meeting/find-meetings.server.ts';
import { findMinutesHistory } from '#app/domain/meeting/find-minutes-history.server.ts';
import { findMinutes } from '#app/domain/meeting/find-minutes.server.ts';
import { findOutcome } from '#app/domain/meeting/find-outcome.server.ts';
import {
  findPromisesOf,
  findPromisesOfLastTime,
} from '#app/domain/meeting/find-promises-of-last-time.server.ts';
import { recordOutcome } from '#app/domain/meeting/record-outcome.server.ts';
import { writeMinutes } from '#app/domain/meeting/write-minutes.server.ts';
import { keepIndex } from '#app/domain/search/keep-index.server.ts';
import { fillIndex } from '#app/domain/search/fill-index.server.ts';
import { searchEverything } from '#app/domain/search/search-everything.server.ts';
import { searchInput } from '#app/domain/search/search.ts';
import { findEntryToTell, readHead } from '#app/domain/thread/find-entries.server.ts';
import { findThread } from '#app/domain/thread/find-thread.server.ts';
import { findThreads } from '#app/domain/thread/find-threads.server.ts';
import { rooms, roomsOfReaders } from '#app/realtime/rooms.ts';
import { Visibility } from '#prisma/generated/enums.ts';
import { anActor } from './factories.ts';
import { readerNames, readerOf } from './readers.ts';
import { createTestDatabase } from './world.ts';

createTestDatabase();

type Made = {
  id: string;
  laterId: string;
  number: string;
  threadId: string;
  pointId: string;
  outcomeId: string;
};
const made = new Map<Visibility, Made>();
let stop: () => void;

/** Taean calls a meeting of each visibility, one after the other; one for some governments is for Weihai. */
beforeAll(async () => {
  stop = keepIndex();
  const host = await anActor({ role: 'head' });
  for (const [index, visibility] of Object.values(Visibility).entries()) {
    const call = async (year: number, previous?: string) => {
      const called = await callMeeting(host, {
        ...{ title: `해마다 하는 회의 ${year}`, language: 'ko', place: '태안', visibility: 'network' },
        ...{ firstDay: new Date(`${year}-05-11`), lastDay: new Date(`${year}-05-12`), clientKey: uuid() },
        ...{ hosts: ['taean'], participants: [], previous },
      });
      if (!called.ok) throw new Error(called.reason);
      const { threadId, number } = called.value;
      const audience = visibility === 'bilateral' ? [{ governmentId: 'weihai' }] : [];
      await db().thread.update({
        where: { id: threadId },
        data: { visibility, audience: { create: audience } },
      });
      const { id } = await db().meeting.findUniqueOrThrow({ where: { number } });
      return { id, threadId, number };
    };
    const meeting = await call(2030 + 2 * index);
    const later = await call(2031 + 2 * index, meeting.number);
    const { number } = meeting;
    const point = await addPoint(host, { number, clientKey: uuid(), title: '어망 실명제', language: 'ko' });
    const pointId = point.ok ? point.value.id : '';
    await writeMinutes(host, { number, pointId, language: 'ko', text: '너울주의보를 살폈다.', revision: 0 });
    const said = { text: '가리비 껍데기를 되가져간다.', language: 'ko' as const, clientKey: uuid() };
    const outcome = await recordOutcome(host, { number, pointId, ...said });
    made.set(visibility, {
      ...meeting,
      laterId: later.id,
      pointId,
      outcomeId: outcome.ok ? outcome.value.id : '',
    });
  }
}, 120_000);
afterAll(() => stop());

/** Also of a public thread a meeting is among members: it has no page for guests. */
function expected(name: string): Visibility[] {
  if (name === 'guest') return [];
  if (name.startsWith('taean')) return ['government', 'bilateral', 'network', 'public'];
  return name.startsWith('weihai') ? ['bilateral', 'network', 'public'] : ['network', 'public'];
}

const ask = async (reader: Reader, q: string) =>
  searchEverything(reader, searchInput.parse({ q, type: 'meeting' }), 'ko');

describe.each(readerNames)('%s', (name) => {
  test.each(Object.values(Visibility))(
    'sees a meeting for “%s” on every surface or on none',
    async (visibility) => {
      const reader = await readerOf(name);
      const meeting = made.get(visibility);
      if (!meeting) throw new Error(visibility);
      const sees = expected(name).includes(visibility);
      const found = async (q: string) =>
        (await ask(reader, q)).results.some(({ subjectId }) => subjectId === meeting.id);
      const searched = {
        title: await found('해마다 하는 회의'),
        minutes: await found('너울주의보'),
        outcome: await found('가리비 껍데기'),
        point: await found('실명제'),
      };
      expect(searched).toEqual({ title: sees, minutes: sees, outcome: sees, point: sees });
      if (!reader) return;
      expect(await surfacesOf(reader, meeting)).toEqual({
        ...{ list: sees, choice: sees, page: sees, minutes: sees, history: sees, outcome: sees },
        ...{ promises: sees, lastTime: sees, thread: sees, forum: sees, head: sees, hint: sees },
      });
    },
  );

  test('is told how many were found, and no more', async () => {
    const { total, counts } = await ask(await readerOf(name), '가리비 껍데기');
    expect([total, counts.meeting ?? 0]).toEqual([expected(name).length, expected(name).length]);
  });
});

async function surfacesOf(reader: Actor, { id, laterId, number, threadId, pointId, outcomeId }: Made) {
  const { coming, past } = await findMeetings(reader);
  const { threads } = await findThreads(reader, { filter: { tab: 'all', page: 1 }, language: 'ko' });
  const told = await findEntryToTell({ threadId, seq: 1, payload: {} });
  const own: string[] = [rooms.network, rooms.government(reader.governmentId)];
  return {
    list: [...coming, ...past].some((meeting) => meeting.number === number),
    choice: (await findMeetingChoices(reader)).meetings.some((meeting) => meeting.number === number),
    page: (await findMeeting(reader, number)) !== null,
    minutes: (await findMinutes(reader, { number, pointId, language: 'ko' })) !== null,
    history: (await findMinutesHistory(reader, { number, pointId })) !== null,
    outcome: (await findOutcome(reader, outcomeId)) !== null,
    promises: (await findPromisesOf(reader, id)).length > 0,
    lastTime: (await findPromisesOfLastTime(reader, laterId)) !== null,
    thread: (await findThread(reader, threadId, 'ko')) !== null,
    forum: threads.some((thread) => thread.threadId === threadId),
    head: (await readHead(reader, threadId)) !== null,
    hint: told !== null && roomsOfReaders(told.thread).some((room) => own.includes(room)),
  };
}

test('what is in the index is the same when it is filled anew', async () => {
  const before = await db().searchDocument.findMany({
    where: { subject: 'meeting' },
    orderBy: [{ subjectId: 'asc' }, { language: 'asc' }],
    select: { subjectId: true, language: true, title: true, body: true },
  });
  await db().searchDocument.deleteMany({ where: { subject: 'meeting' } });
  await fillIndex();
  expect(
    await db().searchDocument.findMany({
      where: { subject: 'meeting' },
      orderBy: [{ subjectId: 'asc' }, { language: 'asc' }],
      select: { subjectId: true, language: true, title: true, body: true },
    }),
  ).toEqual(before);
});
