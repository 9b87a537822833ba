import { describe, expect, it } from 'vitest';
import { Hazard, IncidentKind, IncidentStatus } from '#prisma/generated/enums.ts';
import type { IncidentPoint } from '../incident-point.ts';
import { incidentFeatures } from './incident-features.ts';
import { glyphs } from './glyphs.ts';
import { donutPrefix, markId, readMarkId } from './mark-id.ts';

const point = (number: string, overrides: Partial<IncidentPoint> = {}): IncidentPoint => ({
  number,
  kind: 'oil_tar',
  status: 'reported',
  hazard: 'none',
  lat: 36.5,
  lon: 126.1,
  title: 'Oil on the rocks',
  ...overrides,
});

describe('the incidents on the map', () => {
  it('are each drawn once: the selected one stands apart from the clusters', () => {
    const { others, selected } = incidentFeatures(
      [point('2026-0001'), point('2026-0002')],
      '2026-0002',
      'light',
    );
    expect(others.features.map(({ properties }) => properties.number)).toEqual(['2026-0001']);
    expect(selected.features.map(({ properties }) => properties.number)).toEqual(['2026-0002']);
  });

  it('lie at longitude and latitude, in this order', () => {
    const { others } = incidentFeatures([point('2026-0001')], undefined, 'light');
    expect(others.features[0]?.geometry.coordinates).toEqual([126.1, 36.5]);
  });

  it('belong to the group that their kind is drawn in', () => {
    const { others } = incidentFeatures([point('2026-0001', { kind: 'entanglement' })], undefined, 'dark');
    expect(others.features[0]?.properties.group).toBe('other');
  });
});

describe('the name of a mark', () => {
  it('says everything that is drawn, for every kind, state and hazard', () => {
    for (const kind of Object.values(IncidentKind)) {
      for (const status of Object.values(IncidentStatus)) {
        for (const hazard of Object.values(Hazard)) {
          expect(readMarkId(markId('dark', { kind, status, hazard }, true))).toEqual({
            shape: 'mark',
            kind,
            status,
            hazard: hazard === 'high' || hazard === 'urgent',
            selected: true,
          });
        }
      }
    }
  });

  it('carries the counts of a donut', () => {
    expect(readMarkId(`${donutPrefix('light')}7,12,4,0,1`)).toEqual({
      shape: 'donut',
      counts: [7, 12, 4, 0, 1],
    });
  });

  it('is not taken from the images of others', () => {
    for (const id of ['', 'marker', 'light/donut/1,2', 'light/mark/unknown/reported/calm', 'maki/x/y']) {
      expect(readMarkId(id)).toBeUndefined();
    }
  });

  it('has a glyph for every kind', () => {
    expect(Object.keys(glyphs).sort()).toEqual(Object.values(IncidentKind).sort());
  });
});
