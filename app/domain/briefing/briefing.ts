import { z } from 'zod';
import type { Hazard, IncidentKind, IncidentStatus, Language } from '#prisma/generated/enums.ts';
import type { NamedGovernment } from '../government/government.ts';
import type { Sum } from '../incident/summary.ts';
import type { Standing } from '../meeting/meeting.ts';
import type { TextTranslation } from '../translation/pick-text.ts';

/** Longer ago than this is no briefing but an archive. */
const longestDays = 400;
const dayMs = 86_400_000;
/** Three months: what happened since the last time one sat together. */
const usualDays = 92;

const day = z.iso.date('not_a_date');

/** The languages that a paper is in: one, or all three one after another. */
export const paperLanguages = ['own', 'all', 'ko', 'zh', 'en'] as const;

/** What a paper is asked for, as its URL says it. Messages are keys of `form`. */
export const briefingSchema = z
  .object({
    /** Of one government and those below it; without one it is about all. */
    government: z
      .string()
      .regex(/^[a-z-]{2,40}$/, 'choose_one')
      .optional(),
    /** For this meeting: with its agenda and what was promised last time. */
    meeting: z
      .string()
      .regex(/^M-\d{1,9}$/, 'choose_one')
      .optional(),
    /** Days of Korea, both in it. */
    from: day,
    to: day,
    in: z.enum(paperLanguages, 'choose_one').default('own'),
  })
  .superRefine(({ from, to }, context) => {
    const fault = (message: string) => context.addIssue({ code: 'custom', path: ['to'], message });
    // A day that is none was refused already.
    if (!day.safeParse(from).success || !day.safeParse(to).success) return;
    if (to < from) fault('end_before_start');
    else if (Date.parse(to) - Date.parse(from) > longestDays * dayMs) fault('period_too_long');
  });
export type BriefingAsk = z.output<typeof briefingSchema>;

/** The last three months by Korea's calendar, as `2026-11-27`. */
export function usualPeriod(now: Date): { from: string; to: string } {
  const today = now.getTime() + 9 * 3_600_000;
  const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);
  return { from: dayOf(today - usualDays * dayMs), to: dayOf(today) };
}

/**
 * The days between two meetings of a series, by which a paper for the later one is made: up to today, or to its end when it
 * is over; of a first meeting the last three months.
 */
export function periodBefore(
  { lastDay, lastTime }: Pick<BriefedMeeting, 'lastDay' | 'lastTime'>,
  now: Date,
): { from: string; to: string } {
  const today = usualPeriod(now).to;
  const end = lastDay.toISOString().slice(0, 10);
  const to = end < today ? end : today;
  const dayBefore = (days: number) => new Date(Date.parse(to) - days * dayMs).toISOString().slice(0, 10);
  const since = lastTime?.firstDay.toISOString().slice(0, 10) ?? dayBefore(usualDays);
  const earliest = dayBefore(longestDays);
  return { from: since < earliest ? earliest : since > to ? to : since, to };
}

/** Words with their translations: `pickText` chooses for a language. */
export type BriefedText = {
  text: string;
  language: Language;
  revision: number;
  translations: TextTranslation[];
};

/** What a paper for a meeting says of the meeting: its agenda, and what was concluded at the one before it. */
export type BriefedMeeting = {
  number: string;
  title: BriefedText;
  place: string;
  /** All-day, both in it. */
  firstDay: Date;
  lastDay: Date;
  /** Without a title: about something that the reader may not see. */
  points: { title: BriefedText | null; number: string | null; href: string | null }[];
  lastTime: {
    title: BriefedText;
    firstDay: Date;
    promises: (BriefedText & {
      outcomeId: string;
      standing: Standing;
      item: { number: string; title: BriefedText; dueOn: Date | null; parties: NamedGovernment[] } | null;
      reason: { text: string; language: Language } | null;
    })[];
  } | null;
};

/** What a paper is about. */
export type BriefingScope = { kind: 'government'; government: NamedGovernment } | { kind: 'network' };

/** One action item in the paper. */
export type BriefedPromise = {
  number: string;
  title: BriefedText;
  /** Who leads it. */
  owners: NamedGovernment[];
  dueOn: Date | null;
  /** When it was confirmed as done, claimed, or dropped. */
  at: Date | null;
  /** Of what is done: before its due date was over. */
  onTime: boolean;
  /** The clearances that it waits for. */
  waitsFor: {
    government: NamedGovernment;
    authorityKo: string;
    authorityZh: string;
    authorityEn: string;
    step: number;
    of: number;
    expectedOn: Date | null;
  }[];
  /** Why it was dropped, or why somebody's part was not fulfilled or taken back. */
  reasons: { government: NamedGovernment | null; text: string; language: Language }[];
};

/** How what was promised stands; every item is in one of them. */
export const promiseGroups = ['late', 'clearance', 'to_confirm', 'on_track', 'done', 'dropped'] as const;
export type PromiseGroup = (typeof promiseGroups)[number];

/** An incident in the paper's list; its place in the list is its number on the map. */
export type BriefedIncident = {
  number: string;
  kind: IncidentKind;
  hazard: Hazard;
  status: IncidentStatus;
  title: BriefedText;
  placeName: string | null;
  seenAt: Date;
  lat: number;
  lon: number;
  government: NamedGovernment;
};

/** What waits for a word: of which governments, until when. */
export type BriefedQuestion = {
  href: string;
  number: string | null;
  text: BriefedText;
  governments: NamedGovernment[];
  until: Date | null;
};

export const questionKinds = ['decision', 'answer', 'confirmation', 'incident'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/**
 * A briefing paper in no language yet: the page, the PDF and the DOCX are all written from this. It holds what its reader
 * may see on the day it is made, and nothing else.
 */
export type BriefingPaper = {
  scope: BriefingScope;
  /** What it is made for; null when it is for no meeting. */
  meeting: BriefedMeeting | null;
  /** All-day, both in it. */
  from: string;
  to: string;
  madeAt: Date;
  figures: { incidents: Sum; resolved: number; kinds: { kind: IncidentKind; count: number }[] };
  promises: Record<PromiseGroup, BriefedPromise[]>;
  /** The most dangerous and newest first; `more` are on the map alone. */
  incidents: { listed: BriefedIncident[]; more: { lat: number; lon: number }[] };
  questions: Record<QuestionKind, BriefedQuestion[]>;
};

/** Two papers of one scope and period show the same picture. */
export type MapMark = { lat: number; lon: number; label: string | null; tone: 'open' | 'closed' };

/** The marks of a paper's map: the listed by their number, the others as points below them. */
export function mapMarks({ incidents }: BriefingPaper): MapMark[] {
  return [
    ...incidents.more.map(({ lat, lon }) => ({ lat, lon, label: null, tone: 'closed' as const })),
    ...incidents.listed.map(({ lat, lon, status }, index) => ({
      ...{ lat, lon, label: String(index + 1) },
      tone: ['reported', 'confirmed', 'responding'].includes(status)
        ? ('open' as const)
        : ('closed' as const),
    })),
  ];
}
