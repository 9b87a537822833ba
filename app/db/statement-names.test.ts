import { describe, expect, test } from 'vitest';
import { nameStatements } from './statement-names.server.ts';

const select = (table: string) => ({ sql: `SELECT 1 FROM "public"."${table}" AS "t0"` });

describe('a statement', () => {
  test('gets a name of its own once it has come five times, and keeps it', () => {
    const name = nameStatements();
    const thread = Array.from({ length: 7 }, () => name(select('Thread')));
    const posts = Array.from({ length: 6 }, () => name(select('Post')));
    expect(thread.slice(0, 4)).toEqual(['', '', '', '']);
    expect(new Set(thread.slice(4)).size).toBe(1);
    expect(new Set([thread[6], posts[5], '']).size).toBe(3);
  });

  test('of our own is never kept, and no more are kept than a connection can bear', () => {
    const name = nameStatements();
    const own = { sql: 'SELECT subject FROM "SearchDocument" d' };
    expect(new Set(Array.from({ length: 20 }, () => name(own)))).toEqual(new Set(['']));
    const given = Array.from({ length: 400 }, (_, table) =>
      Array.from({ length: 5 }, () => name(select(`Table${table}`))).at(-1),
    ).filter((one) => one !== '');
    expect(new Set(given).size).toBe(150);
  });
});
