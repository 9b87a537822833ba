import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { countPublicPromises } from '#app/domain/action-item/count-public-promises.server.ts';
import { findPublicActionItems } from '#app/domain/action-item/find-action-items.server.ts';
import { countTakingPart } from '#app/domain/government/count-taking-part.server.ts';
import { noFilters } from '#app/domain/incident/filters.ts';
import { countIncidents, findIncidents } from '#app/domain/incident/find-incidents.server.ts';
import { findMapNews } from '#app/domain/incident/find-map-tiles.server.ts';
import { readSignedIn } from '#app/http/session.server.ts';
import { readersLanguage } from '#app/i18n/readers-language.server.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { Stat } from '#app/ui/stat.tsx';
import { Hero } from './hero.tsx';
import { LatestIncidents } from './latest-incidents.tsx';
import { Promises } from './promises.tsx';

const rows = 4;

/** What everybody may see; who is signed in goes on to the own day. */
export async function loader({ request }: LoaderFunctionArgs) {
  const session = await readSignedIn(request);
  if (session) throw redirect(session.actor ? '/today' : '/seat', 303);
  const language = readersLanguage(request, null);
  const lastYear = { ...noFilters, period: 'year' as const };
  const [news, latest, incidents, duplicates, resolved, promises, items, governments] = await Promise.all([
    findMapNews(null, lastYear, language),
    findIncidents(null, noFilters, { language }),
    countIncidents(null, lastYear),
    countIncidents(null, { ...lastYear, status: ['duplicate'] }),
    countIncidents(null, { ...lastYear, status: ['resolved'] }),
    countPublicPromises(),
    findPublicActionItems(rows),
    countTakingPart(),
  ]);
  return {
    news,
    filters: lastYear,
    latest: latest.incidents.slice(0, rows),
    items,
    counts: { incidents: incidents - duplicates, resolved, ...promises, governments },
  };
}

export default function Landing() {
  const { t } = useTranslation(['landing', 'map']);
  const { news, filters, latest, items } = useLoaderData<typeof loader>();
  return (
    <>
      <Hero news={news} filters={filters} />
      <Counts />
      <div className="grid gap-x-16 gap-y-10 px-4 py-8 md:px-10 lg:grid-cols-2">
        <LatestIncidents incidents={latest} />
        <Promises items={items} />
      </div>
      <About />
      <footer className="border-t border-line px-4 py-4 text-t-1 text-ink-2 md:px-10">
        {t('map:disclaimer')} {t('map:attribution')}
      </footer>
    </>
  );
}

function Counts() {
  const { t } = useTranslation('landing');
  const { incidents, resolved, promised, done, late, governments } = useLoaderData<typeof loader>().counts;
  const format = useFormat();
  return (
    <section className="grid grid-cols-2 gap-x-7 gap-y-6 border-b border-line px-4 py-6 sm:grid-cols-3 md:px-10 xl:grid-cols-[repeat(5,minmax(0,1fr))_310px]">
      <Stat figure={format.number(incidents)}>{t('count.incidents', { count: incidents })}</Stat>
      <Stat figure={format.number(resolved)}>{t('count.resolved')}</Stat>
      <Stat figure={format.number(promised)}>
        {t('count.promises', { count: promised, done: format.number(done) })}
      </Stat>
      <Stat figure={format.number(late)} late={late > 0}>
        {t('count.late', { count: late })}
      </Stat>
      <Stat figure={format.number(governments)}>{t('count.governments', { count: governments })}</Stat>
      <p className="col-span-full text-t-1 text-ink-2 xl:col-span-1">{t('count.note')}</p>
    </section>
  );
}

const steps = ['report', 'answer', 'promise'] as const;

function About() {
  const { t } = useTranslation('landing');
  return (
    <section id="about" className="border-t border-line bg-panel px-4 py-8 md:px-10">
      <h2 className="mb-4 text-t-5">{t('about.title')}</h2>
      <ol className="grid gap-6 md:grid-cols-3 md:gap-10">
        {steps.map((step) => (
          <li key={step} className="border-t border-ink pt-3">
            <h3 className="text-t-4">{t(`about.${step}_title`)}</h3>
            <p className="mt-1 text-ink-2">{t(`about.${step}`)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
