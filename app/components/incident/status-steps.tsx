import { useTranslation } from 'react-i18next';
import type { CourseStep, CourseType, IncidentPage } from '#app/domain/incident/find-incident-page.server.ts';
import { Moment } from '#app/i18n/moment.tsx';
import { Steps } from '#app/ui/steps.tsx';
import { StatusMark, statusMarks } from './status-mark.tsx';

const way = ['reported', 'confirmed', 'responding', 'resolved'] as const;
type WayStatus = (typeof way)[number];

const reachedBy = {
  reported: 'incident_reported',
  confirmed: 'incident_confirmed',
  responding: 'response_started',
  resolved: 'incident_resolved',
} as const satisfies Record<WayStatus, CourseType>;

/** How far an incident has come, with the dates; a side door is said instead of drawn. */
export function StatusSteps({ incident }: { readonly incident: Pick<IncidentPage, 'status' | 'course'> }) {
  const { t } = useTranslation('incident');
  const at = way.findIndex((status) => status === incident.status);
  if (at < 0) {
    const last = incident.course.at(-1);
    return (
      <p className="flex flex-wrap items-center gap-3">
        <StatusMark status={incident.status} boxed />
        {last && (
          <span className="text-t-2 text-ink-2">
            <Moment at={last.at} />
          </span>
        )}
      </p>
    );
  }
  return (
    <Steps
      label={t('steps.label')}
      steps={way.map((status, index) => {
        const reached = index <= at ? lastOf(incident.course, reachedBy[status]) : undefined;
        return {
          key: status,
          label: t(`status.${status}`),
          at: index < at || (index === at && status === 'resolved') ? 'past' : index === at ? 'now' : 'next',
          shape: statusMarks[status].shape,
          note: reached ? (
            <Moment at={reached.at} />
          ) : status === 'resolved' ? (
            t('steps.evidence_needed')
          ) : undefined,
        };
      })}
    />
  );
}

function lastOf(course: readonly CourseStep[], type: CourseType): CourseStep | undefined {
  return course.filter((step) => step.type === type).at(-1);
}
