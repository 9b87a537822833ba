import type { Feature, Point } from 'geojson';
import type { Theme } from '../style.ts';
import type { MarkImage } from './draw-mark.ts';
import type { Overlay } from './overlay.ts';

/** A government at its seat. `weight` is the known weight in words, empty when nothing was weighed. */
export type SeatMark = {
  id: string;
  /** Its province, or its own id when it is one. */
  province: string;
  isProvince: boolean;
  seal: string;
  title: string;
  lat: number;
  lon: number;
  count: number;
  open: number;
  weight: string;
};

/** Below it provinces stand for their cities and counties, so that marks do not lie on each other. */
const provinceZoom = 7.2;

const width = 74;
const height = 36;

/**
 * Marks at the seats: seal, number of incidents, known weight, and the open share as a bar. Where two would lie on each
 * other the one with more incidents is shown, and the other when one goes nearer.
 */
export function seatOverlay(
  provinces: readonly SeatMark[],
  governments: readonly SeatMark[],
  theme: Theme,
  element: Element,
): Overlay {
  const idOf = ({ seal, count, open, weight }: SeatMark) =>
    ['seat', theme, seal, count, open, weight].join('/');
  const feature = (mark: SeatMark): Feature<Point> => ({
    type: 'Feature',
    properties: { government: mark.id, title: mark.title, image: idOf(mark), order: -mark.count },
    geometry: { type: 'Point', coordinates: [mark.lon, mark.lat] },
  });
  const layout = {
    'icon-image': ['get', 'image'],
    'icon-padding': 2,
    'symbol-sort-key': ['get', 'order'],
  } satisfies Extract<Overlay['layers'][number], { type: 'symbol' }>['layout'];
  return {
    onTop: true,
    sources: {
      'seat-provinces': { type: 'FeatureCollection', features: provinces.map(feature) },
      seats: { type: 'FeatureCollection', features: governments.map(feature) },
    },
    layers: [
      { id: 'seat-provinces', type: 'symbol', source: 'seat-provinces', maxzoom: provinceZoom, layout },
      { id: 'seats', type: 'symbol', source: 'seats', minzoom: provinceZoom, layout },
    ],
    images: new Map(
      [...provinces, ...governments].map((mark) => [idOf(mark), () => drawSeat(mark, element)]),
    ),
  };
}

function drawSeat({ seal, count, open, weight }: SeatMark, element: Element): MarkImage | undefined {
  const pixelRatio = Math.max(2, Math.ceil(window.devicePixelRatio));
  const canvas = document.createElement('canvas');
  canvas.width = width * pixelRatio;
  canvas.height = height * pixelRatio;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(`--${name}`).trim() || '#777';
  const font = style.getPropertyValue('--sans').trim() || 'sans-serif';
  context.scale(pixelRatio, pixelRatio);

  context.fillStyle = read('panel');
  context.strokeStyle = read('line-2');
  context.lineWidth = 1;
  context.fillRect(0.5, 0.5, width - 1, height - 1);
  context.strokeRect(0.5, 0.5, width - 1, height - 1);

  context.strokeStyle = context.fillStyle = read('ink');
  context.lineWidth = 1.2;
  context.strokeRect(4.5, 4.5, 20, 20);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.font = `600 13px ${font}`;
  context.fillText(seal, 14.5, 15.2);

  context.textAlign = 'left';
  context.font = `650 13px ${font}`;
  context.fillText(String(count), 30, weight ? 10.5 : 15);
  if (weight) {
    context.fillStyle = read('ink-2');
    context.font = `400 10.5px ${font}`;
    context.fillText(weight, 30, 22, width - 33);
  }
  const length = width - 8;
  context.fillStyle = read('line');
  context.fillRect(4, 29, length, 4);
  context.fillStyle = read('primary');
  context.fillRect(4, 29, count > 0 ? (length * open) / count : 0, 4);
  return { data: context.getImageData(0, 0, canvas.width, canvas.height), pixelRatio };
}
