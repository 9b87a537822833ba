/** Whom a mention can name: every name under which readers know it. */
type Named = { id: string; names: readonly string[] };

/**
 * Which of them a text names: `@` and a name, in any of the three languages. Where one name begins another the longer
 * one counts.
 */
export function mentionsIn(body: string, known: readonly Named[]): string[] {
  if (!body.includes('@')) return [];
  const names = known
    .flatMap(({ id, names: all }) => all.filter((name) => name !== '').map((name) => ({ id, name })))
    .sort((a, b) => b.name.length - a.name.length);
  const lower = body.toLowerCase();
  const found = new Set<string>();
  for (let at = lower.indexOf('@'); at !== -1; at = lower.indexOf('@', at + 1)) {
    const named = names.filter(({ name }) => lower.startsWith(name.toLowerCase(), at + 1));
    const longest = named[0]?.name.length;
    // Two people may have one name: both are told.
    for (const { id, name } of named) if (name.length === longest) found.add(id);
  }
  return [...found];
}
