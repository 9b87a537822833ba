/** A statement is kept by name once it has come so often. */
const comesBack = 5;
/** Kept on every connection: each costs the server its plan. */
const mostNamed = 150;
/** Different statements that are counted: lists of any length make ever new ones. */
const mostCounted = 5_000;

/**
 * Names for the statements that Prisma sends again and again, so that PostgreSQL reads and plans them once per
 * connection. An empty name is none. Raw ones are planned anew: how many rows they find hangs on what is asked for.
 */
export function nameStatements(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  return ({ sql }) => {
    const name = names.get(sql);
    if (name !== undefined) return name;
    if (names.size >= mostNamed || !sql.includes('"public".')) return '';
    const count = (counts.get(sql) ?? 0) + 1;
    if (counts.size >= mostCounted) counts.clear();
    counts.set(sql, count);
    if (count < comesBack) return '';
    counts.delete(sql);
    const given = `tideline_${names.size}`;
    names.set(sql, given);
    if (names.size >= mostNamed) counts.clear();
    return given;
  };
}
