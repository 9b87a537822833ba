import { useTranslation } from 'react-i18next';
import { type IncidentFilters, writeFilters } from '#app/domain/incident/filters.ts';
import { kindGroups } from '#app/domain/incident/kinds.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import type { MapHandle } from '#app/map/engine.client.ts';
import { drawMark } from '#app/map/layers/draw-mark.ts';
import { heatColours } from '#app/map/layers/heat.ts';
import { markId } from '#app/map/layers/mark-id.ts';
import { stretchColours, stretchSteps } from '#app/map/layers/stretches.ts';
import type { MapView } from '#app/map/map-view.ts';
import { drawPicture, type PictureSwatch } from '#app/map/picture.ts';
import { useTheme } from '#app/map/use-theme.ts';
import { stretchStepWords, useLegendWords } from './layer-legend.tsx';
import type { LayerFigures } from './map-layers.tsx';

const progression = ['reported', 'confirmed', 'responding', 'resolved'] as const;

/** The view as a picture in the reader's language: title, time, legend, day, sources and disclaimer. */
export function useMapPicture(
  view: MapView,
  figures: LayerFigures,
  filters: IncidentFilters,
  time: string,
): { title: string; draw: (handle: MapHandle) => Promise<Blob> } {
  const { t } = useTranslation(['layers', 'incident', 'map']);
  const format = useFormat();
  const theme = useTheme();
  const notes = useLegendWords(view, figures);
  const title = t('picture.title');

  const draw = (handle: MapHandle) => {
    const { period: _, from: _from, to: _to, ...others } = filters;
    return drawPicture(handle, {
      title,
      lines: [
        [
          t('picture.time', { time }),
          ...(String(writeFilters(others)) === '' ? [] : [t('picture.filtered')]),
          t('picture.made', { at: format.dateTime(new Date(), { year: true }) }),
        ].join(' · '),
      ],
      swatches: swatches(handle),
      notes: [
        ...notes,
        [
          t('map:disclaimer'),
          ...(handle.engine === 'mapbox' ? ['© Mapbox © OpenStreetMap'] : [t('map:attribution')]),
        ].join(' '),
      ],
    });
  };
  const swatches = (handle: MapHandle): PictureSwatch[] => {
    if (view.show === 'heat') return [{ colours: heatColours[theme], words: t('legend.heat') }];
    if (view.show === 'governments')
      return stretchSteps.map((_, at) => ({
        colours: [stretchColours[theme][at] ?? '#777'],
        words: stretchStepWords(at) ?? t('legend.stretch_none'),
      }));
    const container = handle.map.getContainer();
    const style = getComputedStyle(container);
    const mark = (status: (typeof progression)[number], hazard: 'none' | 'high', words: string) => {
      const drawn = drawMark(markId(theme, { kind: 'beached_mass', status, hazard }, false), container);
      return drawn ? [{ mark: drawn, words }] : [];
    };
    return [
      ...kindGroups.map((group) => ({
        colours: [style.getPropertyValue(`--g-${group}`).trim() || '#777'],
        words: t(`incident:group.${group}`),
      })),
      ...progression.flatMap((status) => mark(status, 'none', t(`incident:status.${status}`))),
      ...mark('reported', 'high', t('map:legend.hazard')),
    ];
  };
  return { title, draw };
}
