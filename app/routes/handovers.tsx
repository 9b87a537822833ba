import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { usePersonName } from '#app/components/account/use-person-name.ts';
import { useSeatTitle } from '#app/components/account/use-seat-title.ts';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { findHandovers } from '#app/domain/handover/find-handovers.server.ts';
import { prepareHandover } from '#app/domain/handover/start-handover.server.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer } from '#app/http/answer.server.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { useLive } from '#app/realtime/use-live.ts';
import { Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Link } from '#app/ui/link.tsx';

export const handle: PageHandle = { title: (t) => t('handover:heading') };

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  return {
    handovers: await findHandovers(actor),
    mayPrepare: !actor.formerly && actor.role !== 'observer',
  };
}

/** Who holds the seat prepares its handover. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const result = await prepareHandover(actor);
  return answer(result, { to: ({ handoverId }) => `/handovers/${handoverId}`, refusedTo: '/handovers' });
}

export default function Handovers() {
  const { handovers, mayPrepare } = useLoaderData<typeof loader>();
  const { t } = useTranslation('handover');
  const seatTitle = useSeatTitle();
  const personName = usePersonName();
  const format = useFormat();
  const refusal = useSearchParams()[0].get('refusal');
  useLive();
  return (
    <>
      <header className="page-head">
        <div className="min-w-0 flex-1 basis-80">
          <h1 className="text-t-6">{t('heading')}</h1>
          <p className="max-w-none text-t-2 text-ink-2">{t('intro')}</p>
        </div>
        {mayPrepare && (
          <Form method="post">
            <Button type="submit" variant="primary">
              {t('prepare')}
            </Button>
          </Form>
        )}
      </header>
      <div className="page-body grid max-w-3xl gap-4">
        {isRefusal(refusal) && <RefusalNote refusal={refusal} />}
        {handovers.length === 0 ? (
          <EmptyState title={t('none_title')}>{t('none')}</EmptyState>
        ) : (
          <ul className="rows rows-ink">
            {handovers.map(({ id, seat, tenure, items }) => (
              <li key={id} className="grid gap-0.5 py-3">
                <Link href={`/handovers/${id}`} className="font-semibold text-ink">
                  {t('of', { seat: seatTitle(seat), name: personName(tenure.account) })}
                </Link>
                <span className="text-t-2 text-ink-2">
                  {tenure.to ? t('left_on', { date: format.date(tenure.to) }) : t('prepared')}
                  {' · '}
                  {t('items', { count: items.length })}
                  {' · '}
                  {t('open', { count: items.filter(({ state }) => state === 'open').length })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}
