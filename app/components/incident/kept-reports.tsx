import { Check, Clock, type LucideIcon, RefreshCw, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isRefusal } from '#app/domain/refusal.ts';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { Button } from '#app/ui/button.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { Link } from '#app/ui/link.tsx';
import type { KeptReport, RefusedReport } from './report-store.ts';
import { valueOf } from './report-values.ts';

type State = KeptReport['state'] | 'sending';

const icons = { waiting: Clock, sending: RefreshCw, sent: Check, refused: TriangleAlert } satisfies Record<
  State,
  LucideIcon
>;

type KeptReportsProps = {
  readonly reports: readonly KeptReport[];
  /** The key of the one that is being sent. */
  readonly sending: string | null;
  /** Another report is under way in the form: finish it first. */
  readonly isBusy: boolean;
  readonly onEdit: (report: KeptReport) => void;
  readonly onForget: (report: KeptReport) => void;
};

/** The reader's reports on this device: what waits, what goes, what went, and what came back and why. */
export function KeptReports({ reports, sending, isBusy, onEdit, onForget }: KeptReportsProps) {
  const { t } = useTranslation('incident');
  const format = useFormat();
  const reasonOf = useReason();
  if (reports.length === 0) return null;
  const canEdit = reports.some(({ state, clientKey }) => state !== 'sent' && clientKey !== sending);
  return (
    <section
      id="kept-reports"
      tabIndex={-1}
      aria-labelledby="kept-title"
      className="mx-auto w-full max-w-[760px] px-4 pt-4 md:px-8"
    >
      <h2 id="kept-title" className="text-t-3 font-semibold">
        {t('kept.title')}
      </h2>
      <ul className="rows mt-1">
        {reports.map((report) => {
          const state: State = report.clientKey === sending ? 'sending' : report.state;
          return (
            <li
              key={report.clientKey}
              data-state={state}
              className="flex flex-wrap items-center gap-x-3 gap-y-1.5 py-2.5"
            >
              <div className="min-w-0 flex-1 basis-52">
                <p className="max-w-none font-semibold [overflow-wrap:anywhere]">
                  {valueOf(report.values, 'title') ?? t('kept.untitled')}
                </p>
                <p className="num flex max-w-none flex-wrap items-center gap-x-1.5 text-t-2 text-ink-2">
                  <span className="inline-flex items-center gap-1 font-semibold text-ink">
                    <Icon of={icons[state]} size="sm" />
                    {t(`kept.${state}`)}
                  </span>
                  {report.keptAt > 0 && (
                    <span>{t('kept.at', { time: format.dateTime(new Date(report.keptAt)) })}</span>
                  )}
                  {report.photos.length > 0 && (
                    <span>{t('kept.photos', { count: report.photos.length })}</span>
                  )}
                </p>
                {state === 'refused' && (
                  <p className="mt-0.5 max-w-none text-t-2">{reasonOf(report.reason)}</p>
                )}
              </div>
              {report.number && (
                <Link href={`/incidents/${report.number}`} className="num text-t-2">
                  {report.number}
                </Link>
              )}
              {state === 'sent' && (
                <Button size="sm" variant="quiet" onPress={() => onForget(report)}>
                  {t('kept.seen')}
                </Button>
              )}
              {(state === 'waiting' || state === 'refused') && (
                <Button size="sm" isDisabled={isBusy} onPress={() => onEdit(report)}>
                  {t('kept.edit')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {isBusy && canEdit && <p className="max-w-none pt-1 text-t-2 text-ink-2">{t('kept.busy')}</p>}
    </section>
  );
}

/** Why a report was not taken, in the reader's words. */
function useReason(): (reason: RefusedReport | undefined) => string {
  const { t } = useTranslation(['incident', 'refusal']);
  const fieldError = useFieldError();
  return (reason) => {
    if (reason?.refusal && isRefusal(reason.refusal)) return t(`refusal:${reason.refusal}`);
    const said = Object.values(reason?.errors ?? {}).map((keys) => fieldError(keys));
    return [...new Set(said)].filter(Boolean).join(' ') || t('kept.no_reason');
  };
}
