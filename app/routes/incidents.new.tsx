import { parseWithZod } from '@conform-to/zod/v4';
import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData, useNavigate } from '@remix-run/react';
import { Check, X } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuid } from 'uuid';
import {
  keepDraftPhotos,
  keepReportDraft,
  readDraftPhotos,
  readReportDraft,
} from '#app/components/incident/report-draft.ts';
import { type ReportErrors, ReportForm } from '#app/components/incident/report-form.tsx';
import { KeptReports } from '#app/components/incident/kept-reports.tsx';
import { useReportsOnDevice } from '#app/components/incident/report-queue.ts';
import {
  accountHeader,
  askForSync,
  forgetReport,
  keepReport,
  type KeptReport,
  type RefusedReport,
  refusedHeader,
  type SendOutcome,
  sendNow,
  sendReport,
  takeReport,
  writeReason,
} from '#app/components/incident/report-store.ts';
import { SameQuestion } from '#app/components/incident/same-question.tsx';
import { flatten, type ReportValues } from '#app/components/incident/report-values.ts';
import { GovernmentName } from '#app/components/government/government-name.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { takeTyped } from '#app/components/shell/typed-early.client.ts';
import { useRoot } from '#app/components/shell/use-root.ts';
import { findGovernments } from '#app/domain/government/find-governments.server.ts';
import { addObservation } from '#app/domain/incident/add-observation.server.ts';
import {
  findSameIncidents,
  findSent,
  type SameIncident,
} from '#app/domain/incident/find-same-incidents.server.ts';
import { asObservation, reportInput } from '#app/domain/incident/incident.ts';
import { mayReport } from '#app/domain/incident/policy.ts';
import { reportIncident } from '#app/domain/incident/report-incident.server.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, forbidden, giveBack, refused } from '#app/http/answer.server.ts';
import { formErrorKey } from '#app/http/form-error.ts';
import { parseForm, readFormData } from '#app/http/form.server.ts';
import { keepPhotosIn } from '#app/http/photos-in-form.server.ts';
import { readersLanguage } from '#app/i18n/readers-language.server.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { presentMoment } from '#app/offline/kept.ts';
import { Button } from '#app/ui/button.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { Link } from '#app/ui/link.tsx';

export const handle: PageHandle = { title: (t) => t('incident:reporting.title') };

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  if (!mayReport(actor)) forbidden();
  return { governments: await findGovernments(), clientKey: uuid() };
}

/** Why a report was not taken, for a queue that sent it and reads no page. */
export const headers: HeadersFunction = ({ actionHeaders }) => {
  const reason = actionHeaders.get(refusedHeader);
  return reason === null ? {} : { [refusedHeader]: reason };
};

/** One form with everything in it. Files come along where JavaScript did not send them before. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  // What one account kept on this device is not sent by the next one: it waits for its author.
  const meant = request.headers.get(accountHeader);
  if (meant !== null && meant !== actor.accountId) return redirect('/today', 303);
  const body = await readFormData(request);
  const refusal = await keepPhotosIn(actor, body);
  const form = await parseForm(new Request(request.url, { method: 'POST', body }), reportInput);
  if (!form.ok) {
    const { lastResult } = form.reply.data;
    return data(form.reply.data, { status: 400, headers: sayWhy(null, lastResult.error ?? {}) });
  }
  if (refusal) return withReason(refused(refusal, form.submission));
  const given = giveBack(form.submission);
  if (body.has('change')) return data({ refusal: null, value: undefined, lastResult: given });
  const { sameAs, ...report } = form.value;
  if (sameAs === undefined && !(await findSent(actor, report.clientKey))) {
    const question = await findSameIncidents(actor, report, readersLanguage(request, actor));
    if (question.length > 0) return data({ refusal: null, value: undefined, lastResult: given, question });
  }
  if (sameAs !== undefined && sameAs !== 'none') {
    const added = await addObservation(actor, { number: sameAs, ...asObservation(form.value) });
    if (!added.ok) return withReason(refused(added.reason, form.submission));
    return answer(added, { to: `/incidents/${sameAs}#observations`, submission: form.submission });
  }
  const result = await reportIncident(actor, report);
  if (!result.ok) return withReason(refused(result.reason, form.submission));
  return answer(result, { to: ({ number }) => `/incidents/${number}`, submission: form.submission });
}

function withReason<Body extends { refusal: string | null }>(reply: {
  data: Body;
  init: ResponseInit | null;
}) {
  return data(reply.data, { ...reply.init, headers: sayWhy(reply.data.refusal, {}) });
}

function sayWhy(refusal: string | null, errors: { [field: string]: unknown }) {
  return { [refusedHeader]: writeReason(refusal, errors) };
}

/** The same schema as the action's, in the browser. */
function validate(form: FormData): ReportErrors | null {
  const submission = parseWithZod(form, { schema: reportInput, error: formErrorKey });
  return submission.status === 'success' ? null : (submission.reply().error ?? {});
}

export default function ReportPage() {
  const { t } = useTranslation(['incident', 'common']);
  const { governments, clientKey } = useLoaderData<typeof loader>();
  const given = useActionData<typeof action>();
  const { reader, mapbox, now } = useRoot();
  const format = useFormat();
  const navigate = useNavigate();
  const accountId = reader?.accountId ?? '';
  const page = useRef<HTMLDivElement>(null);
  const [ready, setReady] = useState(false);
  /** When the form was opened: a kept page knows only when it was kept. */
  const [openedAt, setOpenedAt] = useState(now);
  /** The key of a report that is begun on this page: one page may be kept for many reports. */
  const [anew, setAnew] = useState<string | null>(null);
  const [draft, setDraft] = useState<ReportValues | null>(null);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [sentBack, setSentBack] = useState<RefusedReport | null>(null);
  const [keptAt, setKeptAt] = useState<Date | null>(null);
  const onDevice = useReportsOnDevice(accountId);
  const back = given?.lastResult?.initialValue;

  useEffect(() => {
    setReady(true);
    setOpenedAt((before) => presentMoment(before, new Date()));
    if (back) return;
    const form = page.current?.querySelector('form');
    const typed = form ? takeTyped(form) : { values: {}, files: [] };
    const kept = readReportDraft(accountId);
    const begun = Object.keys(typed.values).length > 0 ? { ...kept, ...typed.values } : kept;
    setAnew(uuid());
    setDraft(begun);
    setFiles(typed.files);
    void readDraftPhotos(accountId).then((photos) => {
      if (photos.length === 0) return;
      setFiles([...typed.files, ...photos]);
      setAnew(uuid());
    });
  }, [accountId, back]);
  const onDraft = useCallback(
    (values: ReportValues) => {
      if (keepReportDraft(accountId, values)) setKeptAt(new Date());
    },
    [accountId],
  );
  const onPhotos = useCallback(
    (photos: readonly File[]) => {
      void keepDraftPhotos(accountId, photos);
    },
    [accountId],
  );
  const forget = useCallback(() => {
    keepReportDraft(accountId, null);
    void keepDraftPhotos(accountId, []);
    setDraft(null);
    setFiles([]);
    setSentBack(null);
    setKeptAt(null);
    setOpenedAt((before) => presentMoment(before, new Date()));
    setAnew(uuid());
  }, [accountId]);
  const onEdit = async ({ clientKey: key }: KeptReport) => {
    const report = await takeReport(key);
    if (!report) return;
    // What may have arrived goes on under its key; what was refused never did.
    edit(report.state === 'refused' ? { ...report, clientKey: uuid() } : report);
  };
  const edit = ({ values: written, clientKey: key, photos, reason }: KeptReport) => {
    setDraft({ ...written, clientKey: [key] });
    setFiles(photos.map((photo) => new File([photo], 'photo', { type: photo.type })));
    setSentBack(reason ?? null);
    setAnew(uuid());
  };
  const onSend = async (values: ReportValues, photos: Blob[]) => {
    const key = values.clientKey?.[0] ?? uuid();
    const report: KeptReport = {
      accountId,
      clientKey: key,
      values,
      photos,
      keptAt: Date.now(),
      state: 'waiting',
    };
    const outcome = await keepAndSend(report);
    if (outcome.kind === 'refused') {
      if (outcome.reason.refusal === null && Object.keys(outcome.reason.errors).length === 0) return false;
      edit({ ...report, clientKey: key, reason: outcome.reason });
      return true;
    }
    if (outcome.kind === 'sent') {
      keepReportDraft(accountId, null);
      void keepDraftPhotos(accountId, []);
      navigate(`/incidents/${outcome.number}`);
      return true;
    }
    void askForSync();
    forget();
    requestAnimationFrame(() => {
      window.scrollTo({ top: 0 });
      document.querySelector<HTMLElement>('#kept-reports')?.focus();
    });
    return true;
  };

  const question: readonly SameIncident[] | null =
    given && 'question' in given && Array.isArray(given.question) ? given.question : null;
  const values = back ? flatten(back) : (draft ?? {});
  return (
    <div ref={page}>
      <header className="flex items-center gap-2 border-b border-line bg-panel py-1.5 pr-4 pl-1.5">
        <Link href="/map" className="icon-btn" aria-label={t('reporting.close')}>
          <Icon of={X} />
        </Link>
        <div className="min-w-0 flex-1">
          <h1 className="text-t-4">{t('reporting.title')}</h1>
          {keptAt && (
            <p role="status" className="num flex items-center gap-1 text-t-1 text-ink-2">
              <Icon of={Check} size="sm" />
              {t('reporting.draft_kept', { time: format.time(keptAt) })}
            </p>
          )}
        </div>
        {keptAt && (
          <Button variant="quiet" size="sm" onPress={forget}>
            {t('reporting.draft_forget')}
          </Button>
        )}
        {reader && (
          <GovernmentName
            government={reader.government}
            className={keptAt ? 'max-w-[42%] max-sm:[&>:last-child]:hidden' : 'max-w-[42%]'}
          />
        )}
      </header>
      <KeptReports
        reports={onDevice.reports}
        sending={onDevice.sending}
        isBusy={keptAt !== null || draft !== null}
        onEdit={(report) => void onEdit(report)}
        onForget={({ clientKey: key }) => void forgetReport(key)}
      />
      {question && <SameQuestion incidents={question} values={values} />}
      {!question && (
        <ReportForm
          key={`${ready} ${anew}`}
          values={values}
          files={files}
          errors={given?.lastResult?.error ?? sentBack?.errors ?? {}}
          refusal={given?.refusal ?? refusalOf(sentBack)}
          governments={governments}
          zone={reader?.government.country === 'CN' ? 'Asia/Shanghai' : 'Asia/Seoul'}
          now={openedAt}
          clientKey={anew ?? clientKey}
          mapbox={mapbox}
          ready={ready}
          onDraft={onDraft}
          onPhotos={onPhotos}
          validate={validate}
          onSend={onSend}
        />
      )}
    </div>
  );
}

function refusalOf(reason: RefusedReport | null) {
  return reason?.refusal && isRefusal(reason.refusal) ? reason.refusal : null;
}

/** It is on the device before it goes out, so that a page that dies loses nothing. */
async function keepAndSend(report: KeptReport): Promise<SendOutcome> {
  try {
    await keepReport(report);
  } catch (error) {
    console.info('The browser keeps no reports.', error);
    return sendReport(report);
  }
  return sendNow(report);
}
