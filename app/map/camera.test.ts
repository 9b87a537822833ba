import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCamera, limits, readCamera, sameCamera, writeCamera } from './camera.ts';

describe('the camera in the address', () => {
  it('is short and can be read by people', () => {
    expect(formatCamera({ lat: 36.4012345, lon: 123.4, zoom: 6.349 })).toBe('36.4,123.4,6.3');
    expect(formatCamera({ lat: 36.7763219, lon: 126.1338761, zoom: 13 })).toBe('36.7763,126.1339,13');
  });

  it('leads back to the same view, less than a finger away', () => {
    const camera = fc.record({
      lat: fc.double({ min: limits.south, max: limits.north, noNaN: true }),
      lon: fc.double({ min: limits.west, max: limits.east, noNaN: true }),
      zoom: fc.double({ min: limits.minZoom, max: limits.maxZoom, noNaN: true }),
    });
    fc.assert(
      fc.property(camera, (given) => {
        const read = readCamera(writeCamera(new URLSearchParams(), given));
        const pixels = (512 * 2 ** given.zoom) / 360;
        expect(read).toBeDefined();
        expect(Math.abs((read?.lat ?? 0) - given.lat) * pixels).toBeLessThan(6);
        expect(Math.abs((read?.lon ?? 0) - given.lon) * pixels).toBeLessThan(6);
        expect(read && sameCamera(read, { ...read })).toBe(true);
      }),
    );
  });

  it('keeps the filters that stand beside it', () => {
    const params = writeCamera(new URLSearchParams('kind=oil_tar&c=36,123,5'), {
      lat: 37,
      lon: 124,
      zoom: 7,
    });
    expect(params.toString()).toBe('kind=oil_tar&c=37%2C124%2C7');
  });

  it('is ignored when it makes no sense or leaves the map', () => {
    for (const text of [
      '',
      '36',
      '36,124',
      'a,b,c',
      '36,124,',
      'Infinity,1,2',
      '51.5,0,8',
      '1e2,124,6',
      '36,124,6,1',
    ]) {
      expect(readCamera(new URLSearchParams({ c: text }))).toBeUndefined();
    }
    expect(readCamera(new URLSearchParams({ c: '36,124,22' }))?.zoom).toBe(limits.maxZoom);
  });
});
