import { referencesIn } from '#app/domain/thread/markdown.server.ts';
import { hashWording } from '#app/domain/action-item/hash-wording.server.ts';
import type { Prisma, PrismaClient } from '#prisma/generated/client.ts';
import type { PlannedPhoto, Rows } from './demo/compose/rows.ts';
import { composeWorld } from './demo/compose/world.ts';
import { fillHandover } from './demo/handover-notes.ts';
import { fillMeetings } from './demo/fill-meetings.ts';
import { insertSeats } from './demo/fill-seats.ts';
import { renderPhoto } from './demo/pictures/render.ts';
import { writeSheet } from './demo/write-sheet.ts';
import { demoSeats } from './demo/seats.ts';

/**
 * Fills the demo world: people, incidents, threads and action items on both coasts, dated relative to `now`.
 * The governments must be there. Does nothing when the world is there already; a crash leaves nothing half filled.
 * @param options where the application keeps its photos and its files
 */
export async function fillDemoWorld(
  prisma: PrismaClient,
  now: Date,
  options: { photosFolder: string; filesFolder: string },
): Promise<void> {
  if (await isFilled(prisma)) return;
  const rows = composeWorld(now);
  const photos = await renderPhotos(rows.photos, options.photosFolder);
  const files = await Promise.all(rows.files.map((file) => writeSheet(file, options.filesFolder)));
  await prisma.$transaction(
    async (tx) => {
      await insert(tx, rows, photos, files);
      await fillMeetings(tx, rows, now);
      await fillHandover(tx, now);
    },
    { maxWait: 10_000, timeout: 120_000 },
  );
}

async function isFilled(prisma: PrismaClient): Promise<boolean> {
  const seat = await prisma.seat.findUnique({
    where: { id: demoSeats.secretariat.id },
    select: { id: true },
  });
  return seat !== null;
}

/** Draws a few at a time: each takes a core for some tenths of a second. */
async function renderPhotos(
  planned: readonly PlannedPhoto[],
  folder: string,
): Promise<Prisma.PhotoCreateManyInput[]> {
  const photos: Prisma.PhotoCreateManyInput[] = [];
  const atATime = 4;
  for (let first = 0; first < planned.length; first += atATime) {
    const drawn = planned.slice(first, first + atATime).map(async ({ drawing: { photo, view }, ...row }) => ({
      ...row,
      ...(await renderPhoto(row.id, photo, view, folder)),
    }));
    photos.push(...(await Promise.all(drawn)));
  }
  return photos;
}

/** Table by table, in the order of their foreign keys. */
async function insert(
  tx: Prisma.TransactionClient,
  rows: Rows,
  photos: Prisma.PhotoCreateManyInput[],
  files: Prisma.PostFileCreateManyInput[],
): Promise<void> {
  await insertSeats(tx, rows);
  await tx.thread.createMany({ data: rows.threads });
  await tx.threadAudience.createMany({ data: rows.audiences });
  await tx.offer.createMany({ data: rows.offers });
  await tx.incident.createMany({ data: rows.incidents });
  await tx.observation.createMany({ data: rows.observations });
  await tx.correction.createMany({ data: rows.corrections });
  await tx.actionItem.createMany({ data: rows.actionItems });
  await tx.commitment.createMany({ data: rows.commitments });
  await tx.clearanceStep.createMany({ data: rows.clearances });
  await tx.actionItemIncident.createMany({ data: rows.links });
  await tx.evidence.createMany({ data: rows.evidence });
  await tx.amount.createMany({ data: rows.amounts });
  await tx.originClue.createMany({ data: rows.clues });
  await tx.event.createMany({ data: rows.events });
  await tx.post.createMany({ data: rows.posts });
  await tx.postReference.createMany({ data: rows.posts.flatMap(named) });
  await tx.photo.createMany({ data: photos });
  await tx.postFile.createMany({ data: files });
  await tx.acknowledgement.createMany({ data: rows.acknowledgements });
  await tx.postReaction.createMany({ data: rows.reactions });
  await tx.decision.createMany({ data: rows.decisions });
  await tx.decisionVoice.createMany({ data: rows.voices });
  await tx.readMark.createMany({ data: rows.readMarks });
  await tx.follow.createMany({ data: rows.follows });
  await tx.notification.createMany({ data: rows.notifications });
  await tx.translation.createMany({ data: rows.translations });
  await tx.counter.createMany({ data: rows.counters });
  await bindClearances(tx, rows);
}

/** What a post names; of a deleted one nothing is left. */
function named({ id, body, deletedAt }: Rows['posts'][number]): { postId: string; number: string }[] {
  return deletedAt ? [] : referencesIn(body).map((number) => ({ postId: id, number }));
}

/** What was granted was granted for the words that stand there. */
async function bindClearances(tx: Prisma.TransactionClient, rows: Rows): Promise<void> {
  for (const { id: commitmentId, actionItemId } of rows.commitments) {
    if (commitmentId === undefined) continue;
    if (!rows.clearances.some((step) => step.commitmentId === commitmentId && step.state === 'granted'))
      continue;
    const wordingHash = await hashWording(actionItemId, tx);
    await tx.clearanceStep.updateMany({ where: { commitmentId, state: 'granted' }, data: { wordingHash } });
  }
}
