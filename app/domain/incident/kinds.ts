import { IncidentKind } from '#prisma/generated/enums.ts';

/** The five groups of the map's donuts and legend, always in this order. */
export const kindGroups = ['gear', 'debris', 'nature', 'danger', 'other'] as const;

export type KindGroup = (typeof kindGroups)[number];

/** Which group a kind is drawn in. Names are `incident:kind.<key>` and `incident:group.<key>`. */
export const groupOfKind = {
  derelict_gear: 'gear',
  aquaculture_floats: 'gear',
  beached_mass: 'debris',
  floating_raft: 'debris',
  sunken_waste: 'debris',
  flood_debris: 'nature',
  algal_mix: 'nature',
  hazardous_container: 'danger',
  oil_tar: 'danger',
  medical_waste: 'danger',
  navigation_hazard: 'danger',
  illegal_dumping: 'other',
  abandoned_vessel: 'other',
  entanglement: 'other',
} as const satisfies Record<IncidentKind, KindGroup>;

/** The kinds of a group, in the order of the pick lists. */
export function kindsOfGroup(group: KindGroup): IncidentKind[] {
  return Object.values(IncidentKind).filter((kind) => groupOfKind[kind] === group);
}
