/** WGS 84, degrees; north and east are positive. */
export type Position = { lat: number; lon: number };

/** Key of the namespace `form`: why a text is no usable place. */
export type CoordinateFault =
  'coordinates_not_understood' | 'coordinates_swapped' | 'coordinates_sign' | 'coordinates_outside_region';

export type ParsedCoordinates = { ok: true; position: Position } | { ok: false; fault: CoordinateFault };

/** The seas between Korea and China with their coasts: everything else is a slip of the pen. */
const region = { south: 20, north: 45, west: 110, east: 140 } as const;

/**
 * Reads a place as officials write it: decimal ("36.776, 126.134"), degrees-minutes-seconds (36°46'33.6"N, 북위 36도
 * 46분 33초, 北纬36度46分33秒) or degree-minutes (36-46.56N 126-08.03E). Latitude first unless letters say otherwise.
 */
export function parseCoordinates(text: string): ParsedCoordinates {
  const position = readCoordinates(text);
  return position ? judge(position) : { ok: false, fault: 'coordinates_not_understood' };
}

/** The same notations and decimal commas, anywhere on earth and as written; null where they are not understood. */
export function readCoordinates(text: string): Position | null {
  const comma = /^\s*([-+]?\d{1,3}),(\d+)\s*[;/|,\s]\s*([-+]?\d{1,3}),(\d+)\s*$/.exec(text);
  const halves = split(simplify(comma ? `${comma[1]}.${comma[2]}, ${comma[3]}.${comma[4]}` : text));
  const [first, second] = halves?.map(parseAngle) ?? [];
  if (!first || !second) return null;
  if (first.axis !== undefined && first.axis === second.axis) return null;
  const lonFirst = first.axis === 'lon' || second.axis === 'lat';
  return lonFirst ? { lat: second.degrees, lon: first.degrees } : { lat: first.degrees, lon: second.degrees };
}

/** One angle in any of these notations, decimal comma included; null where it is not understood. */
export function readAngle(text: string): number | null {
  const exponent = /^\s*[-+]?\d+(\.\d+)?e[-+]?\d+\s*$/i.test(text);
  if (exponent) return Number(text);
  const plain = simplify(text.replace(/^(\s*[-+]?\d{1,3}),(\d+\s*)$/, '$1.$2'));
  return parseAngle(plain)?.degrees ?? null;
}

/** Is this place in our region? Says what seems wrong where it is not. */
function judge(position: Position): ParsedCoordinates {
  if (isInRegion(position))
    return { ok: true, position: { lat: round(position.lat), lon: round(position.lon) } };
  if (isInRegion({ lat: position.lon, lon: position.lat }))
    return { ok: false, fault: 'coordinates_swapped' };
  if (isInRegion({ lat: Math.abs(position.lat), lon: Math.abs(position.lon) }))
    return { ok: false, fault: 'coordinates_sign' };
  return { ok: false, fault: 'coordinates_outside_region' };
}

/** "36.7760, 126.1340": what is shown, and understood again by `parseCoordinates`. */
export function formatCoordinates({ lat, lon }: Position): string {
  return `${lat.toFixed(5)}, ${lon.toFixed(5)}`;
}

function isInRegion({ lat, lon }: Position): boolean {
  return lat >= region.south && lat <= region.north && lon >= region.west && lon <= region.east;
}

/** A metre is about 0.00001 degrees; one digit more than that is noise. */
function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}

/** One alphabet for all: full-width digits, Korean and Chinese words and every kind of quotation mark. */
function simplify(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/북위|北纬|北緯|위도|纬度/g, ' N ')
    .replace(/동경|东经|東經|경도|经度/g, ' E ')
    .replace(/남위|南纬/g, ' S ')
    .replace(/서경|西经/g, ' W ')
    .replace(/[도度º˚]/g, '°')
    .replace(/[분分′’‘ʹ`]/g, "'")
    .replace(/[초秒″”“ʺ]|''/g, '"')
    .replace(/[、，;；/|]/g, ',')
    .replace(/[−–—]/g, '-')
    .replace(/\b(lat|latitude)\b[.:]?/gi, ' N ')
    .replace(/\b(lon|lng|long|longitude)\b[.:]?/gi, ' E ')
    .replace(/[()]/g, ' ')
    .replace(/[:：]/g, ' ')
    .toUpperCase()
    .trim();
}

/** Two halves: at a comma, at the letters, or at white space between two bare numbers. */
function split(text: string): [string, string] | undefined {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  if (parts.length === 2 && parts[0] && parts[1]) return [parts[0], parts[1]];
  if (parts.length !== 1) return undefined;
  const leading = /^([NSEW][^NSEW]+)([NSEW][^NSEW]+)$/.exec(text);
  const trailing = /^([^NSEW]+[NSEW])([^NSEW]+[NSEW])$/.exec(text);
  const bare = /^([-+]?[\d.]+)\s+([-+]?[\d.]+)$/.exec(text);
  const marked = /^([-+]?\d+(?:\.\d+)?\s*°[^°]*?)\s+([-+]?\d+(?:\.\d+)?\s*°.*)$/.exec(text);
  const found = leading ?? trailing ?? bare ?? marked;
  return found?.[1] && found[2] ? [found[1].trim(), found[2].trim()] : undefined;
}

type Angle = { degrees: number; axis: 'lat' | 'lon' | undefined };

function parseAngle(half: string): Angle | undefined {
  const letters = half.match(/[NSEW]/g) ?? [];
  if (letters.length > 1) return undefined;
  const letter = letters[0];
  const text = half.replace(/[NSEW]/g, ' ').trim();
  const negative = text.startsWith('-') !== (letter === 'S' || letter === 'W');
  const found =
    /^[-+]?(\d{1,3}(?:\.\d+)?)\s*°?$/.exec(text) ??
    /^[-+]?(\d{1,3})\s*[°\s-]\s*(\d{1,2}(?:\.\d+)?)\s*'?$/.exec(text) ??
    /^[-+]?(\d{1,3})\s*[°\s-]\s*(\d{1,2})\s*['\s-]\s*(\d{1,2}(?:\.\d+)?)\s*"?$/.exec(text);
  if (!found) return undefined;
  const [degrees = 0, minutes = 0, seconds = 0] = found.slice(1).map((part) => Number(part ?? 0));
  if (minutes >= 60 || seconds >= 60) return undefined;
  const value = degrees + minutes / 60 + seconds / 3600;
  const axis = letter === undefined ? undefined : letter === 'N' || letter === 'S' ? 'lat' : 'lon';
  return { degrees: negative ? -value : value, axis };
}
