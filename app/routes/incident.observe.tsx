import { getFormProps, getInputProps, getTextareaProps, useForm } from '@conform-to/react';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuid } from 'uuid';
import { TextLanguageField, useTextLanguage } from '#app/components/action-item/text-language-field.tsx';
import { ReportAmounts } from '#app/components/incident/report-amounts.tsx';
import { ReportPhotos } from '#app/components/incident/report-photos.tsx';
import { flatten } from '#app/components/incident/report-values.ts';
import { useReportPhotos } from '#app/components/incident/use-report-photos.ts';
import { useSendWithPhotos } from '#app/components/incident/use-send-with-photos.ts';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { useRoot } from '#app/components/shell/use-root.ts';
import { addObservation } from '#app/domain/incident/add-observation.server.ts';
import { formatCoordinates } from '#app/domain/incident/coordinates.ts';
import { findIncidentPage } from '#app/domain/incident/find-incident-page.server.ts';
import { observationInput, wallOf } from '#app/domain/incident/incident.ts';
import { mayReport } from '#app/domain/incident/policy.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, forbidden, notFound, refused } from '#app/http/answer.server.ts';
import { parseForm, readFormData } from '#app/http/form.server.ts';
import { keepPhotosIn } from '#app/http/photos-in-form.server.ts';
import { htmlLang } from '#app/i18n/languages.ts';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { Button } from '#app/ui/button.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { Link } from '#app/ui/link.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export const handle: PageHandle = { title: (t) => t('incident:observation.add') };

export async function loader({ request, params: { number = '' } }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { lat, lon } = (await findIncidentPage(actor, number)) ?? notFound();
  if (!mayReport(actor)) forbidden();
  return { number, coordinates: formatCoordinates({ lat, lon }), clientKey: uuid() };
}

/** It was seen again. Files come along where JavaScript did not send them before. */
export async function action({ request, params: { number = '' } }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const body = await readFormData(request);
  const refusal = await keepPhotosIn(actor, body);
  const form = await parseForm(new Request(request.url, { method: 'POST', body }), observationInput);
  if (!form.ok) return form.reply;
  if (refusal) return refused(refusal, form.submission);
  const result = await addObservation(actor, { number, ...form.value });
  return answer(result, { to: `/incidents/${number}#observations`, submission: form.submission });
}

export default function Observe() {
  const { t } = useTranslation('incident');
  const { t: tCommon } = useTranslation('common');
  const { number, coordinates, clientKey } = useLoaderData<typeof loader>();
  const given = useActionData<typeof action>();
  const { reader, now } = useRoot();
  const fieldError = useFieldError();
  const writing = useTextLanguage();
  const sending = useNavigation().state !== 'idle';
  const [key] = useState(clientKey);
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const zone = reader?.government.country === 'CN' ? 'Asia/Shanghai' : 'Asia/Seoul';
  const back = given?.lastResult?.initialValue;
  const values = back ? flatten(back) : {};
  const { photos, add, remove } = useReportPhotos(values.photoIds ?? []);
  const [form, fields] = useForm<{ seenAt: string; coordinates: string; text: string }>({
    lastResult: given?.lastResult,
    defaultValue: { seenAt: wallOf(now, zone), coordinates, text: '' },
  });
  const errorOf = (name: string) => fieldError(given?.lastResult?.error?.[name]);
  const sendWithPhotos = useSendWithPhotos(photos);
  return (
    <div className="grid max-w-170 gap-4 px-4 py-5 md:px-8">
      <p className="text-t-2">
        <Link href={`/incidents/${number}`} className="num">
          {number}
        </Link>
      </p>
      <h1>{t('observation.add')}</h1>
      <Form
        {...getFormProps(form)}
        method="post"
        encType="multipart/form-data"
        noValidate
        className="grid gap-5"
        onSubmit={sendWithPhotos}
      >
        <RefusalNote refusal={given?.refusal} />
        <input type="hidden" name="clientKey" value={key} />
        <input type="hidden" name="zone" value={zone} />
        <ReportPhotos
          photos={photos}
          onAdd={add}
          onRemove={remove}
          ready={ready}
          error={errorOf('photoIds')}
        />
        <TextField
          {...getInputProps(fields.seenAt, { type: 'datetime-local' })}
          label={t('reporting.seen_at')}
          hint={t('reporting.seen_at_hint', {
            zone: t(zone === 'Asia/Seoul' ? 'reporting.zone_kr' : 'reporting.zone_cn'),
          })}
          error={errorOf('seenAt')}
        />
        <TextField
          {...getInputProps(fields.coordinates, { type: 'text' })}
          label={t('reporting.coordinates')}
          hint={t('observation.coordinates_hint')}
          error={errorOf('coordinates')}
        />
        <ReportAmounts values={values} errorOf={errorOf} ready={ready} />
        <TextArea
          {...getTextareaProps(fields.text)}
          rows={4}
          optional
          lang={htmlLang(writing.language)}
          label={t('observation.note')}
          error={errorOf('text')}
          onChange={(event) => writing.onText(event.currentTarget.value)}
        />
        <TextLanguageField name="language" language={writing.language} onChoose={writing.choose} />
        <div className="flex justify-end gap-2">
          <LinkButton href={`/incidents/${number}`}>{tCommon('action.cancel')}</LinkButton>
          <Button type="submit" variant="primary" isPending={sending}>
            {t('observation.add')}
          </Button>
        </div>
      </Form>
    </div>
  );
}
