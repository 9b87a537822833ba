import { v7 as uuid } from 'uuid';
import type { Tx } from '#app/db/client.server.ts';
import type { Announce } from '#app/db/commit.server.ts';
import { Prisma } from '#prisma/generated/client.ts';
import type { Actor } from '../actor.ts';
import { readersOf } from './find-post.server.ts';

/** Posts that one step moves: it is one transaction. */
export const mostMoved = 200;

const movedSelect = {
  id: true,
  seq: true,
  accountId: true,
  seatId: true,
  governmentId: true,
  language: true,
  body: true,
  revision: true,
  createdAt: true,
  replyToSeq: true,
  asksToBeAcknowledged: true,
  decision: { select: { id: true } },
  event: { select: { onlyGovernmentId: true } },
} as const satisfies Prisma.PostSelect;

type MovedPost = Prisma.PostGetPayload<{ select: typeof movedSelect }>;

/** The posts of a thread that are not gone, in their order; nobody changes them until the end of the transaction. */
export async function holdPosts(tx: Tx, threadId: string, seqs?: readonly number[]): Promise<MovedPost[]> {
  const only = seqs ? Prisma.sql`AND seq = ANY (${[...seqs]}::int[])` : Prisma.empty;
  await tx.$queryRaw`
    SELECT id FROM "Post" WHERE "threadId" = ${threadId}::uuid AND "deletedAt" IS NULL ${only}
    ORDER BY seq FOR UPDATE`;
  return tx.post.findMany({
    where: { threadId, deletedAt: null, ...(seqs && { seq: { in: [...seqs] } }) },
    orderBy: { seq: 'asc' },
    select: movedSelect,
  });
}

type Way = { actor: Actor; fromThreadId: string; toThreadId: string };

/**
 * Gives posts new numbers at the end of another thread, with everything that was said to them, their authors and times.
 * In their old places tombstones say where they are. Who followed the one follows the other, and has read there what it
 * had read here as far as one number can say it.
 */
export async function movePosts(
  tx: Tx,
  announce: Announce,
  { actor, fromThreadId, toThreadId }: Way,
  posts: readonly MovedPost[],
): Promise<void> {
  const [from, to] = [
    await tx.thread.findUniqueOrThrow({ where: { id: fromThreadId }, select: { lastSeq: true } }),
    await tx.thread.findUniqueOrThrow({ where: { id: toThreadId }, select: { lastSeq: true } }),
  ];
  const moved = new Map<number, number>();
  for (const post of posts) {
    const { id, seq: oldSeq, event, decision: _decision, ...words } = post;
    const { accountId, seatId, governmentId, createdAt, replyToSeq } = post;
    const only = readersOf({ event });
    const postId = uuid();
    const { seq } = await announce({
      ...{ threadId: toThreadId, type: 'post_written', payload: { postId }, quiet: true },
      ...{ actor: { accountId, seatId, governmentId }, at: createdAt, ...only },
    });
    const replyTo = replyToSeq === null ? null : (moved.get(replyToSeq) ?? null);
    await tx.post.create({
      data: { ...words, id: postId, threadId: toThreadId, seq, clientKey: uuid(), replyToSeq: replyTo },
      select: { id: true },
    });
    await moveWhatHangs(tx, id, postId, from.lastSeq);
    await tx.post.update({
      where: { id },
      data: {
        ...{ deletedAt: new Date(), body: '', asksToBeAcknowledged: false },
        ...{ movedToThreadId: toThreadId, movedToSeq: seq },
      },
      select: { id: true },
    });
    await announce({
      ...{ threadId: fromThreadId, type: 'post_moved', actor, quiet: true, ...only },
      payload: { postId: id, toThreadId, toSeq: seq },
    });
    moved.set(oldSeq, seq);
  }
  const follows = await tx.follow.findMany({ where: { threadId: fromThreadId }, select: { seatId: true } });
  await tx.follow.createMany({
    data: follows.map(({ seatId }) => ({ threadId: toThreadId, seatId })),
    skipDuplicates: true,
  });
  await keepRead(tx, { fromThreadId, toThreadId }, [...moved], to.lastSeq);
}

/** Numbers of acknowledgements and reactions become those of before the new thread began, in their own order. */
async function moveWhatHangs(tx: Tx, from: string, postId: string, before: number): Promise<void> {
  const where = { postId: from };
  await tx.postRevision.updateMany({ where, data: { postId } });
  await tx.acknowledgement.updateMany({ where, data: { postId, seq: { decrement: before } } });
  await tx.postReaction.updateMany({ where, data: { postId, seq: { decrement: before } } });
  await tx.photo.updateMany({ where, data: { postId } });
  await tx.postFile.updateMany({ where, data: { postId } });
  await tx.postReference.updateMany({ where, data: { postId } });
  await tx.translation.updateMany({
    where: { subject: 'post', subjectId: from },
    data: { subjectId: postId },
  });
}

/** Only for who had read everything that stood in the other thread before: its mark is one number. */
async function keepRead(
  tx: Tx,
  { fromThreadId, toThreadId }: Omit<Way, 'actor'>,
  moved: readonly (readonly [oldSeq: number, newSeq: number])[],
  lastBefore: number,
): Promise<void> {
  const marks = await tx.readMark.findMany({ where: { threadId: fromThreadId } });
  const there = await tx.readMark.findMany({ where: { threadId: toThreadId } });
  const markThere = new Map(there.map(({ seatId, seq }) => [seatId, seq]));
  for (const { seatId, seq: read } of marks) {
    const seq = moved.filter(([oldSeq]) => oldSeq <= read).at(-1)?.[1];
    // The last entry before is the one that tells of the move.
    if (seq === undefined || (lastBefore > 1 && (markThere.get(seatId) ?? 0) < lastBefore - 1)) continue;
    await tx.readMark.upsert({
      where: { threadId_seatId: { threadId: toThreadId, seatId } },
      create: { threadId: toThreadId, seatId, seq },
      update: { seq, at: new Date() },
    });
  }
}
