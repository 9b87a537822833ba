import { db, type Tx } from '#app/db/client.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Language, TranslationField, TranslationSubject, Visibility } from '#prisma/generated/enums.ts';
import { findWordedItem, type WordedItem } from '../action-item/find-worded-item.server.ts';
import type { Actor } from '../actor.ts';
import { optionLines, optionText } from '../decision/decision.ts';
import { maySeeEvent, visibleTo } from '../thread/policy.ts';

/** Which text: of what, and which part of it. */
export type TextRef = { subject: TranslationSubject; subjectId: string; field: TranslationField };

/** A text that can be translated, with everything that decides who may get it. */
export type Source = TextRef & {
  text: string;
  language: Language;
  revision: number;
  /** Whose text it is. */
  authorGovernmentId: string;
  /** When only this government may read it. */
  onlyGovernmentId: string | null;
  thread: { id: string; visibility: Visibility; ownerGovernmentId: string };
  /** Whose agreed wording it is a part of. */
  item?: WordedItem;
  /** What people wrote beside it is signed with it, and kept for ever once this is frozen. */
  meetingId?: string;
};

const threadSelect = {
  id: true,
  visibility: true,
  ownerGovernmentId: true,
} as const satisfies Prisma.ThreadSelect;

type Reads = Pick<
  Tx,
  'post' | 'thread' | 'incident' | 'actionItem' | 'milestone' | 'agendaPoint' | 'minutes' | 'outcome'
>;

/** The text with its thread; null when it is absent, not for this actor, or has no such part. */
export async function findSource(actor: Actor, ref: TextRef): Promise<Source | null> {
  const source = await readSource(ref, visibleTo(actor));
  return source && maySeeEvent(actor, source) ? source : null;
}

/** The same for the system itself, whoever may see it. */
export async function readSource(
  { subject, subjectId: id, field }: TextRef,
  thread: Prisma.ThreadWhereInput = {},
  reads: Reads = db(),
): Promise<Source | null> {
  const ref = { subject, subjectId: id, field };
  if (subject === 'post') {
    if (field !== 'text') return null;
    const post = await reads.post.findFirst({ where: { id, thread, deletedAt: null }, select: postSelect });
    return post && sourceOfPost(post);
  }
  if (subject === 'decision') {
    const post = await reads.post.findFirst({ where: { id, thread, deletedAt: null }, select: postSelect });
    if (!post || field === 'title') return null;
    return field === 'text' ? outcomeOf(post) : optionsOf(post);
  }
  if (subject === 'milestone') {
    const item = { thread };
    const found = await reads.milestone.findFirst({
      where: { id, actionItem: item },
      select: { ...milestoneSelect, actionItem: { select: { thread: { select: threadSelect } } } },
    });
    return found && field === 'text' ? said(ref, found, found.actionItem.thread) : null;
  }
  if (subject === 'agenda_point') {
    // The record of a frozen meeting keeps the titles that there were.
    const found = await reads.agendaPoint.findFirst({
      where: { id, meeting: { thread, frozenAt: null } },
      select: { ...pointSelect, meeting: { select: { thread: { select: threadSelect } } } },
    });
    return found && field === 'title' ? titleOfPoint(found, found.meeting.thread) : null;
  }
  if (subject === 'minutes' || subject === 'outcome') {
    const there = { id, point: { meeting: { thread } } };
    const select = { ...saidSelect, ...inMeeting };
    const found =
      subject === 'minutes'
        ? await reads.minutes.findFirst({ where: there, select })
        : await reads.outcome.findFirst({ where: there, select });
    if (!found || field !== 'text') return null;
    const { id: meetingId, thread: where } = found.point.meeting;
    return { ...said(ref, found, where), ...(subject === 'outcome' && { meetingId }) };
  }
  if (field === 'options') return null;
  if (subject === 'thread') {
    const topic = await reads.thread.findFirst({
      where: { id, subject: { in: ['topic', 'meeting'] }, AND: thread },
      select: topicSelect,
    });
    return topic && field === 'title' ? sourceOfTopic(topic) : null;
  }
  if (subject === 'incident') {
    const incident = await reads.incident.findFirst({
      where: { id, thread },
      select: { ...titledSelect, thread: { select: threadSelect } },
    });
    return incident && sourceIn(ref, incident);
  }
  const item = await findWordedItem({ subject, subjectId: id }, thread, reads);
  // The words of one party have no title.
  if (!item || (subject === 'commitment' && field !== 'text')) return null;
  return { ...sourceIn(ref, item), item };
}

const saidSelect = { id: true, text: true, language: true, revision: true } as const;

/** Said once: nobody changes its words. */
const milestoneSelect = { id: true, text: true, language: true } as const satisfies Prisma.MilestoneSelect;

const pointSelect = { id: true, title: true, language: true } as const satisfies Prisma.AgendaPointSelect;

/** A point about something else has that one's title. */
function titleOfPoint(
  { id: subjectId, title, language }: Prisma.AgendaPointGetPayload<{ select: typeof pointSelect }>,
  thread: Source['thread'],
): Source | null {
  const ref = { subject: 'agenda_point', subjectId, field: 'title' } as const;
  return title !== null && language
    ? sourceIn(ref, { title, text: '', language, revision: 1, thread })
    : null;
}

const inMeeting = {
  point: { select: { meeting: { select: { id: true, thread: { select: threadSelect } } } } },
} as const;

/** A text without a title, as it stands in a thread. */
function said(
  ref: TextRef,
  { text, language, revision = 1 }: { text: string; language: Language; revision?: number },
  thread: Source['thread'],
): Source {
  return sourceIn(ref, { title: '', text, language, revision, thread });
}

const titledSelect = { id: true, title: true, text: true, language: true, revision: true } as const;

type Titled = Pick<Source, 'text' | 'language' | 'revision' | 'thread'> & { title: string };

function sourceIn(ref: TextRef, { title, text, language, revision, thread }: Titled): Source {
  return {
    ...ref,
    text: ref.field === 'title' ? title : text,
    language,
    revision,
    authorGovernmentId: thread.ownerGovernmentId,
    onlyGovernmentId: null,
    thread,
  };
}

const topicSelect = {
  ...threadSelect,
  title: true,
  titleLanguage: true,
  titleRevision: true,
} as const satisfies Prisma.ThreadSelect;

function sourceOfTopic(topic: Prisma.ThreadGetPayload<{ select: typeof topicSelect }>): Source | null {
  const { title, titleLanguage: language, titleRevision: revision, ...thread } = topic;
  const ref = { subject: 'thread', subjectId: thread.id, field: 'title' } as const;
  return language && sourceIn(ref, { title: title ?? '', text: '', language, revision, thread });
}

const postSelect = {
  id: true,
  body: true,
  language: true,
  revision: true,
  governmentId: true,
  event: { select: { onlyGovernmentId: true } },
  thread: { select: threadSelect },
  decision: {
    select: {
      options: true,
      optionsLanguage: true,
      outcome: true,
      outcomeLanguage: true,
      seat: { select: { governmentId: true } },
    },
  },
} as const satisfies Prisma.PostSelect;

type PostSource = Prisma.PostGetPayload<{ select: typeof postSelect }>;

/** What came of a proposal, in the words of who closed it; it is said once. */
function outcomeOf({ id: subjectId, event, thread, decision }: PostSource): Source | null {
  if (!decision) return null;
  const { outcome: text, outcomeLanguage: language, seat } = decision;
  if (text === null || language === null) return null;
  const ref = { subject: 'decision', subjectId, field: 'text' } as const;
  const { onlyGovernmentId } = event;
  return {
    ...ref,
    text,
    language,
    revision: 1,
    authorGovernmentId: seat.governmentId,
    onlyGovernmentId,
    thread,
  };
}

/** Between what governments may choose, a line each, in the language of the proposal. They are said once. */
function optionsOf({ id: subjectId, language, event, thread, decision }: PostSource): Source | null {
  if (!decision || decision.options.length === 0) return null;
  const ref = { subject: 'decision', subjectId, field: 'options' } as const;
  const { onlyGovernmentId } = event;
  return {
    ...said(
      ref,
      { text: optionText(decision.options), language: decision.optionsLanguage ?? language },
      thread,
    ),
    authorGovernmentId: decision.seat.governmentId,
    onlyGovernmentId,
  };
}

/** Can the words stand for the text? Options are chosen by their place: a translation has as many lines as there are. */
export function namesEachOption({ field, text }: Source, words: string): boolean {
  return field !== 'options' || optionLines(words).length === optionLines(text).length;
}

function sourceOfPost(post: PostSource): Source {
  const { id: subjectId, body: text, language, revision, governmentId, event, thread } = post;
  const { onlyGovernmentId } = event;
  const ref = { subject: 'post', subjectId, field: 'text' } as const;
  return { ...ref, text, language, revision, authorGovernmentId: governmentId, onlyGovernmentId, thread };
}

/**
 * Every text of a thread: what it is about, its title, what its parties promise and in which steps, what was said and
 * concluded at a meeting, its posts, between what they let governments choose and what came of it.
 */
export async function readSourcesOfThread(
  threadId: string,
  reads: Pick<Reads, 'thread'> = db(),
): Promise<Source[]> {
  return (await readSourcesOfThreads([threadId], reads)).get(threadId) ?? [];
}

const aboutSelect = {
  ...topicSelect,
  subject: true,
  incident: { select: titledSelect },
  actionItem: {
    select: {
      ...titledSelect,
      commitments: {
        orderBy: { governmentId: 'asc' },
        select: { id: true, governmentId: true, text: true, language: true },
      },
      milestones: { orderBy: { position: 'asc' }, select: milestoneSelect },
    },
  },
  meeting: {
    select: {
      frozenAt: true,
      points: {
        orderBy: { position: 'asc' },
        select: {
          ...pointSelect,
          minutes: { orderBy: { language: 'asc' }, select: saidSelect },
          outcomes: { orderBy: { position: 'asc' }, select: saidSelect },
        },
      },
    },
  },
  posts: { where: { deletedAt: null }, orderBy: { seq: 'asc' }, select: postSelect },
} as const satisfies Prisma.ThreadSelect;

/** The same of several threads, with as many questions as of one. */
export async function readSourcesOfThreads(
  threadIds: readonly string[],
  reads: Pick<Reads, 'thread'> = db(),
): Promise<Map<string, Source[]>> {
  const rows = await reads.thread.findMany({ where: { id: { in: [...threadIds] } }, select: aboutSelect });
  return new Map(rows.map((row) => [row.id, sourcesIn(row)]));
}

function sourcesIn(row: Prisma.ThreadGetPayload<{ select: typeof aboutSelect }>): Source[] {
  const { subject, title, titleLanguage, titleRevision, incident, actionItem, meeting, posts, ...thread } =
    row;
  const isTitled = subject === 'topic' || subject === 'meeting';
  const topic = isTitled ? sourceOfTopic({ ...thread, title, titleLanguage, titleRevision }) : null;
  const about = (['title', 'text'] as const).flatMap((field) => [
    ...(incident
      ? [sourceIn({ subject: 'incident', subjectId: incident.id, field }, { ...incident, thread })]
      : []),
    ...(actionItem
      ? [sourceIn({ subject: 'action_item', subjectId: actionItem.id, field }, { ...actionItem, thread })]
      : []),
  ]);
  const promised = (actionItem?.commitments ?? []).flatMap(
    ({ id, governmentId, text, language }): Source[] =>
      actionItem && language
        ? [
            {
              ...sourceIn(
                { subject: 'commitment', subjectId: id, field: 'text' },
                { title: '', text, language, revision: actionItem.revision, thread },
              ),
              authorGovernmentId: governmentId,
            },
          ]
        : [],
  );
  const textOf =
    (part: 'milestone' | 'minutes' | 'outcome') => (one: { id: string } & Parameters<typeof said>[1]) =>
      said({ subject: part, subjectId: one.id, field: 'text' }, one, thread);
  const steps = (actionItem?.milestones ?? []).map(textOf('milestone'));
  const met = (meeting?.points ?? []).flatMap(({ minutes, outcomes, ...point }) => [
    ...[meeting?.frozenAt ? [] : (titleOfPoint(point, thread) ?? [])].flat(),
    ...minutes.map(textOf('minutes')),
    ...outcomes.map(textOf('outcome')),
  ]);
  const decided = posts.flatMap((post) => [optionsOf(post) ?? [], outcomeOf(post) ?? []].flat());
  return [
    ...(topic ? [topic] : []),
    ...[about, promised, steps, met, posts.map(sourceOfPost), decided].flat(),
  ].filter(({ text }) => text.trim() !== '');
}
