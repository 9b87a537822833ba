import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { mayTakeStep } from '#app/domain/action-item/policy.ts';
import { type EventType, eventPayloads } from '#app/domain/event.ts';
import { changesSchema } from '#app/domain/incident/correction.ts';
import { findMeeting } from '#app/domain/meeting/find-meeting.server.ts';
import { findMeetings } from '#app/domain/meeting/find-meetings.server.ts';
import { findPromisesOfLastTime } from '#app/domain/meeting/find-promises-of-last-time.server.ts';
import { photoFile } from '#app/domain/incident/photo-files.server.ts';
import { maySee } from '#app/domain/thread/policy.ts';
import { composeWorld } from '#prisma/demo/compose/world.ts';
import { demoCards, demoSeats } from '#prisma/demo/seats.ts';
import {
  ActionItemState,
  IncidentKind,
  IncidentStatus,
  Language,
  Visibility,
} from '#prisma/generated/enums.ts';
import { fillDemoWorld } from '#prisma/seed.ts';
import { createTestDatabase } from './world.ts';

createTestDatabase();

const now = new Date();
let photosFolder = '';

beforeAll(async () => {
  photosFolder = await fs.mkdtemp(path.join(os.tmpdir(), 'tideline-demo-'));
  await fillDemoWorld(db(), now, { photosFolder, filesFolder: photosFolder });
}, 240_000);
afterAll(() => fs.rm(photosFolder, { recursive: true, force: true }));

const countAll = async () => ({
  seats: await db().seat.count(),
  incidents: await db().incident.count(),
  events: await db().event.count(),
  posts: await db().post.count(),
  translations: await db().translation.count(),
  photos: await db().photo.count(),
});

const isEventType = (type: string): type is EventType => Object.hasOwn(eventPayloads, type);

describe('the demo world', () => {
  test('holds what it promises', async () => {
    const { seats, incidents } = await countAll();
    expect(seats).toBeGreaterThanOrEqual(12);
    expect(incidents).toBeGreaterThanOrEqual(150);
    expect(await db().actionItem.count()).toBe(12);
    const threads = await db().thread.findMany({ select: { _count: { select: { posts: true } } } });
    expect(threads.filter(({ _count }) => _count.posts >= 3).length).toBeGreaterThanOrEqual(25);
    expect(
      await db().government.count({ where: { seats: { some: {} }, country: 'KR' } }),
    ).toBeGreaterThanOrEqual(6);
    expect(
      await db().government.count({ where: { seats: { some: {} }, country: 'CN' } }),
    ).toBeGreaterThanOrEqual(6);
  });

  test('shows every kind, every status, every state, every visibility and every language', async () => {
    const incidents = await db().incident.findMany({ select: { kind: true, status: true } });
    expect(new Set(incidents.map(({ kind }) => kind))).toEqual(new Set(Object.values(IncidentKind)));
    expect(new Set(incidents.map(({ status }) => status))).toEqual(new Set(Object.values(IncidentStatus)));
    const items = await db().actionItem.findMany({ select: { state: true } });
    expect(new Set(items.map(({ state }) => state))).toEqual(new Set(Object.values(ActionItemState)));
    const threads = await db().thread.findMany({ select: { visibility: true } });
    expect(new Set(threads.map(({ visibility }) => visibility))).toEqual(new Set(Object.values(Visibility)));
    const posts = await db().post.findMany({ select: { language: true } });
    expect(new Set(posts.map(({ language }) => language))).toEqual(new Set(Object.values(Language)));
  });

  test('numbers what happened in a thread without a hole, as the thread says', async () => {
    const threads = await db().thread.findMany({
      select: {
        lastSeq: true,
        lastEventAt: true,
        events: { orderBy: { seq: 'asc' } },
        posts: { select: { id: true, seq: true } },
      },
    });
    for (const { lastSeq, lastEventAt, events, posts } of threads) {
      expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: lastSeq }, (_, index) => index + 1));
      expect(events.at(-1)?.at).toEqual(lastEventAt);
      const times = events.map(({ at }) => at.getTime());
      expect(times).toEqual([...times].sort((a, b) => a - b));
      for (const { id, seq } of posts)
        expect(events[seq - 1]).toMatchObject({ type: 'post_written', payload: { postId: id } });
    }
  });

  test('has only events that the application knows', async () => {
    for (const { type, payload } of await db().event.findMany()) {
      if (!isEventType(type)) throw new Error(`${type} is no event.`);
      expect(eventPayloads[type].safeParse(payload).success).toBe(true);
    }
  });

  test('happened within the last eighteen months, and nothing lies in the future', async () => {
    const oldest = now.getTime() - 550 * 24 * 3600 * 1000;
    for (const { reportedAt, seenAt, lat, lon } of await db().incident.findMany()) {
      expect(seenAt < reportedAt && reportedAt <= now && seenAt.getTime() > oldest).toBe(true);
      expect(lat > 29 && lat < 41 && lon > 117 && lon < 128).toBe(true);
    }
    expect(await db().event.count({ where: { at: { gt: now } } })).toBe(0);
    expect(await db().notification.count({ where: { readAt: { gt: now } } })).toBe(0);
  });

  test('says the title of every public incident in three languages', async () => {
    const open = await db().incident.findMany({ where: { thread: { visibility: 'public' } } });
    expect(open.length).toBeGreaterThanOrEqual(60);
    const translations = await db().translation.findMany({ where: { subject: 'incident', field: 'title' } });
    for (const { id, title, language } of open) {
      const others = translations.filter(({ subjectId }) => subjectId === id).map((one) => one.language);
      expect([title, new Set([language, ...others])]).toEqual([title, new Set(Object.values(Language))]);
    }
  });

  test('has at least twelve threads that both sides can read to the end in their own language', async () => {
    const translations = await db().translation.findMany({ where: { subject: 'post' } });
    const into = (postId: string, language: Language) =>
      translations.some((one) => one.subjectId === postId && one.language === language);
    const threads = await db().thread.findMany({
      select: { posts: { select: { id: true, language: true } } },
    });
    const readable = threads.filter(
      ({ posts }) =>
        posts.length >= 3 &&
        posts.every(({ id, language }) =>
          (['ko', 'zh'] as const).every((reader) => reader === language || into(id, reader)),
        ),
    );
    expect(readable.length).toBeGreaterThanOrEqual(12);
  });

  test('continues its numbers', async () => {
    const { value } = await db().counter.findUniqueOrThrow({ where: { name: 'action-item' } });
    expect(value).toBe(12);
    const numbers = (await db().incident.findMany({ orderBy: { reportedAt: 'asc' } })).map(
      ({ number }) => number,
    );
    expect(numbers).toEqual([...numbers].sort());
    for (const { name, value: last } of await db().counter.findMany({
      where: { name: { startsWith: 'incident-' } },
    })) {
      const year = name.slice('incident-'.length);
      expect(numbers.filter((number) => number.startsWith(`${year}-`))).toHaveLength(last);
    }
  });

  test('waits for a visitor: a promise to answer, a completion to confirm, news to read', async () => {
    const items = await db().actionItem.findMany({
      include: { commitments: true, proposerSeat: { select: { governmentId: true } } },
    });
    const may = (key: keyof typeof demoSeats, step: 'accept' | 'confirm') => {
      const { id: seatId, governmentId, role, holder } = demoSeats[key];
      return items.some((item) => mayTakeStep(step, { seatId, governmentId, role, ...holder }, item));
    };
    expect(may('shandong-head', 'accept')).toBe(true);
    expect(may('incheon-officer', 'accept')).toBe(true);
    expect(may('taean-officer', 'confirm')).toBe(true);
    expect(may('chungnam-officer', 'confirm')).toBe(true);
    for (const key of ['taean-officer', 'weihai-officer', 'chungnam-officer', 'shandong-officer'] as const) {
      expect(
        await db().notification.count({ where: { seatId: demoSeats[key].id, readAt: null } }),
      ).toBeGreaterThan(0);
    }
    for (const key of demoCards) {
      const { id, holder } = demoSeats[key];
      expect(await db().tenure.count({ where: { seatId: id, accountId: holder.accountId, to: null } })).toBe(
        1,
      );
    }
  });

  test('tells nobody of what they may not see', async () => {
    const notifications = await db().notification.findMany({
      where: { thread: { visibility: { in: ['government', 'bilateral'] } } },
      select: { seat: { select: { governmentId: true } }, thread: { include: { audience: true } } },
    });
    expect(notifications.length).toBeGreaterThan(0);
    const reader = { ...demoSeats.observer.holder, seatId: '', role: 'officer' } as const;
    for (const { seat, thread } of notifications) expect(maySee({ ...reader, ...seat }, thread)).toBe(true);
  });

  test('has a file in both sizes for every photo', async () => {
    const photos = await db().photo.findMany();
    expect(photos.length).toBeGreaterThanOrEqual(30);
    for (const { id, bytes, incidentId, evidenceId, observationId, postId } of photos) {
      expect((await fs.stat(photoFile(id, 'large', photosFolder))).size).toBe(bytes);
      expect((await fs.stat(photoFile(id, 'small', photosFolder))).size).toBeGreaterThan(1000);
      expect([incidentId, evidenceId, observationId, postId].some((owner) => owner !== null)).toBe(true);
    }
  });

  test('shows how an incident was seen again, and what was put right', async () => {
    const seen = await db().incident.findMany({
      where: { observations: { some: {} } },
      select: { observations: { include: { amounts: true } } },
    });
    expect(seen.length).toBeGreaterThanOrEqual(2);
    expect(
      seen.some(({ observations }) => observations.filter(({ amounts }) => amounts.length > 0).length > 1),
    ).toBe(true);
    const corrections = await db().correction.findMany({ select: { changes: true, incident: true } });
    expect(corrections.length).toBeGreaterThan(0);
    for (const { changes, incident } of corrections) {
      expect(incident.version).toBe(2);
      const kind = changesSchema.parse(changes).find(({ field }) => field === 'kind');
      expect(kind?.to).toBe(incident.kind);
    }
  });

  test('has a frozen conference whose promises stand on the one to come', async () => {
    const { holder, id: seatId, governmentId, role } = demoSeats['weihai-officer'];
    const actor = { seatId, governmentId, role, ...holder };
    const { coming, past } = await findMeetings(actor, now);
    expect([coming.map(({ number }) => number), past.map(({ number }) => number)]).toEqual([
      ['M-2'],
      ['M-1'],
    ]);
    const frozen = await findMeeting(actor, 'M-1');
    expect(frozen?.words.signatures.length).toBeGreaterThan(2);
    const next = await findMeeting(actor, 'M-2');
    expect(next?.words.points.length).toBeGreaterThan(3);
    const promised = await findPromisesOfLastTime(actor, next?.id ?? '', now);
    const standings = promised?.promises.map(({ standing }) => standing);
    expect(standings).toEqual(['done', 'underway', 'dropped', 'late', 'none']);
    expect(promised?.promises[2]?.reason).not.toBeNull();
  });

  test('is filled once', async () => {
    const before = await countAll();
    await fillDemoWorld(db(), new Date(), { photosFolder, filesFolder: photosFolder });
    expect(await countAll()).toEqual(before);
  });

  test('can be told on any day of the year', () => {
    for (let week = 0; week < 60; week += 1) {
      const then = new Date(now.getTime() + week * 7.3 * 24 * 3600 * 1000);
      expect(composeWorld(then).incidents.every(({ reportedAt }) => new Date(reportedAt ?? 0) <= then)).toBe(
        true,
      );
    }
  });
});
