import { db } from '#app/db/client.server.ts';
import type { PrismaClient } from '#prisma/generated/client.ts';
import type { Term } from './term.ts';

/** The counter that goes up with every change of the glossary. */
export const glossarySeries = 'glossary';

export type Glossary = { version: number; terms: readonly Term[] };

const kept = new WeakMap<PrismaClient, Glossary>();

/** The version of the glossary: another number, other words. 0 before there are any. */
export async function readGlossaryVersion(): Promise<number> {
  const counter = await db().counter.findUnique({
    where: { name: glossarySeries },
    select: { value: true },
  });
  return counter?.value ?? 0;
}

/** Every term that is not withdrawn, with its words; read again only when the version has changed. */
export async function readGlossary(): Promise<Glossary> {
  const version = await readGlossaryVersion();
  const present = kept.get(db());
  if (present?.version === version) return present;
  const rows = await db().glossaryTerm.findMany({
    where: { withdrawnAt: null },
    orderBy: { key: 'asc' },
    select: {
      key: true,
      field: true,
      source: true,
      definitionKo: true,
      definitionZh: true,
      definitionEn: true,
      words: { select: { language: true, kind: true, text: true }, orderBy: { position: 'asc' } },
    },
  });
  const terms = rows.map(({ definitionKo: ko, definitionZh: zh, definitionEn: en, ...term }): Term => {
    return { ...term, definitions: { ko, zh, en } };
  });
  const glossary = { version, terms };
  kept.set(db(), glossary);
  return glossary;
}
