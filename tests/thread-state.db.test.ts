import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { commit } from '#app/db/commit.server.ts';
import { db } from '#app/db/client.server.ts';
import type { Actor, Reader } from '#app/domain/actor.ts';
import { type EventPayload, eventPayloads, type EventType, isEventType } from '#app/domain/event.ts';
import { answerDecision } from '#app/domain/decision/answer-decision.server.ts';
import { closeDecision } from '#app/domain/decision/close-decision.server.ts';
import { proposeDecision } from '#app/domain/decision/propose-decision.server.ts';
import { addObservation } from '#app/domain/incident/add-observation.server.ts';
import { closeWithoutAction } from '#app/domain/incident/close-without-action.server.ts';
import { confirmIncident } from '#app/domain/incident/confirm-incident.server.ts';
import { correctableFields } from '#app/domain/incident/correction.ts';
import { correctIncident } from '#app/domain/incident/correct-incident.server.ts';
import { decidePublicity } from '#app/domain/incident/decide-publicity.server.ts';
import { handOverIncident } from '#app/domain/incident/hand-over-incident.server.ts';
import { markDuplicate } from '#app/domain/incident/mark-duplicate.server.ts';
import { reopenIncident } from '#app/domain/incident/reopen-incident.server.ts';
import { startResponse } from '#app/domain/incident/start-response.server.ts';
import { acknowledgePost } from '#app/domain/thread/acknowledge-post.server.ts';
import { deletePost } from '#app/domain/thread/delete-post.server.ts';
import { editPost } from '#app/domain/thread/edit-post.server.ts';
import { eventSchema, type ThreadEntry } from '#app/domain/thread/entry.ts';
import { findEntryToTell, readEntries, readSnapshot } from '#app/domain/thread/find-entries.server.ts';
import { holdPosts, movePosts } from '#app/domain/thread/move-posts.server.ts';
import { reduce, stateOf } from '#app/domain/thread/reduce.ts';
import { reactToPost } from '#app/domain/thread/react-to-post.server.ts';
import { requestAcknowledgement } from '#app/domain/thread/request-acknowledgement.server.ts';
import { storeFile } from '#app/domain/thread/store-file.server.ts';
import { writePost } from '#app/domain/thread/write-post.server.ts';
import { addTranslation } from '#app/domain/translation/add-translation.server.ts';
import { verifyTranslation } from '#app/domain/translation/verify-translation.server.ts';
import type { Incident, Prisma } from '#prisma/generated/client.ts';
import { Reaction, TopicCategory, Visibility } from '#prisma/generated/enums.ts';
import { anActor, anIncident, aThread } from './factories.ts';
import { aPdf } from './files.ts';
import { readerNames, readerOf } from './readers.ts';
import { createTestDatabase } from './world.ts';

createTestDatabase();

/** An incident's thread, and who acts in it: the government that is responsible. */
type Scene = { incident: Incident; actor: Actor; own: boolean };
/** How an event came about: by the verb that a page calls, or written as the verb would where the state forbids it. */
type Origin = 'verb' | 'log';
type Happening = { type: EventType; happen: (scene: Scene) => Promise<Origin> };
type Verb = (scene: Scene) => Promise<{ ok: boolean }>;

const nothing = fc.constant({});
const id = fc.uuid();
const language = fc.constantFrom('ko' as const, 'zh' as const, 'en' as const);
const words = fc.constantFrom('부표가 더 있습니다.', '浮标还有。', '**More** <b>floats</b>.');
const reason = fc.record({ text: words, language });
const reasoned = fc.record({ reason });
const another = fc.record({ number: fc.constant('2026-0001') });
const milestone = fc.record({ milestone: reason });
const clearanceStep = fc.record({
  authority: fc.constant({ ko: '외사판공실', zh: '外事办公室', en: 'Foreign Affairs Office' }),
  step: fc.integer({ min: 1, max: 3 }),
  of: fc.constant(3),
});
const publicity = fc.constantFrom('none' as const, 'coarse' as const, 'exact' as const);

/** One of the posts; a place without one when there is none yet. */
async function aPostIn({ incident: { threadId } }: Scene, which: number, asked: Prisma.PostWhereInput = {}) {
  const posts = await db().post.findMany({
    where: { threadId, ...asked },
    orderBy: { seq: 'asc' },
    select: { threadId: true, seq: true, revision: true },
  });
  return posts[which % Math.max(1, posts.length)] ?? { threadId, seq: 0, revision: 1 };
}

function aProposalIn(scene: Scene, which: number) {
  return aPostIn(scene, which, { decision: { closedAt: null } });
}

/** Any event of this type, as its verb writes it. */
function logged<Type extends EventType>(
  type: Type,
  payload: fc.Arbitrary<EventPayload<Type>>,
): fc.Arbitrary<Happening> {
  return payload.map((value) => ({ type, happen: (scene) => writeEvent(scene, type, value) }));
}

/** By its verb; where that refuses because of the state, as `logged`. */
function done<Type extends EventType, Input>(
  type: Type,
  payload: fc.Arbitrary<EventPayload<Type>>,
  input: fc.Arbitrary<Input>,
  verb: (scene: Scene, input: Input) => ReturnType<Verb>,
): fc.Arbitrary<Happening> {
  return fc.tuple(payload, input).map(([value, said]) => ({
    type,
    happen: async (scene) => {
      const { ok } = await verb(scene, said);
      return ok ? 'verb' : writeEvent(scene, type, value);
    },
  }));
}

async function writeEvent(
  { incident, actor, own }: Scene,
  type: EventType,
  payload: unknown,
): Promise<Origin> {
  const event = eventSchema.parse({ type, payload });
  await commit(async (_tx, announce) =>
    announce({
      threadId: incident.threadId,
      ...event,
      actor,
      ...(own ? { onlyGovernmentId: actor.governmentId } : {}),
    }),
  );
  return 'log';
}

/** Every event that a thread may tell has a way to happen: a new type without one does not compile. */
const happenings = {
  incident_reported: logged('incident_reported', nothing),
  incident_confirmed: done('incident_confirmed', nothing, nothing, ({ actor, incident: { number } }) =>
    confirmIncident(actor, { number }),
  ),
  response_started: done(
    'response_started',
    fc.oneof(nothing, fc.record({ note: reason })),
    reason,
    ({ actor, incident: { number } }, said) => startResponse(actor, { number, ...said }),
  ),
  incident_resolved: logged('incident_resolved', fc.record({ evidenceId: id })),
  incident_marked_duplicate: done(
    'incident_marked_duplicate',
    fc.record({ ofNumber: fc.constant('2026-0001'), reason }),
    reason,
    async ({ actor, incident: { number } }, said) =>
      markDuplicate(actor, { number, ofNumber: (await anIncident()).number, ...said }),
  ),
  duplicate_joined: logged('duplicate_joined', another),
  duplicate_parted: logged('duplicate_parted', another),
  incident_handed_over: done(
    'incident_handed_over',
    fc.record({ fromGovernmentId: fc.constant('taean'), toGovernmentId: fc.constant('boryeong'), reason }),
    reason,
    ({ actor, incident: { number } }, said) =>
      handOverIncident(actor, { number, toGovernmentId: 'boryeong', ...said }),
  ),
  incident_closed_without_action: done(
    'incident_closed_without_action',
    reasoned,
    reason,
    ({ actor, incident: { number } }, said) => closeWithoutAction(actor, { number, ...said }),
  ),
  incident_reopened: done('incident_reopened', reasoned, reason, ({ actor, incident: { number } }, said) =>
    reopenIncident(actor, { number, ...said }),
  ),
  incident_withdrawn: logged('incident_withdrawn', reasoned),
  publicity_decided: done(
    'publicity_decided',
    fc.record({ publicity, reason }),
    fc.tuple(publicity, reason),
    ({ actor, incident: { number } }, [chosen, said]) =>
      decidePublicity(actor, { number, publicity: chosen, ...said }),
  ),
  observation_added: done(
    'observation_added',
    fc.record({ observationId: id }),
    reason,
    ({ actor, incident: { number, lat, lon } }, said) =>
      addObservation(actor, {
        ...{ number, lat, lon, ...said, clientKey: uuid(), seenAt: new Date() },
        ...{ amounts: [], photoIds: [] },
      }),
  ),
  incident_corrected: done(
    'incident_corrected',
    fc.record({ correctionId: id, fields: fc.subarray([...correctableFields]) }),
    fc.constantFrom('low' as const, 'high' as const, 'urgent' as const),
    async ({ actor, incident: { id: incidentId } }, hazard) => {
      const now = await db().incident.findUniqueOrThrow({ where: { id: incidentId } });
      const { number, version, kind, compartment, lat, lon, title, text, language: said, seenAt } = now;
      return correctIncident(actor, {
        ...{ number, version, kind, compartment, hazard, coordinates: { lat, lon }, placeName: '모항' },
        ...{ title: `${title}.`, text, language: said, seenAt, amounts: [] },
      });
    },
  ),
  action_item_linked: logged('action_item_linked', fc.record({ actionItemNumber: fc.constant('A-2026-01') })),
  post_written: done(
    'post_written',
    // Without its post there is no such event: the verb may always.
    fc.record({ postId: id }),
    fc.tuple(words, language, fc.boolean()),
    async ({ actor, incident: { threadId }, own }, [body, spoken, withFile]) => {
      const stored = withFile ? await storeFile(actor, { bytes: aPdf(), name: '조사.pdf' }) : undefined;
      return writePost(actor, {
        ...{ threadId, clientKey: uuid(), body, language: spoken, onlyOwnGovernment: own },
        ...(stored?.ok && { fileIds: [stored.value.id] }),
      });
    },
  ),
  translation_added: done(
    'translation_added',
    fc.record({
      subject: fc.constant('incident' as const),
      subjectId: id,
      field: fc.constant('title' as const),
      language,
      kind: fc.constant('human' as const),
    }),
    fc.tuple(words, language, fc.nat(), fc.boolean()),
    async ({ actor, incident }, [text, into, which, ofIncident]) => {
      const posts = await db().post.findMany({
        where: { threadId: incident.threadId },
        orderBy: { seq: 'asc' },
      });
      const post = posts[which % Math.max(1, posts.length)];
      if (ofIncident || !post)
        return addTranslation(actor, {
          ...{ subject: 'incident', subjectId: incident.id, field: 'title', revision: 1 },
          ...{ language: into === 'ko' ? 'en' : into, text },
        });
      return addTranslation(actor, {
        ...{ subject: 'post', subjectId: post.id, field: 'text', revision: post.revision },
        ...{ language: into === post.language ? (into === 'ko' ? 'zh' : 'ko') : into, text },
      });
    },
  ),
  translation_verified: done(
    'translation_verified',
    fc.record({
      ...{
        subject: fc.constant('post' as const),
        subjectId: id,
        field: fc.constant('text' as const),
        language,
      },
      ...{ kind: fc.constant('human' as const), revision: fc.constant(1) },
    }),
    fc.nat(),
    async ({ incident: { threadId } }, which) => {
      const posts = await db().post.findMany({ where: { threadId }, select: { id: true, revision: true } });
      const written = await db().translation.findMany({
        where: { subject: 'post', subjectId: { in: posts.map((post) => post.id) }, kind: 'human' },
        orderBy: { createdAt: 'asc' },
      });
      const one = written[which % Math.max(1, written.length)];
      if (!one) return { ok: false };
      const { subject, subjectId, field, revision, language: into, version } = one;
      const translator = await anActor({ role: 'secretariat' });
      return verifyTranslation(translator, {
        ...{ subject, subjectId, field, revision, language: into, seen: version },
      });
    },
  ),
  post_acknowledged: done(
    'post_acknowledged',
    fc.record({ postId: id, revision: fc.constant(1), seatId: id }),
    fc.nat(),
    async (scene, which) => {
      const post = await aPostIn(scene, which);
      return acknowledgePost(scene.actor, { ...post, revision: post.revision });
    },
  ),
  acknowledgement_requested: done(
    'acknowledgement_requested',
    fc.record({ postId: id }),
    fc.nat(),
    async (scene, which) => requestAcknowledgement(scene.actor, await aPostIn(scene, which)),
  ),
  reaction_changed: done(
    'reaction_changed',
    fc.record({
      postId: id,
      seatId: id,
      reaction: fc.constantFrom(...Object.values(Reaction)),
      on: fc.boolean(),
    }),
    fc.tuple(fc.nat(), fc.constantFrom(...Object.values(Reaction)), fc.boolean()),
    async (scene, [which, reaction, on]) =>
      reactToPost(scene.actor, { ...(await aPostIn(scene, which)), reaction, on }),
  ),
  post_edited: done(
    'post_edited',
    fc.record({ postId: id, revision: fc.constant(2), language }),
    fc.tuple(fc.nat(), words, language),
    async (scene, [which, body, spoken]) => {
      const post = await aPostIn(scene, which);
      return editPost(scene.actor, { ...post, body: `${body} ${post.revision}`, language: spoken });
    },
  ),
  post_deleted: done('post_deleted', fc.record({ postId: id }), fc.nat(), async (scene, which) =>
    deletePost(scene.actor, await aPostIn(scene, which)),
  ),
  decision_proposed: done(
    'decision_proposed',
    fc.record({
      ...{ postId: id, options: fc.constant<string[]>([]), governmentIds: fc.constant(['taean']) },
      ...{ deadline: fc.constant('2030-01-01T00:00:00Z'), seatId: id },
    }),
    fc.tuple(words, language, fc.constantFrom<string[][]>([], ['가', '나'])),
    ({ actor, incident: { threadId } }, [body, spoken, options]) =>
      proposeDecision(actor, {
        ...{
          threadId,
          clientKey: uuid(),
          body,
          language: spoken,
          options,
          governments: [actor.governmentId],
        },
        deadline: new Date('2030-01-01T00:00:00Z'),
      }),
  ),
  decision_answered: done(
    'decision_answered',
    fc.record({ postId: id, choice: fc.constant(0), reason }),
    fc.tuple(fc.nat(), fc.nat({ max: 1 }), reason),
    async (scene, [which, choice, said]) =>
      answerDecision(scene.actor, {
        ...(await aProposalIn(scene, which)),
        ...{ choice, reason: said.text, language: said.language },
      }),
  ),
  decision_closed: done(
    'decision_closed',
    fc.record({ postId: id, outcome: reason }),
    fc.tuple(fc.nat(), reason),
    async (scene, [which, said]) =>
      closeDecision(scene.actor, {
        ...(await aProposalIn(scene, which)),
        ...{ outcome: said.text, language: said.language },
      }),
  ),
  outcome_stated: logged('outcome_stated', fc.record({ postId: id, outcome: reason })),
  decision_carried_out: logged(
    'decision_carried_out',
    fc.record({ postId: id, actionItemNumber: fc.constant('A-2026-01') }),
  ),
  offer_made: logged('offer_made', nothing),
  offer_withdrawn: logged('offer_withdrawn', fc.record({ reason })),
  offer_taken: logged('offer_taken', fc.record({ actionItemNumber: fc.constant('A-2026-01') })),
  topic_opened: logged('topic_opened', nothing),
  topic_closed: logged('topic_closed', nothing),
  topic_reopened: logged('topic_reopened', nothing),
  topic_moved: logged(
    'topic_moved',
    fc.record({ category: fc.constantFrom(...Object.values(TopicCategory)) }),
  ),
  post_moved: done(
    'post_moved',
    fc.record({ postId: id, toThreadId: id, toSeq: fc.constant(2) }),
    fc.nat(),
    async (scene, which) => {
      const { threadId, seq } = await aPostIn(scene, which, { deletedAt: null, decision: null });
      if (seq === 0) return { ok: false };
      const to = await aThread();
      await commit(async (tx, announce) => {
        const way = { actor: scene.actor, fromThreadId: threadId, toThreadId: to.id };
        await movePosts(tx, announce, way, await holdPosts(tx, threadId, [seq]));
      });
      return { ok: true };
    },
  ),
  topic_split: logged('topic_split', fc.record({ toThreadId: id, count: fc.nat(9) })),
  topic_split_off: logged('topic_split_off', fc.record({ fromThreadId: id, count: fc.nat(9) })),
  topic_merged: logged('topic_merged', fc.record({ toThreadId: id, count: fc.nat(9) })),
  topic_merged_in: logged('topic_merged_in', fc.record({ fromThreadId: id, count: fc.nat(9) })),
  readers_narrowed: logged('readers_narrowed', fc.record({ governmentIds: fc.constant(['taean']) })),
  topic_pinned: logged('topic_pinned', fc.record({ on: fc.boolean() })),
  action_item_proposed: logged('action_item_proposed', nothing),
  commitment_accepted: logged('commitment_accepted', nothing),
  commitment_declined: logged('commitment_declined', reasoned),
  action_item_agreed: logged('action_item_agreed', nothing),
  action_item_started: logged('action_item_started', nothing),
  completion_claimed: logged('completion_claimed', fc.record({ evidenceId: id })),
  completion_confirmed: logged('completion_confirmed', nothing),
  completion_disputed: logged('completion_disputed', reasoned),
  action_item_dropped: logged('action_item_dropped', reasoned),
  wording_changed: logged('wording_changed', fc.record({ revision: fc.integer({ min: 2, max: 9 }) })),
  commitment_written: logged('commitment_written', fc.record({ revision: fc.integer({ min: 2, max: 9 }) })),
  commitment_withdrawn: logged('commitment_withdrawn', reasoned),
  commitment_fulfilled: logged('commitment_fulfilled', nothing),
  commitment_not_fulfilled: logged('commitment_not_fulfilled', reasoned),
  milestone_added: logged('milestone_added', milestone),
  milestone_reached: logged('milestone_reached', milestone),
  milestone_reopened: logged('milestone_reopened', milestone),
  clearance_asked: logged('clearance_asked', clearanceStep),
  clearance_granted: logged('clearance_granted', clearanceStep),
  clearance_returned: logged('clearance_returned', clearanceStep),
  clearance_waived: logged('clearance_waived', clearanceStep),
  clearance_completed: logged('clearance_completed', nothing),
  wording_marked: logged(
    'wording_marked',
    fc.record({
      language: fc.constantFrom('ko' as const, 'zh' as const),
      revision: fc.integer({ min: 1, max: 9 }),
      wordingHash: fc.constant('ab12cd34'),
    }),
  ),
  wording_marks_ended: logged(
    'wording_marks_ended',
    fc.record({ revision: fc.integer({ min: 2, max: 9 }), governmentIds: fc.constant(['weihai']) }),
  ),
  clearance_reopened: logged(
    'clearance_reopened',
    fc.record({ revision: fc.integer({ min: 2, max: 9 }), governmentIds: fc.constant(['weihai']) }),
  ),
  meeting_called: logged('meeting_called', nothing),
  meeting_changed: logged('meeting_changed', fc.record({ revision: fc.integer({ min: 2, max: 9 }) })),
  agenda_changed: logged('agenda_changed', nothing),
  minutes_written: logged(
    'minutes_written',
    fc.record({ pointId: id, language, revision: fc.integer({ min: 1, max: 9 }) }),
  ),
  outcome_recorded: logged('outcome_recorded', fc.record({ outcome: reason })),
  outcome_changed: logged('outcome_changed', fc.record({ outcome: reason })),
  outcome_withdrawn: logged('outcome_withdrawn', fc.record({ outcome: reason })),
  outcome_carried_out: logged(
    'outcome_carried_out',
    fc.record({ outcome: reason, actionItemNumber: fc.constant('A-9') }),
  ),
  meeting_signed: logged('meeting_signed', nothing),
  meeting_frozen: logged('meeting_frozen', nothing),
  handover_accepted: logged('handover_accepted', nothing),
  handover_returned: logged('handover_returned', reasoned),
  due_reminded: logged('due_reminded', fc.record({ days: fc.integer({ min: -28, max: 14 }) })),
  reminder_snoozed: logged('reminder_snoozed', fc.record({ until: fc.constant('2027-01-04'), reason })),
  seat_stood_empty: logged(
    'seat_stood_empty',
    fc.record({
      governmentId: fc.constant('taean'),
      title: fc.constant({ ko: '해양산업과', zh: '海洋产业科', en: 'Marine Industry Division' }),
      since: fc.constant('2026-11-01T00:00:00.000Z'),
    }),
  ),
  work_passed_on: logged(
    'work_passed_on',
    fc.record({ fromGovernmentId: fc.constant('jeonnam'), toGovernmentId: fc.constant('jeonnam-gwangju') }),
  ),
} satisfies { [Type in EventType]: fc.Arbitrary<Happening> };

const types = Object.keys(eventPayloads).filter(isEventType);
const anything = fc.oneof(...types.map((type) => happenings[type]));
/** Words and their translations are what changes earlier entries: more of them. */
const history = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: anything },
    { weight: 1, arbitrary: happenings.post_written },
    { weight: 1, arbitrary: happenings.translation_added },
    { weight: 1, arbitrary: happenings.post_edited },
    { weight: 1, arbitrary: happenings.post_deleted },
    { weight: 1, arbitrary: happenings.post_moved },
  ),
  { minLength: 1, maxLength: 12 },
);

let readers: { name: string; reader: Reader }[];
let writers: Actor[];

beforeAll(async () => {
  readers = await Promise.all(readerNames.map(async (name) => ({ name, reader: await readerOf(name) })));
  writers = [await anActor(), await anActor({ role: 'head' })];
});

type Plan = { visibility: Visibility; cuts: readonly number[]; own: (index: number) => boolean };

/**
 * Lets everything happen, with a look at the page of every reader at every cut and what the sockets carry after every
 * event, and compares with the page at the end.
 */
async function play(happened: readonly Happening[], { visibility, cuts, own }: Plan): Promise<Origin[]> {
  const audience = visibility === 'bilateral' ? ['weihai'] : [];
  const incident = await anIncident({ thread: { visibility, audience } });
  const { threadId } = incident;
  const looks: { cut: number; name: string; snapshot: Awaited<ReturnType<typeof readSnapshot>> }[] = [];
  const told: { seq: number; entry: ThreadEntry; onlyGovernmentId: string | null }[] = [];
  const origins: Origin[] = [];
  const look = async (cut: number) => {
    for (const { name, reader } of readers)
      looks.push({ cut, name, snapshot: await readSnapshot(reader, threadId) });
  };
  if (cuts.includes(0)) await look(0);
  for (const [index, { happen }] of happened.entries()) {
    const actor = writers[index % writers.length];
    if (!actor) throw new Error('Nobody is there.');
    origins.push(await happen({ incident, actor, own: own(index) }));
    const { lastSeq } = await db().thread.findUniqueOrThrow({ where: { id: threadId } });
    for (let seq = (told.at(-1)?.seq ?? 1) + 1; seq <= lastSeq; seq += 1) {
      const written = await db().event.findUniqueOrThrow({ where: { threadId_seq: { threadId, seq } } });
      const { payload } = eventSchema.parse(written);
      const found = await findEntryToTell({ threadId, seq, payload });
      if (found) told.push({ seq, entry: found.entry, onlyGovernmentId: found.onlyGovernmentId });
    }
    if (cuts.includes(index + 1)) await look(index + 1);
  }

  for (const { name, reader } of readers) {
    const end = await readSnapshot(reader, threadId);
    for (const { cut, snapshot } of looks.filter((one) => one.name === name && one.snapshot)) {
      if (!snapshot) continue;
      const page = await readEntries(reader, threadId, { after: snapshot.head });
      if (!page || !end) {
        // What became invisible meanwhile is as absent to who had it open as to everybody.
        expect([name, cut, page, end]).toEqual([name, cut, null, null]);
        continue;
      }
      if ('snapshot' in page) throw new Error('Nothing of so short a thread is only in snapshots.');
      expect([name, cut, reduce(stateOf(snapshot), page.entries)]).toEqual([name, cut, stateOf(end)]);
      if (!reader) continue;
      const heard = told.map(({ seq, entry, onlyGovernmentId }): ThreadEntry =>
        onlyGovernmentId === null || onlyGovernmentId === reader.governmentId
          ? entry
          : { seq, type: 'hidden' },
      );
      expect([name, cut, 'live', reduce(stateOf(snapshot), heard)]).toEqual([
        name,
        cut,
        'live',
        stateOf(end),
      ]);
    }
  }
  return origins;
}

// What takes long is how much is done: a guest and twelve roles look at every cut.
const patience = 180_000;

describe('a page that was loaded earlier, with what happened since by HTTP or by socket, equals a page loaded now', () => {
  test(
    'for every role, after every kind of event in any order',
    async () => {
      const all = fc
        .tuple(...types.map((type) => happenings[type]))
        .chain((list) => fc.shuffledSubarray(list, { minLength: list.length }));
      await fc.assert(
        fc.asyncProperty(all, fc.constantFrom(...Object.values(Visibility)), async (list, visibility) => {
          await play(list, { visibility, cuts: [0, 9, 18], own: (index) => index % 5 === 4 });
        }),
        { numRuns: 2, endOnFailure: true },
      );
    },
    patience,
  );

  test(
    'for every role, after any history and any cut',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          history,
          fc.constantFrom(...Object.values(Visibility)),
          fc.nat(12),
          fc.nat(30),
          async (list, visibility, cut, owned) => {
            await play(list, {
              visibility,
              cuts: [cut % (list.length + 1)],
              own: (index) => (owned >> (index % 5)) % 2 === 1,
            });
          },
        ),
        { numRuns: 12, endOnFailure: true },
      );
    },
    patience,
  );

  test(
    'and where a page has a button for it, the verb behind the button made the event',
    async () => {
      const course = [
        ...(['post_written', 'translation_added', 'incident_confirmed', 'observation_added'] as const),
        ...(['incident_corrected', 'incident_closed_without_action', 'incident_reopened'] as const),
        ...(['publicity_decided', 'incident_marked_duplicate'] as const),
      ];
      const list = course.flatMap((type) => fc.sample(happenings[type], { numRuns: 1, seed: 4 }));
      const origins = await play(list, { visibility: 'network', cuts: [0, 5], own: () => false });
      expect(list.map(({ type }, index) => [type, origins[index]])).toEqual(
        course.map((type) => [type, 'verb']),
      );
      const other = [happenings.response_started, happenings.incident_handed_over].flatMap((one) =>
        fc.sample(one, { numRuns: 1, seed: 4 }),
      );
      expect(await play(other, { visibility: 'bilateral', cuts: [0], own: () => false })).toEqual([
        'verb',
        'verb',
      ]);
    },
    patience,
  );
});
