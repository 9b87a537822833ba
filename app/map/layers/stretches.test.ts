import { describe, expect, it } from 'vitest';
import { encodeLine } from '../basemap/coast-code.ts';
import { stretchOverlay, stretchStep } from './stretches.ts';

describe('stretches of coast', () => {
  it('are as deep as there are incidents', () => {
    expect([0, 1, 4, 5, 14, 15, 40, 4000].map(stretchStep)).toEqual([0, 1, 1, 2, 2, 3, 4, 4]);
  });

  it('say whose they are', () => {
    const line = encodeLine([
      [126, 36],
      [126.01, 36],
    ]);
    const { sources } = stretchOverlay(
      [{ owner: 'taean', lines: [line, line] }],
      new Map([['taean', { count: 7, name: 'Taean-gun' }]]),
      'light',
    );
    expect(sources.stretches?.features.map(({ properties }) => properties)).toEqual([
      { owner: 'taean', title: 'Taean-gun', colour: '#3d8a9b', step: 2 },
      { owner: 'taean', title: 'Taean-gun', colour: '#3d8a9b', step: 2 },
    ]);
  });
});
