import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { LadderForm } from '#app/components/action-item/ladder-form.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { changeLadder } from '#app/domain/action-item/change-ladder.server.ts';
import { ladderSchema } from '#app/domain/action-item/clearance.ts';
import { findLadders } from '#app/domain/action-item/find-ladders.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, forbidden, notFound } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { Country, Grade } from '#prisma/generated/enums.ts';

export const handle: PageHandle = { title: (t) => t('action-item:ladders.title') };

const which = z.object({ country: z.enum(Country), grade: z.enum(Grade) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const steps = (await findLadders(await requireActor(request))) ?? forbidden();
  const ladder = which.safeParse(params).data ?? notFound();
  const { country, grade } = ladder;
  return { country, grade, steps: steps.filter((step) => step.country === country && step.grade === grade) };
}

/** The secretariat writes one ladder anew. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await parseForm(request, ladderSchema);
  if (!form.ok) return form.reply;
  return answer(await changeLadder(actor, form.value), {
    to: '/settings/ladders',
    submission: form.submission,
  });
}

export default function Ladder() {
  const ladder = useLoaderData<typeof loader>();
  const { t } = useTranslation(['action-item', 'government']);
  return (
    <div className="grid max-w-170 gap-5 px-4 py-5 md:px-8">
      <h1>
        {t('action-item:ladders.of', {
          country: t(`government:country.${ladder.country}`),
          grade: t(`action-item:grade.${ladder.grade}`),
        })}
      </h1>
      <p className="text-ink-2">{t('action-item:ladders.lead')}</p>
      <LadderForm {...ladder} answer={useActionData<typeof action>()} />
    </div>
  );
}
