import { useTranslation } from 'react-i18next';

type MapCreditsProps = {
  /** Mapbox shows its own sources itself. */
  readonly ownChart: boolean;
  /** Small maps name the sources in short. */
  readonly short?: boolean | undefined;
};

/** The line below every map: no position on boundaries, and whose data it is. */
export function MapCredits({ ownChart, short = false }: MapCreditsProps) {
  const { t } = useTranslation('map');
  return (
    <p className="map-credits">
      {t('disclaimer')} {ownChart && t(short ? 'attribution_short' : 'attribution')}
    </p>
  );
}
