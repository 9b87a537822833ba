import { v7 as uuid } from 'uuid';
import { db } from '#app/db/client.server.ts';
import { commit } from '#app/db/commit.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Actor } from '../actor.ts';
import { done, refuse, type Result } from '../result.ts';
import { isOpenToReadersOf, visibleTo } from '../thread/policy.ts';
import { findMeetingToChange, findOpen } from './find-meeting-for-step.server.ts';
import { type AddPointInput, mostPoints } from './meeting.ts';
import { mayKeepMeeting } from './policy.ts';

/**
 * Puts a point at the end of the agenda: an incident, an action item or a topic that every reader of the meeting may see,
 * or a point of its own. What stands there already is not put there twice, nor is the same client key.
 */
export async function addPoint(
  actor: Actor,
  input: AddPointInput & { number: string },
): Promise<Result<{ id: string }>> {
  const found = await findMeetingToChange(actor, input.number, mayKeepMeeting);
  if (!found.ok) return found;
  const meeting = found.value;
  const named = input.aboutId ?? input.aboutNumber;
  const about = named === undefined ? null : await findAbout(actor, named);
  if (named !== undefined && !about) return refuse('not_found');
  if (about && !isOpenToReadersOf(meeting.thread, about)) return refuse('point_other_readers');

  return commit(async (tx, announce) => {
    if (!(await findOpen(tx, meeting))) return refuse('meeting_frozen');
    const { clientKey } = input;
    const same = await tx.agendaPoint.findUnique({
      where: { clientKey },
      select: { id: true, meetingId: true },
    });
    if (same) return same.meetingId === meeting.id ? done({ id: same.id }) : refuse('key_reused');
    const points = await tx.agendaPoint.findMany({
      where: { meetingId: meeting.id },
      select: { id: true, aboutId: true },
    });
    const there = about && points.find(({ aboutId }) => aboutId === about.id);
    if (there) return done({ id: there.id });
    if (points.length >= mostPoints) return refuse('agenda_full');
    const id = uuid();
    await tx.agendaPoint.create({
      data: {
        id,
        meetingId: meeting.id,
        position: points.length + 1,
        clientKey,
        ...(about
          ? { aboutId: about.id }
          : { title: input.title ?? '', language: input.language ?? actor.language }),
      },
      select: { id: true },
    });
    await announce({ threadId: meeting.threadId, type: 'agenda_changed', payload: {}, actor, quiet: true });
    return done({ id });
  });
}

/** By the id of its thread, or by its number. */
function findAbout(actor: Actor, named: string) {
  const isNumber = /^(A-\d+|\d{4}-\d+)$/.test(named);
  const which: Prisma.ThreadWhereInput = isNumber
    ? { OR: [{ incident: { number: named } }, { actionItem: { number: named } }] }
    : { id: named };
  return db().thread.findFirst({
    where: { AND: [which, { subject: { not: 'meeting' } }, visibleTo(actor)] },
    select: {
      id: true,
      visibility: true,
      ownerGovernmentId: true,
      withdrawnAt: true,
      audience: { select: { governmentId: true } },
    },
  });
}
