import fs from 'node:fs/promises';
import path from 'node:path';
import { getEnv } from '#app/env.server.ts';
import { photoSizes, type PhotoSize } from './photo.ts';

/** Where a photo lies. The end of a v7 id is random, its beginning is the time: folders by the end fill evenly. */
export function photoFile(
  id: string,
  size: PhotoSize,
  folder = path.resolve(getEnv().DATA_DIR, 'photos'),
): string {
  return path.join(folder, id.slice(-2), `${id}-${size}.webp`);
}

/** Writes both sizes of a photo. */
export async function writePhotoFiles(id: string, pictures: Record<PhotoSize, Uint8Array>): Promise<void> {
  await fs.mkdir(path.dirname(photoFile(id, 'large')), { recursive: true });
  await Promise.all([
    fs.writeFile(photoFile(id, 'large'), pictures.large),
    fs.writeFile(photoFile(id, 'small'), pictures.small),
  ]);
}

/** Removes both sizes of a photo, if they are there. */
export async function removePhotoFiles(id: string): Promise<void> {
  await Promise.all(
    Object.keys(photoSizes).map((size) =>
      fs.rm(photoFile(id, size === 'large' ? 'large' : 'small'), { force: true }),
    ),
  );
}
