import { db } from '#app/db/client.server.ts';
import type { Language } from '#prisma/generated/enums.ts';
import type { Actor, Reader } from '../actor.ts';
import { governmentSelect, type NamedGovernment } from '../government/government.ts';
import type { PickedText } from '../translation/pick-text.ts';
import { findTitles, titledSelect } from './find-titles.server.ts';
import { visiblePostTo, visibleTo } from './policy.ts';
import { mostReferences, type Reference } from './reference.ts';

/** Which of these numbers the reader may know of, and where each stands now. */
export async function findReferences(reader: Reader, numbers: readonly string[]): Promise<Reference[]> {
  const asked = [...new Set(numbers)].slice(0, mostReferences);
  if (asked.length === 0) return [];
  const where = { number: { in: asked }, thread: visibleTo(reader) };
  const [incidents, items] = await Promise.all([
    db().incident.findMany({ where, select: { number: true, threadId: true, status: true } }),
    db().actionItem.findMany({ where, select: { number: true, threadId: true, state: true } }),
  ]);
  return [
    ...incidents.map(({ status, ...one }) => ({ ...one, subject: 'incident' as const, state: status })),
    ...items.map((one) => ({ ...one, subject: 'action_item' as const })),
  ];
}

/** A post that names the thing, and where it stands. */
export type NamingPost = {
  threadId: string;
  seq: number;
  at: Date;
  government: NamedGovernment;
  title: PickedText;
};

const mostNaming = 20;

/**
 * The posts that name an incident or an action item, of those that the reader may see, newest first, at most 20, and how
 * many there are. What is said in its own thread is not among them.
 */
export async function findPostsNaming(
  actor: Actor,
  number: string,
  language: Language,
): Promise<{ posts: NamingPost[]; total: number }> {
  const where = {
    references: { some: { number } },
    AND: [
      visiblePostTo(actor),
      { thread: { OR: [{ incident: null }, { incident: { number: { not: number } } }] } },
      { thread: { OR: [{ actionItem: null }, { actionItem: { number: { not: number } } }] } },
    ],
  };
  const [rows, total] = await Promise.all([
    db().post.findMany({
      where,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: mostNaming,
      select: {
        threadId: true,
        seq: true,
        createdAt: true,
        government: { select: governmentSelect },
        thread: { select: titledSelect },
      },
    }),
    db().post.count({ where }),
  ]);
  const titleOf = await findTitles(
    rows.map(({ thread }) => thread),
    language,
  );
  const posts = rows.map(({ thread, createdAt: at, ...post }) => ({ ...post, at, title: titleOf(thread) }));
  return { posts, total };
}
