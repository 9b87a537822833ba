import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { IncidentStatus, Role } from '#prisma/generated/enums.ts';
import type { Actor } from '../actor.ts';
import type { Result } from '../result.ts';
import { anActor, anIncident } from '#tests/factories.ts';
import { createTestDatabase } from '#tests/world.ts';
import { closeWithoutAction } from './close-without-action.server.ts';
import { confirmIncident } from './confirm-incident.server.ts';
import { handOverIncident } from './hand-over-incident.server.ts';
import {
  duplicateInput,
  handOverInput,
  publicityInput,
  reasonInput,
  resolveInput,
  respondInput,
} from './incident.ts';
import { markDuplicate } from './mark-duplicate.server.ts';
import { type IncidentStep, incidentSteps, mayTake, statusesBefore } from './policy.ts';
import { reopenIncident } from './reopen-incident.server.ts';
import { resolveIncident } from './resolve-incident.server.ts';
import { startResponse } from './start-response.server.ts';

createTestDatabase();

const reason = { text: '현장을 확인했습니다.', language: 'ko' } as const;
const collected = { item: 'foam_buoy', value: 300, unit: 'items', method: 'measured' } as const;
let originalNumber = '';

beforeAll(async () => {
  originalNumber = (await anIncident()).number;
});

const take: Record<IncidentStep, (actor: Actor, number: string) => Promise<Result<unknown>>> = {
  confirm: (actor, number) => confirmIncident(actor, { number }),
  respond: (actor, number) => startResponse(actor, { number, ...reason }),
  resolve: (actor, number) =>
    resolveIncident(actor, { number, ...reason, photoIds: [], amounts: [collected] }),
  mark_duplicate: (actor, number) => markDuplicate(actor, { number, ofNumber: originalNumber, ...reason }),
  hand_over: (actor, number) => handOverIncident(actor, { number, toGovernmentId: 'gunsan', ...reason }),
  close_without_action: (actor, number) => closeWithoutAction(actor, { number, ...reason }),
  reopen: (actor, number) => reopenIncident(actor, { number, ...reason }),
};

/** Taean is responsible, Weihai reported, Qingdao has nothing to do with it; the secretariat sits in Chungnam. */
const actors = [
  ...['taean', 'weihai', 'qingdao'].flatMap((government) =>
    [Role.officer, Role.head, Role.observer].map((role) => ({ government, role })),
  ),
  { government: 'chungnam', role: Role.secretariat },
];

describe.each(actors)('$government, $role', ({ government, role }) => {
  test.each(Object.values(IncidentStatus))(
    'takes from “%s” what the policy says, and nothing else',
    async (status) => {
      const actor = await anActor({ government, role });
      for (const step of incidentSteps) {
        const incident = await anIncident({ status, reporterGovernmentId: 'weihai' });
        const answer = await take[step](actor, incident.number);
        const may = mayTake(step, actor, incident);
        const { status: now } = await db().incident.findUniqueOrThrow({ where: { id: incident.id } });
        expect([step, answer.ok]).toEqual([step, may]);
        if (!may) {
          expect([step, now]).toEqual([step, status]);
          const early = statusesBefore(step).includes(status) ? 'not_allowed' : 'already_changed';
          expect([step, answer]).toEqual([step, { ok: false, reason: early }]);
        }
      }
    },
  );
});

describe('every closed incident can be taken up again', () => {
  const closed = [
    IncidentStatus.resolved,
    IncidentStatus.duplicate,
    IncidentStatus.not_ours,
    IncidentStatus.no_action,
  ];
  const whoReopens = [
    { government: 'taean', role: Role.officer },
    { government: 'weihai', role: Role.officer },
    { government: 'chungnam', role: Role.secretariat },
  ];
  test.each(closed)('from “%s”, and its life goes on from there', async (status) => {
    for (const { government, role } of whoReopens) {
      const { number } = await anIncident({ status, reporterGovernmentId: 'weihai' });
      expect(await take.reopen(await anActor({ government, role }), number)).toMatchObject({ ok: true });
      const officer = await anActor();
      for (const step of ['confirm', 'respond', 'resolve'] as const)
        expect([step, await take[step](officer, number)]).toMatchObject([step, { ok: true }]);
    }
  });
});

test('side doors and reopening ask for a reason; a start may go without a word', () => {
  const silent = { text: '  ', language: 'ko' };
  const doors = [
    [reasonInput, {}],
    [duplicateInput, { ofNumber: '2026-0001' }],
    [handOverInput, { toGovernmentId: 'gunsan' }],
    [publicityInput, { publicity: 'exact' }],
  ] as const;
  for (const [schema, rest] of doors) {
    const { error } = schema.safeParse({ ...silent, ...rest });
    expect(error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['text', 'required'],
    ]);
  }
  for (const schema of [respondInput, resolveInput]) expect(schema.safeParse(silent).success).toBe(true);
});
