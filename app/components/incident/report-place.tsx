import { ImageDown, Locate } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCoordinates, parseCoordinates } from '#app/domain/incident/coordinates.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { Button } from '#app/ui/button.tsx';
import { Chip } from '#app/ui/chip.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { PlacePicker } from './place-picker.tsx';

type ReportPlaceProps = {
  /** As typed. */
  readonly coordinates: string;
  /** Metres, when the device told it. */
  readonly accuracy: number | undefined;
  readonly onChange: (coordinates: string, accuracy?: number) => void;
  /** Where a photo says that it was taken. */
  readonly suggestion: { readonly lat: number; readonly lon: number } | undefined;
  readonly around: { readonly lat: number; readonly lon: number } | undefined;
  readonly mapbox: { accessToken: string } | null;
  readonly error: string | undefined;
  readonly ready: boolean;
};

/** Where it is: a press on the map, the device, a photo, or coordinates as officials write them. */
export function ReportPlace({
  coordinates,
  accuracy,
  onChange,
  suggestion,
  around,
  mapbox,
  error,
  ready,
}: ReportPlaceProps) {
  const { t } = useTranslation('incident');
  const format = useFormat();
  const [words, setWords] = useState('');
  /** Counts the jumps to a place from elsewhere: the map opens there anew, close up. */
  const [jumps, setJumps] = useState(0);
  const parsed = parseCoordinates(coordinates);
  const place = parsed.ok ? { ...parsed.position, accuracy } : null;
  const suggested = suggestion && formatCoordinates(suggestion);

  const locate = () => {
    setWords(t('reporting.locating'));
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude: lat, longitude: lon, accuracy: metres } }) => {
        setWords('');
        onChange(formatCoordinates({ lat, lon }), metres);
        setJumps((before) => before + 1);
      },
      () => setWords(t('reporting.not_located')),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 30_000 },
    );
  };

  const takeSuggestion = (written: string) => {
    onChange(written);
    setJumps((before) => before + 1);
  };

  return (
    <fieldset className="overflow-hidden rounded-r-2 border border-line bg-panel">
      <legend className="visually-hidden">{t('reporting.place')}</legend>
      {ready && (
        <PlacePicker
          key={jumps}
          value={place}
          onChange={(next) => onChange(formatCoordinates(next), next.accuracy)}
          around={around}
          mapbox={mapbox}
          className="relative h-[140px] md:h-[260px]"
        />
      )}
      <div className="grid gap-2 p-3">
        <div className="flex items-start gap-2">
          <TextField
            id="coordinates"
            name="coordinates"
            label={t('reporting.coordinates')}
            className="min-w-0 flex-1"
            inputClassName="num"
            autoComplete="off"
            required
            value={coordinates}
            onChange={(event) => onChange(event.currentTarget.value)}
            error={error}
          />
          {ready && 'geolocation' in navigator && (
            <Button icon={Locate} className="mt-[26px] min-h-[44px]" onPress={locate}>
              {t('reporting.here')}
            </Button>
          )}
        </div>
        {!error && <p className="field-hint">{t('reporting.coordinates_hint')}</p>}
        <p role="status" className="num text-t-1 text-ink-2 empty:hidden">
          {words ||
            (place &&
              accuracy !== undefined &&
              t('reporting.accuracy', { distance: format.distance(accuracy) }))}
        </p>
        {accuracy !== undefined && <input type="hidden" name="accuracyM" value={Math.round(accuracy)} />}
        {suggested && suggested !== coordinates && (
          <div>
            <Chip icon={ImageDown} onPress={() => takeSuggestion(suggested)}>
              {t('reporting.use_photo_place')}
            </Chip>
          </div>
        )}
      </div>
    </fieldset>
  );
}
