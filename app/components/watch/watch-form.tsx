import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react';
import { Form, useNavigation } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { governmentName } from '#app/components/government/government-name.tsx';
import { PlacePicker } from '#app/components/incident/place-picker.tsx';
import { flatten, valueOf } from '#app/components/incident/report-values.ts';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { useRoot } from '#app/components/shell/use-root.ts';
import type { NamedGovernment } from '#app/domain/government/government.ts';
import { formatCoordinates, parseCoordinates } from '#app/domain/incident/coordinates.ts';
import type { Refusal } from '#app/domain/refusal.ts';
import { areaWays, radii, type WatchedArea } from '#app/domain/watch/watch.ts';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Button } from '#app/ui/button.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { NativeSelect } from '#app/ui/native-select.tsx';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { TextField } from '#app/ui/text-field.tsx';

type WatchFormProps = {
  /** What is watched now, or where a new circle starts. */
  readonly area: Partial<WatchedArea>;
  /** For a new area: the key that makes it one. */
  readonly clientKey?: string | undefined;
  readonly governments: readonly NamedGovernment[];
  readonly answer:
    { lastResult?: SubmissionResult | undefined; refusal?: Refusal | null | undefined } | undefined;
};

/** One area: a circle to draw on the map or to type, or a government's waters. Without JavaScript both stand there. */
export function WatchForm({ area, clientKey, governments, answer }: WatchFormProps) {
  const { t } = useTranslation('watch');
  const { t: tCommon } = useTranslation('common');
  const { t: tIncident } = useTranslation('incident');
  const { mapbox } = useRoot();
  const language = useLanguage();
  const fieldError = useFieldError();
  const sending = useNavigation().state !== 'idle';
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const [key] = useState(clientKey);
  const back = answer?.lastResult?.initialValue;
  const values = back ? flatten(back) : valuesOf(area);
  const value = (name: string) => valueOf(values, name) ?? '';
  const errorOf = (name: string) => fieldError(answer?.lastResult?.error?.[name]);
  const [way, setWay] = useState(value('area') === 'waters' ? 'waters' : 'circle');
  const [coordinates, setCoordinates] = useState(value('coordinates'));
  const [radius, setRadius] = useState(value('radiusKm'));
  const [form] = useForm({ lastResult: answer?.lastResult });
  const parsed = parseCoordinates(coordinates);
  const km = Number(radius.replace(',', '.'));
  const isRadius = km >= radii.least && km <= radii.most;
  const optionsOf = (country: 'KR' | 'CN') =>
    governments
      .filter((government) => government.country === country)
      .map((government) => ({ value: government.id, label: governmentName(government, language) }));

  return (
    <Form {...getFormProps(form)} method="post" noValidate className="grid gap-5">
      <RefusalNote refusal={answer?.refusal} />
      {key !== undefined && <input type="hidden" name="clientKey" value={key} />}
      <RadioCards
        id="area"
        name="area"
        label={t('area')}
        layout="rows"
        {...(ready ? { value: way } : { defaultValue: way })}
        onChange={setWay}
        options={areaWays.map((one) => ({ value: one, label: t(`way.${one}`), note: t(`note.${one}`) }))}
        error={errorOf('area')}
      />
      {(!ready || way === 'circle') && (
        <div className="grid gap-4">
          {ready && (
            <PlacePicker
              value={parsed.ok ? { ...parsed.position, ...(isRadius && { accuracy: km * 1000 }) } : null}
              onChange={(place) => setCoordinates(formatCoordinates(place))}
              zoom={7.5}
              mapbox={mapbox}
              className="relative h-[260px] overflow-hidden rounded-r-2 border border-line md:h-[340px]"
            />
          )}
          <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_9rem]">
            <TextField
              id="coordinates"
              name="coordinates"
              label={t('centre')}
              hint={tIncident('reporting.coordinates_hint')}
              inputClassName="num"
              autoComplete="off"
              {...(ready ? { value: coordinates } : { defaultValue: coordinates })}
              onChange={(event) => setCoordinates(event.currentTarget.value)}
              error={errorOf('coordinates')}
            />
            <TextField
              id="radiusKm"
              name="radiusKm"
              figure
              inputMode="decimal"
              autoComplete="off"
              label={t('radius')}
              hint={t('radius_hint')}
              {...(ready ? { value: radius } : { defaultValue: radius })}
              onChange={(event) => setRadius(event.currentTarget.value)}
              error={errorOf('radiusKm')}
            />
          </div>
        </div>
      )}
      {(!ready || way === 'waters') && (
        <NativeSelect
          id="governmentId"
          name="governmentId"
          label={t('government')}
          placeholder={t('choose')}
          defaultValue={value('governmentId')}
          options={[
            { label: tIncident('filter.korea'), options: optionsOf('KR') },
            { label: tIncident('filter.china'), options: optionsOf('CN') },
          ]}
          error={errorOf('governmentId')}
        />
      )}
      <TextField
        id="name"
        name="name"
        optional
        label={t('name')}
        hint={t('name_hint')}
        defaultValue={value('name')}
        error={errorOf('name')}
      />
      <div className="flex justify-end gap-2">
        <LinkButton href="/settings/areas">{tCommon('action.cancel')}</LinkButton>
        <Button type="submit" variant="primary" isPending={sending}>
          {key === undefined ? t('save') : t('add')}
        </Button>
      </div>
    </Form>
  );
}

function valuesOf({ name = '', lat, lon, radiusM, government }: Partial<WatchedArea>) {
  const isPlaced = typeof lat === 'number' && typeof lon === 'number';
  return flatten({
    name,
    area: government ? 'waters' : 'circle',
    coordinates: isPlaced ? formatCoordinates({ lat, lon }) : '',
    radiusKm: String(typeof radiusM === 'number' ? radiusM / 1000 : radii.proposed),
    governmentId: government?.id ?? '',
  });
}
