/** What the map looks at: the middle in WGS 84 degrees, and the zoom of 512-pixel tiles. */
export type Camera = { lat: number; lon: number; zoom: number };

/** The area that may be looked at, and how close: the basemap ends there. */
export const limits = {
  west: 113.5,
  south: 26.5,
  east: 133.5,
  north: 43.5,
  minZoom: 4,
  maxZoom: 14,
} as const;

/** The Yellow Sea with both coasts, for a map that was told nothing else. */
export const wholeSea = { west: 118.6, south: 32.2, east: 127.6, north: 40.4 } as const;

/** The search parameter that carries the camera. */
export const cameraParam = 'c';

/** Reads `?c=36.77,126.13,9.5`; undefined if there is none or it makes no sense. */
export function readCamera(params: URLSearchParams): Camera | undefined {
  const text = params.get(cameraParam) ?? '';
  if (!/^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){2}$/.test(text)) return undefined;
  const [lat, lon, zoom] = text.split(',').map(Number);
  if (lat === undefined || lon === undefined || zoom === undefined) return undefined;
  const inside = lat >= limits.south && lat <= limits.north && lon >= limits.west && lon <= limits.east;
  return inside ? { lat, lon, zoom: clamp(zoom, limits.minZoom, limits.maxZoom) } : undefined;
}

/** Writes a camera as short as it can be without moving by a pixel that one would see. */
export function formatCamera({ lat, lon, zoom }: Camera): string {
  // A pixel is 360 / (512 * 2 ** zoom) degrees; half a dozen of them do not matter.
  const decimals = Math.max(0, Math.ceil(Math.log10((512 * 2 ** zoom) / 360 / 6)));
  return `${short(lat, decimals)},${short(lon, decimals)},${short(zoom, 1)}`;
}

/** A copy of the parameters with this camera in it. */
export function writeCamera(params: URLSearchParams, camera: Camera): URLSearchParams {
  const next = new URLSearchParams(params);
  next.set(cameraParam, formatCamera(camera));
  return next;
}

/** Whether two cameras would be written alike: then nobody needs to move. */
export function sameCamera(a: Camera, b: Camera): boolean {
  return formatCamera(a) === formatCamera(b);
}

function short(value: number, decimals: number): string {
  return String(Number(value.toFixed(decimals)));
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
