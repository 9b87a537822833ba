import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { authorityName } from '#app/domain/action-item/clearance.ts';
import { findLadders } from '#app/domain/action-item/find-ladders.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { forbidden } from '#app/http/answer.server.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Link } from '#app/ui/link.tsx';
import { Country, Grade } from '#prisma/generated/enums.ts';

export const handle: PageHandle = { title: (t) => t('action-item:ladders.title') };

export async function loader({ request }: LoaderFunctionArgs) {
  return { steps: (await findLadders(await requireActor(request))) ?? forbidden() };
}

/** The ladders that new commitments start with, by country and grade. */
export default function Ladders() {
  const { steps } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['action-item', 'government']);
  const language = useLanguage();
  const format = useFormat();
  return (
    <div className="grid max-w-170 gap-5 px-4 py-5 md:px-8">
      <h1>{t('action-item:ladders.title')}</h1>
      <p className="text-ink-2">{t('action-item:ladders.lead')}</p>
      <ul className="rows rows-ink">
        {Object.values(Country).flatMap((country) =>
          Object.values(Grade).map((grade) => {
            const own = steps.filter((step) => step.country === country && step.grade === grade);
            return (
              <li key={`${country}-${grade}`} className="grid gap-1 py-3">
                <Link href={`/settings/ladders/${country}/${grade}`} className="font-semibold">
                  {t('action-item:ladders.of', {
                    country: t(`government:country.${country}`),
                    grade: t(`action-item:grade.${grade}`),
                  })}
                </Link>
                {own.length === 0 ? (
                  <p className="text-t-2 text-ink-2">{t('action-item:ladders.none')}</p>
                ) : (
                  <ol className="list-decimal pl-5 text-t-2">
                    {own.map((step) => (
                      <li key={step.position}>
                        {authorityName(step, language)}{' '}
                        <span className="text-ink-2">
                          {format.list(step.levels.map((level) => t(`government:level.${level}`)))}
                        </span>
                      </li>
                    ))}
                  </ol>
                )}
              </li>
            );
          }),
        )}
      </ul>
    </div>
  );
}
