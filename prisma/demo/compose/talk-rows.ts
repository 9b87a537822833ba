import type { NewEvent } from '#app/domain/event.ts';
import { demoId } from '../ids.ts';
import type { Rows } from './rows.ts';

/** What stands beside the posts after this event, as the verbs write it. */
export function composeTalk(rows: Rows, event: NewEvent & { seq: number; at: Date }): void {
  const { threadId, seq, at, actor } = event;
  if (!actor) return;
  const { accountId, seatId, governmentId } = actor;
  switch (event.type) {
    case 'post_acknowledged': {
      const { postId, revision } = event.payload;
      rows.acknowledgements.push({ postId, seatId, accountId, revision, seq, at });
      break;
    }
    case 'acknowledgement_requested': {
      const post = rows.posts.find(({ id }) => id === event.payload.postId);
      if (post) post.asksToBeAcknowledged = true;
      break;
    }
    case 'reaction_changed':
      rows.reactions.push({
        postId: event.payload.postId,
        seatId,
        reaction: event.payload.reaction,
        seq,
      });
      break;
    case 'decision_proposed': {
      const { postId, options, governmentIds, deadline } = event.payload;
      const id = demoId(`decision/${postId}`);
      rows.decisions.push({ id, postId, threadId, options, deadline, seatId });
      for (const asked of governmentIds) rows.voices.push({ decisionId: id, governmentId: asked });
      break;
    }
    case 'decision_answered': {
      const { postId, choice, reason } = event.payload;
      const decisionId = demoId(`decision/${postId}`);
      const voice = rows.voices.find(
        (one) => one.decisionId === decisionId && one.governmentId === governmentId,
      );
      if (!voice) throw new Error(`${governmentId} answers a proposal on which it is not asked.`);
      Object.assign(voice, {
        choice,
        reason: reason?.text ?? null,
        reasonLanguage: reason?.language ?? null,
        seatId,
        accountId,
        seq,
        at,
      } satisfies Partial<typeof voice>);
      break;
    }
    default:
  }
}
