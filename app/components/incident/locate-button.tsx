import { Locate } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { limits } from '#app/map/camera.ts';
import type { MapHandle } from '#app/map/engine.client.ts';
import { IconButton } from '#app/ui/icon-button.tsx';

type Place = { lat: number; lon: number };

type LocateButtonProps = {
  readonly handle: MapHandle;
  readonly onFound: (place: Place) => void;
  /** Says in words how it goes; empty when all is well. */
  readonly onSay: (words: string) => void;
};

/** Goes to where the reader stands. Nothing is stored and nothing is sent. */
export function LocateButton({ handle, onFound, onSay }: LocateButtonProps) {
  const { t } = useTranslation('map');
  if (!('geolocation' in navigator)) return null;

  const locate = () => {
    onSay(t('locating'));
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude: lat, longitude: lon } }) => {
        if (lat < limits.south || lat > limits.north || lon < limits.west || lon > limits.east) {
          onSay(t('located_outside'));
          return;
        }
        onSay('');
        onFound({ lat, lon });
        handle.map.easeTo({ center: [lon, lat], zoom: Math.max(10, handle.map.getZoom()), duration: 300 });
      },
      () => onSay(t('not_located')),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    );
  };

  return <IconButton icon={Locate} label={t('locate')} line className="map-locate" onPress={locate} />;
}
