import { db } from '#app/db/client.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Language, TopicCategory, TranslationKind, Visibility } from '#prisma/generated/enums.ts';
import type { Reader } from '../actor.ts';
import { translationsFor } from '../translation/find-translations.server.ts';
import { type PickedText, pickText } from '../translation/pick-text.ts';
import { visibleTo } from './policy.ts';

const threadSelect = {
  title: true,
  titleLanguage: true,
  category: true,
  visibility: true,
  closedAt: true,
  pinnedAt: true,
  ownerGovernmentId: true,
  audience: { select: { governmentId: true } },
  incident: { select: { number: true } },
  actionItem: { select: { number: true } },
  meeting: { select: { number: true } },
} as const satisfies Prisma.ThreadSelect;

/** What has the page of its own: an incident, an action item, a meeting, or the topic itself. */
export type FoundThread =
  | { subject: 'incident' | 'action_item' | 'meeting'; number: string }
  | {
      subject: 'topic';
      title: PickedText;
      source: { text: string; language: Language };
      /** What there is of the title in other languages. */
      translated: {
        language: Language;
        kind: TranslationKind;
        revision: number;
        version: number;
        body: string;
        verifiedAt: Date | null;
      }[];
      category: TopicCategory | null;
      isClosed: boolean;
      isPinned: boolean;
      ownerGovernmentId: string;
      visibility: Visibility;
      governmentIds: string[];
    };

/** A thread by its id, with the title in `language` where there is a translation; null when it is not for this reader. */
export async function findThread(
  reader: Reader,
  threadId: string,
  language: Language,
): Promise<FoundThread | null> {
  const thread = await db().thread.findFirst({
    where: { id: threadId, ...visibleTo(reader) },
    select: threadSelect,
  });
  if (!thread) return null;
  if (thread.incident) return { subject: 'incident', number: thread.incident.number };
  if (thread.actionItem) return { subject: 'action_item', number: thread.actionItem.number };
  if (thread.meeting) return { subject: 'meeting', number: thread.meeting.number };
  const { title, titleLanguage, category, visibility, ownerGovernmentId, audience } = thread;
  const source = { text: title ?? '', language: titleLanguage ?? language };
  const translations = await translationsFor('thread', [threadId]);
  return {
    subject: 'topic',
    title: pickText({ language, source, translations }),
    source,
    translated: translations.map(({ language: into, kind, revision, version, text, verifiedAt }) => ({
      ...{ language: into, kind, revision, version, body: text, verifiedAt },
    })),
    category,
    isClosed: thread.closedAt !== null,
    isPinned: thread.pinnedAt !== null,
    ownerGovernmentId,
    visibility,
    governmentIds: [ownerGovernmentId, ...audience.map(({ governmentId }) => governmentId)],
  };
}
