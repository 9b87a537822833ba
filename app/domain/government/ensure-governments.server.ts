import fs from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { db } from '#app/db/client.server.ts';
import type { Government } from '#prisma/generated/client.ts';
import { Country, Level } from '#prisma/generated/enums.ts';

const listFile = path.resolve('prisma/lists/governments.tsv');

const text = z.string().min(1);
const orNull = z.string().transform((value) => (value === '' ? null : value));
const degrees = orNull
  .transform((value) => (value === null ? null : Number(value)))
  .pipe(z.number().nullable());
const day = orNull.transform((value) => (value === null ? null : new Date(value))).pipe(z.date().nullable());

const row = z
  .object({
    slug: text,
    country: z.enum(Country),
    level: z.enum(Level),
    parent: orNull,
    ko: text,
    zh: text,
    en: text,
    seal: text,
    lat: degrees,
    lon: degrees,
    valid_from: day,
    valid_to: day,
    successor: orNull,
  })
  .transform(({ slug, parent, ko, zh, en, valid_from, valid_to, successor, ...same }): Government => {
    const names = { nameKo: ko, nameZh: zh, nameEn: en };
    return {
      id: slug,
      ...same,
      ...names,
      parentId: parent,
      validFrom: valid_from,
      validTo: valid_to,
      successorId: successor,
    };
  });

/** Makes the governments of prisma/lists/governments.tsv true in the database; writes only what differs. */
export async function ensureGovernments(): Promise<void> {
  const listed = await readList();
  const stored = new Map((await db().government.findMany()).map((government) => [government.id, government]));
  const absent = listed.filter(({ id }) => !stored.has(id));
  const changed = listed.filter((government) => {
    const before = stored.get(government.id);
    return before && !isSame(before, government);
  });
  if (absent.length === 0 && changed.length === 0) return;
  await db().$transaction([
    db().government.createMany({ data: absent }),
    ...changed.map(({ id, ...data }) => db().government.update({ where: { id }, data })),
  ]);
}

async function readList(): Promise<Government[]> {
  const [head = '', ...lines] = (await fs.readFile(listFile, 'utf8')).trimEnd().split(/\r?\n/);
  const columns = head.split('\t');
  return lines.map((line, index) => {
    const cells = line.split('\t');
    const parsed = row.safeParse(Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])));
    if (parsed.success) return parsed.data;
    const where = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
    throw new Error(`${listFile}, line ${index + 2}: wrong value in ${where}.`);
  });
}

function isSame(stored: Government, listed: Government): boolean {
  return JSON.stringify({ ...stored, ...listed }) === JSON.stringify(stored);
}
