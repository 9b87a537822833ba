import type { Country, Level } from '#prisma/generated/enums.ts';
import type { Position } from './coordinates.ts';

type Candidate = {
  id: string;
  country: Country;
  level: Level;
  parentId: string | null;
  lat: number | null;
  lon: number | null;
};

/**
 * Points on the shore and on islands that belong to a government, as [lat, lon]. A town hall lies inland and a coast is
 * long: these make "nearest seat" into something close to "nearest coast". Own list, about 0.02° exact; it proposes only.
 */
const shorePoints: { readonly [governmentId: string]: readonly (readonly [number, number])[] | undefined } = {
  ongjin: [
    [37.97, 124.66],
    [37.83, 124.71],
    [37.66, 125.7],
    [37.53, 126.47],
    [37.23, 126.13],
    [37.17, 126.1],
    [37.26, 126.47],
  ],
  ganghwa: [
    [37.75, 126.49],
    [37.68, 126.38],
    [37.78, 126.3],
    [37.66, 126.2],
  ],
  yeongjong: [
    [37.49, 126.55],
    [37.46, 126.44],
    [37.39, 126.42],
  ],
  gimpo: [
    [37.65, 126.57],
    [37.7, 126.53],
  ],
  siheung: [[37.35, 126.69]],
  ansan: [
    [37.25, 126.58],
    [37.29, 126.68],
  ],
  hwaseong: [
    [37.19, 126.65],
    [37.12, 126.7],
    [37.24, 126.72],
  ],
  pyeongtaek: [[36.97, 126.83]],
  dangjin: [
    [37.05, 126.52],
    [36.98, 126.72],
  ],
  seosan: [
    [37.0, 126.4],
    [36.67, 126.45],
  ],
  taean: [
    [36.79, 126.14],
    [36.88, 126.2],
    [36.5, 126.33],
    [36.62, 126.29],
    [36.7, 126.15],
    [36.64, 125.56],
    [36.9, 126.3],
  ],
  hongseong: [[36.55, 126.47]],
  boryeong: [
    [36.31, 126.5],
    [36.23, 126.08],
    [36.34, 126.35],
    [36.4, 126.48],
  ],
  seocheon: [
    [36.14, 126.5],
    [36.02, 126.66],
  ],
  gunsan: [
    [35.97, 126.6],
    [35.81, 126.41],
    [36.12, 125.98],
    [35.89, 126.55],
  ],
  gimje: [[35.83, 126.68]],
  buan: [
    [35.64, 126.47],
    [35.6, 126.29],
    [35.7, 126.6],
  ],
  gochang: [
    [35.53, 126.55],
    [35.47, 126.46],
  ],
  yeonggwang: [
    [35.36, 126.4],
    [35.34, 126.02],
    [35.25, 126.33],
  ],
  hampyeong: [[35.12, 126.38]],
  muan: [
    [35.05, 126.3],
    [34.9, 126.35],
  ],
  mokpo: [[34.78, 126.38]],
  shinan: [
    [35.08, 126.1],
    [34.68, 125.43],
    [34.69, 125.19],
    [34.08, 125.11],
    [34.8, 126.1],
    [34.62, 126.03],
    [34.95, 126.15],
  ],
  haenam: [
    [34.3, 126.52],
    [34.55, 126.28],
  ],
  jindo: [
    [34.43, 126.13],
    [34.31, 126.05],
    [34.22, 125.95],
  ],
  wando: [
    [34.31, 126.75],
    [34.14, 126.56],
    [34.28, 127.08],
  ],
  'jeju-city': [
    [33.52, 126.53],
    [33.39, 126.23],
    [33.95, 126.32],
    [33.56, 126.76],
  ],
  seogwipo: [
    [33.24, 126.56],
    [33.21, 126.25],
    [33.45, 126.93],
  ],
  dandong: [
    [39.87, 124.15],
    [39.8, 123.6],
  ],
  dalian: [
    [38.92, 121.65],
    [38.79, 121.15],
    [39.27, 122.58],
    [39.62, 122.95],
    [39.07, 123.16],
    [39.4, 121.3],
    [39.75, 121.45],
  ],
  yingkou: [
    [40.65, 122.15],
    [40.2, 122.08],
  ],
  panjin: [[40.85, 121.85]],
  jinzhou: [[40.85, 121.1]],
  huludao: [
    [40.7, 121.0],
    [40.35, 120.4],
  ],
  qinhuangdao: [
    [39.9, 119.62],
    [39.82, 119.5],
    [39.97, 119.8],
  ],
  tangshan: [
    [39.2, 118.98],
    [38.93, 118.5],
    [39.0, 118.9],
  ],
  tianjin: [
    [38.98, 117.75],
    [38.75, 117.6],
  ],
  cangzhou: [[38.35, 117.85]],
  binzhou: [[38.15, 117.95]],
  dongying: [
    [37.75, 119.15],
    [38.1, 118.9],
    [37.4, 119.0],
  ],
  weifang: [
    [37.2, 119.15],
    [37.13, 119.5],
  ],
  yantai: [
    [37.55, 121.42],
    [37.82, 120.75],
    [37.95, 120.73],
    [38.38, 120.9],
    [37.3, 119.85],
    [37.65, 120.32],
    [36.75, 121.15],
  ],
  weihai: [
    [37.53, 122.13],
    [37.39, 122.7],
    [37.17, 122.5],
    [36.88, 122.43],
    [36.87, 121.6],
  ],
  qingdao: [
    [36.06, 120.38],
    [35.87, 120.05],
    [36.2, 120.7],
    [36.45, 120.95],
  ],
  rizhao: [
    [35.4, 119.56],
    [35.12, 119.38],
  ],
  lianyungang: [
    [34.76, 119.45],
    [34.9, 119.2],
    [34.5, 119.8],
  ],
  yancheng: [
    [34.25, 120.3],
    [33.8, 120.5],
    [33.2, 120.85],
    [32.85, 120.95],
  ],
  nantong: [
    [32.5, 121.15],
    [32.1, 121.6],
    [31.75, 121.93],
  ],
  shanghai: [
    [31.25, 121.85],
    [31.5, 121.75],
    [30.85, 121.95],
    [30.72, 121.35],
  ],
  jiaxing: [[30.6, 121.05]],
  zhoushan: [
    [30.0, 122.2],
    [30.72, 122.45],
    [29.9, 122.4],
    [30.25, 122.2],
  ],
  ningbo: [
    [29.95, 121.75],
    [29.45, 121.95],
    [29.25, 121.75],
  ],
  'taizhou-zhejiang': [
    [28.65, 121.6],
    [28.45, 121.9],
    [28.25, 121.4],
  ],
  wenzhou: [
    [27.95, 120.95],
    [27.5, 120.65],
    [27.83, 121.15],
  ],
  ningde: [
    [26.75, 119.65],
    [27.1, 120.3],
    [26.95, 120.3],
  ],
  fuzhou: [
    [26.05, 119.6],
    [25.5, 119.75],
    [26.35, 119.9],
  ],
  quanzhou: [
    [24.85, 118.75],
    [25.05, 118.95],
    [24.6, 118.65],
  ],
  xiamen: [[24.45, 118.12]],
};

/**
 * Who probably answers for a place: the city or county with the nearest point of shore (its seat where none is listed).
 * A province stands for itself only where it has no city or county on the list. The reporter may choose another.
 * @param governments those in being on the day
 */
export function proposeGovernment<Government extends Candidate>(
  governments: readonly Government[],
  place: Position,
): Government | undefined {
  return nearestGovernment(governments, place)?.government;
}

/** The same with how far its shore lies away, in kilometres. */
export function nearestGovernment<Government extends Candidate>(
  governments: readonly Government[],
  place: Position,
): { government: Government; distance: number } | undefined {
  const parents = new Set(governments.map(({ parentId }) => parentId));
  let best: { government: Government; distance: number } | undefined;
  for (const government of governments) {
    if (government.level === 'province' && parents.has(government.id)) continue;
    for (const [lat, lon] of pointsOf(government)) {
      const distance = distanceInKm(place, { lat, lon });
      if (!best || distance < best.distance) best = { government, distance };
    }
  }
  return best;
}

/** Where a government is marked on the map: at its seat, or at its shore where the place of the seat is not known. */
export function placeOfGovernment(government: Candidate): Position | undefined {
  const { lat, lon } = government;
  if (lat !== null && lon !== null) return { lat, lon };
  const [shore] = pointsOf(government);
  return shore && { lat: shore[0], lon: shore[1] };
}

function pointsOf({ id, lat, lon }: Candidate): readonly (readonly [number, number])[] {
  const listed = Object.hasOwn(shorePoints, id) ? shorePoints[id] : undefined;
  if (listed) return listed;
  return lat === null || lon === null ? [] : [[lat, lon]];
}

/** On a flat map, which is close enough for comparing within some hundred kilometres. */
function distanceInKm(a: Position, b: Position): number {
  const kmPerDegree = 111.2;
  const width = Math.cos((((a.lat + b.lat) / 2) * Math.PI) / 180);
  return Math.hypot((a.lat - b.lat) * kmPerDegree, (a.lon - b.lon) * kmPerDegree * width);
}
