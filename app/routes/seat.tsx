import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { NarrowPage } from '#app/components/account/narrow-page.tsx';
import { useSeatTitle } from '#app/components/account/use-seat-title.ts';
import { governmentName } from '#app/components/government/government-name.tsx';
import { Seal } from '#app/components/government/seal.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { chooseSeatInput } from '#app/domain/account/account.ts';
import { chooseSeat } from '#app/domain/account/choose-seat.server.ts';
import { findGovernmentsById } from '#app/domain/government/find-governments.server.ts';
import { requireSignedIn } from '#app/http/actor.server.ts';
import { answer } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { safeReturnTo } from '#app/http/return-to.server.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Button } from '#app/ui/button.tsx';
import { Tag } from '#app/ui/tag.tsx';

export const handle: PageHandle = { title: (t) => t('account:seat.title') };

const formInput = chooseSeatInput.extend({ returnTo: z.string().optional() });

export async function loader({ request }: LoaderFunctionArgs) {
  const { seats, actor } = await requireSignedIn(request);
  const governments = await findGovernmentsById(seats.map(({ governmentId }) => governmentId));
  return {
    returnTo: safeReturnTo(new URL(request.url).searchParams.get('returnTo')),
    presentSeatId: actor?.seatId ?? null,
    seats: seats.flatMap((seat) => {
      const government = governments.find(({ id }) => id === seat.governmentId);
      return government ? [{ ...seat, government }] : [];
    }),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const session = await requireSignedIn(request);
  const form = await parseForm(request, formInput);
  if (!form.ok) return form.reply;
  return answer(await chooseSeat(session, form.value), { to: safeReturnTo(form.value.returnTo) });
}

export default function ChooseSeat() {
  const { t } = useTranslation('account');
  const { seats, returnTo, presentSeatId } = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const language = useLanguage();
  const seatTitle = useSeatTitle();
  const format = useFormat();
  if (seats.length === 0) {
    return (
      <NarrowPage title={t('seat.none_title')} lead={t('seat.none')}>
        <form method="post" action="/sign-out">
          <Button type="submit">{t('sign_out')}</Button>
        </form>
      </NarrowPage>
    );
  }
  return (
    <NarrowPage title={t('seat.title')} lead={t(seats.length === 1 ? 'seat.only' : 'seat.lead')}>
      <RefusalNote refusal={actionData?.refusal} />
      <ul className="grid gap-3">
        {seats.map((seat) => (
          <li key={seat.seatId} className="card grid gap-3 p-4">
            <div className="grid grid-cols-[36px_minmax(0,1fr)] items-center gap-3">
              <Seal government={seat.government} size="lg" filled={seat.seatId === presentSeatId} />
              <div className="grid">
                <b className="font-semibold">{governmentName(seat.government, language)}</b>
                <span className="text-t-2 text-ink-2">
                  {seatTitle(seat)}
                  {seat.until && ` · ${t('seat.until', { date: format.date(seat.until) })}`}
                </span>
                {seat.formerly && <span className="text-t-2 text-ink-2">{t('seat.reads')}</span>}
              </div>
            </div>
            {seat.seatId === presentSeatId ? (
              <div>
                <Tag>{t('seat.now')}</Tag>
              </div>
            ) : (
              <Form method="post">
                <input type="hidden" name="returnTo" value={returnTo} />
                <input type="hidden" name="seatId" value={seat.seatId} />
                <Button type="submit" variant="primary" wide>
                  {t(seat.formerly ? 'seat.read' : 'seat.act')}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </NarrowPage>
  );
}
