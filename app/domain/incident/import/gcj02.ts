import type { Position } from '../coordinates.ts';

/** Krasovsky 1940, which the published approximation of the shift is written for. */
const axis = 6_378_245;
const eccentricity = 0.006_693_421_622_965_943;

/**
 * The WGS 84 place of one that was shifted to GCJ-02, as Chinese map services do (some hundred metres). One step of the
 * well-known approximation, exact to about 2 m.
 */
export function unshifted({ lat, lon }: Position): Position {
  const [x, y] = [lon - 105, lat - 35];
  const wave = (value: number, by: number) => Math.sin((value * Math.PI) / by);
  const common = (20 * wave(6 * x, 1) + 20 * wave(2 * x, 1)) * (2 / 3);
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * Math.sqrt(Math.abs(x)) +
    common +
    (20 * wave(y, 1) + 40 * wave(y, 3)) * (2 / 3) +
    (160 * wave(y, 12) + 320 * wave(y, 30)) * (2 / 3);
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * Math.sqrt(Math.abs(x)) +
    common +
    (20 * wave(x, 1) + 40 * wave(x, 3)) * (2 / 3) +
    (150 * wave(x, 12) + 300 * wave(x, 30)) * (2 / 3);
  const radians = (lat * Math.PI) / 180;
  const magic = 1 - eccentricity * Math.sin(radians) ** 2;
  const root = Math.sqrt(magic);
  return {
    lat: lat - (north * 180) / (((axis * (1 - eccentricity)) / (magic * root)) * Math.PI),
    lon: lon - (east * 180) / ((axis / root) * Math.cos(radians) * Math.PI),
  };
}
