import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { anActor } from '#tests/factories.ts';
import { createTestDatabase } from '#tests/world.ts';
import { ensureGlossary } from './ensure-glossary.server.ts';
import { termsAsCsv, termsAsTbx } from './export.ts';
import { findTerm, findTerms } from './find-terms.server.ts';
import { readGlossary, readGlossaryVersion } from './find-words.server.ts';
import { preferredWord, termInput, threeWords, wordsOf } from './term.ts';
import { verifyTerm } from './verify-term.server.ts';
import { withdrawTerm } from './withdraw-term.server.ts';
import { writeTerm } from './write-term.server.ts';

createTestDatabase();
beforeAll(ensureGlossary);

const typed = (more: Record<string, string | number> = {}) =>
  termInput.parse({
    field: 'gear',
    ko: '갈고리 | 쇠갈고리',
    zh: '铁钩',
    en: 'grapnel',
    revision: 0,
    ...more,
  });

describe('the glossary', () => {
  test('comes with the product, with the official names of places', async () => {
    const version = await readGlossaryVersion();
    await ensureGlossary();
    expect(await readGlossaryVersion()).toBe(version);
    const { terms } = await readGlossary();
    const seosan = terms.find(({ key }) => key === 'place-seosan');
    expect(seosan && threeWords(seosan)).toEqual({ ko: '서산시', zh: '瑞山市', en: 'Seosan-si' });
    expect(terms.length).toBeGreaterThan(150);
  });

  test('an edit keeps the wording before, is unverified, and another one that came too late is refused', async () => {
    const officer = await anActor();
    const secretariat = await anActor({ role: 'secretariat' });
    expect(await writeTerm(officer, null, typed())).toEqual({ ok: true, value: { key: 'grapnel' } });
    expect(await verifyTerm(secretariat, { key: 'grapnel', revision: 1 })).toMatchObject({ ok: true });
    const version = await readGlossaryVersion();
    await writeTerm(officer, 'grapnel', typed({ zh: '抓钩', revision: 1, note: '현장 용어' }));
    expect(await writeTerm(officer, 'grapnel', typed({ zh: '钩子', revision: 1 }))).toMatchObject({
      reason: 'already_changed',
    });
    const term = await findTerm('grapnel');
    expect(term?.verifiedAt).toBeNull();
    expect(term?.revisions.map(({ content }) => preferredWord(content, 'zh'))).toEqual(['抓钩', '铁钩']);
    expect(await readGlossaryVersion()).toBeGreaterThan(version);
    expect(await verifyTerm(secretariat, { key: 'grapnel', revision: 1 })).toMatchObject({
      reason: 'already_changed',
    });
  });

  test('a list of the product never writes over what somebody edited', async () => {
    const officer = await anActor();
    const before = await findTerm('kelp');
    await writeTerm(
      officer,
      'kelp',
      typed({ ko: '참다시마', zh: '海带', en: 'kelp', revision: before?.revision ?? 0 }),
    );
    await ensureGlossary();
    const after = await findTerm('kelp');
    expect(after && preferredWord(after, 'ko')).toBe('참다시마');
  });

  test('observers and heads read, only the secretariat verifies and takes out', async () => {
    for (const role of ['observer', 'head'] as const)
      expect(await writeTerm(await anActor({ role }), null, typed({ en: 'gaff' }))).toMatchObject({
        reason: 'not_allowed',
      });
    const officer = await anActor();
    expect(await withdrawTerm(officer, { key: 'grapnel', withdrawn: true })).toMatchObject({
      reason: 'not_allowed',
    });
    const secretariat = await anActor({ role: 'secretariat' });
    expect(await withdrawTerm(secretariat, { key: 'grapnel', withdrawn: true })).toMatchObject({ ok: true });
    expect((await readGlossary()).terms.some(({ key }) => key === 'grapnel')).toBe(false);
    expect(await db().searchDocument.count({ where: { title: 'grapnel' } })).toBe(0);
    expect(await withdrawTerm(secretariat, { key: 'grapnel', withdrawn: false })).toMatchObject({ ok: true });
  });

  test('goes out as a table and as TBX, with what is not to be said marked', async () => {
    const { terms } = await readGlossary();
    const some = terms.filter(({ key }) => key === 'styrofoam');
    expect(wordsOf(some[0] ?? { words: [] }, 'ko', 'forbidden')).toContain('스치로폼');
    expect(termsAsCsv(some).split('\r\n')[1]).toMatch(/^styrofoam,waste,스티로폼,泡沫塑料,styrofoam,/);
    const tbx = termsAsTbx(some);
    expect(tbx).toContain('<langSec xml:lang="zh-Hans">');
    expect(tbx).toContain(
      '<term>스치로폼</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>',
    );
  });
});

describe('the list is searched as everything is', () => {
  const keys = async (words: string) =>
    (await findTerms(null, { field: undefined, words })).map(({ key }) => key);

  test('in traditional characters, taken apart as a Mac does, in any width, without the space', async () => {
    for (const words of [
      '廢棄漁網',
      '폐그물'.normalize('NFD'),
      'ＧＨＯＳＴ ｎｅｔ',
      '유령그물',
      'abandoned nets',
      'derelict fishing nets',
    ])
      expect(await keys(words)).toContain('ghost-net');
    expect(await keys('漁籠')).toContain('trap');
  });

  test('a part of a word is enough, one in another word is not taken for a hit of the search', async () => {
    expect(await keys('erelic')).toContain('derelict-trap');
    // 교통발전 is no 통발, an internet no net.
    for (const words of ['교통발전', 'internet', '%', '망어']) expect(await keys(words)).toEqual([]);
  });

  test('and stays within the chosen field', async () => {
    const found = await findTerms(null, { field: 'place', words: '폐그물' });
    expect(found).toEqual([]);
  });
});
