import { Form } from '@remix-run/react';
import { Clock } from 'lucide-react';
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLanguageField } from '#app/components/action-item/text-language-field.tsx';
import { governmentName } from '#app/components/government/government-name.tsx';
import { governmentOptions } from '#app/components/government/government-options.ts';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import type { NamedGovernment } from '#app/domain/government/government.ts';
import { parseCoordinates } from '#app/domain/incident/coordinates.ts';
import { wallOf, type WallZone } from '#app/domain/incident/incident.ts';
import { proposeGovernment } from '#app/domain/incident/propose-government.ts';
import type { Refusal } from '#app/domain/refusal.ts';
import { detectLanguage } from '#app/domain/translation/detect-language.ts';
import { htmlLang, isLanguage } from '#app/i18n/languages.ts';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Compartment, Hazard, IncidentKind, Visibility } from '#prisma/generated/enums.ts';
import { Button } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/checkbox.tsx';
import { Chip } from '#app/ui/chip.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FieldGroup } from '#app/ui/field.tsx';
import { NativeSelect } from '#app/ui/native-select.tsx';
import { Segmented } from '#app/ui/segmented.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { ReportAmounts } from './report-amounts.tsx';
import { ReportClues } from './report-clues.tsx';
import { ReportKind } from './report-kind.tsx';
import { ReportPhotos } from './report-photos.tsx';
import { ReportPlace } from './report-place.tsx';
import { type ReportValues, readValues, valueOf } from './report-values.ts';
import { SameIncidents } from './same-incidents.tsx';
import { useSameIncidents } from './use-same-incidents.ts';
import { useReportPhotos } from './use-report-photos.ts';

export type ReportErrors = { readonly [name: string]: readonly string[] | null | undefined };

type ReportFormProps = {
  /** What stands in the fields: a draft, what the server gave back, or nothing yet. */
  readonly values: ReportValues;
  /** Photos that are not on the server yet. */
  readonly files: readonly File[];
  readonly errors: ReportErrors;
  readonly refusal: Refusal | null | undefined;
  readonly governments: readonly NamedGovernment[];
  readonly zone: WallZone;
  readonly now: Date;
  readonly clientKey: string;
  readonly mapbox: { accessToken: string } | null;
  readonly ready: boolean;
  readonly onDraft: (values: ReportValues) => void;
  /** The photos that have not reached the server, whenever they change. */
  readonly onPhotos: (photos: readonly File[]) => void;
  /** What is wrong with it, by the same schema as on the server. */
  readonly validate: (form: FormData) => ReportErrors | null;
  /** Sends it or keeps it; resolves to false when the page must send the form itself. */
  readonly onSend: (values: ReportValues, photos: Blob[]) => Promise<boolean>;
};

const visibilities = Object.values(Visibility);

const likelyCompartment: Partial<Record<IncidentKind, Compartment>> = {
  floating_raft: 'floating',
  navigation_hazard: 'floating',
  sunken_waste: 'seafloor',
  flood_debris: 'river_mouth',
};

/** The report of an incident: one page, one minute. Everything works without JavaScript except the map and the device. */
export function ReportForm(props: ReportFormProps) {
  const { values, governments, zone, now, ready, validate, onSend, onDraft, onPhotos } = props;
  const { t } = useTranslation('incident');
  const language = useLanguage();
  const format = useFormat();
  const fieldError = useFieldError();
  const form = useRef<HTMLFormElement>(null);
  const initial = (name: string) => valueOf(values, name);
  const chosen = <Value extends string>(all: Record<string, Value>, name: string) =>
    Object.values(all).find((value) => value === initial(name));

  const [clientKey] = useState(initial('clientKey') ?? props.clientKey);
  const [found, setFound] = useState<ReportErrors | null>(null);
  const [sending, setSending] = useState(false);
  const [place, setPlace] = useState({
    coordinates: initial('coordinates') ?? '',
    accuracy: initial('accuracyM') ? Number(initial('accuracyM')) : undefined,
  });
  const [placeName, setPlaceName] = useState(initial('placeName') ?? '');
  const [kind, setKind] = useState(chosen(IncidentKind, 'kind'));
  const [compartment, setCompartment] = useState(chosen(Compartment, 'compartment'));
  const [seenAt, setSeenAt] = useState(initial('seenAt') ?? wallOf(now, zone));
  const [typedTitle, setTypedTitle] = useState<string | undefined>(initial('title') || undefined);
  const [text, setText] = useState(initial('text') ?? '');
  const [written, setWritten] = useState(isLanguage(initial('language')) ? initial('language') : undefined);
  const [responsible, setResponsible] = useState(initial('responsibleGovernmentId') ?? '');
  const [visibility, setVisibility] = useState<Visibility>(chosen(Visibility, 'visibility') ?? 'network');
  const { photos, add, remove } = useReportPhotos(values.photoIds ?? [], props.files);
  /** What was answered to "is it one of these", and of which ones. */
  const [answered, setAnswered] = useState<{ value: string; of: string | null } | null>(() => {
    const value = initial('sameAs');
    return value && value !== 'none' ? { value, of: null } : null;
  });
  const [unanswered, setUnanswered] = useState(false);

  const errors = found ?? props.errors;
  const errorOf = (name: string) => fieldError(errors[name]);
  const parsed = parseCoordinates(place.coordinates);
  const proposed = parsed.ok ? proposeGovernment(governments.map(unplaced), parsed.position) : undefined;
  const same = useSameIncidents(
    ready && parsed.ok && kind && seenAt
      ? new URLSearchParams({ kind, coordinates: place.coordinates, seenAt, zone }).toString()
      : null,
  );
  const near = same.incidents.map(({ number }) => number);
  const known = answered && (answered.of === near.join() || near.includes(answered.value));
  const sameAs = known ? answered.value : undefined;
  const again = sameAs !== undefined && sameAs !== 'none';
  const proposedTitle = kind ? [t(`kind.${kind}`), placeName].filter(Boolean).join(' · ') : '';
  const title = typedTitle ?? (ready ? proposedTitle : '');
  const textLanguage = isLanguage(written)
    ? written
    : (detectLanguage(`${typedTitle ?? ''} ${text}`) ?? language);
  const suggestion = photos.find((photo) => photo.suggestion?.place)?.suggestion?.place ?? undefined;
  const takenAt = photos.find((photo) => photo.suggestion?.takenAt)?.suggestion?.takenAt ?? undefined;
  const coasts = { KR: t('reporting.korea'), CN: t('reporting.china') };

  const keep = useCallback(() => {
    if (!form.current) return;
    const { title: given, ...rest } = readValues(new FormData(form.current));
    // A title that was only proposed goes on being proposed.
    onDraft(given?.[0] === proposedTitle || !given ? rest : { ...rest, title: given });
  }, [onDraft, proposedTitle]);
  // Values that are set by hand or by the device write no event of the form.
  useEffect(() => {
    if (ready && (place.coordinates !== '' || photos.some(({ id }) => id !== null) || kind)) keep();
  }, [ready, place, photos, kind, keep]);

  const unsent = photos.flatMap(({ key, file, state }) =>
    file && (state === 'sending' || state === 'waiting') ? [{ key, file }] : [],
  );
  const unsentKeys = unsent.map(({ key }) => key).join(' ');
  const latest = useRef({ unsent, onPhotos });
  useEffect(() => {
    latest.current = { unsent, onPhotos };
  });
  const hadPhotos = useRef(false);
  useEffect(() => {
    // A form that was just opened has not got its photos yet.
    if (unsentKeys === '' && !hadPhotos.current) return;
    hadPhotos.current = true;
    latest.current.onPhotos(latest.current.unsent.map(({ file }) => file));
  }, [unsentKeys]);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    if (!ready) return;
    event.preventDefault();
    if (sending) return;
    const element = event.currentTarget;
    const data = new FormData(element);
    const faults = validate(data);
    setFound(faults ?? {});
    if (faults) return;
    setSending(true);
    const asked = await same.ask();
    if (asked.length > 0 && sameAs === undefined) {
      setUnanswered(true);
      setSending(false);
      requestAnimationFrame(() => document.querySelector<HTMLElement>('#sameAs')?.focus());
      return;
    }
    const handled = await onSend(
      readValues(data),
      unsent.map(({ file }) => file),
    );
    if (!handled) element.submit();
  };

  const names = Object.entries(errors).flatMap(([name, list]) => (list && list.length > 0 ? [name] : []));
  return (
    <Form
      ref={form}
      method="post"
      action="/incidents/new"
      encType="multipart/form-data"
      noValidate
      aria-label={t('reporting.title')}
      className="mx-auto w-full max-w-[760px]"
      onSubmit={(event) => void submit(event)}
      onInput={keep}
    >
      <input type="hidden" name="clientKey" value={clientKey} />
      <input type="hidden" name="zone" value={zone} />
      {ready && near.length === 0 && <input type="hidden" name="sameAs" value="none" />}
      <div className="grid gap-5 px-4 pt-3 pb-6 md:px-8">
        <ErrorSummary
          key={names.join()}
          faults={names.map((name) => ({
            id: name || 'photos',
            message: `${labelOf(name)}${errorOf(name) ?? ''}`,
          }))}
        />
        <RefusalNote refusal={props.refusal} />
        <ReportPhotos
          photos={photos}
          onAdd={add}
          onRemove={remove}
          ready={ready}
          error={errorOf('photoIds')}
        />
        <ReportPlace
          coordinates={place.coordinates}
          accuracy={place.accuracy}
          onChange={(coordinates, accuracy) => setPlace({ coordinates, accuracy })}
          suggestion={suggestion}
          around={undefined}
          mapbox={props.mapbox}
          error={errorOf('coordinates')}
          ready={ready}
        />
        <ReportKind
          value={kind}
          onChange={(next) => {
            setKind(next);
            const likely = likelyCompartment[next];
            if (likely && compartment === undefined) setCompartment(likely);
          }}
          error={errorOf('kind')}
          ready={ready}
        />
        <p role="status" className="visually-hidden">
          {near.length > 0 ? t('same.title', { count: near.length }) : ''}
        </p>
        {near.length > 0 && (
          <SameIncidents
            incidents={same.incidents}
            value={sameAs}
            onChange={(value) => {
              setAnswered({ value, of: near.join() });
              setUnanswered(false);
            }}
            error={unanswered && sameAs === undefined ? t('same.unanswered') : undefined}
          />
        )}
        <ReportAmounts values={values} errorOf={errorOf} ready={ready} />
        <div className={again ? 'hidden' : 'contents'}>
          <Segmented
            id="hazard"
            name="hazard"
            label={t('reporting.hazard')}
            hint={t('reporting.hazard_hint')}
            wide
            defaultValue={chosen(Hazard, 'hazard') ?? 'none'}
            options={Object.values(Hazard).map((value) => ({ value, label: t(`hazard.${value}`) }))}
            error={errorOf('hazard')}
          />
          <Segmented
            id="compartment"
            name="compartment"
            label={t('reporting.compartment')}
            wide
            value={compartment ?? 'shoreline'}
            onChange={setCompartment}
            options={Object.values(Compartment).map((value) => ({ value, label: t(`compartment.${value}`) }))}
            error={errorOf('compartment')}
          />
        </div>
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <TextField
            id="placeName"
            name="placeName"
            className={again ? 'hidden' : undefined}
            label={t('reporting.place_name')}
            optional
            autoComplete="off"
            maxLength={140}
            value={placeName}
            onChange={(event) => setPlaceName(event.currentTarget.value)}
            error={errorOf('placeName')}
          />
          <div className="grid gap-2">
            <TextField
              id="seenAt"
              name="seenAt"
              type="datetime-local"
              label={t('reporting.seen_at')}
              hint={t('reporting.seen_at_hint', {
                zone: t(zone === 'Asia/Seoul' ? 'reporting.zone_kr' : 'reporting.zone_cn'),
              })}
              value={seenAt}
              onChange={(event) => setSeenAt(event.currentTarget.value)}
              error={errorOf('seenAt')}
            />
            {takenAt && wallOf(takenAt, zone) !== seenAt && (
              <div>
                <Chip icon={Clock} onPress={() => setSeenAt(wallOf(takenAt, zone))}>
                  {t('reporting.use_photo_time', { time: format.dateTime(takenAt) })}
                </Chip>
              </div>
            )}
          </div>
        </div>
        <TextField
          id="title"
          name="title"
          className={again ? 'hidden' : undefined}
          label={t('reporting.title_field')}
          lang={htmlLang(textLanguage)}
          autoComplete="off"
          required
          maxLength={140}
          value={title}
          onChange={(event) => setTypedTitle(event.currentTarget.value || undefined)}
          error={errorOf('title')}
        />
        <TextArea
          id="text"
          name="text"
          label={t('reporting.text_field')}
          optional
          hint={t('reporting.text_hint')}
          lang={htmlLang(textLanguage)}
          rows={4}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={errorOf('text')}
        />
        <TextLanguageField name="language" language={textLanguage} onChoose={setWritten} />
        <div className={again ? 'hidden' : 'contents'}>
          <NativeSelect
            id="responsibleGovernmentId"
            name="responsibleGovernmentId"
            label={t('reporting.responsible')}
            hint={t('reporting.responsible_hint')}
            placeholder={
              proposed
                ? `${governmentName(proposed.government, language)} (${t('reporting.responsible_proposed')})`
                : t('reporting.responsible_proposed')
            }
            options={governmentOptions(governments, language, coasts)}
            value={responsible}
            onChange={(event) => setResponsible(event.currentTarget.value)}
            error={errorOf('responsibleGovernmentId')}
          />
          <ReportClues values={values} errorOf={errorOf} ready={ready} />
          <NativeSelect
            id="visibility"
            name="visibility"
            label={t('reporting.visibility')}
            value={visibility}
            onChange={(event) =>
              setVisibility(visibilities.find((one) => one === event.currentTarget.value) ?? 'network')
            }
            options={visibilities.map((value) => ({ value, label: t(`visibility.${value}`) }))}
          />
          {(!ready || visibility === 'bilateral') && (
            <FieldGroup
              id="audience"
              label={t('reporting.audience')}
              hint={t('reporting.audience_hint')}
              error={errorOf('audience')}
            >
              <div className="grid max-h-64 gap-x-4 gap-y-1 overflow-auto rounded-r-2 border border-line bg-panel p-3 sm:grid-cols-2">
                {governments.map((government) => (
                  <Checkbox
                    key={government.id}
                    name="audience"
                    value={government.id}
                    defaultChecked={values.audience?.includes(government.id)}
                  >
                    {governmentName(government, language)}
                  </Checkbox>
                ))}
              </div>
            </FieldGroup>
          )}
        </div>
      </div>
      <div className="sticky bottom-[var(--chrome-bottom)] z-10 border-t border-line bg-panel px-4 pt-2.5 pb-3 md:px-8">
        <Button type="submit" variant="primary" size="lg" wide isPending={sending}>
          {again ? t('observation.add') : t('reporting.submit')}
        </Button>
        <p className="mt-1.5 text-center text-t-1 text-ink-2">{t('reporting.later')}</p>
      </div>
    </Form>
  );

  function labelOf(name: string): string {
    const label = fieldLabels[name.replace(/\[\d+\]\.\w+$/, '')];
    return label ? `${t(`reporting.${label}`)}: ` : '';
  }
}

const fieldLabels: { readonly [name: string]: LabelKey | undefined } = {
  photoIds: 'photos',
  coordinates: 'coordinates',
  placeName: 'place_name',
  kind: 'kind',
  amounts: 'amounts',
  compartment: 'compartment',
  hazard: 'hazard',
  seenAt: 'seen_at',
  title: 'title_field',
  text: 'text_field',
  responsibleGovernmentId: 'responsible',
  clues: 'clues',
  audience: 'audience',
};

type LabelKey =
  | 'photos'
  | 'coordinates'
  | 'place_name'
  | 'kind'
  | 'amounts'
  | 'compartment'
  | 'hazard'
  | 'seen_at'
  | 'title_field'
  | 'text_field'
  | 'responsible'
  | 'clues'
  | 'audience';

/** For the proposal the shore points are enough: seats lie inland. */
function unplaced(government: NamedGovernment) {
  const { id, country, level, parentId } = government;
  return { id, country, level, parentId, lat: null, lon: null, government };
}
