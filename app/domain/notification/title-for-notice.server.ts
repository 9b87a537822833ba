import type { Prisma } from '#prisma/generated/client.ts';
import type { Language, ThreadSubject } from '#prisma/generated/enums.ts';
import { translationsFor } from '../translation/find-translations.server.ts';
import { type PickedText, pickText } from '../translation/pick-text.ts';
import { inboxThreadSelect, titleOwner } from './notification.ts';

export const noticedThreadSelect = {
  ...inboxThreadSelect,
  ownerGovernmentId: true,
} as const satisfies Prisma.ThreadSelect;

type Row = Prisma.ThreadGetPayload<{ select: typeof noticedThreadSelect }>;

/** A thread as a mail or a message to a device names it. */
export type NoticedThread = {
  threadId: string;
  subject: ThreadSubject;
  /** "2026-0412", "A-24" or "M-3"; null for a topic. */
  number: string | null;
  /** Null where the content stays in the house. */
  title: PickedText | null;
};

/**
 * Where something happened, with the title in the reader's language where there is a translation. Without it when a
 * government that has a say wants no content outside: the reader's, an author's (`isSilent`), or the owner of the thread.
 */
export async function titleForNotice(
  thread: Row,
  language: Language,
  { silent, isSilent }: { silent: ReadonlySet<string>; isSilent: boolean },
): Promise<NoticedThread> {
  const { id: threadId, subject, incident, actionItem, meeting } = thread;
  const said = { threadId, subject, number: (incident ?? actionItem ?? meeting)?.number ?? null };
  if (isSilent || silent.has(thread.ownerGovernmentId)) return { ...said, title: null };
  const ownerId = titleOwner(thread);
  const kind = subject === 'topic' || subject === 'meeting' ? 'thread' : subject;
  const translations = (await translationsFor(kind, [ownerId])).filter(({ field }) => field === 'title');
  const thing = incident ?? actionItem;
  const source = thing
    ? { text: thing.title, language: thing.language, revision: thing.revision }
    : {
        text: thread.title ?? '',
        language: thread.titleLanguage ?? language,
        revision: thread.titleRevision,
      };
  return { ...said, title: pickText({ language, source, translations }) };
}
