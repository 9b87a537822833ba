import { incidentNumber, yearInKorea } from '#app/domain/incident/incident-number.ts';
import { correctableBy, type IncidentStep, mayReport, mayTake } from '#app/domain/incident/policy.ts';
import type { IncidentStatus } from '#prisma/generated/enums.ts';
import { demoIdAt } from '../ids.ts';
import { randomOf } from '../pictures/random.ts';
import { places } from '../places.ts';
import { demoSeats } from '../seats.ts';
import type { DemoIncident, Entry } from '../story.ts';
import { type Beginning, momentAfter } from './calendar.ts';
import { composeAmounts, composeEvidence, composePhotos } from './evidence-rows.ts';
import type { Rows } from './rows.ts';
import { actorAt } from './seat-rows.ts';
import { sourceOf, translate } from './texts.ts';
import { composeThread, type Happening } from './thread-rows.ts';

/** An incident whose time, number and ids are known. */
export type DatedIncident = {
  story: DemoIncident;
  beginning: Beginning;
  number: string;
  id: string;
  threadId: string;
};

/** Gives the incidents their numbers in the order of their reports, and the counters that new ones continue. */
export function numberIncidents(
  rows: Rows,
  dated: readonly { story: DemoIncident; beginning: Beginning }[],
): Map<string, DatedIncident> {
  const counts = new Map<number, number>();
  const inOrder = [...dated].sort((a, b) => a.beginning.at.getTime() - b.beginning.at.getTime());
  const numbered = inOrder.map(({ story, beginning }): [string, DatedIncident] => {
    const { at } = beginning;
    const year = yearInKorea(at);
    const count = (counts.get(year) ?? 0) + 1;
    counts.set(year, count);
    const ids = { id: demoIdAt(`incident/${story.key}`, at), threadId: demoIdAt(`thread/${story.key}`, at) };
    return [story.key, { story, beginning, number: incidentNumber(year, count), ...ids }];
  });
  for (const [year, value] of counts) rows.counters.push({ name: `incident-${year}`, value });
  return new Map(numbered);
}

/** Where the second and third incident of a place lie: a few hundred metres on, never in the same spot. */
const usedPlaces = () => {
  const used = new Map<string, number>();
  return (key: DemoIncident['place'], isAtSea: boolean) => {
    const times = used.get(key) ?? 0;
    used.set(key, times + 1);
    const { lat, lon } = places[key];
    const r = randomOf(`${key}/${times}`);
    const reach = times === 0 ? 0 : isAtSea ? 0.012 : 0.0014;
    const round = (value: number) => Math.round(value * 100_000) / 100_000;
    return { lat: round(lat + r.spread() * reach), lon: round(lon + r.spread() * reach) };
  };
};

/**
 * Puts down all incidents with their threads.
 * @param more what else happened in the thread of an incident, by key
 */
export function composeIncidents(
  rows: Rows,
  incidents: ReadonlyMap<string, DatedIncident>,
  more: (key: string) => Happening[],
  now: Date,
): void {
  const locate = usedPlaces();
  for (const incident of incidents.values())
    composeIncident(rows, incident, { incidents, locate, more, now });
}

type Around = {
  incidents: ReadonlyMap<string, DatedIncident>;
  locate: ReturnType<typeof usedPlaces>;
  more: (key: string) => Happening[];
  now: Date;
};

function composeIncident(
  rows: Rows,
  { story, beginning, number, id, threadId }: DatedIncident,
  around: Around,
): void {
  const { now } = around;
  const { key, by } = story;
  const { at } = beginning;
  const r = randomOf(`incident/${key}`);
  const place = places[story.place];
  const compartment = story.compartment ?? 'shoreline';
  const actor = actorAt(by, at, now);
  const responsible = story.responsible ?? place.governmentId;
  const { lat, lon } = around.locate(story.place, compartment !== 'shoreline');
  const life = new Life(
    rows,
    { story, beginning, id, place: { lat, lon }, responsible, now },
    around.incidents,
  );
  const reported: Happening = {
    at,
    by,
    type: 'incident_reported',
    payload: {},
    tells: [[[responsible], 'incident_in_my_waters']],
    tellsFollowers: false,
    follows: true,
  };
  const steps = (story.then ?? []).map((entry) => life.take(entry));
  const happenings = [reported, ...steps, ...around.more(key)];
  rows.incidents.push({
    id,
    number,
    threadId,
    kind: story.kind,
    compartment,
    hazard: story.hazard ?? 'none',
    status: life.status,
    title: sourceOf(story.title, beginning).text,
    ...sourceOf(story.text, beginning),
    lat,
    lon,
    accuracyM: story.accuracyM ?? (story.photos ? Math.round(r.between(3, 18)) : null),
    placeName: story.placeName ?? place.name,
    shoreLengthM: story.shoreLengthM ?? null,
    seenAt: new Date(at.getTime() - Math.round(r.between(15, 150)) * 60_000),
    reportedAt: at,
    updatedAt: happenings.reduce((last, happening) => (happening.at > last ? happening.at : last), at),
    reporterAccountId: actor.accountId,
    reporterSeatId: actor.seatId,
    reporterGovernmentId: actor.governmentId,
    responsibleGovernmentId: life.responsible,
    duplicateOfId: life.duplicateOfId,
    version: life.version,
  });
  composeAmounts(rows, story.amounts ?? [], { incidentId: id });
  for (const [position, clue] of (story.clues ?? []).entries()) {
    rows.clues.push({ id: demoIdAt(`${id}/clue/${position}`, at), incidentId: id, position, ...clue });
  }
  const { accountId } = actor;
  composePhotos(
    rows,
    story.photos ?? [],
    { incidentId: id },
    { name: `incident/${key}`, view: key, at, accountId },
  );
  translate(rows, { subject: 'incident', id, field: 'title', words: story.title, by, at }, beginning, now);
  translate(rows, { subject: 'incident', id, field: 'text', words: story.text, by, at }, beginning, now);
  const visible = story.visible ?? 'network';
  const isNamed = typeof visible !== 'string';
  composeThread(
    rows,
    {
      id: threadId,
      subject: 'incident',
      visibility: isNamed ? 'bilateral' : visible,
      ownerGovernmentId: actor.governmentId,
      audience: isNamed ? [...visible, responsible] : [],
      beginning,
      happenings,
    },
    now,
  );
}

type LifeOf = {
  story: DemoIncident;
  beginning: Beginning;
  id: string;
  place: { lat: number; lon: number };
  now: Date;
};

/** The life of an incident, step by step, under the same policy as everybody's. */
class Life {
  status: IncidentStatus = 'reported';
  version = 1;
  responsible: string;
  duplicateOfId: string | null = null;
  readonly #rows: Rows;
  readonly #of: LifeOf;
  readonly #incidents: ReadonlyMap<string, DatedIncident>;

  constructor(
    rows: Rows,
    { responsible, ...of }: LifeOf & { responsible: string },
    incidents: ReadonlyMap<string, DatedIncident>,
  ) {
    this.#rows = rows;
    this.#of = of;
    this.#incidents = incidents;
    this.responsible = responsible;
  }

  take(entry: Entry): Happening {
    const { story, beginning, id, place, now } = this.#of;
    const at = momentAfter(beginning, entry.at);
    const { by } = entry;
    const quiet = { at, by, tells: [], tellsFollowers: true, follows: false };
    const { governmentId: reporter } = demoSeats[story.by];
    const loud = { ...quiet, tells: [[[reporter], 'news_in_my_thread']] } as const;
    switch (entry.does) {
      case 'say': {
        const postId = demoIdAt(`post/${story.key}/${entry.at}/${by}`, at);
        return { ...quiet, type: 'post_written', payload: { postId }, follows: true, words: entry.words };
      }
      case 'confirm':
        this.#become('confirm', 'confirmed', entry, at);
        return { ...quiet, type: 'incident_confirmed', payload: {} };
      case 'respond':
        this.#become('respond', 'responding', entry, at);
        return {
          ...quiet,
          type: 'response_started',
          payload: entry.note ? { note: sourceOf(entry.note, beginning) } : {},
        };
      case 'resolve': {
        this.#become('resolve', 'resolved', entry, at);
        const { accountId } = actorAt(by, at, now);
        const name = `evidence/${story.key}/${entry.at}`;
        const owner = { name, view: story.key, at, accountId, beginning };
        const evidenceId = composeEvidence(this.#rows, entry.evidence, { incidentId: id }, owner);
        return { ...loud, type: 'incident_resolved', payload: { evidenceId } };
      }
      case 'observe': {
        const { accountId, seatId, governmentId, ...actor } = actorAt(by, at, now);
        if (!mayReport({ accountId, seatId, governmentId, ...actor })) throw new Error(`${by} only reads.`);
        const { text: note, language } = sourceOf(entry.seen.text, beginning);
        const observationId = demoIdAt(`observation/${story.key}/${entry.at}`, at);
        const seenAt = new Date(at.getTime() - 10 * 60_000);
        const { lat, lon } = entry.seen.place ? places[entry.seen.place] : place;
        this.#rows.observations.push({
          ...{ id: observationId, incidentId: id, seenAt, lat, lon, note, language },
          ...{ accountId, seatId, governmentId, createdAt: at },
        });
        composeAmounts(this.#rows, entry.seen.amounts, { observationId });
        const name = `observation/${story.key}/${entry.at}`;
        const photos = { name, view: story.key, at, accountId };
        composePhotos(this.#rows, entry.seen.photos, { observationId }, photos);
        const tells = [[[this.responsible, reporter], 'news_in_my_thread']] as const;
        return { ...quiet, type: 'observation_added', payload: { observationId }, tells, follows: true };
      }
      case 'correct': {
        const actor = actorAt(by, at, now);
        const concerned = { responsibleGovernmentId: this.responsible, reporterGovernmentId: reporter };
        const { changes } = entry;
        const mine = correctableBy(actor, concerned);
        if (changes.some(({ field }) => !mine.includes(field)))
          throw new Error(`${by} may not correct ${story.key}.`);
        this.version += 1;
        const { accountId, seatId, governmentId } = actor;
        const correctionId = demoIdAt(`correction/${story.key}/${entry.at}`, at);
        this.#rows.corrections.push({
          ...{ id: correctionId, incidentId: id, version: this.version, changes },
          ...{ accountId, seatId, governmentId, at },
        });
        const payload = { correctionId, fields: changes.map(({ field }) => field) };
        return { ...loud, type: 'incident_corrected', payload, follows: true };
      }
      case 'mark_duplicate': {
        this.#become('mark_duplicate', 'duplicate', entry, at);
        const original = this.#incidents.get(entry.of);
        if (!original) throw new Error(`${story.key} repeats ${entry.of}, which is not there.`);
        this.duplicateOfId = original.id;
        const payload = { ofNumber: original.number, reason: sourceOf(entry.reason, beginning) };
        return { ...loud, type: 'incident_marked_duplicate', payload };
      }
      case 'hand_over': {
        const fromGovernmentId = this.responsible;
        const mayAct = Object.values(demoSeats).some(
          ({ governmentId, role }) => governmentId === entry.to && role !== 'observer',
        );
        this.#become('hand_over', mayAct ? 'reported' : 'not_ours', entry, at);
        this.responsible = entry.to;
        const payload = {
          fromGovernmentId,
          toGovernmentId: entry.to,
          reason: sourceOf(entry.reason, beginning),
        };
        return {
          ...quiet,
          type: 'incident_handed_over',
          payload,
          tells: [[[entry.to], 'incident_in_my_waters']],
        };
      }
      case 'close':
        this.#become('close_without_action', 'no_action', entry, at);
        return {
          ...loud,
          type: 'incident_closed_without_action',
          payload: { reason: sourceOf(entry.reason, beginning) },
        };
      case 'reopen':
        this.#become('reopen', 'reported', entry, at);
        return {
          ...quiet,
          type: 'incident_reopened',
          payload: { reason: sourceOf(entry.reason, beginning) },
          tells: [[[this.responsible], 'waits_for_us']],
        };
      case 'accept':
      case 'start':
      case 'confirm_completion':
      case 'claim':
      case 'decline':
      case 'dispute':
      case 'drop':
        throw new Error(`${entry.does} is no step of an incident (${story.key}).`);
    }
  }

  #become(step: IncidentStep, status: IncidentStatus, { by, at: moment }: Entry, at: Date): void {
    const { story, now } = this.#of;
    const incident = {
      status: this.status,
      responsibleGovernmentId: this.responsible,
      reporterGovernmentId: demoSeats[story.by].governmentId,
    };
    if (!mayTake(step, actorAt(by, at, now), incident)) {
      throw new Error(`${by} may not ${step} ${story.key} at ${moment}: it is ${this.status}.`);
    }
    this.status = status;
  }
}
