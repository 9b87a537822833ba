import { db } from '#app/db/client.server.ts';
import type { Language } from '#prisma/generated/enums.ts';
import type { Actor } from '../actor.ts';
import { translationsFor } from '../translation/find-translations.server.ts';
import { type PickedText, pickText } from '../translation/pick-text.ts';
import { mayGoInto, mayKeepTopic, visibleTo } from './policy.ts';

const most = 200;

/**
 * The open topics that this one may go into, the latest first; null when it is absent, no topic, not for this actor or
 * not the actor's to keep.
 */
export async function findTopicsToMerge(
  actor: Actor,
  threadId: string,
  language: Language,
): Promise<{ threadId: string; title: PickedText }[] | null> {
  const select = {
    ...{ id: true, title: true, titleLanguage: true, visibility: true, ownerGovernmentId: true },
    ...{ withdrawnAt: true, audience: { select: { governmentId: true } } },
  } as const;
  const where = { subject: 'topic' as const, offer: null, AND: visibleTo(actor) };
  const topic = await db().thread.findFirst({ where: { id: threadId, ...where }, select });
  if (!topic || !mayKeepTopic(actor, topic)) return null;
  const rows = await db().thread.findMany({
    where: { id: { not: threadId }, closedAt: null, ...where },
    orderBy: { lastEventAt: 'desc' },
    take: most,
    select,
  });
  const open = rows.filter((other) => mayKeepTopic(actor, other) && mayGoInto(topic, other));
  const translations = await translationsFor(
    'thread',
    open.map(({ id }) => id),
  );
  return open.map(({ id, title, titleLanguage }) => {
    const source = { text: title ?? '', language: titleLanguage ?? language };
    const own = translations.filter(({ subjectId }) => subjectId === id);
    return { threadId: id, title: pickText({ language, source, translations: own }) };
  });
}
