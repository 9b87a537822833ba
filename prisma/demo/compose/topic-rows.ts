import { demoIdAt } from '../ids.ts';
import { demoSeats } from '../seats.ts';
import type { DemoTopic, Moment, TopicEntry } from '../story.ts';
import { type Beginning, day, momentAfter } from './calendar.ts';
import type { Rows } from './rows.ts';
import { sourceOf, translate } from './texts.ts';
import { composeThread, type Happening } from './thread-rows.ts';

/** Puts down a topic with its posts and what was decided there. */
export function composeTopic(rows: Rows, story: DemoTopic, beginning: Beginning, now: Date): void {
  const { key, by, category } = story;
  const { at } = beginning;
  const id = demoIdAt(`topic/${key}`, at);
  const { governmentId } = demoSeats[by];
  const visible = story.visible ?? 'network';
  const isNamed = typeof visible !== 'string';
  const audience = isNamed ? visible : [];
  const opened: Happening = {
    at,
    by,
    type: story.offer ? 'offer_made' : 'topic_opened',
    payload: {},
    tells: [],
    tellsFollowers: false,
    follows: false,
  };
  const happenings = story.then.flatMap((entry, index) =>
    happen(entry, { key, beginning, firstTells: index === 0 ? audience : null }),
  );
  composeThread(
    rows,
    {
      id,
      subject: 'topic',
      title: sourceOf(story.title, beginning),
      category,
      visibility: isNamed ? 'bilateral' : visible,
      ownerGovernmentId: governmentId,
      audience,
      beginning,
      happenings: [opened, ...happenings],
    },
    now,
  );
  if (story.offer) {
    const { fromInDays, untilInDays, ...offer } = story.offer;
    const dayIn = (days: number) => new Date(new Date(now.getTime() + days * day).toISOString().slice(0, 10));
    rows.offers.push({
      ...{ threadId: id, governmentId, seatId: demoSeats[by].id, createdAt: at, ...offer },
      ...{ from: dayIn(fromInDays), until: dayIn(untilInDays) },
    });
  }
  translate(rows, { subject: 'thread', id, field: 'title', words: story.title, by, at }, beginning, now);
}

type Around = {
  key: string;
  beginning: Beginning;
  /** Governments that the first post is told to. */
  firstTells: readonly string[] | null;
};

/** A step of a topic as the verbs write it: a proposal is a post and what is put to the governments. */
function happen(entry: TopicEntry, { key, beginning, firstTells }: Around): Happening[] {
  const at = momentAfter(beginning, entry.at);
  const postOf = (moment: Moment) => demoIdAt(`post/${key}/${moment}`, momentAfter(beginning, moment));
  const base = { at, by: entry.by, tells: [], tellsFollowers: false, follows: false } as const;
  const seatId = demoSeats[entry.by].id;
  switch (entry.does) {
    case 'say':
      return [
        {
          ...base,
          type: 'post_written',
          payload: { postId: postOf(entry.at) },
          tells: firstTells ? [[firstTells, 'news_in_my_thread']] : [],
          tellsFollowers: firstTells === null,
          follows: true,
          words: entry.words,
          ...(entry.files && { files: entry.files }),
          ...(entry.photos && { photos: entry.photos }),
        },
      ];
    case 'propose': {
      const postId = postOf(entry.at);
      const governmentIds = [...entry.governments].sort();
      const others = governmentIds.filter((id) => id !== demoSeats[entry.by].governmentId);
      const deadline = new Date(at.getTime() + entry.answersDays * day).toISOString();
      return [
        { ...base, type: 'post_written', payload: { postId }, follows: true, words: entry.words },
        {
          ...base,
          type: 'decision_proposed',
          payload: { postId, options: [], governmentIds, deadline, seatId },
          tells: [[others, 'waits_for_us']],
          tellsFollowers: true,
        },
      ];
    }
    case 'answer': {
      const reason = entry.reason && sourceOf(entry.reason, beginning);
      const payload = { postId: postOf(entry.post), choice: entry.choice, ...(reason && { reason }) };
      return [{ ...base, type: 'decision_answered', payload, tellsFollowers: true, follows: true }];
    }
    case 'acknowledge':
      return [
        {
          ...base,
          type: 'post_acknowledged',
          payload: { postId: postOf(entry.post), revision: 1, seatId },
        },
      ];
    case 'ask_to_acknowledge':
      return [
        {
          ...base,
          type: 'acknowledgement_requested',
          payload: { postId: postOf(entry.post) },
          tellsFollowers: true,
        },
      ];
    case 'react':
      return [
        {
          ...base,
          type: 'reaction_changed',
          payload: { postId: postOf(entry.post), seatId, reaction: entry.reaction, on: true },
        },
      ];
  }
}
