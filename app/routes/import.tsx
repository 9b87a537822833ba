import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { FindingTable } from '#app/components/incident/import/finding-table.tsx';
import { ImportMap } from '#app/components/incident/import/import-map.tsx';
import { KeptList } from '#app/components/incident/import/kept-list.tsx';
import { MappingForm } from '#app/components/incident/import/mapping-form.tsx';
import { RunForm } from '#app/components/incident/import/run-form.tsx';
import { PointList } from '#app/components/incident/import/point-list.tsx';
import { useRoot } from '#app/components/shell/use-root.ts';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { findImportPage } from '#app/domain/incident/import/find-import.server.ts';
import { mapImport } from '#app/domain/incident/import/map-import.server.ts';
import { mappingChoices } from '#app/domain/incident/import/mapping.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, notFound } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { htmlLang } from '#app/i18n/languages.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { Link } from '#app/ui/link.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { Note } from '#app/ui/note.tsx';
import { Stat } from '#app/ui/stat.tsx';

export const handle: PageHandle = { title: (t) => t('import:title') };

export async function loader({ request, params: { importId = '' } }: LoaderFunctionArgs) {
  return (await findImportPage(await requireActor(request), importId)) ?? notFound();
}

/** Says which column means what. */
export async function action({ request, params: { importId = '' } }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await parseForm(request, mappingChoices);
  if (!form.ok) return form.reply;
  const result = await mapImport(actor, { importId, ...form.value });
  return answer(result, { to: `/incidents/import/${importId}`, submission: form.submission });
}

/** What a page without a preview says first. */
const outcomes = {
  draft: 'unreadable',
  running: 'interrupted',
  done: 'done',
  undoing: 'undo.interrupted',
  undone: 'undo.done',
} as const;

/** One import: what its columns mean, what would come in and what not, and how far it is. */
export default function Import() {
  const { t } = useTranslation('import');
  const { number } = useFormat();
  const { mapbox } = useRoot();
  const loaded = useLoaderData<typeof loader>();
  const { id, fileName, state, total, added, alreadyThere, rejected, preview, kept, withdrawn } = loaded;
  const answered = useActionData<typeof action>();
  const [search] = useSearchParams();
  const given = search.get('refusal');
  const refusal = answered?.refusal ?? (isRefusal(given) ? given : null);
  return (
    <div className="page-body grid gap-6 py-6">
      <header className="grid gap-1">
        <p className="text-t-2">
          <Link href="/incidents/import">{t('back')}</Link>
        </p>
        <h1 className="text-t-6 break-words">{fileName}</h1>
        <p className="text-ink-2">
          {t(`state.${state}`)}
          {preview && ` · ${preview.format.toUpperCase()}`}
          {preview?.encoding && ` · ${preview.encoding.toUpperCase()}`}
          {preview && ` · ${t('rows_read', { value: number(preview.rowCount) })}`}
        </p>
      </header>
      <RefusalNote refusal={refusal} />
      {preview && preview.missing.length > 0 && (
        <Note tone="late" role="alert">
          {t('missing', { columns: preview.missing.join(', ') })}
        </Note>
      )}
      {preview ? (
        <>
          <div className="flex flex-wrap gap-6">
            <Stat figure={number(preview.counts.accepted)}>{t('accepted')}</Stat>
            <Stat figure={number(preview.counts.warned)}>{t('warned')}</Stat>
            <Stat figure={number(preview.counts.alreadyThere)}>{t('already')}</Stat>
            <Stat figure={number(preview.counts.rejectedRows)}>{t('rejected')}</Stat>
          </div>
          <RunForm
            importId={id}
            isBegun={state === 'running'}
            accepted={preview.counts.accepted}
            added={added}
            total={total || preview.counts.accepted}
          />
          {preview.points.length + preview.leftOut.length > 0 && (
            <ImportMap points={preview.points} leftOut={preview.leftOut} mapbox={mapbox} />
          )}
          <FindingTable findings={preview.findings} count={preview.findingCount} />
          <PointList points={preview.points} count={preview.counts.accepted} />
          {state === 'draft' && (
            <MappingForm mapping={preview.mapping} columns={preview.columns} answer={answered} />
          )}
        </>
      ) : (
        <>
          <Note tone={state === 'done' || state === 'undone' ? 'done' : 'wait'} role="status">
            {t(outcomes[state])}
          </Note>
          {loaded.undoReason !== null && loaded.undoLanguage !== null && (
            <blockquote lang={htmlLang(loaded.undoLanguage)} className="border-l-2 border-line pl-3">
              {loaded.undoReason}
            </blockquote>
          )}
          <div className="flex flex-wrap gap-6">
            <Stat figure={number(added)}>{t('added')}</Stat>
            {loaded.undoReason !== null && <Stat figure={number(withdrawn)}>{t('undo.withdrawn')}</Stat>}
            <Stat figure={number(alreadyThere)}>{t('already')}</Stat>
            <Stat figure={number(rejected)}>{t('rejected')}</Stat>
          </div>
          {kept.length > 0 && <KeptList kept={kept} />}
          <p>
            <Link href="/incidents">{t('see_list')}</Link>
          </p>
        </>
      )}
      {loaded.mayUndo && (
        <p>
          <LinkButton href={`/incidents/import/${id}/undo`}>{t('undo.title')}</LinkButton>
        </p>
      )}
    </div>
  );
}
