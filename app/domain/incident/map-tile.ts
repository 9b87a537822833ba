/** How the incidents are cut into vector tiles: the server makes them so, and the map reads them so. */
export const tileShape = {
  layer: 'incidents',
  /** Units across a tile, which is 512 pixels wide. */
  extent: 4096,
  /** 50 pixels: wide enough that large donuts hardly overlap. */
  radius: 400,
  /** Points this close at the deepest zoom stay together: then a list opens. */
  maxZoom: 14,
} as const;

/** How many incidents of one spot are listed. */
export const mostListed = 50;
