import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { photoFile } from '#app/domain/incident/photo-files.server.ts';
import { photoSizes } from '#app/domain/incident/photo.ts';
import { drawPhoto, type Photo } from './scene.ts';

export type RenderedPhoto = { width: number; height: number; bytes: number; sha256: string };

/** Draws a photo and keeps it in both sizes where the application looks for the photo with this id. */
export async function renderPhoto(
  id: string,
  photo: Photo,
  view: string,
  folder: string,
): Promise<RenderedPhoto> {
  const { data, info } = await sharp(Buffer.from(drawPhoto(photo, view)))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const drawn = sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
  const [large, small] = await Promise.all([
    drawn.clone().webp({ quality: 80, effort: 2 }).toBuffer(),
    drawn.clone().resize({ width: photoSizes.small }).webp({ quality: 78, effort: 2 }).toBuffer(),
  ]);
  await fs.mkdir(path.dirname(photoFile(id, 'large', folder)), { recursive: true });
  await Promise.all([
    fs.writeFile(photoFile(id, 'large', folder), large),
    fs.writeFile(photoFile(id, 'small', folder), small),
  ]);
  const sha256 = createHash('sha256').update(large).digest('hex');
  return { width: info.width, height: info.height, bytes: large.byteLength, sha256 };
}
