import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData, useSubmit } from '@remix-run/react';
import { FileText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PromiseTrend } from '#app/components/action-item/promise-trend.tsx';
import { GovernmentName, governmentName } from '#app/components/government/government-name.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { countPromiseTrend } from '#app/domain/action-item/count-promise-trend.server.ts';
import { countPromises } from '#app/domain/action-item/count-promises.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { useLive } from '#app/realtime/use-live.ts';
import { Button } from '#app/ui/button.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { Link } from '#app/ui/link.tsx';
import { NativeSelect } from '#app/ui/native-select.tsx';

export const handle: PageHandle = { title: (t) => t('action-item:promises.title') };

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const now = new Date();
  const rows = await countPromises(actor, now);
  const parties = rows.map(({ government }) => government.id);
  const asked = new URL(request.url).searchParams.get('of');
  // Whoever is a party to nothing sees how the government with most items does.
  const of = [asked, actor.governmentId].find((id) => id !== null && parties.includes(id)) ?? parties[0];
  return {
    rows,
    own: actor.governmentId,
    trend: of === undefined ? null : { of, quarters: await countPromiseTrend(actor, of, now) },
  };
}

/** The lists behind the numbers. */
const columns = {
  done: 'state=done',
  late: 'late=1',
  clearance: 'clearance=1',
  toConfirm: 'state=awaiting_confirmation',
  dropped: 'state=dropped',
} as const;
const columnKeys = ['done', 'late', 'clearance', 'toConfirm', 'dropped'] as const;

/** What each government promised, and how that stands. */
export default function Promises() {
  const { rows, own, trend } = useLoaderData<typeof loader>();
  const language = useLanguage();
  const submit = useSubmit();
  const { t } = useTranslation(['action-item', 'briefing']);
  useLive({ subjects: ['action_item'] });
  return (
    <>
      <header className="page-head">
        <div>
          <h1 className="text-[1.75rem]">{t('promises.title')}</h1>
          <p className="mt-0.5 text-t-2 text-ink-2">{t('promises.lead')}</p>
        </div>
        <LinkButton href="/briefing" icon={FileText}>
          {t('briefing:title')}
        </LinkButton>
      </header>
      <div className="page-body">
        <div className="table-scroll">
          <table className="table min-w-150">
            <thead>
              <tr>
                <th scope="col">{t('party')}</th>
                {columnKeys.map((column) => (
                  <th key={column} scope="col" className="num">
                    {t(`promises.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody data-rove>
              {rows.map(({ government, onTime, ...row }) => (
                <tr key={government.id}>
                  <th scope="row">
                    <GovernmentName government={government} filled={government.id === own} />
                  </th>
                  {columnKeys.map((column) => (
                    <td key={column} className="num">
                      {row[column] === 0 ? (
                        0
                      ) : (
                        <Link href={`/actions?view=table&counterpart=${government.id}&${columns[column]}`}>
                          {row[column]}
                        </Link>
                      )}
                      {column === 'done' && row.done > 0 && (
                        <span className="block text-t-1 text-ink-2">
                          {t('promises.on_time', { count: onTime })}
                        </span>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {trend && (
          <section aria-labelledby="trend" className="mt-9 grid grid-cols-1 gap-4">
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <h2 id="trend" className="text-[1.125rem]">
                {t('trend.title')}
              </h2>
              <Form aria-label={t('trend.whose')} className="flex items-center gap-2">
                <NativeSelect
                  key={trend.of}
                  name="of"
                  label={t('trend.whose')}
                  hideLabel
                  defaultValue={trend.of}
                  onChange={(event) => submit(event.currentTarget.form, { preventScrollReset: true })}
                  options={rows.map(({ government }) => ({
                    value: government.id,
                    label: governmentName(government, language),
                  }))}
                />
                <noscript>
                  <Button type="submit" size="sm">
                    {t('filter.apply')}
                  </Button>
                </noscript>
              </Form>
            </div>
            <PromiseTrend governmentId={trend.of} quarters={trend.quarters} />
          </section>
        )}
      </div>
    </>
  );
}
