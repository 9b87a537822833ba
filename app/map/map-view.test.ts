import { describe, expect, it } from 'vitest';
import { mapShows, readMapView, writeMapView } from './map-view.ts';

describe('the layers in the address', () => {
  it('lead back to the same layers and keep what stands beside them', () => {
    for (const show of mapShows) {
      for (const drift of [true, false]) {
        for (const wind of [undefined, 1, 12]) {
          const params = writeMapView(new URLSearchParams('kind=oil_tar&c=36,123,5&show=heat&wind=3'), {
            show,
            drift,
            wind,
          });
          expect(readMapView(params)).toEqual({ show, drift, wind });
          expect(params.get('kind')).toBe('oil_tar');
          expect(params.get('c')).toBe('36,123,5');
        }
      }
    }
  });

  it('are today’s marks when nothing or nonsense is said', () => {
    const plain = { show: 'marks', drift: false, wind: undefined };
    expect(readMapView(new URLSearchParams())).toEqual(plain);
    expect(readMapView(new URLSearchParams('show=fog&drift=yes&wind=13'))).toEqual(plain);
    expect(String(writeMapView(new URLSearchParams(), readMapView(new URLSearchParams())))).toBe('');
  });
});
