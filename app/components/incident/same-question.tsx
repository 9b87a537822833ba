import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { SameIncident } from '#app/domain/incident/find-same-incidents.server.ts';
import { Button } from '#app/ui/button.tsx';
import type { ReportValues } from './report-values.ts';
import { SameIncidents } from './same-incidents.tsx';

type SameQuestionProps = { readonly incidents: readonly SameIncident[]; readonly values: ReportValues };

/** The question as a step of its own, for browsers without JavaScript: everything typed goes along. */
export function SameQuestion({ incidents, values }: SameQuestionProps) {
  const { t } = useTranslation('incident');
  const carried = Object.entries(values).filter(([name]) => name !== 'sameAs' && name !== 'change');
  return (
    <Form
      method="post"
      action="/incidents/new"
      className="mx-auto grid w-full max-w-[760px] gap-5 px-4 py-5 md:px-8"
    >
      {carried.flatMap(([name, list]) =>
        [...new Set(list)].map((value) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        )),
      )}
      <h2>{t('same.question')}</h2>
      <SameIncidents incidents={incidents} />
      <p className="text-t-2 text-ink-2">{t('same.adds_any')}</p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button type="submit" name="change" value="1" formNoValidate>
          {t('same.change')}
        </Button>
        <Button type="submit" variant="primary">
          {t('reporting.submit')}
        </Button>
      </div>
    </Form>
  );
}
