import { v7 as uuid } from 'uuid';
import { describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { anActor } from '#tests/factories.ts';
import { createTestDatabase } from '#tests/world.ts';
import { findActionItem } from '../action-item/find-action-item.server.ts';
import { proposeActionItem } from '../action-item/propose-action-item.server.ts';
import type { Actor } from '../actor.ts';
import { readEntries } from '../thread/find-entries.server.ts';
import { findOffer, findOffers } from './find-offers.server.ts';
import { makeOffer } from './make-offer.server.ts';
import { firstOpenDay, type MakeOfferInput, makeOfferSchema, stateOf } from './offer.ts';
import { withdrawOffer } from './withdraw-offer.server.ts';

createTestDatabase();

const now = new Date();
const day = (days: number) => new Date(firstOpenDay(now).getTime() + days * 86_400_000);

function anOffer(more: Partial<MakeOfferInput> = {}): MakeOfferInput {
  return {
    ...{ clientKey: uuid(), direction: 'offer', means: 'barge', count: 1, language: 'ko' },
    ...{ title: '바지선 1척', body: '400 m³', place: '대천항', from: day(2), until: day(20) },
    ...{ visibility: 'network', audience: [] },
    ...more,
  };
}

async function made(actor: Actor, more: Partial<MakeOfferInput> = {}): Promise<string> {
  const result = await makeOffer(actor, anOffer(more));
  if (!result.ok) throw new Error(result.reason);
  return result.value.threadId;
}

function proposal(offer: string, parties: readonly [string, string]) {
  const [lead, partner] = parties;
  return {
    ...{ title: '폐어망을 건지고 나른다', text: '한쪽이 건지고 다른 쪽이 나른다.', language: 'ko' as const },
    ...{ grade: 'intention' as const, incidents: [], offer, clientKey: uuid() },
    parties: [
      { governmentId: lead, role: 'lead' as const },
      { governmentId: partner, role: 'partner' as const },
    ],
  };
}

const idsOf = (offers: readonly { threadId: string }[]) => offers.map(({ threadId }) => threadId);
/** What its thread says to a reader, in order. */
async function typesOf(actor: Actor, threadId: string): Promise<string[]> {
  const page = await readEntries(actor, threadId, { after: 0 });
  if (!page || 'snapshot' in page) throw new Error('no entries');
  return page.entries.map((entry) => ('type' in entry ? entry.type : 'hidden'));
}

describe('offers of means', () => {
  test('one is made once, opens a thread, and stands in the list until it is over', async () => {
    const taean = await anActor({ government: 'taean' });
    const weihai = await anActor({ government: 'weihai' });
    const input = anOffer();
    expect(await makeOffer(taean, input)).toEqual({ ok: true, value: { threadId: input.clientKey } });
    expect(await makeOffer(taean, input)).toEqual({ ok: true, value: { threadId: input.clientKey } });
    expect(await makeOffer(taean, { ...input, title: '다른 제목' })).toMatchObject({ reason: 'key_reused' });
    const past = await made(taean, { from: day(-9), until: day(-1) });
    const last = await made(taean, { from: day(-9), until: day(0) });
    const open = idsOf(await findOffers(weihai, {}, 'zh', now));
    expect(open).toContain(input.clientKey);
    expect(open).toContain(last);
    expect(open).not.toContain(past);
    expect(idsOf(await findOffers(weihai, { all: '1' }, 'zh', now))).toContain(past);
    expect(idsOf(await findOffers(weihai, { direction: 'request' }, 'zh', now))).toEqual([]);
    expect(await typesOf(weihai, input.clientKey)).toEqual(['offer_made', 'post_written']);
  });

  test('observers and the secretariat offer nothing; who is no reader of it neither sees nor takes it', async () => {
    for (const role of ['observer', 'secretariat'] as const)
      expect(await makeOffer(await anActor({ role }), anOffer())).toMatchObject({ reason: 'not_allowed' });
    const taean = await anActor({ government: 'taean' });
    const named = await anActor({ government: 'weihai' });
    const other = await anActor({ government: 'qingdao' });
    expect(await makeOffer(taean, anOffer({ visibility: 'bilateral' }))).toMatchObject({
      reason: 'needs_two_governments',
    });
    const offer = await made(taean, { visibility: 'bilateral', audience: ['weihai'] });
    expect(idsOf(await findOffers(named, {}, 'zh', now))).toContain(offer);
    expect(idsOf(await findOffers(other, { all: '1' }, 'zh', now))).not.toContain(offer);
    expect(await findOffer(other, offer, 'zh', now)).toBeNull();
    expect(await proposeActionItem(other, proposal(offer, ['qingdao', 'taean']))).toMatchObject({
      reason: 'not_found',
    });
    const reason = { text: '필요 없어졌습니다', language: 'ko' as const };
    expect(await withdrawOffer(other, { threadId: offer, ...reason })).toMatchObject({ reason: 'not_found' });
    expect(await withdrawOffer(named, { threadId: offer, ...reason })).toMatchObject({
      reason: 'not_allowed',
    });
    const taken = await proposeActionItem(named, proposal(offer, ['weihai', 'taean']));
    expect(taken.ok).toBe(true);
    const number = taken.ok ? taken.value.number : '';
    expect(await findActionItem(other, number)).toBeNull();
    expect(await findActionItem(taean, number)).not.toBeNull();
  });

  test('it is taken into one action item: both parties have a commitment, the giver with the means', async () => {
    const taean = await anActor({ government: 'taean' });
    const weihai = await anActor({ government: 'weihai' });
    const offer = await made(taean);
    expect(await proposeActionItem(weihai, proposal(offer, ['weihai', 'ganghwa']))).toMatchObject({
      reason: 'offer_needs_its_government',
    });
    const both = await Promise.all([
      proposeActionItem(weihai, proposal(offer, ['weihai', 'taean'])),
      proposeActionItem(weihai, proposal(offer, ['weihai', 'taean'])),
    ]);
    const reasons = both.map((result) => (result.ok ? 'ok' : result.reason));
    expect(new Set(reasons)).toEqual(new Set(['ok', 'offer_gone']));
    const taken = both.find(({ ok }) => ok);
    const number = taken?.ok ? taken.value.number : '';
    const item = await findActionItem(taean, number);
    expect(item?.commitments).toMatchObject([
      { governmentId: 'weihai', role: 'lead', state: 'accepted', text: '' },
      { governmentId: 'taean', role: 'partner', state: 'proposed', text: '바지선 1척', language: 'ko' },
    ]);
    expect(await findOffer(weihai, offer, 'zh', now)).toMatchObject({ state: 'taken', itemNumber: number });
    expect(await typesOf(taean, offer)).toEqual(['offer_made', 'post_written', 'offer_taken']);
    const told = await db().event.findMany({ where: { threadId: offer, type: 'offer_taken' } });
    expect(told.map(({ payload }) => payload)).toEqual([{ actionItemNumber: number }]);
    const reason = { text: '늦었습니다', language: 'ko' as const };
    expect(await withdrawOffer(taean, { threadId: offer, ...reason })).toMatchObject({
      reason: 'offer_gone',
    });
  });

  test('what is asked for is given by who takes it up', async () => {
    const taean = await anActor({ government: 'taean' });
    const weihai = await anActor({ government: 'weihai' });
    const request = await made(taean, { direction: 'request', title: '바지선이 필요합니다' });
    const taken = await proposeActionItem(weihai, proposal(request, ['taean', 'weihai']));
    const item = await findActionItem(weihai, taken.ok ? taken.value.number : '');
    expect(item?.commitments).toMatchObject([
      { governmentId: 'taean', text: '' },
      { governmentId: 'weihai', text: '바지선이 필요합니다' },
    ]);
  });

  test('who made it takes it back with a reason that its readers see, once', async () => {
    const taean = await anActor({ government: 'taean' });
    const offer = await made(taean);
    const back = { threadId: offer, text: '배가 수리에 들어갔습니다', language: 'ko' as const };
    expect(await withdrawOffer(taean, back)).toMatchObject({ ok: true });
    expect(await withdrawOffer(taean, back)).toMatchObject({ reason: 'offer_gone' });
    expect(await typesOf(taean, offer)).toEqual(['offer_made', 'post_written', 'offer_withdrawn']);
    expect(idsOf(await findOffers(taean, {}, 'ko', now))).not.toContain(offer);
    expect(await findOffer(taean, offer, 'ko', now)).toMatchObject({ state: 'withdrawn', itemNumber: null });
  });
});

test('the form refuses a period that ends before it begins, and days that are none', () => {
  const typed = {
    ...{ clientKey: uuid(), direction: 'offer', means: 'vessel', title: 'x', body: 'y', language: 'en' },
    ...{ place: 'z', visibility: 'network' },
  };
  const faults = (from: string, until: string) =>
    makeOfferSchema
      .safeParse({ ...typed, from, until })
      .error?.issues.map(({ path, message }) => [path[0], message]);
  expect(faults('2026-12-02', '2026-12-01')).toEqual([['until', 'end_before_start']]);
  expect(faults('2026-13-02', '2026-12-01')).toEqual([['from', 'not_a_date']]);
  expect(faults('2026-12-02', '2026-12-02')).toBeUndefined();
  expect(stateOf({ until: day(0), withdrawnAt: null, actionItemId: null }, now)).toBe('open');
});
