import type { MapHandle } from './engine.client.ts';

/** A swatch of the picture's legend: a plain colour, a run of colours, or a mark as it is drawn on the map. */
export type PictureSwatch = { words: string } & (
  { colours: readonly string[] } | { mark: { data: ImageData; pixelRatio: number } }
);

/** What stands around the map in a picture: everything that somebody must know who sees nothing else. */
export type PictureWords = {
  title: string;
  /** Below the title: time, filters, day of the picture. */
  lines: readonly string[];
  swatches: readonly PictureSwatch[];
  /** Sentences of the legend, then the disclaimer and the sources. */
  notes: readonly string[];
};

const inset = 20;
const swatchWidth = 22;

/** What the map shows now. The engines throw their picture away after each frame: it is taken while one is drawn. */
function takeMap({ map }: MapHandle): Promise<HTMLCanvasElement> {
  return new Promise((resolve, reject) => {
    map.once('render', () => {
      const drawn = map.getCanvas();
      const copy = document.createElement('canvas');
      copy.width = drawn.width;
      copy.height = drawn.height;
      const context = copy.getContext('2d');
      if (!context) return reject(new Error('no canvas'));
      context.drawImage(drawn, 0, 0);
      resolve(copy);
    });
    map.triggerRepaint();
  });
}

/** The map with title, legend, day, sources and disclaimer as a PNG, in the colours that hold on the page. */
export async function drawPicture(handle: MapHandle, words: PictureWords): Promise<Blob> {
  const taken = await takeMap(handle);
  const container = handle.map.getContainer();
  const ratio = taken.width / container.clientWidth;
  const width = container.clientWidth;
  const style = getComputedStyle(container);
  const read = (name: string) => style.getPropertyValue(`--${name}`).trim() || '#777';
  const family = style.getPropertyValue('--sans').trim() || 'sans-serif';
  const small = `400 11.5px ${family}`;

  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  const room = width - 2 * inset;
  const measure = (font: string) => (text: string) => {
    context.font = font;
    return context.measureText(text).width;
  };
  const head = wrap(words.title, room, measure(`650 18px ${family}`));
  const lines = words.lines.flatMap((line) => wrap(line, room, measure(small)));
  const rows = flow(words.swatches, room, measure(small));
  const notes = words.notes.flatMap((note) => wrap(note, room, measure(small)));
  const headHeight = inset + head.length * 24 + lines.length * 17 + 8;
  const mapHeight = taken.height / ratio;
  const footHeight = 12 + rows.length * 28 + notes.length * 17 + inset - 6;

  canvas.width = taken.width;
  canvas.height = Math.round((headHeight + mapHeight + footHeight) * ratio);
  context.scale(ratio, ratio);
  context.fillStyle = read('panel');
  context.fillRect(0, 0, width, headHeight + mapHeight + footHeight);
  context.drawImage(taken, 0, headHeight, width, mapHeight);
  context.textBaseline = 'middle';

  const write = (text: string, y: number, font: string, colour: string) => {
    context.font = font;
    context.fillStyle = read(colour);
    context.fillText(text, inset, y);
  };
  for (const [at, text] of head.entries()) write(text, inset + 10 + at * 24, `650 18px ${family}`, 'ink');
  for (const [at, text] of lines.entries())
    write(text, inset + head.length * 24 + 8 + at * 17, small, 'ink-2');

  let y = headHeight + mapHeight + 12;
  for (const row of rows) {
    for (const { x, swatch } of row) {
      drawSwatch(context, swatch, inset + x, y + 14);
      context.font = small;
      context.fillStyle = read('ink');
      context.fillText(swatch.words, inset + x + swatchWidth + 8, y + 14);
    }
    y += 28;
  }
  for (const [at, text] of notes.entries()) write(text, y + 9 + at * 17, small, 'ink-2');
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
  });
}

function drawSwatch(context: CanvasRenderingContext2D, swatch: PictureSwatch, x: number, middle: number) {
  if ('mark' in swatch) {
    const { data, pixelRatio } = swatch.mark;
    const canvas = document.createElement('canvas');
    canvas.width = data.width;
    canvas.height = data.height;
    canvas.getContext('2d')?.putImageData(data, 0, 0);
    const size = Math.min(28, data.width / pixelRatio);
    context.drawImage(canvas, x + swatchWidth / 2 - size / 2, middle - size / 2, size, size);
    return;
  }
  const fill = context.createLinearGradient(x, 0, x + swatchWidth, 0);
  for (const [at, colour] of swatch.colours.entries())
    fill.addColorStop(swatch.colours.length > 1 ? at / (swatch.colours.length - 1) : 0, colour);
  context.fillStyle = fill;
  context.fillRect(x, middle - 5, swatchWidth, 10);
}

/** Puts swatches side by side as far as there is room. */
function flow(swatches: readonly PictureSwatch[], room: number, measure: (text: string) => number) {
  const rows: { x: number; swatch: PictureSwatch }[][] = [];
  let x = Infinity;
  for (const swatch of swatches) {
    const width = swatchWidth + 8 + measure(swatch.words) + 18;
    if (x + width > room) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)?.push({ x, swatch });
    x += width;
  }
  return rows;
}

const tokens = /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]|[^\s\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]+\s*/g;

/** Breaks a text into lines: Chinese anywhere, Korean and English between words. */
export function wrap(text: string, room: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [token] of text.matchAll(tokens)) {
    if (line && measure((line + token).trimEnd()) > room) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += token;
  }
  return line ? [...lines, line.trimEnd()] : lines;
}

/** Offers a picture to be saved. */
export function savePicture(picture: Blob, name: string): void {
  const address = URL.createObjectURL(picture);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Prints a picture on a page of its own; the rest of the page stays off the paper. */
export async function printPicture(picture: Blob, words: string): Promise<void> {
  const address = URL.createObjectURL(picture);
  const image = document.createElement('img');
  image.className = 'print-map';
  image.alt = words;
  image.src = address;
  await image.decode();
  document.body.append(image);
  document.body.dataset.printMap = '';
  window.addEventListener(
    'afterprint',
    () => {
      delete document.body.dataset.printMap;
      image.remove();
      URL.revokeObjectURL(address);
    },
    { once: true },
  );
  window.print();
}
