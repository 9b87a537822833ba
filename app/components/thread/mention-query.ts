import type { Mentionable } from '#app/domain/thread/find-mentionable.server.ts';

/** What follows an `@` that stands at the caret; null where none does. A mail address is none. */
export function mentionAt(text: string, caret: number): { from: number; query: string } | null {
  const found = /(?:^|[\s(])@([^\s@]{0,30})$/u.exec(text.slice(0, caret));
  if (!found) return null;
  const query = found[1] ?? '';
  return { from: caret - query.length - 1, query };
}

const most = 8;

/** Who is meant, by name in any of the three languages or by the seat; who begins like it comes first. */
export function matching(all: readonly Mentionable[], query: string): Mentionable[] {
  const wanted = query.toLocaleLowerCase();
  const ranked = all.flatMap((one) => {
    const { seat } = one;
    const words = [
      ...Object.values(one.names),
      ...(seat ? [seat.titleKo, seat.titleZh, seat.titleEn] : []),
    ].map((word) => word.toLocaleLowerCase());
    if (words.some((word) => word.startsWith(wanted))) return [{ one, rank: 0 }];
    return words.some((word) => word.includes(wanted)) ? [{ one, rank: 1 }] : [];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ one }) => one);
}
