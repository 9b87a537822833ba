import { v7 as uuid } from 'uuid';
import { describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { Role } from '#prisma/generated/enums.ts';
import { anAccount, anActor, aSeat } from '#tests/factories.ts';
import { createTestDatabase } from '#tests/world.ts';
import { acceptInvitation } from './accept-invitation.server.ts';
import { closeSeat } from './close-seat.server.ts';
import { endTenure } from './end-tenure.server.ts';
import { findInvitation } from './find-invitation.server.ts';
import { findSeats } from './find-seats.server.ts';
import { findSession } from './find-session.server.ts';
import { giveSeat } from './give-seat.server.ts';
import { makeAccount } from './make-account.server.ts';
import { makeSeat } from './make-seat.server.ts';
import { renewLink } from './renew-link.server.ts';
import { onSessionsEnded } from './sessions-ended.server.ts';
import { signIn } from './sign-in.server.ts';
import { startSession } from './start-session.server.ts';

createTestDatabase();

const titles = { titleKo: '해양정책과', titleZh: '海洋政策科', titleEn: 'Marine policy' };
const password = 'the tide turns twice a day';

function aPerson(seatId: string) {
  return {
    email: `${uuid()}@example.org`,
    name: '沈听澜',
    nameLatin: 'Shen Tinglan',
    language: 'zh' as const,
    seatId,
    from: new Date(Date.now() - 1000),
  };
}

describe('the secretariat keeps the members', () => {
  test('only the secretariat makes seats and accounts, gives and ends seats, closes them and hands over links', async () => {
    const seat = await aSeat({ governmentId: 'weihai' });
    const account = await anAccount();
    const tenure = await db().tenure.create({
      data: { id: uuid(), seatId: seat.id, accountId: account.id, from: new Date() },
    });
    for (const role of Object.values(Role).filter((other) => other !== 'secretariat')) {
      const actor = await anActor({ government: 'weihai', role });
      const answers = await Promise.all([
        makeSeat(actor, { governmentId: 'weihai', role: 'officer', ...titles }),
        makeAccount(actor, aPerson(seat.id)),
        giveSeat(actor, { seatId: seat.id, email: account.email, from: new Date() }),
        endTenure(actor, { tenureId: tenure.id }),
        closeSeat(actor, { seatId: seat.id }),
        renewLink(actor, { accountId: account.id }),
      ]);
      expect(answers).toEqual(answers.map(() => ({ ok: false, reason: 'not_allowed' })));
    }
  });

  test('a seat, an account, a link, a password: then somebody new is at work', async () => {
    const secretariat = await anActor({ role: 'secretariat' });
    const seat = await makeSeat(secretariat, { governmentId: 'weihai', role: 'officer', ...titles });
    if (!seat.ok) throw new Error(seat.reason);
    const person = aPerson(seat.value.seatId);
    const made = await makeAccount(secretariat, person);
    if (!made.ok) throw new Error(made.reason);
    expect((await signIn({ email: person.email, password }, '192.0.2.1')).ok).toBe(false);
    expect((await findInvitation(made.value.token))?.email).toBe(person.email);

    const accepted = await acceptInvitation(made.value.token, { password, language: 'zh' });

    expect(accepted.ok).toBe(true);
    expect((await signIn({ email: person.email, password }, '192.0.2.1')).ok).toBe(true);
    const { token } = await startSession(made.value.accountId);
    expect((await findSession(token))?.actor).toMatchObject({
      governmentId: 'weihai',
      role: 'officer',
      name: '沈听澜',
    });
  });

  test('a link works once, a new one ends the earlier, and an old one is no use', async () => {
    const secretariat = await anActor({ role: 'secretariat' });
    const seat = await aSeat({ governmentId: 'qingdao' });
    const made = await makeAccount(secretariat, aPerson(seat.id));
    if (!made.ok) throw new Error(made.reason);
    const renewed = await renewLink(secretariat, { accountId: made.value.accountId });
    if (!renewed.ok) throw new Error(renewed.reason);
    expect(await findInvitation(made.value.token)).toBeNull();

    const twice = await Promise.all([
      acceptInvitation(renewed.value.token, { password, language: 'zh' }),
      acceptInvitation(renewed.value.token, { password, language: 'zh' }),
    ]);
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1);

    const expired = await renewLink(secretariat, { accountId: made.value.accountId });
    if (!expired.ok) throw new Error(expired.reason);
    await db().oneTimeLink.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await acceptInvitation(expired.value.token, { password, language: 'zh' })).toEqual({
      ok: false,
      reason: 'link_used_or_expired',
    });
  });

  test('the same e-mail never gets two accounts; it can get a second seat', async () => {
    const secretariat = await anActor({ role: 'secretariat' });
    const seat = await aSeat({ governmentId: 'rizhao' });
    const person = aPerson(seat.id);
    const both = await Promise.all([makeAccount(secretariat, person), makeAccount(secretariat, person)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: 'email_taken' });

    const second = await aSeat({ governmentId: 'shandong' });
    const gift = { seatId: second.id, email: person.email, from: new Date() };
    expect((await giveSeat(secretariat, gift)).ok).toBe(true);
    expect(await giveSeat(secretariat, gift)).toMatchObject({ reason: 'already_changed' });
    expect(await giveSeat(secretariat, { ...gift, email: 'nobody@example.org' })).toMatchObject({
      reason: 'email_unknown',
    });
  });

  test('who loses the seat acts no more at once and only reads; the seat and its history stay', async () => {
    const secretariat = await anActor({ role: 'secretariat' });
    const officer = await anActor({ government: 'yantai' });
    const { token, sessionId } = await startSession(officer.accountId);
    const heard: string[] = [];
    const stop = onSessionsEnded((ids) => heard.push(...ids));
    const tenure = await db().tenure.findFirstOrThrow({ where: { seatId: officer.seatId } });

    expect(await endTenure(secretariat, { tenureId: tenure.id })).toEqual({
      ok: true,
      value: { governmentId: 'yantai' },
    });
    stop();

    expect(heard).toEqual([sessionId]);
    expect((await findSession(token))?.actor).toMatchObject({ role: 'observer', formerly: {} });
    expect(await endTenure(secretariat, { tenureId: tenure.id })).toMatchObject({
      reason: 'already_changed',
    });
    const [seat] = await findSeats(secretariat, 'yantai');
    expect(seat?.tenures[0]).toMatchObject({ isOver: true, isNow: false });
  });

  test('closing a seat ends the tenures in it', async () => {
    const secretariat = await anActor({ role: 'secretariat' });
    const officer = await anActor({ government: 'dalian' });
    const { token } = await startSession(officer.accountId);
    expect((await closeSeat(secretariat, { seatId: officer.seatId })).ok).toBe(true);
    expect((await findSession(token))?.actor).toBeNull();
    expect(await makeAccount(secretariat, aPerson(officer.seatId))).toMatchObject({ reason: 'seat_closed' });
  });

  test('addresses are for the secretariat and the own head only', async () => {
    const officer = await anActor({ government: 'dandong' });
    const secretariat = await anActor({ role: 'secretariat' });
    const head = await anActor({ government: 'dandong', role: 'head' });
    const neighbour = await anActor({ government: 'dalian', role: 'head' });
    const { email } = await db().account.findUniqueOrThrow({ where: { id: officer.accountId } });
    expect(JSON.stringify(await findSeats(secretariat, 'dandong'))).toContain(email);
    expect(JSON.stringify(await findSeats(head, 'dandong'))).toContain(email);
    expect(JSON.stringify(await findSeats(neighbour, 'dandong'))).not.toContain(email);
    expect(JSON.stringify(await findSeats(officer, 'dandong'))).not.toContain('@');
  });
});
