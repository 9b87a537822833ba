import exifr from 'exifr';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { encodePhoto, readSuggestion } from './encode-photo.server.ts';

/** As a phone sends it: with the place, the time and its maker in it. */
const sent = () =>
  sharp({ create: { width: 320, height: 240, channels: 3, background: '#c2b280' } })
    .withExif({
      IFD0: { Make: 'Manipo Camera' },
      IFD2: { DateTimeOriginal: '2026:11:16 09:20:00' },
      IFD3: {
        ...{ GPSLatitudeRef: 'N', GPSLatitude: '36/1 47/1 1176/100' },
        ...{ GPSLongitudeRef: 'E', GPSLongitude: '126/1 8/1 3660/100' },
      },
    })
    .jpeg()
    .toBuffer();

test('of what a camera writes into a photo nothing is in any picture that is kept', async () => {
  const bytes = await sent();
  const { place } = await readSuggestion(bytes, '+09:00');
  expect([place?.lat.toFixed(4), place?.lon.toFixed(4)]).toEqual(['36.7866', '126.1435']);
  const encoded = await encodePhoto(bytes);
  expect(Object.keys(encoded?.pictures ?? {})).toEqual(['large', 'small']);
  for (const picture of Object.values(encoded?.pictures ?? {})) {
    const { exif, xmp, iptc } = await sharp(picture).metadata();
    expect([exif, xmp, iptc]).toEqual([undefined, undefined, undefined]);
    expect(await exifr.parse(Buffer.from(picture)).catch(() => undefined)).toBeUndefined();
    expect(Buffer.from(picture).toString('latin1')).not.toContain('Manipo');
  }
});
