import { useNavigate } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { IncidentMap } from '#app/components/incident/incident-map.tsx';
import { useRoot } from '#app/components/shell/use-root.ts';
import type { IncidentFilters } from '#app/domain/incident/filters.ts';
import type { IncidentNews } from '#app/map/incident-point.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { LinkButton } from '#app/ui/link-button.tsx';

type HeroProps = { readonly news: IncidentNews; readonly filters: IncidentFilters };

/** The public incidents on the chart, and in one sentence what this place is. */
export function Hero({ news, filters }: HeroProps) {
  const { t } = useTranslation('landing');
  const { mapbox, now } = useRoot();
  const language = useLanguage();
  const format = useFormat();
  const navigate = useNavigate();
  return (
    <section className="relative border-b border-ink">
      <IncidentMap
        filters={filters}
        news={news}
        onSelect={(number) => navigate(`/incidents/${number}`)}
        language={language}
        mapbox={mapbox}
        legend={false}
        className="relative h-[340px] md:h-[500px]"
      />
      <div className="grid gap-4 border-t border-ink bg-paper px-4 py-6 md:absolute md:bottom-10 md:left-10 md:w-[468px] md:border md:px-[34px] md:py-[30px]">
        <h1 className="whitespace-pre-line text-t-6 leading-[1.2] md:text-t-7">{t('claim')}</h1>
        <p className="text-t-4 leading-[1.55]">{t('lead')}</p>
        <div className="flex flex-wrap gap-2.5">
          <LinkButton href="/map" variant="primary" size="lg">
            {t('open_map')}
          </LinkButton>
          <LinkButton href="#about" size="lg">
            {t('how')}
          </LinkButton>
        </div>
      </div>
      <p className="float pointer-events-none absolute left-4 top-4 px-3 py-1 text-t-1 text-ink-2 md:left-10 md:top-6">
        {t('as_of', { time: format.clocks(now) })}
      </p>
    </section>
  );
}
