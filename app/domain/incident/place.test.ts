import { describe, expect, test } from 'vitest';
import type { Actor } from '../actor.ts';
import { coarseMetres, shownPlace, withShownPlace } from './place.ts';

const member: Actor = {
  accountId: 'a',
  seatId: 's',
  governmentId: 'weihai',
  role: 'observer',
  name: '沈听澜',
  nameLatin: 'Shen Tinglan',
  language: 'zh',
};

/** The same places in every run, all around the Yellow Sea. */
const places = Array.from({ length: 2000 }, (_, index) => ({
  lat: 30 + ((index * 0.618_034) % 1) * 11,
  lon: 117 + ((index * 0.754_878) % 1) * 10,
}));

function metresBetween(a: { lat: number; lon: number }, b: { lat: number; lon: number }) {
  const y = (a.lat - b.lat) * 111_319.49;
  const x = (a.lon - b.lon) * 111_319.49 * Math.cos((a.lat * Math.PI) / 180);
  return { x: Math.abs(x), y: Math.abs(y) };
}

describe('a place that is coarse for the public', () => {
  test('is exact for a member and says so', () => {
    const place = { lat: 36.786_61, lon: 126.143_52, coarseForPublic: true };
    expect(shownPlace(member, place)).toEqual({ lat: 36.786_61, lon: 126.143_52, coarse: false });
  });

  test('is never further than half a cell from what a guest sees', () => {
    for (const place of places) {
      const shown = shownPlace(null, { ...place, coarseForPublic: true });
      const { x, y } = metresBetween(place, shown);
      expect(Math.max(x, y)).toBeLessThan(coarseMetres / 2 + 3);
      expect(shown.coarse).toBe(true);
    }
  });

  test('is told to a guest the same for every place of a cell, and again for the middle itself', () => {
    for (const place of places) {
      const shown = shownPlace(null, { ...place, coarseForPublic: true });
      for (const [lat, lon] of [
        [0, 0],
        [0.0015, 0.0015],
        [-0.0015, 0.0015],
        [-0.0015, -0.0015],
      ] as const) {
        const other = { lat: shown.lat + lat, lon: shown.lon + lon, coarseForPublic: true };
        expect(shownPlace(null, other)).toEqual(shown);
      }
    }
  });

  test('loses its name, and the decision stays with the members', () => {
    const incident = { lat: 36.7866, lon: 126.1435, coarseForPublic: true, placeName: '만리포 북쪽 끝' };
    expect(withShownPlace(null, incident)).toEqual({
      ...shownPlace(null, incident),
      placeName: null,
    });
    expect(withShownPlace(member, incident).placeName).toBe('만리포 북쪽 끝');
  });
});

test('a place that is public as it is stays as it is', () => {
  const place = { lat: 36.786_61, lon: 126.143_52, coarseForPublic: false };
  expect(shownPlace(null, place)).toEqual({ lat: 36.786_61, lon: 126.143_52, coarse: false });
});
