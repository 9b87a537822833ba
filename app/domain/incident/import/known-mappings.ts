import type { SheetMapping } from './mapping.ts';

const plain: Pick<SheetMapping, 'items' | 'itemCodes' | 'key' | 'unit' | 'mend' | 'region'> = {
  items: {},
  itemCodes: { Gfrags: 'plastic_fragment', Gfoam: 'foam_fragment', Gcaps: 'bottle_cap' },
  key: [],
  unit: 'items',
  mend: false,
  region: 'yellow_sea',
};

/** Sheets that are published in one fixed shape, by the name that `npm run import -- --mapping` takes. */
export const knownMappings = {
  /**
   * National coastal-litter monitoring of Korea, list "vessel threatening coastal litter". One row is one item of one
   * site in one round; two of the seven items are the variants of foreign origin, so an item's name alone is no key. The
   * date is the last day of the round.
   */
  'kr-coastal-monitoring': {
    ...plain,
    source: 'kr-coastal-monitoring',
    language: 'ko',
    key: ['INVS_YR', 'INVS_AREA_NM', 'INVS_DSRT'],
    columns: {
      lat: 'STR_LA',
      lon: 'STR_LO',
      lat_end: 'END_LA',
      lon_end: 'END_LO',
      date: 'INVS_YMD',
      item: 'IEM_NM',
      amount: 'IEM_CNT',
      origin: 'DNF_SRC_NM',
    },
    itemCode: 'IEM_CD',
    itemCodes: {
      PL_2_24: 'rope',
      PL_2_25: 'rope',
      PL_2_26: 'fishing_net',
      PL_2_31: 'plastic_bag',
      PL_2_32: 'food_packaging',
      PL_2_49: 'fishing_net',
      PL_2_50: 'food_packaging',
    },
    kind: 'beached_mass',
    compartment: 'shoreline',
    title: '{INVS_AREA_NM} 해안쓰레기 조사({INVS_YR}년 {INVS_DSRT})',
    placeName: '{ADM_ZN_NM} {INVS_AREA_NM}',
    closedBecause: '정기 모니터링 조사 결과를 기록으로 남깁니다.',
  },
  /** Marine LitterWatch of the European Environment Agency: one row a survey, one column a code of the EU list. */
  'eea-litterwatch': {
    ...plain,
    source: 'eea-litterwatch',
    language: 'en',
    columns: {
      lat: 'lat_y1',
      lon: 'lon_x1',
      lat_end: 'lat_y2',
      lon_end: 'lon_x2',
      date: 'EventDate',
      place_name: 'BeachName',
      shore_length_m: 'BeachLength_m',
    },
    kind: 'beached_mass',
    compartment: 'shoreline',
    title: '{BeachName}: {EventType} by {CommunityName}',
    closedBecause: 'Kept as a record of a survey that is over.',
  },
  /** Marine Microplastics Map Portal of NOAA's National Centers for Environmental Information. */
  'ncei-microplastics': {
    ...plain,
    source: 'ncei-microplastics',
    language: 'en',
    key: ['GlobalID'],
    columns: {
      lat: 'Latitude',
      lon: 'Longitude',
      date: 'Date',
      amount: 'Measurement',
      unit: 'Unit',
      place_name: 'Oceans',
      text: 'Short Reference',
    },
    kind: 'floating_raft',
    compartment: 'floating',
    title: '{Sampling Method}: microplastics, {Organization}',
    closedBecause: 'Kept as a record of a survey that is over.',
  },
  /** Shoreline surveys of Swiss waters; the places stand in a list of their own. */
  'ch-shore-survey': {
    ...plain,
    source: 'ch-shore-survey',
    language: 'en',
    key: ['loc_date'],
    columns: {
      place_key: 'slug',
      date: 'date',
      item: 'code',
      amount: 'quantity',
      shore_length_m: 'length',
      place_name: 'city',
    },
    kind: 'beached_mass',
    compartment: 'shoreline',
    title: '{city}, {slug}: shoreline survey',
    closedBecause: 'Kept as a record of a survey that is over.',
  },
  /** The same surveys with the older names of the columns. */
  'ch-shore-survey-2021': {
    ...plain,
    source: 'ch-shore-survey',
    language: 'en',
    key: ['sample_id'],
    columns: {
      place_key: 'location',
      date: 'date',
      item: 'code',
      amount: 'quantity',
      shore_length_m: 'length',
      place_name: 'city',
    },
    kind: 'beached_mass',
    compartment: 'shoreline',
    title: '{city}, {location}: shoreline survey',
    closedBecause: 'Kept as a record of a survey that is over.',
  },
} satisfies Record<string, SheetMapping>;

/** Does a mapping of this name come with the product? */
export function isKnownMapping(name: string): name is keyof typeof knownMappings {
  return Object.hasOwn(knownMappings, name);
}
