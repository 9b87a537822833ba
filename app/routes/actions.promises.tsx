import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { FileText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { GovernmentName } from '#app/components/government/government-name.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { countPromises } from '#app/domain/action-item/count-promises.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { useLive } from '#app/realtime/use-live.ts';
import { LinkButton } from '#app/ui/link-button.tsx';
import { Link } from '#app/ui/link.tsx';

export const handle: PageHandle = { title: (t) => t('action-item:promises.title') };

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  return { rows: await countPromises(actor, new Date()), own: actor.governmentId };
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
  const { rows, own } = useLoaderData<typeof loader>();
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
      </div>
    </>
  );
}
