import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { UndoForm } from '#app/components/incident/import/undo-form.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { findImportPage } from '#app/domain/incident/import/find-import.server.ts';
import { undoImport } from '#app/domain/incident/import/undo-import.server.ts';
import { reasonInput } from '#app/domain/incident/incident.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, isDocumentRequest, notFound } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { Link } from '#app/ui/link.tsx';

/** A script comes back for the next part and shows how far it is; a plain form waits for the whole. */
const mostMsAtATime = 1500;

export const handle: PageHandle = { title: (t) => t('import:undo.title') };

export async function loader({ request, params: { importId = '' } }: LoaderFunctionArgs) {
  const found = (await findImportPage(await requireActor(request), importId)) ?? notFound();
  if (!found.mayUndo) notFound();
  const { id, fileName, state, added, withdrawn, undoReason } = found;
  return { id, fileName, state, added, withdrawn, undoReason };
}

/** Takes back what an import brought, or the next part of it. */
export async function action({ request, params: { importId = '' } }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await parseForm(request, reasonInput);
  if (!form.ok) return form.reply;
  const isPlain = isDocumentRequest(request);
  const mostMs = isPlain ? Number.POSITIVE_INFINITY : mostMsAtATime;
  const result = await undoImport(actor, { importId, mostMs, ...form.value });
  const isOver = result.ok && (isPlain || result.value.isDone);
  const { submission } = form;
  return answer(result, { ...(isOver && { to: `/incidents/import/${importId}` }), submission });
}

/** Why an import is taken back, and what that means. */
export default function UndoImport() {
  const { t } = useTranslation('import');
  const { number } = useFormat();
  const { id, fileName, state, added, withdrawn, undoReason } = useLoaderData<typeof loader>();
  return (
    <div className="grid max-w-170 gap-4 px-4 py-5 md:px-8">
      <p className="text-t-2">
        <Link href={`/incidents/import/${id}`} className="break-words">
          {fileName}
        </Link>
      </p>
      <h1>{t('undo.title')}</h1>
      <p>{t('undo.lead', { value: number(added) })}</p>
      <UndoForm
        importId={id}
        isBegun={state === 'undoing'}
        reason={undoReason}
        added={added}
        withdrawn={withdrawn}
        given={useActionData<typeof action>()}
      />
    </div>
  );
}
