/** The denominators that the Chinese, Korean and regional schemes share; styrene foam is never counted as plastic. */
export const materials = [
  'styrene_foam',
  'plastic',
  'rubber',
  'textile',
  'paper',
  'wood',
  'metal',
  'glass_ceramics',
  'chemical',
  'natural',
  'mixed',
] as const;

export type Material = (typeof materials)[number];

/** Where such an item usually comes from: a hint for reading lists, never evidence of origin. */
type TypicalSource = 'aquaculture' | 'fishing' | 'unknown' | 'recreation' | 'land' | 'shipping';

/**
 * The forty things that are counted, in the order of the pick list. Names are `incident:item.<key>`.
 * `msfd` is the crosswalk to the G codes of the EU master list of 2013.
 */
export const wasteItems = {
  foam_buoy: { material: 'styrene_foam', msfd: ['G63'], source: 'aquaculture' },
  foam_box: { material: 'styrene_foam', msfd: ['G58'], source: 'fishing' },
  foam_fragment: { material: 'styrene_foam', msfd: ['G81', 'G82', 'G83'], source: 'unknown' },
  plastic_buoy: { material: 'plastic', msfd: ['G63', 'G62'], source: 'aquaculture' },
  fishing_net: { material: 'plastic', msfd: ['G51', 'G52', 'G53', 'G54', 'G56'], source: 'fishing' },
  rope: { material: 'plastic', msfd: ['G48', 'G49', 'G50'], source: 'fishing' },
  trap: { material: 'mixed', msfd: ['G42', 'G44', 'G163', 'G184'], source: 'fishing' },
  fishing_line: { material: 'plastic', msfd: ['G55', 'G59', 'G60', 'G182'], source: 'recreation' },
  aquaculture_gear: { material: 'plastic', msfd: ['G45', 'G46', 'G47'], source: 'aquaculture' },
  fish_crate: { material: 'plastic', msfd: ['G57', 'G18'], source: 'fishing' },
  pet_bottle: { material: 'plastic', msfd: ['G6', 'G7', 'G8'], source: 'land' },
  bottle_cap: { material: 'plastic', msfd: ['G20', 'G21', 'G22', 'G23', 'G24'], source: 'land' },
  plastic_bag: { material: 'plastic', msfd: ['G2', 'G3', 'G4', 'G5'], source: 'land' },
  food_packaging: { material: 'plastic', msfd: ['G10', 'G30', 'G33', 'G34', 'G35'], source: 'land' },
  detergent_bottle: { material: 'plastic', msfd: ['G9', 'G13', 'G16'], source: 'land' },
  oil_container: { material: 'plastic', msfd: ['G14', 'G15'], source: 'shipping' },
  sheeting: { material: 'plastic', msfd: ['G67', 'G36', 'G38'], source: 'land' },
  strapping_band: { material: 'plastic', msfd: ['G66'], source: 'fishing' },
  plastic_fragment: {
    material: 'plastic',
    msfd: ['G75', 'G76', 'G77', 'G78', 'G79', 'G80'],
    source: 'unknown',
  },
  pellet: { material: 'plastic', msfd: ['G107', 'G108', 'G109', 'G110', 'G111', 'G112'], source: 'land' },
  cigarette: { material: 'plastic', msfd: ['G25', 'G26', 'G27'], source: 'land' },
  hygiene: { material: 'plastic', msfd: ['G95', 'G96', 'G98'], source: 'land' },
  medical: { material: 'mixed', msfd: ['G99', 'G100', 'G211'], source: 'land' },
  tyre: { material: 'rubber', msfd: ['G125', 'G126', 'G127', 'G128', 'G129', 'G134'], source: 'land' },
  clothing: {
    material: 'textile',
    msfd: ['G71', 'G102', 'G135', 'G136', 'G137', 'G138', 'G145'],
    source: 'land',
  },
  paper: {
    material: 'paper',
    msfd: ['G146', 'G147', 'G148', 'G149', 'G152', 'G156', 'G158'],
    source: 'land',
  },
  timber: {
    material: 'wood',
    msfd: ['G160', 'G161', 'G162', 'G168', 'G170', 'G171', 'G172'],
    source: 'land',
  },
  driftwood: { material: 'natural', msfd: [], source: 'land' },
  can: { material: 'metal', msfd: ['G174', 'G175', 'G176', 'G188'], source: 'land' },
  scrap_metal: {
    material: 'metal',
    msfd: ['G186', 'G191', 'G194', 'G196', 'G197', 'G198', 'G199'],
    source: 'land',
  },
  drum: { material: 'metal', msfd: ['G187', 'G189', 'G192'], source: 'shipping' },
  glass: { material: 'glass_ceramics', msfd: ['G200', 'G201', 'G202', 'G208', 'G210'], source: 'land' },
  ceramics: { material: 'glass_ceramics', msfd: ['G203', 'G204'], source: 'land' },
  appliance: { material: 'mixed', msfd: ['G180'], source: 'land' },
  vessel_part: { material: 'mixed', msfd: ['G68'], source: 'shipping' },
  oil_tar: { material: 'chemical', msfd: ['G212', 'G213', 'G214'], source: 'shipping' },
  algae_mixed: { material: 'natural', msfd: [], source: 'unknown' },
  animal_carcass: { material: 'natural', msfd: [], source: 'unknown' },
  unsorted: { material: 'mixed', msfd: ['G216'], source: 'unknown' },
  other: { material: 'mixed', msfd: ['G124', 'G173'], source: 'unknown' },
} as const satisfies Record<string, { material: Material; msfd: readonly string[]; source: TypicalSource }>;

export type WasteItem = keyof typeof wasteItems;

/** Every key of the list, in its order. */
export const wasteItemKeys = Object.keys(wasteItems).filter(isWasteItem);

/** Whether a stored or typed key is one of ours. */
export function isWasteItem(key: string): key is WasteItem {
  return Object.hasOwn(wasteItems, key);
}

/** The items of which these classes consist. */
export function itemsOf(classes: readonly Material[]): string[] {
  return Object.entries(wasteItems).flatMap(([item, { material }]) =>
    classes.includes(material) ? [item] : [],
  );
}
