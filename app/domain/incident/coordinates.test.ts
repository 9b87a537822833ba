import { describe, expect, it } from 'vitest';
import { formatCoordinates, parseCoordinates } from './coordinates.ts';

const mallipo = { lat: 36.776, lon: 126.134 };

describe('a place in words', () => {
  it.each([
    '36.776, 126.134',
    '36.776 126.134',
    '３６．７７６，１２６．１３４',
    '36.776、126.134',
    '(36.776; 126.134)',
    '126.134E, 36.776N',
    'N36.776 E126.134',
    '북위 36.776 동경 126.134',
    '동경 126.134, 북위 36.776',
    '北纬36.776°，东经126.134°',
    'lat: 36.776, lon: 126.134',
    '36°46\'33.6"N 126°08\'02.4"E',
    '36°46′33.6″ 126°08′02.4″',
    '36도 46분 33.6초, 126도 8분 2.4초',
    '북위 36도 46분 33.6초 동경 126도 8분 2.4초',
    '北纬36度46分33.6秒 东经126度8分2.4秒',
    '36-46.56N 126-08.04E',
    "36°46.56'N, 126°08.04'E",
    '36 46 33.6 N, 126 08 02.4 E',
    '36-46-33.6N 126-08-02.4E',
  ])('"%s" is Mallipo', (text) => {
    const parsed = parseCoordinates(text);
    expect(parsed).toMatchObject({ ok: true });
    if (!parsed.ok) return;
    expect(parsed.position.lat).toBeCloseTo(mallipo.lat, 5);
    expect(parsed.position.lon).toBeCloseTo(mallipo.lon, 5);
  });

  it.each([
    ['126.134, 36.776', 'coordinates_swapped'],
    ['36.776, -126.134', 'coordinates_sign'],
    ['36.776N 126.134W', 'coordinates_sign'],
    ['48.85, 2.35', 'coordinates_outside_region'],
    ['0, 0', 'coordinates_outside_region'],
    ['만리포 남측', 'coordinates_not_understood'],
    ['36.776', 'coordinates_not_understood'],
    ['36°61\'00"N 126°08\'00"E', 'coordinates_not_understood'],
    ['36.7N 126.1N', 'coordinates_not_understood'],
    ['36.776, 126.134, 12', 'coordinates_not_understood'],
    ['', 'coordinates_not_understood'],
  ])('"%s" is refused: %s', (text, fault) => {
    expect(parseCoordinates(text)).toEqual({ ok: false, fault });
  });

  it('is read again as it is shown', () => {
    expect(parseCoordinates(formatCoordinates(mallipo))).toEqual({ ok: true, position: mallipo });
  });
});
