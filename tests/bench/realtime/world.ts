import { createHmac, randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { openDatabase, type Place, useDatabase } from '#app/db/client.server.ts';
import { migrate } from '#app/db/migrate.server.ts';
import { startSession } from '#app/domain/account/start-session.server.ts';
import { ensureGovernments } from '#app/domain/government/ensure-governments.server.ts';

/** Somebody who is signed in: what their browser sends, and what their page gives to its socket. */
export type Member = { cookie: string; token: string };

export type World = { sessionSecret: string; members: Member[]; threadIds: string[] };

/** Fills an empty database: `people` who are signed in, of six governments, and `threads` topics that all may read. */
export async function makeWorld(place: Place, people: number, threads: number): Promise<World> {
  const database = await openDatabase(place);
  useDatabase(database);
  await migrate(database);
  await ensureGovernments();
  const governments = await database.prisma.government.findMany({ take: 6, select: { id: true } });
  const numbers = Array.from({ length: people }, (_, number) => number);
  const rows = numbers.map((number) => ({
    number,
    accountId: uuid(),
    seatId: uuid(),
    governmentId: governments[number % governments.length]?.id ?? 'taean',
  }));
  const titles = { titleKo: '해양수산과', titleZh: '海洋渔业科', titleEn: 'Marine section' };
  await database.prisma.seat.createMany({
    data: rows.map(({ seatId, governmentId }) => ({ id: seatId, governmentId, role: 'officer', ...titles })),
  });
  await database.prisma.account.createMany({
    data: rows.map(({ accountId, number }) => ({
      id: accountId,
      email: `bench-${number}@example.org`,
      name: '한바다',
      nameLatin: 'Han Bada',
      language: 'ko',
    })),
  });
  const from = new Date(Date.now() - 24 * 3600 * 1000);
  await database.prisma.tenure.createMany({
    data: rows.map(({ accountId, seatId }) => ({ id: uuid(), accountId, seatId, from })),
  });
  const threadIds = Array.from({ length: threads }, () => uuid());
  await database.prisma.thread.createMany({
    data: threadIds.map((id) => ({
      id,
      subject: 'topic',
      title: 'bench',
      titleLanguage: 'en',
      ownerGovernmentId: 'taean',
      visibility: 'network',
    })),
  });
  const sessionSecret = randomBytes(32).toString('base64url');
  const members: Member[] = [];
  for (const { accountId } of rows) {
    const { token, sessionId } = await startSession(accountId);
    members.push({
      cookie: `tideline=${token}`,
      token: createHmac('sha256', sessionSecret).update(`socket:${sessionId}`).digest('base64url'),
    });
  }
  useDatabase(undefined);
  await database.close();
  return { sessionSecret, members, threadIds };
}
