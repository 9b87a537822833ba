import { v7 as uuid } from 'uuid';
import { commit, oneAtATime } from '#app/db/commit.server.ts';
import { keepToWording } from '../action-item/keep-to-wording.server.ts';
import { refusesWords } from '../action-item/policy.ts';
import type { Actor } from '../actor.ts';
import { findFrozenAt } from '../meeting/find-meeting-for-step.server.ts';
import { done, refuse, type Result } from '../result.ts';
import { findSource, namesEachOption } from './find-source.server.ts';
import { mayImprove, mayReplace, mayTranslate } from './policy.ts';
import { sourceHash } from './source-hash.server.ts';
import type { TranslationInput } from './translation.ts';

/**
 * Puts a person's translation beside a text. The source and every other language stay untouched. Who says which version
 * they saw (`seen`) improves it, whoever made it; who does not renews only what the own government made. What was said
 * before is kept, and a new wording is not verified.
 */
export async function addTranslation(
  actor: Actor,
  input: TranslationInput,
): Promise<Result<{ seq: number }>> {
  const source = await findSource(actor, input);
  if (!source) return refuse('not_found');
  if (!mayTranslate(actor)) return refuse('not_allowed');
  if (source.revision !== input.revision || source.language === input.language)
    return refuse('already_changed');
  const { item } = source;
  const frozen = item && refusesWords(actor, item);
  if (frozen) return refuse(frozen);
  if (!namesEachOption(source, input.text)) return refuse('option_lines');
  const { subject, subjectId, field, revision, language, text, seen } = input;
  const { accountId, seatId } = actor;
  const made = { text, accountId, seatId, sourceHash: sourceHash(source) };

  return commit(async (tx, announce) => {
    if (item) await oneAtATime(tx, `action-item:${item.id}`);
    const frozenAt = source.meetingId === undefined ? null : await findFrozenAt(tx, source.meetingId);
    await oneAtATime(tx, `translation:${subject}:${subjectId}:${field}:${language}`);
    const key = { subject, subjectId, field, revision, language, kind: 'human' as const };
    const present = await tx.translation.findUnique({
      where: { subject_subjectId_field_revision_language_kind: key },
      select: {
        id: true,
        version: true,
        text: true,
        accountId: true,
        seatId: true,
        verifiedAt: true,
        createdAt: true,
        seat: { select: { governmentId: true } },
      },
    });
    if (present && frozenAt && present.createdAt <= frozenAt) return refuse('meeting_frozen');
    const sawIt =
      seen === undefined ? !present || mayReplace(actor, present.seat) : seen === (present?.version ?? 0);
    if (!sawIt) return refuse('already_changed');
    if (present && !mayImprove(actor, present)) return refuse('not_allowed');
    if (present) {
      const { id: translationId, seat: _, createdAt: __, ...before } = present;
      await tx.earlierTranslation.create({ data: { translationId, ...before }, select: { version: true } });
      await tx.translation.update({
        where: { id: translationId },
        data: {
          ...made,
          version: present.version + 1,
          verifiedAt: null,
          verifiedByAccountId: null,
          verifiedBySeatId: null,
        },
        select: { id: true },
      });
    } else {
      await tx.translation.create({ data: { id: uuid(), ...key, ...made }, select: { id: true } });
    }
    const { seq } = await announce({
      threadId: source.thread.id,
      type: 'translation_added',
      payload: { subject, subjectId, field, language, kind: 'human', revision },
      actor,
      ...(source.onlyGovernmentId ? { onlyGovernmentId: source.onlyGovernmentId } : {}),
    });
    if (item) await keepToWording(tx, announce, { ...item, revision }, actor);
    return done({ seq });
  });
}
