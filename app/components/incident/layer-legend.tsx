import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { forDisplay } from '#app/domain/incident/amounts.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { heatColours } from '#app/map/layers/heat.ts';
import { stretchColours, stretchSteps } from '#app/map/layers/stretches.ts';
import type { MapView } from '#app/map/map-view.ts';
import { useTheme } from '#app/map/use-theme.ts';
import { Disclosure } from '#app/ui/disclosure.tsx';
import type { LayerFigures } from './map-layers.tsx';

type LayerLegendProps = { readonly view: MapView; readonly figures: LayerFigures };

/** How to read the layers that are not marks, and what they do not say. */
export function LayerLegend({ view, figures }: LayerLegendProps) {
  const { t } = useTranslation('layers');
  const theme = useTheme();
  const [roomy] = useState(() => matchMedia('(min-width: 1000px) and (min-height: 640px)').matches);
  const words = useLegendWords(view, figures);
  if (view.show === 'marks' && !view.drift && view.wind === undefined) return null;
  const titles = [
    ...(view.show === 'marks' ? [] : [t(`legend.${view.show}`)]),
    ...(view.drift ? [t('also.drift')] : []),
    ...(view.wind === undefined ? [] : [t('also.wind')]),
  ];
  return (
    <Disclosure
      key={titles.join()}
      title={titles.join(' · ')}
      defaultOpen={roomy}
      className="map-legend layer-legend float"
    >
      {view.show === 'heat' && (
        <div className="flex items-center gap-2" aria-hidden="true">
          {t('legend.heat_less')}
          <span
            className="h-2.5 flex-1 rounded-[2px]"
            style={{ background: `linear-gradient(to right, ${heatColours[theme].join(', ')})` }}
          />
          {t('legend.heat_more')}
        </div>
      )}
      {view.show === 'governments' && (
        <ul className="layer-legend-steps">
          {stretchSteps.map((step, at) => (
            <li key={step}>
              <span
                aria-hidden="true"
                className="h-1.5 w-full"
                style={{ background: stretchColours[theme][at] }}
              />
              {stretchStepWords(at) ?? t('legend.stretch_none')}
            </li>
          ))}
        </ul>
      )}
      {words.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Disclosure>
  );
}

/** The numbers of a step of the scale; undefined for none at all. */
export function stretchStepWords(at: number): string | undefined {
  const [from = 0, next] = [stretchSteps[at], stretchSteps[at + 1]];
  if (from === 0) return undefined;
  return next === undefined ? `${from}+` : `${from}–${next - 1}`;
}

/** The sentences of the legend, for the screen and for the picture alike. */
export function useLegendWords(view: MapView, figures: LayerFigures): string[] {
  const { t } = useTranslation('layers');
  const format = useFormat();
  const { kg, weighed, unweighed, drifts, state } = figures;
  const isFetched = view.show !== 'marks' || view.drift;
  if (isFetched && state === 'failed') return [t('failed')];
  if (isFetched && state === 'loading') return [t('loading')];
  return [
    ...(view.show === 'heat'
      ? [
          t('legend.heat_known', {
            weight: format.amount({
              ...forDisplay({ value: Math.round(kg), unit: 'kg' }),
              estimated: false,
            }),
            weighed: format.number(weighed),
          }),
          t('legend.heat_unknown', { value: format.number(unweighed) }),
        ]
      : []),
    ...(view.show === 'governments' ? [t('legend.seat'), t('legend.stretch_note')] : []),
    ...(view.drift ? [`${t('legend.drift')}. ${t('legend.drift_note', { count: drifts })}`] : []),
    ...(view.wind === undefined
      ? []
      : [`${t('legend.wind', { month: t(`month.${monthKey(view.wind)}`) })}. ${t('legend.wind_note')}`]),
  ];
}

const monthKeys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] as const;

function monthKey(month: number): (typeof monthKeys)[number] {
  return monthKeys[month - 1] ?? '1';
}
