import { v7 as uuid } from 'uuid';
import { describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { anAccount, anActor, aSeat } from '#tests/factories.ts';
import { createTestDatabase } from '#tests/world.ts';
import { changePassword } from './change-password.server.ts';
import { chooseSeat } from './choose-seat.server.ts';
import { endSession, endSessionsOf } from './end-sessions.server.ts';
import { findSession } from './find-session.server.ts';
import { hashPassword } from './password.server.ts';
import { sessionLifetimeMs } from './session.ts';
import { onSessionsEnded } from './sessions-ended.server.ts';
import { signIn } from './sign-in.server.ts';
import { startSession } from './start-session.server.ts';

createTestDatabase();

const password = '파도 소리가 들리는 방';
const passwordHash = hashPassword(password);
const day = 24 * 60 * 60 * 1000;
let lastAddress = 0;
const anAddress = () => `192.0.2.${(lastAddress += 1)}`;

async function somebody() {
  return anAccount({ passwordHash: await passwordHash });
}

async function signedIn(accountId: string) {
  const { token } = await startSession(accountId);
  const session = await findSession(token);
  if (!session) throw new Error('The session is not there.');
  return { token, session };
}

describe('signing in', () => {
  test('the right password opens the door, however the keyboard composes it', async () => {
    const { id, email } = await somebody();
    expect(await signIn({ email, password }, anAddress())).toEqual({ ok: true, value: { accountId: id } });
    expect((await signIn({ email, password: password.normalize('NFD') }, anAddress())).ok).toBe(true);
  });

  test('a wrong password, an unknown e-mail, a closed account and one without a password get the same answer', async () => {
    const { email } = await somebody();
    const invited = await anAccount();
    const closed = await anAccount({ passwordHash: await passwordHash, closedAt: new Date() });
    const answers = await Promise.all(
      [
        { email, password: 'wrong' },
        { email: 'nobody@example.org', password },
        { email: invited.email, password },
        { email: closed.email, password },
      ].map((input) => signIn(input, anAddress())),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set(['{"ok":false,"reason":"wrong_sign_in"}']),
    );
  });

  test('after five wrong passwords the right one is refused, too, from wherever it comes', async () => {
    const { email } = await somebody();
    for (let i = 0; i < 5; i += 1) await signIn({ email, password: 'wrong' }, anAddress());
    expect(await signIn({ email, password }, anAddress())).toEqual({
      ok: false,
      reason: 'too_many_attempts',
    });

    await db().signInFailure.updateMany({ data: { at: new Date(Date.now() - 16 * 60_000) } });
    expect((await signIn({ email, password }, anAddress())).ok).toBe(true);
  });

  test('many attempts at once do not slip through', async () => {
    const { email } = await somebody();
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => signIn({ email, password: 'wrong' }, anAddress())),
    );
    expect(answers.filter((answer) => !answer.ok && answer.reason === 'wrong_sign_in')).toHaveLength(5);
  });

  test('one address cannot try the door of thirty-one people', async () => {
    const address = '2001:db8:1:2::1';
    for (let i = 0; i < 30; i += 1) {
      await signIn({ email: `guess-${i}@example.org`, password: 'x' }, address);
    }
    const { email } = await somebody();
    expect(await signIn({ email, password }, '2001:db8:1:2:ffff::9')).toEqual({
      ok: false,
      reason: 'too_many_attempts',
    });
    expect((await signIn({ email, password }, '2001:db8:1:3::1')).ok).toBe(true);
  });

  test('who gets in does not use up the attempts', async () => {
    const { email } = await somebody();
    const address = anAddress();
    for (let i = 0; i < 8; i += 1) expect((await signIn({ email, password }, address)).ok).toBe(true);
  });
});

describe('a session', () => {
  test('the database knows the hash of the token only', async () => {
    const { accountId } = await anActor();
    const { token } = await startSession(accountId);
    const stored = await db().session.findMany({ where: { accountId } });
    expect(JSON.stringify(stored)).not.toContain(token);
    expect(await findSession(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).toBeNull();
  });

  test('ends thirty days after the last visit, not after the first', async () => {
    const { accountId } = await anActor();
    const { token } = await startSession(accountId);
    const in20Days = new Date(Date.now() + 20 * day);
    expect(await findSession(token, in20Days)).not.toBeNull();
    expect(await findSession(token, new Date(in20Days.getTime() + 29 * day))).not.toBeNull();
    expect(await findSession(token, new Date(in20Days.getTime() + 29 * day + sessionLifetimeMs))).toBeNull();
  });

  test('signing out ends this one, signing out everywhere ends all, and their sockets hear of it', async () => {
    const { accountId } = await anActor();
    const heard: string[] = [];
    const stop = onSessionsEnded((ids) => heard.push(...ids));
    const [first, second, third] = [
      await signedIn(accountId),
      await signedIn(accountId),
      await signedIn(accountId),
    ];

    await endSession(first.token);
    expect(await findSession(first.token)).toBeNull();
    expect(await findSession(second.token)).not.toBeNull();
    await endSessionsOf(accountId);
    stop();

    expect(await findSession(third.token)).toBeNull();
    expect(heard.toSorted()).toEqual([first.session.id, second.session.id, third.session.id].toSorted());
  });

  test('a new password ends all others', async () => {
    const { id } = await somebody();
    const [here, elsewhere] = [await signedIn(id), await signedIn(id)];
    const input = { current: password, password: '새 파도 소리가 들리는 방' };
    expect(await changePassword(here.session, { ...input, current: 'wrong' }, anAddress())).toMatchObject({
      reason: 'wrong_password',
    });
    expect(
      await changePassword(here.session, { ...input, password: here.session.email }, anAddress()),
    ).toMatchObject({
      reason: 'password_is_email',
    });

    expect((await changePassword(here.session, input, anAddress())).ok).toBe(true);

    expect(await findSession(here.token)).not.toBeNull();
    expect(await findSession(elsewhere.token)).toBeNull();
    expect((await signIn({ email: here.session.email, password: input.password }, anAddress())).ok).toBe(
      true,
    );
    expect((await signIn({ email: here.session.email, password }, anAddress())).ok).toBe(false);
  });
});

describe('acting in a seat', () => {
  test('who holds one seat acts in it at once', async () => {
    const actor = await anActor({ government: 'weihai', role: 'head' });
    const { session } = await signedIn(actor.accountId);
    expect(session.actor).toEqual(actor);
  });

  test('who holds several chooses, and only among the own', async () => {
    const { accountId, seatId } = await anActor();
    const second = await aSeat({ governmentId: 'chungnam', role: 'secretariat' });
    const foreign = await aSeat({ governmentId: 'qingdao' });
    await db().tenure.create({ data: { id: uuid(), accountId, seatId: second.id, from: new Date(0) } });
    const { token, session } = await signedIn(accountId);
    expect(session.actor).toBeNull();
    expect(session.seats.map((seat) => seat.seatId).toSorted()).toEqual([seatId, second.id].toSorted());

    expect(await chooseSeat(session, { seatId: foreign.id })).toEqual({ ok: false, reason: 'not_allowed' });
    expect((await chooseSeat(session, { seatId: second.id })).ok).toBe(true);
    expect((await findSession(token))?.actor).toMatchObject({ seatId: second.id, role: 'secretariat' });
  });

  test.each([
    ['is over for 90 days', { from: new Date(Date.now() - 99 * day), to: new Date(Date.now() - 91 * day) }],
    ['has not begun', { from: new Date(Date.now() + day), to: null }],
  ])('a tenure that %s gives no seat', async (_, span) => {
    const account = await somebody();
    const seat = await aSeat();
    await db().tenure.create({ data: { id: uuid(), accountId: account.id, seatId: seat.id, ...span } });
    const { session } = await signedIn(account.id);
    expect(session.actor).toBeNull();
    expect(session.seats).toEqual([]);
  });

  test('a closed seat and a merged government act no more', async () => {
    const closed = await anActor();
    await db().seat.update({ where: { id: closed.seatId }, data: { closedAt: new Date() } });
    expect((await signedIn(closed.accountId)).session.actor).toBeNull();

    // South Jeolla became part of Jeonnam-Gwangju on 1 July 2026.
    const merged = await anActor({ government: 'jeonnam' });
    const { token } = await startSession(merged.accountId);
    expect((await findSession(token, new Date('2026-12-01')))?.actor).toBeNull();
  });

  test('a closed account is signed out', async () => {
    const { accountId } = await anActor();
    const { token } = await startSession(accountId);
    await db().account.update({ where: { id: accountId }, data: { closedAt: new Date() } });
    expect(await findSession(token)).toBeNull();
  });
});
