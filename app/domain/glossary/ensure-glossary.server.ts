import fs from 'node:fs/promises';
import path from 'node:path';
import { v7 as uuid } from 'uuid';
import { db, type Tx } from '#app/db/client.server.ts';
import { nextNumber } from '#app/db/commit.server.ts';
import { governmentSelect } from '../government/government.ts';
import { indexThings } from '../search/index-things.server.ts';
import { glossarySeries } from './find-words.server.ts';
import { placeTerm } from './place-terms.server.ts';
import { putContent } from './put-content.server.ts';
import { contentOf, type TermContent, termInput } from './term.ts';

const listFile = path.resolve('prisma/lists/glossary.tsv');

/** The lists of the product have no author. */
const nobody = { accountId: null, seatId: null, note: '' };

/**
 * Puts the terms of prisma/lists/glossary.tsv and the names of the governments into the glossary. A term that somebody
 * edited or took out stays as it is; one that nobody touched follows the list.
 */
export async function ensureGlossary(): Promise<void> {
  const governments = await db().government.findMany({ select: governmentSelect, orderBy: { id: 'asc' } });
  const listed = [...(await readList()), ...governments.map(placeTerm)];
  const stored = new Map(
    (
      await db().glossaryTerm.findMany({
        select: {
          id: true,
          key: true,
          revision: true,
          withdrawnAt: true,
          revisions: { where: { revision: 1 }, select: { content: true, accountId: true } },
        },
      })
    ).map((term) => [term.key, term]),
  );
  const changed = listed.filter(({ key, content }) => {
    const present = stored.get(key);
    if (!present) return true;
    const [first] = present.revisions;
    if (present.revision > 1 || present.withdrawnAt || first?.accountId) return false;
    return !isSame(first?.content, content);
  });
  if (changed.length === 0) return;
  await db().$transaction(
    async (tx) => {
      const absent = changed.filter(({ key }) => !stored.has(key));
      const ids = await addAll(tx, absent);
      for (const { key, content } of changed) {
        const present = stored.get(key);
        if (!present) continue;
        await tx.glossaryRevision.deleteMany({ where: { termId: present.id, revision: 1 } });
        await putContent(tx, present.id, { content, revision: 1, ...nobody });
        ids.push(present.id);
      }
      await indexThings(tx, 'term', ids);
      await nextNumber(tx, glossarySeries);
    },
    { maxWait: 60_000, timeout: 60_000 },
  );
}

/** New terms in three statements, however many there are. */
async function addAll(tx: Tx, terms: readonly { key: string; content: TermContent }[]): Promise<string[]> {
  const rows = terms.map((term) => ({ id: uuid(), ...term }));
  await tx.glossaryTerm.createMany({
    data: rows.map(({ id, key, content: { field, source, definitions } }) => ({
      ...{ id, key, field, source },
      definitionKo: definitions.ko,
      definitionZh: definitions.zh,
      definitionEn: definitions.en,
    })),
  });
  await tx.glossaryWord.createMany({
    data: rows.flatMap(({ id: termId, content }) =>
      content.words.map((word, position) => ({ termId, position, ...word })),
    ),
  });
  await tx.glossaryRevision.createMany({
    data: rows.map(({ id: termId, content }) => ({ termId, revision: 1, content, ...nobody })),
  });
  return rows.map(({ id }) => id);
}

async function readList(): Promise<{ key: string; content: TermContent }[]> {
  const [head = '', ...lines] = (await fs.readFile(listFile, 'utf8')).trimEnd().split(/\r?\n/);
  const columns = head.split('\t');
  return lines.map((line, index) => {
    const cells = line.split('\t');
    const cell = (name: string) => cells[columns.indexOf(name)] ?? '';
    const parsed = termInput.safeParse({
      field: cell('field'),
      ...{ ko: cell('ko'), zh: cell('zh'), en: cell('en') },
      ...{ avoidKo: cell('avoid_ko'), avoidZh: cell('avoid_zh'), avoidEn: cell('avoid_en') },
      definitionKo: cell('definition_ko'),
      definitionZh: cell('definition_zh'),
      definitionEn: cell('definition_en'),
      source: cell('source'),
      revision: 0,
    });
    if (parsed.success) return { key: cell('key'), content: contentOf(parsed.data) };
    const where = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
    throw new Error(`${listFile}, line ${index + 2}: wrong value in ${where}.`);
  });
}

/** JSONB keeps its own order of keys. */
function isSame(stored: unknown, listed: TermContent): boolean {
  return JSON.stringify(sorted(stored)) === JSON.stringify(sorted(listed));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([key, one]) => [key, sorted(one)]),
  );
}
