import type { TranslationField } from '#prisma/generated/enums.ts';
import {
  isSameTranslation,
  keepShown,
  type EntryAnswer,
  type EntryDecision,
  type EntryPost,
  type EntryTranslation,
  type VisibleEntry,
} from './entry.ts';

/** Which post of its thread an entry says something about; null when it is about none. */
export function postOf(news: VisibleEntry): string | null {
  if (news.type === 'translation_added' || news.type === 'translation_verified')
    return news.translation?.postId ?? null;
  if (news.type === 'post_written') return null;
  return 'postId' in news.payload ? news.payload.postId : null;
}

/** The post as it stands after an entry about it. Applying the same one again changes nothing. */
export function applyToPost(post: EntryPost, news: VisibleEntry): EntryPost {
  if (post.deleted) return post;
  switch (news.type) {
    case 'translation_added':
    case 'translation_verified':
      if (!news.translation) return post;
      return news.payload.subject === 'decision'
        ? withDecisionTranslation(post, news.payload.field, news.translation.value)
        : { ...post, translations: withTranslation(post.translations, news.translation.value) };
    case 'post_acknowledged':
      return withAcknowledgement(post, news);
    case 'acknowledgement_requested':
      return { ...post, asksToBeAcknowledged: true };
    case 'reaction_changed':
      return withReaction(post, news);
    case 'post_edited': {
      const { revision, language } = news.payload;
      // Without its words the post is deleted further on; until then it shows what it showed.
      return revision > post.revision ? { ...post, ...news.edit, language, revision } : post;
    }
    case 'post_deleted':
      return tombstone(post);
    case 'post_moved': {
      const { toThreadId: threadId, toSeq: seq } = news.payload;
      return { ...tombstone(post), moved: { threadId, seq } };
    }
    case 'decision_proposed': {
      const { options, governmentIds, deadline, seatId } = news.payload;
      const decision = { options, governmentIds, deadline, seatId };
      return {
        ...post,
        decision: post.decision ?? {
          ...decision,
          optionsLanguage: post.language,
          optionTranslations: [],
          answers: [],
          closedAt: null,
          outcome: null,
          outcomeTranslations: [],
          actionItemNumber: null,
        },
      };
    }
    default:
      return post.decision ? { ...post, decision: applyToDecision(post.decision, news) } : post;
  }
}

function applyToDecision(decision: EntryDecision, news: VisibleEntry): EntryDecision {
  switch (news.type) {
    case 'decision_answered': {
      const governmentId = news.actor?.governmentId ?? '';
      const { choice, reason = null } = news.payload;
      const answer: EntryAnswer = { governmentId, choice, reason, at: news.at };
      const others = decision.answers.filter((one) => one.governmentId !== governmentId);
      return { ...decision, answers: [...others, answer] };
    }
    case 'decision_closed':
      return { ...decision, closedAt: news.at, outcome: news.payload.outcome ?? decision.outcome };
    case 'outcome_stated':
      return { ...decision, outcome: news.payload.outcome };
    case 'decision_carried_out':
      return { ...decision, actionItemNumber: news.payload.actionItemNumber };
    default:
      return decision;
  }
}

/** What is left of a post whose words are gone. */
function tombstone(post: EntryPost): EntryPost {
  return {
    ...post,
    body: '',
    html: '',
    translations: [],
    asksToBeAcknowledged: false,
    acknowledgements: [],
    reactions: [],
    photos: [],
    files: [],
    deleted: true,
  };
}

function withAcknowledgement(
  post: EntryPost,
  { actor, at, payload: { seatId, revision } }: Extract<VisibleEntry, { type: 'post_acknowledged' }>,
): EntryPost {
  if (!actor) return post;
  const others = post.acknowledgements.filter((one) => one.seatId !== seatId);
  const { governmentId, name, nameLatin } = actor;
  const said = { seatId, governmentId, name: name ?? '', nameLatin: nameLatin ?? '', revision, at };
  return { ...post, acknowledgements: [...others, said] };
}

function withReaction(
  post: EntryPost,
  { actor, payload: { seatId, reaction, on } }: Extract<VisibleEntry, { type: 'reaction_changed' }>,
): EntryPost {
  if (!actor) return post;
  const others = post.reactions.filter((one) => one.seatId !== seatId || one.reaction !== reaction);
  const { governmentId } = actor;
  return { ...post, reactions: on ? [...others, { seatId, governmentId, reaction }] : others };
}

/** Beside its options, or beside what came of it. */
function withDecisionTranslation(
  post: EntryPost,
  field: TranslationField,
  added: EntryTranslation,
): EntryPost {
  const { decision } = post;
  if (!decision) return post;
  const part = field === 'options' ? 'optionTranslations' : 'outcomeTranslations';
  return { ...post, decision: { ...decision, [part]: withTranslation(decision[part], added) } };
}

function withTranslation(present: readonly EntryTranslation[], added: EntryTranslation): EntryTranslation[] {
  return keepShown([...present.filter((one) => !isSameTranslation(one, added)), added]);
}
