import { describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { anActor, anIncident, aSeat } from '#tests/factories.ts';
import { createTestDatabase } from '#tests/world.ts';
import { ensureGovernments } from './ensure-governments.server.ts';
import { findGovernments } from './find-governments.server.ts';
import { findMember, findMembers } from './find-members.server.ts';

createTestDatabase();

describe('the governments of the list', () => {
  test('each start makes the list true again and leaves everything else alone', async () => {
    const before = await db().government.findMany({ orderBy: { id: 'asc' } });
    const seat = await aSeat({ governmentId: 'taean' });
    await db().government.update({ where: { id: 'taean' }, data: { nameEn: 'Tayan' } });
    await db().government.delete({ where: { id: 'xiamen' } });

    await ensureGovernments();
    await ensureGovernments();

    expect(await db().government.findMany({ orderBy: { id: 'asc' } })).toEqual(before);
    expect(await db().seat.count({ where: { id: seat.id } })).toBe(1);
  });

  test('a merged government is not among those in being, its successor is', async () => {
    const day = (text: string) => new Date(`${text}T12:00:00Z`);
    const ids = async (at: Date) => (await findGovernments(at)).map(({ id }) => id);
    expect(await ids(day('2026-06-30'))).toContain('jeonnam');
    expect(await ids(day('2026-06-30'))).not.toContain('jeonnam-gwangju');
    expect(await ids(day('2026-07-01'))).not.toContain('jeonnam');
    expect(await ids(day('2026-07-01'))).toContain('jeonnam-gwangju');
  });

  test('members are found by a name in any of the three languages', async () => {
    const actor = await anActor();
    for (const words of ['태안', '泰安', 'taean']) {
      expect((await findMembers(actor, words)).map(({ id }) => id)).toContain('taean');
    }
    expect(await findMembers(actor, '100%')).toEqual([]);
  });

  test('and in traditional characters, taken apart as a Mac does, in any width and in part', async () => {
    const actor = await anActor();
    const nfd = '태안'.normalize('NFD');
    expect(nfd).not.toBe('태안');
    for (const [words, id] of [
      [nfd, 'taean'],
      ['煙臺', 'yantai'],
      ['青島', 'qingdao'],
      ['ＴＡＥＡＮ', 'taean'],
      ['eihai', 'weihai'],
      ['웨이 하이', 'weihai'],
    ] as const)
      expect((await findMembers(actor, words)).map((one) => one.id)).toContain(id);
    for (const words of ['島台', '해위', '%'])
      expect((await findMembers(actor, words)).map((one) => one.id)).toEqual([]);
  });

  test('the count of open incidents has only what the reader may see', async () => {
    const [own, other] = [await anActor({ government: 'ganghwa' }), await anActor({ government: 'weihai' })];
    await anIncident({
      reporterGovernmentId: 'ganghwa',
      responsibleGovernmentId: 'ganghwa',
      thread: { visibility: 'government' },
    });
    await anIncident({ reporterGovernmentId: 'ganghwa', responsibleGovernmentId: 'ganghwa' });
    await anIncident({
      reporterGovernmentId: 'ganghwa',
      responsibleGovernmentId: 'ganghwa',
      status: 'resolved',
    });
    expect((await findMember(own, 'ganghwa'))?.openIncidents).toBe(2);
    expect((await findMember(other, 'ganghwa'))?.openIncidents).toBe(1);
    expect(await findMember(own, 'atlantis')).toBeNull();
  });
});
