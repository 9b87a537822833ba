import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { GovernmentName } from '#app/components/government/government-name.tsx';
import { ChangeList } from '#app/components/incident/change-list.tsx';
import { CorrectionForm } from '#app/components/incident/correction-form.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { findGovernments } from '#app/domain/government/find-governments.server.ts';
import { correctIncident } from '#app/domain/incident/correct-incident.server.ts';
import { findCorrections } from '#app/domain/incident/find-corrections.server.ts';
import { findIncidentPage } from '#app/domain/incident/find-incident-page.server.ts';
import { correctionInput, findingsInput } from '#app/domain/incident/incident.ts';
import { correctableBy } from '#app/domain/incident/policy.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, forbidden, notFound, refused } from '#app/http/answer.server.ts';
import { parseForm, readFormData } from '#app/http/form.server.ts';
import { keepPhotosIn } from '#app/http/photos-in-form.server.ts';
import { Moment } from '#app/i18n/moment.tsx';
import { Link } from '#app/ui/link.tsx';
import { Note } from '#app/ui/note.tsx';

export const handle: PageHandle = { title: (t) => t('incident:correction.heading') };

export async function loader({ request, params: { number = '' } }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const incident = (await findIncidentPage(actor, number)) ?? notFound();
  const fields = correctableBy(actor, incident);
  if (fields.length === 0) forbidden();
  const [corrections, governments] = await Promise.all([findCorrections(actor, number), findGovernments()]);
  return { incident, fields, corrections, governments };
}

/** Something in the record was wrong. Who may correct less sends less. Files come along where JavaScript did not send them before. */
export async function action({ request, params: { number = '' } }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const incident = (await findIncidentPage(actor, number)) ?? notFound();
  const whole = correctableBy(actor, incident).includes('title');
  const body = await readFormData(request);
  const refusal = whole ? await keepPhotosIn(actor, body) : null;
  const read = new Request(request.url, { method: 'POST', body });
  const form = await parseForm(read, whole ? correctionInput : findingsInput);
  if (!form.ok) return form.reply;
  if (refusal) return refused(refusal, form.submission);
  const result = await correctIncident(actor, { number, ...form.value });
  return answer(result, { to: `/incidents/${number}`, submission: form.submission });
}

/** Somebody else was quicker: what stands there now belongs beside what was typed. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

export default function CorrectIncident() {
  const { t } = useTranslation('incident');
  const { incident, fields, corrections, governments } = useLoaderData<typeof loader>();
  const { number } = incident;
  return (
    <div className="grid max-w-170 gap-4 px-4 py-5 md:px-8">
      <p className="text-t-2">
        <Link href={`/incidents/${number}`} className="num">
          {number}
        </Link>
      </p>
      <h1>{t('correction.heading')}</h1>
      <p className="text-t-2 text-ink-2">{t('correction.hint')}</p>
      {!fields.includes('title') && <Note>{t('correction.others_words')}</Note>}
      <CorrectionForm incident={incident} fields={fields} answer={useActionData<typeof action>()} />
      {corrections.length > 0 && (
        <section aria-labelledby="corrections" className="grid gap-3 border-t border-line pt-4">
          <h2 id="corrections" className="text-t-4">
            {t('correction.earlier')}
          </h2>
          <ol className="grid gap-4">
            {corrections.map((correction) => (
              <li key={correction.id} className="grid gap-1.5">
                <p className="flex flex-wrap items-center gap-x-3 text-t-2 text-ink-2">
                  <GovernmentName government={correction.government} />
                  <Moment at={correction.at} />
                </p>
                <ChangeList
                  of={correction.changes}
                  governmentOf={(id) => governments.find((one) => one.id === id)}
                />
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}
