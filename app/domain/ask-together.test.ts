import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { askTogether } from './ask-together.server.ts';

describe('questions of many at once', () => {
  test('are asked once for all who came while an earlier one was under way, and never answered from before they came', async () => {
    let state = 0;
    const begun: number[] = [];
    const ask = askTogether(
      async () => {
        begun.push(state);
        const seen = state;
        await pause(5);
        return seen;
      },
      () => 'the same',
    );
    const first = ask();
    state = 1;
    const late = [ask(), ask(), ask()];
    expect(await first).toBe(0);
    expect(await Promise.all(late)).toEqual([1, 1, 1]);
    expect(begun).toEqual([0, 1]);
    state = 2;
    expect(await ask()).toBe(2);
  });

  test('of other words do not wait, and a failure reaches those who asked and nobody else', async () => {
    let fails = true;
    const ask = askTogether(
      async (key: string) => {
        await pause(1);
        if (fails && key === 'bad') throw new Error('no');
        return key;
      },
      (key) => key,
    );
    const bad = ask('bad');
    const after = ask('bad');
    const [one, other] = await Promise.allSettled([bad, ask('good')]);
    expect([one.status, other.status]).toEqual(['rejected', 'fulfilled']);
    await expect(after).rejects.toThrow('no');
    fails = false;
    expect(await ask('bad')).toBe('bad');
  });
});
