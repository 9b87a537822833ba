import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { WatchForm } from '#app/components/watch/watch-form.tsx';
import { findGovernments } from '#app/domain/government/find-governments.server.ts';
import { changeArea } from '#app/domain/watch/change-area.server.ts';
import { findWatch } from '#app/domain/watch/find-watches.server.ts';
import { areaInput, watchedInput } from '#app/domain/watch/watch.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, notFound } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';

export const handle: PageHandle = { title: (t) => t('watch:edit_title') };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const input = watchedInput.safeParse(params);
  if (!input.success) notFound();
  const area = (await findWatch(actor, input.data.id)) ?? notFound();
  return { area, governments: await findGovernments() };
}

/** Another name, or another area. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const input = watchedInput.safeParse(params);
  if (!input.success) notFound();
  const form = await parseForm(request, areaInput);
  if (!form.ok) return form.reply;
  const result = await changeArea(actor, { ...input.data, ...form.value });
  return answer(result, { to: '/settings/areas', submission: form.submission });
}

export default function ChangeArea() {
  const { t } = useTranslation('watch');
  return (
    <div className="grid max-w-170 gap-4 px-4 py-5 md:px-8">
      <h1>{t('edit_title')}</h1>
      <WatchForm {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
    </div>
  );
}
