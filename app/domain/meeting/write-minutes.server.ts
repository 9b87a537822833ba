import { commit } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { done, refuse, type Result } from '../result.ts';
import { findMeetingToChange, findOpen } from './find-meeting-for-step.server.ts';
import type { MinutesInput } from './meeting.ts';
import { mayWriteMinutes } from './policy.ts';

/**
 * Saves the minutes of a point in one language. Who wrote on an older revision than the one that is there gets
 * `already_changed`, and nothing of anybody is lost: every revision is kept, and other languages are not touched.
 */
export async function writeMinutes(
  actor: Actor,
  { number, pointId, language, text, revision: base }: MinutesInput & { number: string; pointId: string },
): Promise<Result<{ revision: number }>> {
  const found = await findMeetingToChange(actor, number, mayWriteMinutes);
  if (!found.ok) return found;
  const meeting = found.value;

  return commit(async (tx, announce) => {
    if (!(await findOpen(tx, meeting))) return refuse('meeting_frozen');
    const point = await tx.agendaPoint.findFirst({
      where: { id: pointId, meetingId: meeting.id },
      select: { minutes: { where: { language }, select: { text: true, revision: true } } },
    });
    if (!point) return refuse('not_found');
    const [present] = point.minutes;
    // Forms send their lines with CR LF.
    const words = text.replaceAll('\r\n', '\n').trimEnd();
    // The same words cannot take any away: a second press of the button, or nothing typed.
    if (words === (present?.text ?? '')) return done({ revision: present?.revision ?? 0 });
    if (base !== (present?.revision ?? 0)) return refuse('already_changed');
    const revision = base + 1;
    const { seatId, accountId } = actor;
    const saved = { text: words, revision, seatId, accountId, at: new Date() };
    await tx.minutes.upsert({
      where: { pointId_language: { pointId, language } },
      create: { pointId, language, ...saved },
      update: saved,
      select: { revision: true },
    });
    await tx.minutesRevision.create({ data: { pointId, language, ...saved }, select: { revision: true } });
    await announce({
      threadId: meeting.threadId,
      type: 'minutes_written',
      payload: { pointId, language, revision },
      actor,
      quiet: true,
    });
    return done({ revision });
  });
}
