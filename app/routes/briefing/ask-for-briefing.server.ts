import { sayBriefing } from '#app/components/briefing/say-briefing.ts';
import type { Actor } from '#app/domain/actor.ts';
import {
  periodBefore,
  type BriefingAsk,
  type BriefingPaper,
  briefingSchema,
  usualPeriod,
} from '#app/domain/briefing/briefing.ts';
import { findBriefedMeeting } from '#app/domain/briefing/find-briefed-meeting.server.ts';
import { findBriefing } from '#app/domain/briefing/find-briefing.server.ts';
import type { Paper } from '#app/domain/briefing/paper.ts';
import { readOwnGovernment } from '#app/domain/government/find-governments.server.ts';
import { formErrorKey } from '#app/http/form-error.ts';
import { timeZoneOf } from '#app/i18n/format.ts';
import { makeI18n } from '#app/i18n/i18n.ts';
import { type Language, languages } from '#app/i18n/languages.ts';
import { readersLanguage } from '#app/i18n/readers-language.server.ts';

/** What the URL of a paper says, as it stands in the form. */
type Typed = Record<'government' | 'meeting' | 'from' | 'to' | 'in', string>;

type Asked =
  | { ok: true; typed: Typed; ask: BriefingAsk; paper: BriefingPaper }
  /** By field, as keys of the namespace `form`. */
  | { ok: false; typed: Typed; faults: { field: keyof Typed; key: string }[] };

const namespaces = ['briefing', 'action-item', 'incident', 'map', 'meeting', 'thread'] as const;
const fields = ['government', 'meeting', 'from', 'to', 'in'] as const;

/**
 * The paper that a URL asks for. Without days it is that of the own government for the last three months, for a meeting that
 * of all governments since the meeting before it.
 */
export async function askForBriefing(request: Request, actor: Actor, now: Date): Promise<Asked> {
  const { searchParams } = new URL(request.url);
  const number = searchParams.get('meeting')?.slice(0, 20) ?? '';
  const meeting = number === '' ? null : await findBriefedMeeting(actor, number, now);
  const usual = {
    ...(meeting ? periodBefore(meeting, now) : usualPeriod(now)),
    ...{ government: number === '' ? actor.governmentId : '', meeting: '', in: 'own' },
  };
  // The form of the page sends what is empty, too: no days are those that are usual.
  const said = (name: keyof Typed) => {
    const value = searchParams.get(name);
    const isMissing = value === null || (value === '' && name !== 'government' && number !== '');
    return (isMissing ? usual[name] : value).slice(0, 60);
  };
  const typed = {
    ...{ government: said('government'), meeting: number, from: said('from'), to: said('to') },
    in: said('in'),
  };
  const parsed = briefingSchema.safeParse(
    { ...typed, government: typed.government || undefined, meeting: number || undefined },
    { error: formErrorKey },
  );
  if (!parsed.success) {
    const faults = parsed.error.issues.flatMap(({ path, message }) => {
      const field = fields.find((name) => name === path[0]);
      return field ? [{ field, key: message }] : [];
    });
    return { ok: false, typed, faults };
  }
  if (number !== '' && !meeting)
    return { ok: false, typed, faults: [{ field: 'meeting', key: 'choose_one' }] };
  const paper = await findBriefing(actor, parsed.data, { now, meeting });
  if (!paper) return { ok: false, typed, faults: [{ field: 'government', key: 'choose_one' }] };
  return { ok: true, typed, ask: parsed.data, paper };
}

/** The paper in the languages that are asked for, one after another. */
export async function sayPapers(
  request: Request,
  actor: Actor,
  { ask, paper }: Extract<Asked, { ok: true }>,
  origin: string,
): Promise<Paper[]> {
  const { government } = await readOwnGovernment(actor);
  const zone = timeZoneOf(government.country);
  return Promise.all(
    languagesOf(ask, readersLanguage(request, actor)).map(async (language) => {
      const i18n = await makeI18n(language);
      const t = i18n.getFixedT(language, namespaces);
      const common = i18n.getFixedT(language, 'common');
      return sayBriefing(paper, { language, t, common, zone, reader: government, origin });
    }),
  );
}

/** The reader's own language comes first. */
function languagesOf({ in: asked }: BriefingAsk, own: Language): Language[] {
  if (asked === 'own') return [own];
  return asked === 'all' ? [own, ...languages.filter((language) => language !== own)] : [asked];
}
