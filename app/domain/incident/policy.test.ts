import { describe, expect, test } from 'vitest';
import { IncidentStatus, Role } from '#prisma/generated/enums.ts';
import type { Reader } from '../actor.ts';
import { correctableBy, type IncidentStep, incidentSteps, mayDecidePublicity, mayTake } from './policy.ts';

const responsibleGovernmentId = 'taean';
const reporterGovernmentId = 'weihai';

const seat = (governmentId: string, role: Role): Reader => ({
  ...{ accountId: 'account', seatId: 'seat', name: '', nameLatin: '', language: 'en' },
  governmentId,
  role,
});

/** Who asks, and the steps that are theirs in some state. */
const everything: readonly IncidentStep[] = incidentSteps;
const readers: readonly (readonly [string, Reader, readonly IncidentStep[]])[] = [
  ['an officer of the responsible government', seat('taean', Role.officer), everything],
  ['the head of the responsible government', seat('taean', Role.head), everything],
  ['an observer of the responsible government', seat('taean', Role.observer), []],
  ['an officer of the government that reported', seat('weihai', Role.officer), ['reopen']],
  ['an observer of the government that reported', seat('weihai', Role.observer), []],
  ['the secretariat', seat('chungnam', Role.secretariat), ['mark_duplicate', 'reopen']],
  ['an officer of another government', seat('qingdao', Role.officer), []],
  ['the head of another government', seat('qingdao', Role.head), []],
  ['an observer of another government', seat('qingdao', Role.observer), []],
  ['a guest', null, []],
];

/** The states that product.md lets each step begin in. */
const begins: Record<IncidentStep, readonly IncidentStatus[]> = {
  confirm: ['reported'],
  respond: ['reported', 'confirmed'],
  resolve: ['confirmed', 'responding'],
  mark_duplicate: ['reported', 'confirmed'],
  hand_over: ['reported', 'confirmed', 'responding'],
  close_without_action: ['reported', 'confirmed'],
  reopen: ['resolved', 'duplicate', 'not_ours', 'no_action'],
};

describe.each(readers)('%s', (_who, reader, theirs) => {
  test.each(Object.values(IncidentStatus))('takes only the own steps from “%s”', (status) => {
    const incident = { status, responsibleGovernmentId, reporterGovernmentId };
    const taken = incidentSteps.filter((step) => mayTake(step, reader, incident));
    expect(taken).toEqual(
      incidentSteps.filter((step) => theirs.includes(step) && begins[step].includes(status)),
    );
  });
});

test('every state has a way on: nothing is closed for ever', () => {
  const officer = seat('taean', Role.officer);
  for (const status of Object.values(IncidentStatus)) {
    const incident = { status, responsibleGovernmentId, reporterGovernmentId };
    expect(incidentSteps.some((step) => mayTake(step, officer, incident))).toBe(true);
  }
});

test('words are corrected by the government that wrote them, places and kinds by the responsible one, too', () => {
  const incident = { responsibleGovernmentId, reporterGovernmentId };
  const may = (reader: Reader, field: 'title' | 'place') => correctableBy(reader, incident).includes(field);
  for (const [who, reader] of readers) {
    const isObserver = reader?.role === 'observer';
    const [words, place] = [may(reader, 'title'), may(reader, 'place')];
    expect([who, words]).toEqual([who, reader?.governmentId === 'weihai' && !isObserver]);
    expect([who, place]).toEqual([
      who,
      ['weihai', 'taean'].includes(reader?.governmentId ?? '') && !isObserver,
    ]);
  }
});

test('what everybody sees is decided by the responsible government alone', () => {
  for (const [who, reader] of readers) {
    const may = mayDecidePublicity(reader, { responsibleGovernmentId, visibility: 'network' });
    expect([who, may]).toEqual([who, reader?.governmentId === 'taean' && reader.role !== 'observer']);
  }
});
