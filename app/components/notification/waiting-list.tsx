import { CircleCheckBig, MapPin, Stamp, Vote } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ItemTitle } from '#app/components/action-item/item-title.tsx';
import { governmentName } from '#app/components/government/government-name.tsx';
import type { ActionItemCard } from '#app/domain/action-item/action-item.ts';
import type { IncidentToConfirm } from '#app/domain/incident/coast-week.ts';
import type { DecisionToAnswer } from '#app/domain/decision/find-decisions.server.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Link } from '#app/ui/link.tsx';
import { WaitingRow } from './waiting-row.tsx';

type WaitingListProps = {
  readonly items: readonly ActionItemCard[];
  readonly incidents: readonly IncidentToConfirm[];
  readonly decisions: readonly DecisionToAnswer[];
  readonly governmentId: string;
};

const incidentsShown = 4;

/** What cannot go on without the reader's government: confirmations and answers first, then new incidents. */
export function WaitingList({ items, incidents, decisions, governmentId }: WaitingListProps) {
  const { t } = useTranslation(['notification', 'incident', 'action-item']);
  const language = useLanguage();
  const format = useFormat();
  const total = items.length + decisions.length + incidents.length;
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting" className="mb-3 text-[1.125rem]">
        {t('today.waiting')} <span className="num ml-1 font-normal text-ink-2">{total}</span>
      </h2>
      {total === 0 ? (
        <p className="max-w-none border-t border-line py-3 text-t-2 text-ink-2">{t('today.nothing_waits')}</p>
      ) : (
        <ul className="rows">
          {items.map((item, index) => {
            const confirms = item.state === 'awaiting_confirmation';
            const lead = item.commitments.find(
              ({ governmentId }) => governmentId === item.proposerSeat.governmentId,
            );
            return (
              <WaitingRow
                key={item.id}
                icon={confirms ? CircleCheckBig : Stamp}
                why={t(confirms ? 'today.to_confirm' : 'today.to_answer')}
                title={<ItemTitle of={item} />}
                note={
                  confirms && item.claimedBy
                    ? t('today.claimed_by', { government: governmentName(item.claimedBy, language) })
                    : lead &&
                      t('today.proposed_by', { government: governmentName(lead.government, language) })
                }
                meta={[item.number, item.dueOn && t('today.due', { date: format.day(item.dueOn) })]
                  .filter(Boolean)
                  .join(' · ')}
                href={`/actions/${item.number}`}
                step={t(confirms ? 'today.see_evidence' : 'today.see_wording')}
                primary={index === 0}
              />
            );
          })}
          {decisions.map(({ id, threadId, deadline, post, translations }, index) => (
            <WaitingRow
              key={id}
              icon={Vote}
              why={t('today.decision_to_answer')}
              title={
                <ItemTitle
                  of={{ ...post, title: firstLine(post.body), translations: titled(translations) }}
                />
              }
              note={t('today.proposed_by', { government: governmentName(post.government, language) })}
              meta={t('today.answer_until', { date: format.dateTime(deadline) })}
              href={`/threads/${threadId}?at=${post.seq}#entry-${post.seq}`}
              step={t('today.see_decision')}
              primary={index === 0 && items.length === 0}
            />
          ))}
          {incidents.slice(0, incidentsShown).map((incident, index) => (
            <WaitingRow
              key={incident.id}
              icon={MapPin}
              why={t('today.incident_to_confirm')}
              title={<ItemTitle of={incident} />}
              note={[t(`incident:kind.${incident.kind}`), incident.placeName].filter(Boolean).join(' · ')}
              meta={`${incident.number} · ${format.relative(incident.reportedAt)}`}
              href={`/incidents/${incident.number}`}
              step={t('today.see_incident')}
              primary={index === 0 && items.length + decisions.length === 0}
            />
          ))}
        </ul>
      )}
      {incidents.length > incidentsShown && (
        <p className="mt-2.5 text-t-2">
          <Link href={`/incidents?status=reported&government=${governmentId}`}>
            {t('today.more_incidents', { count: incidents.length - incidentsShown })}
          </Link>
        </p>
      )}
    </section>
  );
}

/** The words of a proposal are a post: its first line stands for it. */
function firstLine(body: string): string {
  return body.split('\n', 1)[0] ?? body;
}

function titled(translations: DecisionToAnswer['translations']) {
  return translations.map((one) => ({ ...one, field: 'title' as const, text: firstLine(one.text) }));
}
