import { v7 as uuid } from 'uuid';
import { db } from '#app/db/client.server.ts';
import type { Actor } from '#app/domain/actor.ts';
import type { Account, Government, Incident, Prisma, Seat, Thread } from '#prisma/generated/client.ts';
import type { Role } from '#prisma/generated/enums.ts';

/** A number that no other thing of this test file has. */
let last = 0;
const next = () => (last += 1);

/** A government of the list (they are all there from the start), or a new one when `id` is not in it. */
export async function aGovernment({
  id = 'taean',
  ...overrides
}: Partial<Prisma.GovernmentUncheckedCreateInput> = {}): Promise<Government> {
  return db().government.upsert({
    where: { id },
    update: overrides,
    create: {
      id,
      country: 'KR',
      level: 'county',
      nameKo: `${id}군`,
      nameZh: `${id}郡`,
      nameEn: id,
      seal: '군',
      ...overrides,
    },
  });
}

/** A seat of a government; its officer unless said otherwise. */
export async function aSeat({
  governmentId = 'taean',
  ...overrides
}: Partial<Prisma.SeatUncheckedCreateInput> = {}): Promise<Seat> {
  const titles = { titleKo: '해양수산과', titleZh: '海洋渔业科', titleEn: 'Marine section' };
  return db().seat.create({ data: { id: uuid(), governmentId, role: 'officer', ...titles, ...overrides } });
}

/** A person who cannot sign in until a test gives a password hash. */
export async function anAccount(
  overrides: Partial<Prisma.AccountUncheckedCreateInput> = {},
): Promise<Account> {
  const number = next();
  return db().account.create({
    data: {
      id: uuid(),
      email: `person-${number}-${uuid()}@example.org`,
      name: '한바다',
      nameLatin: 'Han Bada',
      language: 'ko',
      ...overrides,
    },
  });
}

/** Somebody who holds a seat of `government` since yesterday, as verbs get to see them. */
export async function anActor({
  government = 'taean',
  role = 'officer',
  account = {},
}: {
  government?: string;
  role?: Role;
  account?: Partial<Prisma.AccountUncheckedCreateInput>;
} = {}): Promise<Actor> {
  const seat = await aSeat({ governmentId: government, role });
  const { id, name, nameLatin, language } = await anAccount(account);
  const yesterday = new Date(Date.now() - 24 * 3600 * 1000);
  await db().tenure.create({ data: { id: uuid(), seatId: seat.id, accountId: id, from: yesterday } });
  return { accountId: id, seatId: seat.id, governmentId: government, role, name, nameLatin, language };
}

/** A topic that all members see, without a post; `audience` names the governments of a bilateral one. */
export async function aThread({
  audience = [],
  ...overrides
}: Partial<Prisma.ThreadUncheckedCreateInput> & { audience?: readonly string[] } = {}): Promise<Thread> {
  const subject = overrides.subject ?? 'topic';
  return db().thread.create({
    data: {
      id: uuid(),
      subject,
      ownerGovernmentId: 'taean',
      ...(subject === 'topic' ? { title: '봄철 해변 조사 양식 통일', titleLanguage: 'ko' as const } : {}),
      ...overrides,
      audience: { create: audience.map((governmentId) => ({ governmentId })) },
    },
  });
}

/** A reported incident off Taean with its thread and first event. `thread` sets who may see it. */
export async function anIncident({
  thread = {},
  ...overrides
}: Partial<Prisma.IncidentUncheckedCreateInput> & {
  thread?: Parameters<typeof aThread>[0];
} = {}): Promise<Incident> {
  const reporterGovernmentId = overrides.reporterGovernmentId ?? 'taean';
  const at = new Date();
  const { id: threadId } = await aThread({
    subject: 'incident',
    ownerGovernmentId: reporterGovernmentId,
    lastSeq: 1,
    ...thread,
  });
  await db().event.create({
    data: {
      threadId,
      seq: 1,
      type: 'incident_reported',
      payload: {},
      governmentId: reporterGovernmentId,
      at,
    },
  });
  return db().incident.create({
    data: {
      id: uuid(),
      number: `${at.getFullYear()}-${String(9000 + next())}`,
      threadId,
      kind: 'aquaculture_floats',
      compartment: 'shoreline',
      title: '만리포 스티로폼 부표',
      text: '해변 북쪽 끝 300 m에 스티로폼 부표가 밀려와 있습니다.',
      language: 'ko',
      lat: 36.7866,
      lon: 126.1435,
      seenAt: at,
      reporterGovernmentId,
      responsibleGovernmentId: 'taean',
      ...overrides,
    },
  });
}
