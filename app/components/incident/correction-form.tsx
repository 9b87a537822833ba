import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react';
import { Form, useNavigation } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLanguageField, useTextLanguage } from '#app/components/action-item/text-language-field.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { useRoot } from '#app/components/shell/use-root.ts';
import { formatCoordinates } from '#app/domain/incident/coordinates.ts';
import type { CorrectableField } from '#app/domain/incident/correction.ts';
import type { IncidentPage } from '#app/domain/incident/find-incident-page.server.ts';
import { wallOf, type WallZone } from '#app/domain/incident/incident.ts';
import type { Refusal } from '#app/domain/refusal.ts';
import { htmlLang, isLanguage } from '#app/i18n/languages.ts';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { Compartment, Hazard, IncidentKind } from '#prisma/generated/enums.ts';
import { Button } from '#app/ui/button.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { NativeSelect } from '#app/ui/native-select.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { ReportAmounts } from './report-amounts.tsx';
import { ReportClues } from './report-clues.tsx';
import { ReportPhotos } from './report-photos.tsx';
import { ReportPlace } from './report-place.tsx';
import { flatten, type ReportValues, valueOf } from './report-values.ts';
import { useReportPhotos } from './use-report-photos.ts';
import { useSendWithPhotos } from './use-send-with-photos.ts';

type CorrectionFormProps = {
  readonly incident: IncidentPage;
  /** What this reader may correct; the server asks the same policy. */
  readonly fields: readonly CorrectableField[];
  readonly answer:
    { lastResult?: SubmissionResult | undefined; refusal?: Refusal | null | undefined } | undefined;
};

/** Everything that this reader may put right, as it stands now. */
export function CorrectionForm({ incident, fields, answer }: CorrectionFormProps) {
  const { t } = useTranslation('incident');
  const { t: tCommon } = useTranslation('common');
  const { reader, mapbox } = useRoot();
  const fieldError = useFieldError();
  const sending = useNavigation().state !== 'idle';
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const zone: WallZone = reader?.government.country === 'CN' ? 'Asia/Shanghai' : 'Asia/Seoul';
  const [stood] = useState(() => valuesOf(incident, zone));
  const back = answer?.lastResult?.initialValue;
  const values = back ? flatten(back) : stood;
  const value = (name: string) => valueOf(values, name) ?? '';
  const errorOf = (name: string) => fieldError(answer?.lastResult?.error?.[name]);
  const [coordinates, setCoordinates] = useState(value('coordinates'));
  const given = value('language');
  const writing = useTextLanguage(isLanguage(given) ? given : incident.language);
  const [form] = useForm({ lastResult: answer?.lastResult });
  const { photos, add, remove } = useReportPhotos(values.photoIds ?? []);
  const sendWithPhotos = useSendWithPhotos(photos);
  const isMine = (field: CorrectableField) => fields.includes(field);
  return (
    <Form
      {...getFormProps(form)}
      method="post"
      encType="multipart/form-data"
      noValidate
      className="grid gap-5"
      onSubmit={sendWithPhotos}
    >
      <RefusalNote refusal={answer?.refusal} />
      <input type="hidden" name="version" value={incident.version} />
      {isMine('title') && (
        <>
          <input type="hidden" name="zone" value={zone} />
          <TextField
            id="title"
            name="title"
            required
            lang={htmlLang(writing.language)}
            label={t('correction.field.title')}
            defaultValue={value('title')}
            error={errorOf('title')}
          />
          <TextArea
            id="text"
            name="text"
            rows={5}
            optional
            lang={htmlLang(writing.language)}
            label={t('correction.field.text')}
            defaultValue={value('text')}
            error={errorOf('text')}
          />
          <TextLanguageField name="language" language={writing.language} onChoose={writing.choose} />
        </>
      )}
      <NativeSelect
        id="kind"
        name="kind"
        label={t('correction.field.kind')}
        options={Object.values(IncidentKind).map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        defaultValue={value('kind')}
        error={errorOf('kind')}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <NativeSelect
          id="compartment"
          name="compartment"
          label={t('correction.field.compartment')}
          options={Object.values(Compartment).map((one) => ({ value: one, label: t(`compartment.${one}`) }))}
          defaultValue={value('compartment')}
          error={errorOf('compartment')}
        />
        <NativeSelect
          id="hazard"
          name="hazard"
          label={t('correction.field.hazard')}
          options={Object.values(Hazard).map((one) => ({ value: one, label: t(`hazard.${one}`) }))}
          defaultValue={value('hazard')}
          error={errorOf('hazard')}
        />
      </div>
      <ReportPlace
        coordinates={coordinates}
        accuracy={undefined}
        onChange={setCoordinates}
        suggestion={undefined}
        around={undefined}
        mapbox={mapbox}
        error={errorOf('coordinates')}
        ready={ready}
      />
      <TextField
        id="placeName"
        name="placeName"
        optional
        label={t('correction.field.place_name')}
        defaultValue={value('placeName')}
        error={errorOf('placeName')}
      />
      {isMine('seen_at') && (
        <>
          <TextField
            id="seenAt"
            name="seenAt"
            type="datetime-local"
            label={t('reporting.seen_at')}
            hint={t('reporting.seen_at_hint', {
              zone: t(zone === 'Asia/Seoul' ? 'reporting.zone_kr' : 'reporting.zone_cn'),
            })}
            defaultValue={value('seenAt')}
            error={errorOf('seenAt')}
          />
          <TextField
            id="shoreLengthM"
            name="shoreLengthM"
            optional
            figure
            inputMode="decimal"
            label={t('correction.shore_length')}
            defaultValue={value('shoreLengthM')}
            error={errorOf('shoreLengthM')}
          />
          <ReportAmounts values={values} errorOf={errorOf} ready={ready} />
          <ReportClues values={values} errorOf={errorOf} ready={ready} />
          <input type="hidden" name="withPhotos" value="yes" />
          <ReportPhotos
            photos={photos}
            onAdd={add}
            onRemove={remove}
            ready={ready}
            error={errorOf('photoIds')}
          />
        </>
      )}
      <div className="flex justify-end gap-2">
        <LinkButton href={`/incidents/${incident.number}`}>{tCommon('action.cancel')}</LinkButton>
        <Button type="submit" variant="primary" isPending={sending}>
          {t('correction.save')}
        </Button>
      </div>
    </Form>
  );
}

/** What stands in the record, as the fields of the form. */
function valuesOf(incident: IncidentPage, zone: WallZone): ReportValues {
  const { title, text, language, kind, compartment, hazard, placeName, seenAt, shoreLengthM } = incident;
  // What a survey says is not put right by hand.
  const clues = incident.clues.filter(({ evidence }) => evidence !== 'survey_record');
  return flatten({
    ...{ title, text, language, kind, compartment, hazard },
    coordinates: formatCoordinates(incident),
    placeName: placeName ?? '',
    seenAt: wallOf(seenAt, zone),
    shoreLengthM: shoreLengthM === null ? '' : String(shoreLengthM),
    ...(incident.amounts.length > 0 && {
      amounts: incident.amounts.map(({ item, value, unit, method }) => ({
        ...{ item, unit, method },
        value: String(value),
      })),
    }),
    ...(clues.length > 0 && {
      clues: clues.map(({ evidence, labelLanguage, count, note }) => ({
        evidence,
        labelLanguage: labelLanguage ?? '',
        count: count === null ? '' : String(count),
        note: note ?? '',
      })),
    }),
    photoIds: incident.photos.map(({ id }) => id),
  });
}
