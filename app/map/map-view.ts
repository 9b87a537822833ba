/** How incidents are drawn; the first is what one gets without asking. */
export const mapShows = ['marks', 'heat', 'governments'] as const;
export type MapShow = (typeof mapShows)[number];

/** What the map shows besides the chart, as it stands in the address. */
export type MapView = {
  show: MapShow;
  /** Lines of drifting masses. */
  drift: boolean;
  /** Prevailing wind of this month, from 1. */
  wind: number | undefined;
};

/** Reads `?show=heat&drift=1&wind=11`; what makes no sense is left out. */
export function readMapView(params: URLSearchParams): MapView {
  const wind = Number(params.get('wind') ?? '');
  return {
    show: mapShows.find((one) => one === params.get('show')) ?? 'marks',
    drift: params.get('drift') === '1',
    wind: Number.isInteger(wind) && wind >= 1 && wind <= 12 ? wind : undefined,
  };
}

/** The same as names and values, for forms and links that must keep it. */
export function mapViewParams({ show, drift, wind }: MapView): [name: string, value: string][] {
  return [
    ...(show === 'marks' ? [] : [['show', show] satisfies [string, string]]),
    ...(drift ? [['drift', '1'] satisfies [string, string]] : []),
    ...(wind === undefined ? [] : [['wind', String(wind)] satisfies [string, string]]),
  ];
}

/** A copy of the parameters with this view in it. */
export function writeMapView(params: URLSearchParams, view: MapView): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const name of ['show', 'drift', 'wind']) next.delete(name);
  for (const [name, value] of mapViewParams(view)) next.set(name, value);
  return next;
}
