import { db } from '#app/db/client.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { TranslationSubject } from '#prisma/generated/enums.ts';
import { isOverdue, wasOnTime } from '../action-item/action-item.ts';
import {
  clearanceSelect,
  currentStep,
  isCleared,
  presentSteps,
  shownSteps,
} from '../action-item/clearance.ts';
import { hasPromised, isWaitingForClearance } from '../action-item/policy.ts';
import type { Reader } from '../actor.ts';
import { eventPayloads } from '../event.ts';
import { governmentSelect, type NamedGovernment } from '../government/government.ts';
import { noFilters, spanOf } from '../incident/filters.ts';
import { incidentsWhere } from '../incident/find-incidents.server.ts';
import { listSelect } from '../incident/incident.ts';
import { withShownPlace } from '../incident/place.ts';
import { summarizeIncidents } from '../incident/summarize-incidents.server.ts';
import { visiblePostTo, visibleTo } from '../thread/policy.ts';
import { translationsFor } from '../translation/find-translations.server.ts';
import type { TextTranslation } from '../translation/pick-text.ts';
import type {
  BriefedMeeting,
  BriefedPromise,
  BriefedQuestion,
  BriefedText,
  BriefingPaper,
  PromiseGroup,
  QuestionKind,
} from './briefing.ts';

/** Incidents that are named and numbered on the map; more would hide each other. */
const mostListed = 20;
/** Of the kinds, the most frequent. */
const mostKinds = 6;
/** A question is told by the beginning of its words. */
const wordsShown = 200;

type Ask = { government?: string | undefined; from: string; to: string };
type Made = { now: Date; meeting?: BriefedMeeting | null };

/**
 * The paper of a government, or of all, for some days, with what its reader may see: the same as the lists show. What is
 * open stands as it is now; what ended is told when that was in the period.
 * @param made the moment, and the meeting that it is made for, as this reader may see it
 * @returns null when there is no such government
 */
export async function findBriefing(
  reader: Reader,
  ask: Ask,
  { now, meeting = null }: Made,
): Promise<BriefingPaper | null> {
  const { from, to } = ask;
  const government = ask.government
    ? await db().government.findUnique({ where: { id: ask.government }, select: governmentSelect })
    : null;
  if (ask.government && !government) return null;
  const filters = { ...noFilters, from, to, ...(government && { government: government.id }) };
  const [summary, incidents, items, questions] = await Promise.all([
    summarizeIncidents(reader, filters),
    findIncidentsOf(reader, filters),
    findItems(reader, government?.id),
    findQuestions(reader, government?.id, now),
  ]);
  const { since = new Date(from), until = new Date(to) } = spanOf(filters, now);
  return {
    scope: government ? { kind: 'government', government } : { kind: 'network' },
    meeting,
    from,
    to,
    madeAt: now,
    figures: {
      incidents: summary.all,
      resolved: summary.status.find(({ key }) => key === 'resolved')?.count ?? 0,
      kinds: summary.kind.slice(0, mostKinds).map(({ key, count }) => ({ kind: key, count })),
    },
    promises: groupPromises(reader, items, { now, since, until, governmentId: government?.id }),
    incidents,
    questions: { ...questions, ...askedIn(reader, items, government?.id) },
  };
}

async function findIncidentsOf(
  reader: Reader,
  filters: Parameters<typeof incidentsWhere>[1],
): Promise<BriefingPaper['incidents']> {
  const rows = await db().incident.findMany({
    where: await incidentsWhere(reader, filters),
    orderBy: [{ hazard: 'desc' }, { seenAt: 'desc' }, { number: 'desc' }],
    select: listSelect,
  });
  const shown = rows.map((row) => withShownPlace(reader, row));
  const listed = shown.slice(0, mostListed);
  const titleOf = await titles('incident', listed);
  return {
    listed: listed.map((row) => ({
      number: row.number,
      kind: row.kind,
      hazard: row.hazard,
      status: row.status,
      title: titleOf(row),
      placeName: row.placeName,
      seenAt: row.seenAt,
      lat: row.lat,
      lon: row.lon,
      government: row.responsibleGovernment,
    })),
    more: shown.slice(mostListed).map(({ lat, lon }) => ({ lat, lon })),
  };
}

const itemSelect = {
  id: true,
  number: true,
  state: true,
  title: true,
  language: true,
  revision: true,
  dueOn: true,
  proposedAt: true,
  claimedAt: true,
  confirmedAt: true,
  claimedByGovernmentId: true,
  commitments: {
    select: {
      governmentId: true,
      role: true,
      state: true,
      reason: true,
      reasonLanguage: true,
      government: { select: governmentSelect },
      steps: { ...presentSteps, select: clearanceSelect },
    },
    orderBy: [{ role: 'asc' }, { governmentId: 'asc' }],
  },
  thread: {
    select: {
      events: {
        where: { type: 'action_item_dropped' },
        orderBy: { seq: 'desc' },
        take: 1,
        select: { at: true, payload: true, governmentId: true },
      },
    },
  },
} as const satisfies Prisma.ActionItemSelect;

/** Items with this government among the parties (it has not declined), their ladders as the reader may see them. */
async function findItems(reader: Reader, governmentId: string | undefined) {
  const items = await db().actionItem.findMany({
    where: {
      thread: visibleTo(reader),
      ...(governmentId && { commitments: { some: { governmentId, state: { not: 'declined' } } } }),
    },
    orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { number: 'asc' }],
    select: itemSelect,
  });
  const titleOf = await titles('action_item', items);
  return items.map((item) => ({
    ...item,
    title: titleOf(item),
    commitments: item.commitments.map((commitment) => ({
      ...commitment,
      steps: shownSteps(reader, commitment.governmentId, commitment.steps),
    })),
  }));
}

type Item = Awaited<ReturnType<typeof findItems>>[number];
type Span = { now: Date; since: Date; until: Date; governmentId: string | undefined };

function groupPromises(reader: Reader, items: readonly Item[], span: Span): BriefingPaper['promises'] {
  const groups: BriefingPaper['promises'] = {
    ...{ late: [], clearance: [], to_confirm: [], on_track: [], done: [], dropped: [] },
  };
  for (const item of items) {
    const group = groupOf(item, span);
    if (group) groups[group].push(briefed(item, group, span.governmentId));
  }
  return groups;
}

function groupOf(item: Item, { now, since, until }: Span): PromiseGroup | null {
  const within = (at: Date | null | undefined) => Boolean(at && at >= since && at < until);
  switch (item.state) {
    case 'proposed':
      return isWaitingForClearance(item) ? 'clearance' : null;
    case 'agreed':
    case 'underway':
      return isOverdue(item, now) ? 'late' : 'on_track';
    case 'awaiting_confirmation':
      return 'to_confirm';
    case 'done':
      return within(item.confirmedAt) ? 'done' : null;
    case 'dropped':
      return within(item.thread.events[0]?.at) ? 'dropped' : null;
  }
}

function briefed(item: Item, group: PromiseGroup, governmentId: string | undefined): BriefedPromise {
  const { number, title, dueOn, confirmedAt, claimedAt, commitments } = item;
  const [dropped] = item.thread.events;
  const why = dropped && eventPayloads.action_item_dropped.safeParse(dropped.payload).data?.reason;
  const at = { done: confirmedAt, to_confirm: claimedAt, dropped: dropped?.at ?? null } as const;
  return {
    number,
    title,
    owners: commitments.filter(({ role }) => role === 'lead').map(({ government }) => government),
    dueOn,
    at: group === 'done' || group === 'to_confirm' || group === 'dropped' ? at[group] : null,
    onTime: group === 'done' && wasOnTime(item),
    waitsFor: group === 'clearance' ? commitments.flatMap(clearanceOf) : [],
    reasons: [
      ...(group === 'dropped' && why ? [{ government: null, ...why }] : []),
      ...commitments.flatMap(({ government, state, reason, reasonLanguage }) =>
        (state === 'withdrawn' || state === 'not_fulfilled') &&
        reason &&
        reasonLanguage &&
        (governmentId === undefined || government.id === governmentId)
          ? [{ government, text: reason, language: reasonLanguage }]
          : [],
      ),
    ],
  };
}

/** The step that a lead or partner waits at. */
function clearanceOf({ government, role, state, steps }: Item['commitments'][number]) {
  const step = currentStep(steps);
  const asked = hasPromised({ state }) || (state === 'proposed' && steps.some(({ askedOn }) => askedOn));
  if (role === 'supporter' || !step || isCleared(steps) || !asked) return [];
  const { authorityKo, authorityZh, authorityEn, expectedOn } = step;
  const place = { step: steps.indexOf(step) + 1, of: steps.length };
  return [{ government, authorityKo, authorityZh, authorityEn, ...place, expectedOn }];
}

/** Items that wait for an answer or a confirmation of this government, or of any. Among members: no promise yet. */
function askedIn(
  reader: Reader,
  items: readonly Item[],
  governmentId: string | undefined,
): Pick<BriefingPaper['questions'], 'answer' | 'confirmation'> {
  const asked = (item: Item, waits: (party: Item['commitments'][number]) => boolean): BriefedQuestion[] => {
    const waiting = item.commitments.filter(waits).map(({ government }) => government);
    const ours = governmentId === undefined || waiting.some(({ id }) => id === governmentId);
    if (!reader || waiting.length === 0 || !ours) return [];
    const { number, title, dueOn } = item;
    const governments = governmentId ? waiting.filter(({ id }) => id === governmentId) : waiting;
    return [{ href: `/actions/${number}`, number, text: title, governments, until: dueOn }];
  };
  return {
    answer: items.flatMap((item) =>
      item.state === 'proposed' ? asked(item, ({ state }) => state === 'proposed') : [],
    ),
    confirmation: items.flatMap((item) =>
      item.state === 'awaiting_confirmation'
        ? asked(item, (one) => hasPromised(one) && one.governmentId !== item.claimedByGovernmentId)
        : [],
    ),
  };
}

/** Open decisions without the word of this government, or of any, and reports that nobody has confirmed. */
async function findQuestions(
  reader: Reader,
  governmentId: string | undefined,
  now: Date,
): Promise<Pick<BriefingPaper['questions'], 'decision' | 'incident'>> {
  if (!reader) return { decision: [], incident: [] };
  const voices = { choice: null, ...(governmentId && { governmentId }) };
  const [decisions, reported] = await Promise.all([
    db().decision.findMany({
      where: {
        ...{ closedAt: null, deadline: { gt: now }, voices: { some: voices } },
        ...{ thread: visibleTo(reader), post: visiblePostTo(reader) },
      },
      orderBy: { deadline: 'asc' },
      select: {
        threadId: true,
        deadline: true,
        voices: { where: voices, select: { governmentId: true } },
        post: { select: { id: true, seq: true, body: true, language: true, revision: true } },
      },
    }),
    db().incident.findMany({
      where: {
        ...(await incidentsWhere(reader, {
          ...noFilters,
          status: ['reported'],
          ...(governmentId && { government: governmentId }),
        })),
      },
      orderBy: { reportedAt: 'asc' },
      select: listSelect,
    }),
  ]);
  const ids = decisions.flatMap(({ voices: asked }) => asked.map((voice) => voice.governmentId));
  const named = await db().government.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: governmentSelect,
  });
  const governments = new Map<string, NamedGovernment>(named.map((one) => [one.id, one]));
  const [wordsOf, titleOf] = await Promise.all([
    texts(
      'post',
      'text',
      decisions.map(({ post: { body, ...post } }) => ({ ...post, text: body })),
    ),
    titles('incident', reported),
  ]);
  return {
    decision: decisions.map(({ threadId, deadline, voices: asked, post: { body, ...post } }) => ({
      href: `/threads/${threadId}?at=${post.seq}`,
      number: null,
      text: begun(wordsOf({ ...post, text: body })),
      governments: asked.flatMap((voice) => governments.get(voice.governmentId) ?? []),
      until: deadline,
    })),
    incident: reported.map((row) => ({
      href: `/incidents/${row.number}`,
      number: row.number,
      text: titleOf(row),
      governments: [row.responsibleGovernment],
      until: null,
    })),
  } satisfies Partial<Record<QuestionKind, BriefedQuestion[]>>;
}

type Source = Pick<BriefedText, 'text' | 'language' | 'revision'> & { id: string };
type Titled = Omit<Source, 'text'> & { title: string };

/** Words of things of one sort with their translations. */
async function texts(subject: TranslationSubject, field: 'title' | 'text', sources: readonly Source[]) {
  const found =
    sources.length > 0
      ? await translationsFor(
          subject,
          sources.map(({ id }) => id),
        )
      : [];
  const byId = new Map<string, TextTranslation[]>();
  for (const { subjectId, field: of, language, kind, revision, text, verifiedAt } of found) {
    if (of !== field) continue;
    const translation = { language, kind, revision, text, verifiedAt };
    byId.set(subjectId, [...(byId.get(subjectId) ?? []), translation]);
  }
  return ({ id, text, language, revision }: Source): BriefedText => ({
    ...{ text, language, revision },
    translations: byId.get(id) ?? [],
  });
}

async function titles(subject: 'incident' | 'action_item', rows: readonly Titled[]) {
  const textOf = await texts(
    subject,
    'title',
    rows.map(({ title, ...row }) => ({ ...row, text: title })),
  );
  return ({ id, title, language, revision }: Titled) => textOf({ id, text: title, language, revision });
}

/** Of the words of a proposal the first line, in every language. */
function begun({ text, translations, ...rest }: BriefedText): BriefedText {
  const start = (words: string) => {
    const [line = ''] = words.trim().split('\n', 1);
    return line.length > wordsShown ? `${line.slice(0, wordsShown)}…` : line;
  };
  return {
    ...rest,
    text: start(text),
    translations: translations.map((one) => ({ ...one, text: start(one.text) })),
  };
}
