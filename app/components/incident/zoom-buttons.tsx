import { Minus, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MapHandle } from '#app/map/engine.client.ts';
import { IconButton } from '#app/ui/icon-button.tsx';

/** Nearer and farther, one step at a time. */
export function ZoomButtons({ handle }: { readonly handle: MapHandle }) {
  const { t } = useTranslation('map');
  return (
    <div className="float grid">
      <IconButton icon={Plus} label={t('zoom_in')} onPress={() => handle.map.zoomIn({ duration: 200 })} />
      <IconButton icon={Minus} label={t('zoom_out')} onPress={() => handle.map.zoomOut({ duration: 200 })} />
    </div>
  );
}
