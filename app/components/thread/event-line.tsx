import {
  AlarmClock,
  AlarmClockOff,
  ArrowRightLeft,
  BadgeCheck,
  CalendarDays,
  Check,
  Combine,
  CornerUpRight,
  Eye,
  FolderInput,
  Gavel,
  Globe,
  HandHelping,
  History,
  Languages,
  Link2,
  ListChecks,
  ListOrdered,
  Lock,
  type LucideIcon,
  MailCheck,
  Merge,
  NotebookPen,
  PencilLine,
  Pin,
  Signature,
  Snowflake,
  Split,
  Stamp,
  Trash2,
  Undo2,
  Ungroup,
  UserX,
  Vote,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { stateMarks } from '#app/components/action-item/state-mark.tsx';
import { ChangeList } from '#app/components/incident/change-list.tsx';
import { statusMarks } from '#app/components/incident/status-mark.tsx';
import type { EventType } from '#app/domain/event.ts';
import type { VisibleEntry } from '#app/domain/thread/entry.ts';
import { htmlLang, type Language } from '#app/i18n/languages.ts';
import { Moment } from '#app/i18n/moment.tsx';
import { useFormat } from '#app/i18n/use-format.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Icon } from '#app/ui/icon.tsx';
import { Link } from '#app/ui/link.tsx';
import { Shape, type ShapeName } from '#app/ui/shape.tsx';
import { useGovernment, useGovernmentName } from './governments.ts';

export type EventEntry = Exclude<VisibleEntry, { type: 'post_written' }>;

type Mark = { readonly shape: ShapeName; readonly done?: boolean } | { readonly icon: LucideIcon };

/** The shape that the thing has from then on. */
const marks = {
  incident_reported: statusMarks.reported,
  incident_confirmed: statusMarks.confirmed,
  response_started: statusMarks.responding,
  incident_resolved: statusMarks.resolved,
  incident_marked_duplicate: statusMarks.duplicate,
  duplicate_joined: { icon: Combine },
  duplicate_parted: { icon: Ungroup },
  incident_handed_over: statusMarks.not_ours,
  incident_closed_without_action: statusMarks.no_action,
  incident_reopened: statusMarks.reported,
  incident_withdrawn: { icon: Undo2 },
  publicity_decided: { icon: Globe },
  observation_added: { icon: Eye },
  incident_corrected: { icon: PencilLine },
  action_item_linked: { icon: Link2 },
  translation_added: { icon: Languages },
  translation_verified: { icon: BadgeCheck },
  post_acknowledged: { icon: Check },
  acknowledgement_requested: { icon: MailCheck },
  reaction_changed: { icon: Check },
  post_edited: { icon: PencilLine },
  post_deleted: { icon: Trash2 },
  decision_proposed: { icon: Vote },
  decision_answered: { icon: Vote },
  decision_closed: { icon: Gavel },
  outcome_stated: { icon: Gavel },
  decision_carried_out: { icon: ListChecks },
  topic_opened: statusMarks.reported,
  topic_closed: { shape: 'minus' },
  topic_reopened: statusMarks.reported,
  topic_moved: { icon: FolderInput },
  topic_pinned: { icon: Pin },
  post_moved: { icon: CornerUpRight },
  topic_split: { icon: Split },
  topic_split_off: { icon: Split },
  topic_merged: { icon: Merge },
  topic_merged_in: { icon: Merge },
  readers_narrowed: { icon: Lock },
  offer_made: { icon: HandHelping },
  offer_withdrawn: { shape: 'cross' },
  offer_taken: { icon: ListChecks },
  action_item_proposed: stateMarks.proposed,
  commitment_accepted: { shape: 'check' },
  commitment_declined: { shape: 'cross' },
  action_item_agreed: stateMarks.agreed,
  action_item_started: stateMarks.underway,
  completion_claimed: stateMarks.awaiting_confirmation,
  completion_confirmed: stateMarks.done,
  completion_disputed: stateMarks.underway,
  action_item_dropped: stateMarks.dropped,
  wording_changed: { icon: PencilLine },
  commitment_written: { icon: PencilLine },
  commitment_withdrawn: { shape: 'cross' },
  commitment_fulfilled: { shape: 'check' },
  commitment_not_fulfilled: { shape: 'minus' },
  clearance_asked: { shape: 'clock' },
  clearance_granted: { icon: Stamp },
  clearance_returned: { icon: Undo2 },
  clearance_waived: { shape: 'minus' },
  clearance_completed: { shape: 'check' },
  clearance_reopened: { icon: History },
  wording_marked: { icon: Stamp },
  wording_marks_ended: { icon: History },
  milestone_added: { shape: 'ring' },
  milestone_reached: { shape: 'check' },
  milestone_reopened: { shape: 'ring' },
  meeting_called: { icon: CalendarDays },
  meeting_changed: { icon: CalendarDays },
  agenda_changed: { icon: ListOrdered },
  minutes_written: { icon: NotebookPen },
  outcome_recorded: { icon: Gavel },
  outcome_changed: { icon: PencilLine },
  outcome_withdrawn: { icon: Undo2 },
  outcome_carried_out: { icon: ListChecks },
  meeting_signed: { icon: Signature },
  meeting_frozen: { icon: Snowflake },
  handover_accepted: { icon: HandHelping },
  handover_returned: { icon: Undo2 },
  due_reminded: { icon: AlarmClock },
  reminder_snoozed: { icon: AlarmClockOff },
  seat_stood_empty: { icon: UserX },
  work_passed_on: { icon: ArrowRightLeft },
} as const satisfies Record<Exclude<EventType, 'post_written'>, Mark>;

type EventLineProps = {
  readonly entry: EventEntry;
  readonly renderEvidence?: ((evidenceId: string) => ReactNode) | undefined;
};

/** What happened to the whole, whoever was the last to do something. */
const ofAll = ['action_item_agreed', 'clearance_reopened', 'wording_marks_ended'] as const;

/** Something that happened between the posts, in one line: shape, government, what, when; its reason below. */
export function EventLine({ entry, renderEvidence }: EventLineProps) {
  const mark: Mark = marks[entry.type];
  const governmentName = useGovernmentName();
  const reason = reasonOf(entry);
  const evidenceId = 'evidenceId' in entry.payload ? entry.payload.evidenceId : undefined;
  // All of them agreed, whoever was the last to answer.
  const by = ofAll.some((type) => type === entry.type) ? null : entry.actor;
  return (
    <div className="pl-2.5">
      <div className="flex items-start gap-2 text-t-2 text-ink-2">
        <span className="grid h-[1.6em] w-4 shrink-0 place-items-center text-ink">
          {'shape' in mark ? <Shape name={mark.shape} size={14} /> : <Icon of={mark.icon} size="sm" />}
        </span>
        <span className="min-w-0">
          {by && <b className="font-semibold text-ink">{governmentName(by.governmentId)}</b>}{' '}
          <EventWords entry={entry} />
        </span>
        <Moment at={new Date(entry.at)} className="ml-auto shrink-0 text-t-1 text-ink-3" />
      </div>
      {reason && (
        <blockquote
          lang={htmlLang(reason.language)}
          className="mt-1 ml-6 border-l-2 border-line pl-3 text-t-3 whitespace-pre-line"
        >
          {reason.text}
        </blockquote>
      )}
      {entry.type === 'incident_corrected' && <Corrected entry={entry} />}
      {evidenceId !== undefined && renderEvidence && (
        <div className="mt-2 ml-6">{renderEvidence(evidenceId)}</div>
      )}
    </div>
  );
}

type CorrectedProps = { readonly entry: Extract<EventEntry, { type: 'incident_corrected' }> };

/** What was put right: old and new values; for guests the names of the fields whose values are not for them. */
function Corrected({ entry: { changes, payload } }: CorrectedProps) {
  const { t } = useTranslation('incident');
  const format = useFormat();
  const governmentOf = useGovernment();
  const withheld = payload.fields.filter((field) => !changes.some((change) => change.field === field));
  return (
    <div className="mt-1 ml-6 grid gap-1.5">
      <ChangeList of={changes} governmentOf={governmentOf} />
      {withheld.length > 0 && (
        <p className="text-t-2 text-ink-2">
          {format.list(withheld.map((field) => t(`correction.field.${field}`)))} · {t('correction.withheld')}
        </p>
      )}
    </div>
  );
}

/** What happened, without who. */
function EventWords({ entry }: { readonly entry: EventEntry }) {
  const { t } = useTranslation('thread');
  const { list } = useFormat();
  const governmentName = useGovernmentName();
  const language = useLanguage();
  const format = useFormat();
  switch (entry.type) {
    case 'incident_marked_duplicate':
      return (
        <>
          {t(`event.${entry.type}`)}{' '}
          <Link href={`/incidents/${entry.payload.ofNumber}`}>{entry.payload.ofNumber}</Link>
        </>
      );
    case 'duplicate_joined':
    case 'duplicate_parted':
      return (
        <>
          {t(`event.${entry.type}`)}{' '}
          <Link href={`/incidents/${entry.payload.number}`}>{entry.payload.number}</Link>
        </>
      );
    case 'action_item_linked':
      return (
        <>
          {t(`event.${entry.type}`)}{' '}
          <Link href={`/actions/${entry.payload.actionItemNumber}`}>{entry.payload.actionItemNumber}</Link>
        </>
      );
    case 'decision_carried_out':
      return (
        <>
          {t(`event.${entry.type}`)}{' '}
          <Link href={`/actions/${entry.payload.actionItemNumber}`}>{entry.payload.actionItemNumber}</Link>
        </>
      );
    case 'offer_taken': {
      const { actionItemNumber } = entry.payload;
      return (
        <>
          {t(`event.${entry.type}`)}{' '}
          {actionItemNumber && <Link href={`/actions/${actionItemNumber}`}>{actionItemNumber}</Link>}
        </>
      );
    }
    case 'topic_split':
    case 'topic_merged':
      return (
        <>
          {t(`event.${entry.type}`, { count: entry.payload.count })}{' '}
          <Link href={`/threads/${entry.payload.toThreadId}`}>{t('moved.to_topic')}</Link>
        </>
      );
    case 'topic_split_off':
    case 'topic_merged_in':
      return (
        <>
          {t(`event.${entry.type}`, { count: entry.payload.count })}{' '}
          <Link href={`/threads/${entry.payload.fromThreadId}`}>{t('moved.to_topic')}</Link>
        </>
      );
    case 'post_edited':
      return t(`event.${entry.type}`, { revision: entry.payload.revision });
    case 'topic_pinned':
      return t(entry.payload.on ? 'event.topic_pinned' : 'unpinned');
    case 'readers_narrowed':
      return t(`event.${entry.type}`, { names: list(entry.payload.governmentIds.map(governmentName)) });
    case 'topic_moved':
      return t(`event.${entry.type}`, { category: t(`category.${entry.payload.category}`) });
    case 'incident_handed_over': {
      const { fromGovernmentId, toGovernmentId } = entry.payload;
      return t(`event.${entry.type}`, {
        from: governmentName(fromGovernmentId),
        to: governmentName(toGovernmentId),
      });
    }
    case 'translation_added':
    case 'translation_verified':
      return t(`event.${entry.type}`, { language: t(`language.${entry.payload.language}`) });
    case 'publicity_decided':
      return t(`event.${entry.type}`, { publicity: t(`publicity.${entry.payload.publicity}`) });
    case 'wording_changed':
    case 'commitment_written':
      return t(`event.${entry.type}`, { revision: entry.payload.revision });
    case 'clearance_asked':
    case 'clearance_granted':
    case 'clearance_returned':
    case 'clearance_waived': {
      const { authority, step, of } = entry.payload;
      return t(`event.${entry.type}`, { authority: authority[language], step, of });
    }
    case 'milestone_added':
    case 'milestone_reached':
    case 'milestone_reopened': {
      const { text, language: written } = entry.payload.milestone;
      return (
        <>
          {t(`event.${entry.type}`)} <q lang={htmlLang(written)}>{text}</q>
        </>
      );
    }
    case 'minutes_written':
      return t(`event.${entry.type}`, { language: t(`language.${entry.payload.language}`) });
    case 'outcome_recorded':
    case 'outcome_changed':
    case 'outcome_withdrawn':
      return <Quoted type={entry.type} outcome={entry.payload.outcome} />;
    case 'outcome_carried_out':
      return (
        <>
          <Quoted type={entry.type} outcome={entry.payload.outcome} />{' '}
          <Link href={`/actions/${entry.payload.actionItemNumber}`}>{entry.payload.actionItemNumber}</Link>
        </>
      );
    case 'wording_marked': {
      const { language: marked, revision } = entry.payload;
      return t(`event.${entry.type}`, { language: t(`language.${marked}`), revision });
    }
    case 'wording_marks_ended':
    case 'clearance_reopened': {
      const { revision, governmentIds } = entry.payload;
      return t(`event.${entry.type}`, { revision, names: format.list(governmentIds.map(governmentName)) });
    }
    case 'due_reminded': {
      const { days } = entry.payload;
      if (days === 0) return t('due_today');
      return days > 0 ? t('event.due_reminded', { count: days }) : t('due_late', { count: -days });
    }
    case 'reminder_snoozed':
      return t(`event.${entry.type}`, { date: format.day(new Date(entry.payload.until)) });
    case 'seat_stood_empty': {
      const { governmentId, title, since } = entry.payload;
      return t(`event.${entry.type}`, {
        government: governmentName(governmentId),
        seat: title[language],
        date: format.date(new Date(since)),
      });
    }
    case 'work_passed_on': {
      const { fromGovernmentId, toGovernmentId } = entry.payload;
      return t(`event.${entry.type}`, {
        from: governmentName(fromGovernmentId),
        to: governmentName(toGovernmentId),
      });
    }
    default:
      return t(`event.${entry.type}`);
  }
}

type QuotedProps = {
  readonly type: 'outcome_recorded' | 'outcome_changed' | 'outcome_withdrawn' | 'outcome_carried_out';
  readonly outcome: { readonly text: string; readonly language: Language };
};

function Quoted({ type, outcome: { text, language } }: QuotedProps) {
  const { t } = useTranslation('thread');
  return (
    <>
      {t(`event.${type}`)} <q lang={htmlLang(language)}>{text}</q>
    </>
  );
}

function reasonOf(entry: EventEntry) {
  if ('reason' in entry.payload) return entry.payload.reason;
  return entry.type === 'response_started' ? entry.payload.note : undefined;
}
