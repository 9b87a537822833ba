import { db, type Tx } from '#app/db/client.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Language, TranslationField, TranslationSubject, Visibility } from '#prisma/generated/enums.ts';
import { findWordedItem, type WordedItem } from '../action-item/find-worded-item.server.ts';
import type { Actor } from '../actor.ts';
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
};

const threadSelect = {
  id: true,
  visibility: true,
  ownerGovernmentId: true,
} as const satisfies Prisma.ThreadSelect;

type Reads = Pick<Tx, 'post' | 'thread' | 'incident' | 'actionItem'>;

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
    return post && field === 'text' ? outcomeOf(post) : null;
  }
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
    select: { outcome: true, outcomeLanguage: true, seat: { select: { governmentId: true } } },
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

function sourceOfPost(post: PostSource): Source {
  const { id: subjectId, body: text, language, revision, governmentId, event, thread } = post;
  const { onlyGovernmentId } = event;
  const ref = { subject: 'post', subjectId, field: 'text' } as const;
  return { ...ref, text, language, revision, authorGovernmentId: governmentId, onlyGovernmentId, thread };
}

/** Every text of a thread: what it is about, its title, what its parties promise, its posts, what came of proposals. */
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
  const { subject, title, titleLanguage, titleRevision, incident, actionItem, posts, ...thread } = row;
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
  const outcomes = posts.flatMap((post) => outcomeOf(post) ?? []);
  return [...(topic ? [topic] : []), ...about, ...promised, ...posts.map(sourceOfPost), ...outcomes].filter(
    ({ text }) => text.trim() !== '',
  );
}
