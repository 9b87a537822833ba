import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { v7 as uuid } from 'uuid';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { WatchForm } from '#app/components/watch/watch-form.tsx';
import { findGovernments } from '#app/domain/government/find-governments.server.ts';
import { parseCoordinates } from '#app/domain/incident/coordinates.ts';
import { watchArea } from '#app/domain/watch/watch-area.server.ts';
import { watchInput } from '#app/domain/watch/watch.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';

export const handle: PageHandle = { title: (t) => t('watch:add') };

/** `?at=36.7866,126.1435` is where the circle starts. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request);
  const at = parseCoordinates(new URL(request.url).searchParams.get('at') ?? '');
  return {
    area: at.ok ? at.position : {},
    governments: await findGovernments(),
    clientKey: uuid(),
  };
}

/** The seat wants to hear of it. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await parseForm(request, watchInput);
  if (!form.ok) return form.reply;
  const result = await watchArea(actor, form.value);
  return answer(result, { to: '/settings/areas', submission: form.submission });
}

export default function WatchArea() {
  const { t } = useTranslation('watch');
  return (
    <div className="grid max-w-170 gap-4 px-4 py-5 md:px-8">
      <h1>{t('add')}</h1>
      <p className="text-ink-2">{t('lead')}</p>
      <WatchForm {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
    </div>
  );
}
