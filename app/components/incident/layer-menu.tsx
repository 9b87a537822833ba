import { useSearchParams } from '@remix-run/react';
import { Image, Layers, Link2, Maximize, Minimize, Printer } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { mapShows, type MapView, writeMapView } from '#app/map/map-view.ts';
import { Button } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/checkbox.tsx';
import { IconButton } from '#app/ui/icon-button.tsx';
import { NativeSelect } from '#app/ui/native-select.tsx';
import { toast } from '#app/ui/toast.tsx';

type LayerMenuProps = {
  readonly view: MapView;
  readonly onPicture: () => Promise<void>;
  readonly onPrint: () => Promise<void>;
};

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** What the map shows, and what one can do with the view. Each choice stands in the address. */
export function LayerMenu({ view, onPicture, onPrint }: LayerMenuProps) {
  const { t } = useTranslation('layers');
  const [, setParams] = useSearchParams();
  const [isBusy, setBusy] = useState(false);
  const isFull = useSyncExternalStore(onFullScreen, () => document.fullscreenElement !== null);
  const choose = (changed: Partial<MapView>) =>
    setParams((params) => writeMapView(params, { ...view, ...changed }), {
      replace: true,
      preventScrollReset: true,
    });
  const copy = () => {
    navigator.clipboard
      .writeText(window.location.href)
      .then(() => toast(t('tools.copied'), { tone: 'done' }))
      .catch(() => toast(t('tools.not_copied'), { tone: 'problem' }));
  };
  const draw = (make: () => Promise<void>) => {
    setBusy(true);
    make()
      .catch(() => toast(t('tools.not_drawn'), { tone: 'problem' }))
      .finally(() => setBusy(false));
  };
  const thisMonth = new Date().getMonth() + 1;
  return (
    <DialogTrigger>
      <IconButton icon={Layers} label={t('menu')} line />
      <Popover className="popover" placement="bottom end" offset={6}>
        <Dialog aria-label={t('menu')} className="layer-menu">
          {({ close }) => (
            <>
              <fieldset>
                <legend>{t('show.title')}</legend>
                {mapShows.map((show) => (
                  <Checkbox
                    key={show}
                    type="radio"
                    name="map-show"
                    value={show}
                    checked={view.show === show}
                    onChange={() => choose({ show })}
                  >
                    {t(`show.${show}`)}
                  </Checkbox>
                ))}
              </fieldset>
              <fieldset>
                <legend>{t('also.title')}</legend>
                <Checkbox checked={view.drift} onChange={(event) => choose({ drift: event.target.checked })}>
                  {t('also.drift')}
                </Checkbox>
                <Checkbox
                  checked={view.wind !== undefined}
                  onChange={(event) => choose({ wind: event.target.checked ? thisMonth : undefined })}
                >
                  {t('also.wind')}
                </Checkbox>
                {view.wind !== undefined && (
                  <NativeSelect
                    label={t('also.wind_month')}
                    hideLabel
                    value={String(view.wind)}
                    onChange={(event) => choose({ wind: Number(event.target.value) })}
                    options={months.map((month) => ({ value: String(month), label: t(`month.${month}`) }))}
                  />
                )}
              </fieldset>
              <fieldset className="layer-menu-tools">
                <legend>{t('tools.title')}</legend>
                <Button variant="quiet" icon={Link2} onPress={copy}>
                  {t('tools.copy')}
                </Button>
                {document.fullscreenEnabled && (
                  <Button
                    variant="quiet"
                    icon={isFull ? Minimize : Maximize}
                    onPress={() => {
                      close();
                      void (isFull
                        ? document.exitFullscreen()
                        : document.documentElement.requestFullscreen());
                    }}
                  >
                    {t(isFull ? 'tools.full_end' : 'tools.full')}
                  </Button>
                )}
                <Button variant="quiet" icon={Image} isPending={isBusy} onPress={() => draw(onPicture)}>
                  {t('tools.picture')}
                </Button>
                <Button variant="quiet" icon={Printer} isPending={isBusy} onPress={() => draw(onPrint)}>
                  {t('tools.print')}
                </Button>
              </fieldset>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function onFullScreen(change: () => void): () => void {
  document.addEventListener('fullscreenchange', change);
  return () => document.removeEventListener('fullscreenchange', change);
}
