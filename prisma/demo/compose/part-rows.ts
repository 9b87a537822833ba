import type { Prisma } from '#prisma/generated/client.ts';
import { demoIdAt } from '../ids.ts';
import type { DemoActionItem, DemoClearance } from '../story.ts';
import { allDay, type Beginning, day, koreanMidnight, momentAfter } from './calendar.ts';
import type { Rows } from './rows.ts';
import { sourceOf, translate } from './texts.ts';
import type { Happening } from './thread-rows.ts';

type Part = Pick<Prisma.CommitmentCreateManyInput, 'id' | 'text' | 'language'>;

/** Puts down what each party promises itself and the way of it through its authorities. */
export function composeParts(
  rows: Rows,
  {
    story,
    beginning,
    itemId,
    today,
    now,
  }: { story: DemoActionItem; beginning: Beginning; itemId: string; today: number; now: Date },
): { of: (governmentId: string) => Part; happenings: Happening[] } {
  const { at } = beginning;
  const idOf = (governmentId: string) => demoIdAt(`commitment/${story.key}/${governmentId}`, at);
  const parts = Object.entries(story.parts ?? {});
  for (const [governmentId, { text }] of parts) {
    const words = { subject: 'commitment', id: idOf(governmentId), field: 'text', words: text } as const;
    translate(rows, { ...words, by: story.by, at }, beginning, now);
  }
  const happenings = parts.flatMap(([governmentId, { clearances = [] }]) =>
    clearances.flatMap((clearance, position) => {
      const { authority, asked, granted, expectedInDays, documentNumber, note } = clearance;
      const dayOf = (moment: Parameters<typeof momentAfter>[1] | undefined) =>
        moment === undefined ? null : allDay(koreanMidnight(momentAfter(beginning, moment).getTime()));
      rows.clearances.push({
        id: demoIdAt(`clearance/${itemId}/${governmentId}/${position}`, at),
        commitmentId: idOf(governmentId),
        position,
        authorityKo: authority.ko,
        authorityZh: authority.zh,
        authorityEn: authority.en,
        state: granted ? 'granted' : 'waiting',
        documentNumber: documentNumber ?? null,
        note: note ?? null,
        askedOn: dayOf(asked),
        expectedOn: expectedInDays === undefined ? null : allDay(today + expectedInDays * day),
        answeredOn: dayOf(granted),
      });
      return told(clearance, { step: position + 1, of: clearances.length }, beginning);
    }),
  );
  return {
    of: (governmentId) => {
      const part = story.parts?.[governmentId];
      return { id: idOf(governmentId), ...(part && sourceOf(part.text, beginning)) };
    },
    happenings,
  };
}

/** A party with the states of its steps, as the policy asks for them. */
export function withSteps({ parts = {} }: DemoActionItem) {
  return <Party extends { governmentId: string }>(party: Party) => ({
    ...party,
    steps: (parts[party.governmentId]?.clearances ?? []).map(({ granted }) => ({
      state: granted ? ('granted' as const) : ('waiting' as const),
    })),
  });
}

function told(
  { authority, by, asked, granted }: DemoClearance,
  place: { step: number; of: number },
  beginning: Beginning,
): Happening[] {
  const base = { by, payload: { authority, ...place }, tells: [], tellsFollowers: true, follows: true };
  return [
    ...(asked ? [{ ...base, at: momentAfter(beginning, asked), type: 'clearance_asked' as const }] : []),
    ...(granted
      ? [{ ...base, at: momentAfter(beginning, granted), type: 'clearance_granted' as const }]
      : []),
  ];
}
