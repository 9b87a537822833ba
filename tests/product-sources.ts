import fs from 'node:fs';
import path from 'node:path';

/** Every source file of the product, without its tests and what is generated. */
export function productSources(): { file: string; text: string }[] {
  return ['app', 'prisma']
    .flatMap((folder) =>
      fs
        .readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((name) => path.posix.join(folder, name.split(path.sep).join('/'))),
    )
    .filter(
      (file) =>
        /\.tsx?$/.test(file) && !/\.(test|d)\.tsx?$/.test(file) && !file.startsWith('prisma/generated/'),
    )
    .map((file) => ({ file, text: fs.readFileSync(file, 'utf8') }));
}
