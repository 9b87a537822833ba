import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { governmentName } from '#app/components/government/government-name.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { findImports } from '#app/domain/incident/import/find-import.server.ts';
import { sheetLimits } from '#app/domain/incident/import/sheet.ts';
import { type StartedImport, startImport } from '#app/domain/incident/import/start-import.server.ts';
import { refuse } from '#app/domain/result.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, forbidden } from '#app/http/answer.server.ts';
import { readFormData } from '#app/http/form.server.ts';
import { Moment } from '#app/i18n/moment.tsx';
import { useLanguage } from '#app/i18n/use-language.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { Link } from '#app/ui/link.tsx';
import { Note } from '#app/ui/note.tsx';

export const handle: PageHandle = { title: (t) => t('import:title') };

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  return { imports: (await findImports(actor)) ?? forbidden(), own: actor.governmentId };
}

/** Takes a file in; what it says is looked at on the next page. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const length = Number(request.headers.get('content-length'));
  if (!(length > 0 && length < 2 * sheetLimits.bytes))
    return answer<StartedImport>(refuse('import_too_large'));
  const form = await readFormData(request);
  const [file, list] = [form.get('file'), form.get('places')];
  if (!(file instanceof File) || file.size === 0) return answer<StartedImport>(refuse('import_choose_file'));
  const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());
  const places = list instanceof File && list.size > 0 ? await bytesOf(list) : null;
  const result = await startImport(actor, { fileName: file.name, bytes: await bytesOf(file), places });
  if (!result.ok) return answer(result);
  if ('fault' in result.value) return data({ refusal: null, value: result.value }, { status: 400 });
  return answer(result, { to: `/incidents/import/${result.value.id}` });
}

/** A file goes in here; below stand the imports of the own government. */
export default function Imports() {
  const { t } = useTranslation('import');
  const { imports, own } = useLoaderData<typeof loader>();
  const language = useLanguage();
  const answered = useActionData<typeof action>();
  const { number } = useFormat();
  const isBusy = useNavigation().state !== 'idle';
  const value = answered?.value;
  const fault = value && 'fault' in value ? value : null;
  return (
    <div className="page-body grid gap-6 py-6">
      <header className="grid gap-1">
        <h1 className="text-t-6">{t('title')}</h1>
        <p className="text-ink-2">{t('lead')}</p>
      </header>
      <RefusalNote refusal={answered?.refusal} />
      {fault && (
        <Note tone="late" role="alert">
          {t('fault.at_line', { line: fault.line, reason: t(`fault.${fault.fault}`) })}
        </Note>
      )}
      <Form method="post" encType="multipart/form-data" className="grid max-w-170 gap-4">
        <Field label={t('file')} hint={t('file_hint')}>
          {(wiring) => <input {...wiring} type="file" name="file" required className="input" />}
        </Field>
        <Field label={t('places')} hint={t('places_hint')} optional>
          {(wiring) => <input {...wiring} type="file" name="places" className="input" />}
        </Field>
        <div>
          <Button type="submit" variant="primary" isPending={isBusy}>
            {t('look')}
          </Button>
        </div>
      </Form>
      <section className="grid gap-2">
        <h2>{t('earlier')}</h2>
        {imports.length === 0 && <p className="text-ink-2">{t('none_yet')}</p>}
        <ul className="rows rows-ink">
          {imports.map(({ id, fileName, state, added, createdAt, government }) => (
            <li key={id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-3">
              <Link href={`/incidents/import/${id}`} className="min-w-0 flex-1 basis-60 break-words">
                {fileName}
              </Link>
              {government.id !== own && (
                <span className="text-t-2 text-ink-2">{governmentName(government, language)}</span>
              )}
              <span className="text-t-2 text-ink-2">{t(`state.${state}`)}</span>
              <span className="num text-t-2 text-ink-2">
                {t('added')} {number(added)}
              </span>
              <span className="text-t-1 text-ink-3">
                <Moment at={createdAt} as="relative" />
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
