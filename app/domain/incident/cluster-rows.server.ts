import { fromVectorTileJs, GeoJSONWrapper } from '@maplibre/vt-pbf';
import Supercluster, { type InputFeature, type TileTags } from 'supercluster';
import { groupOfKind, type KindGroup, kindGroups } from './kinds.ts';
import {
  type Audience,
  chooseRows,
  type Columns,
  numberOf,
  readRow,
  type RowFilter,
} from './map-columns.server.ts';
import { tileShape } from './map-tile.ts';
import { shownPlace } from './place.ts';

type Counts = Record<KindGroup, number>;
type Mark = InputFeature<Counts>;

/** The clusters of the rows that an audience sees and a filter leaves, at every zoom. */
export type ClusteredRows = {
  count: number;
  /** A Mapbox vector tile; null where there is nothing. Every incident is in one tile of a zoom, and counted once. */
  tile: (z: number, x: number, y: number) => Uint8Array | null;
  /** Where a cluster falls apart, and the numbers of the first `most` incidents in it; null if there is no such cluster. */
  open: (cluster: number, most: number) => { zoom: number; numbers: string[] } | null;
  /** Was it there when the index was made? */
  has: (row: number) => boolean;
};

/** Builds the index: about 5 s for a million rows. */
export function clusterRows(
  columns: Columns,
  rows: number,
  audience: Audience,
  filter: RowFilter,
): ClusteredRows {
  const chosen = chooseRows(columns, rows, audience, filter);
  const { extent, radius, maxZoom } = tileShape;
  const index = new Supercluster<Counts, Counts>({
    ...{ extent, radius, maxZoom, minZoom: 0 },
    reduce: (sum, { gear, debris, nature, danger, other }) => {
      sum.gear += gear;
      sum.debris += debris;
      sum.nature += nature;
      sum.danger += danger;
      sum.other += other;
    },
  });
  index.load(new Marks(columns, chosen, audience));
  const members = new Uint8Array((rows >> 3) + 1);
  for (const row of chosen) members[row >> 3] = (members[row >> 3] ?? 0) | (1 << (row & 7));

  return {
    count: chosen.length,
    tile: (z, x, y) => {
      const found = index.getTile(z, x, y)?.features ?? [];
      // What lies in the margin belongs to the neighbour, which has it, too.
      const own = found.filter(({ geometry: [place] }) => place !== undefined && isInside(place));
      if (own.length === 0) return null;
      const features = own.map(({ id, geometry, tags }) => ({
        type: 1 as const,
        geometry,
        tags: tagsOf(columns, Number(id), tags),
      }));
      const layer = new GeoJSONWrapper(features, { version: 2, extent });
      layer.name = tileShape.layer;
      return fromVectorTileJs({ layers: { [layer.name]: layer } });
    },
    open: (cluster, most) => {
      // An id of another index: supercluster throws for it.
      try {
        const leaves = index.getLeaves(cluster, most);
        return {
          zoom: index.getClusterExpansionZoom(cluster),
          numbers: leaves.map(({ id }) => numberOf(columns, Number(id))),
        };
      } catch {
        return null;
      }
    },
    has: (row) => ((members[row >> 3] ?? 0) & (1 << (row & 7))) !== 0,
  };
}

function isInside([x, y]: readonly [number, number]): boolean {
  return x >= 0 && x < tileShape.extent && y >= 0 && y < tileShape.extent;
}

/**
 * What is to be clustered. It is read from front to back and nothing of it is kept but the id and the properties, so a
 * feature is made when it is read: a million of them at once would be most of the memory that an index takes.
 */
class Marks extends Array<Mark> {
  readonly #make: () => Generator<Mark, undefined>;

  constructor(columns: Columns, rows: Uint32Array, audience: Audience) {
    super(rows.length);
    this.#make = function* make() {
      for (const row of rows) yield markOf(columns, row, audience);
      return undefined;
    };
  }

  override [Symbol.iterator](): Generator<Mark, undefined> {
    return this.#make();
  }
}

function markOf(columns: Columns, row: number, audience: Audience): Mark {
  const read = readRow(columns, row);
  const { lat, lon } = audience === 'public' ? shownPlace(null, read) : read;
  return {
    type: 'Feature',
    id: row,
    // One object for all of a group: the clusters add up copies.
    properties: ofGroup[groupOfKind[read.kind]],
    geometry: { type: 'Point', coordinates: [lon, lat] },
  };
}

const none: Counts = { gear: 0, debris: 0, nature: 0, danger: 0, other: 0 };
const ofGroup: Readonly<Record<KindGroup, Counts>> = {
  gear: { ...none, gear: 1 },
  debris: { ...none, debris: 1 },
  nature: { ...none, nature: 1 },
  danger: { ...none, danger: 1 },
  other: { ...none, other: 1 },
};

function tagsOf(
  columns: Columns,
  id: number,
  tags: TileTags<Counts, Counts>,
): Record<string, string | number> {
  if (!tags || !('cluster_id' in tags)) {
    const { number, kind, status, hazard } = readRow(columns, id);
    return { number, kind, status, hazard };
  }
  const { cluster_id, point_count } = tags;
  return {
    cluster_id,
    point_count,
    ...Object.fromEntries(kindGroups.map((group) => [group, tags[group]])),
  };
}
