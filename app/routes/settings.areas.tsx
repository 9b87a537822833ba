import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { BellPlus, Pencil, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { useAreaWords } from '#app/components/watch/area-words.ts';
import { findWatches } from '#app/domain/watch/find-watches.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';

export const handle: PageHandle = { title: (t) => t('watch:title') };

export async function loader({ request }: LoaderFunctionArgs) {
  return { areas: await findWatches(await requireActor(request)) };
}

export default function WatchedAreas() {
  const { t } = useTranslation('watch');
  const { areas } = useLoaderData<typeof loader>();
  const words = useAreaWords();
  return (
    <div className="grid max-w-170 gap-4 px-4 py-5 md:px-8">
      <h1>{t('title')}</h1>
      <p className="text-ink-2">{t('lead')}</p>
      <div>
        <LinkButton href="/settings/areas/new" icon={BellPlus} variant="primary">
          {t('add')}
        </LinkButton>
      </div>
      {areas.length === 0 ? (
        <EmptyState title={t('empty_title')}>{t('empty')}</EmptyState>
      ) : (
        <ul className="rows rows-ink">
          {areas.map((area) => {
            const name = area.name || words(area);
            return (
              <li key={area.id} className="flex flex-wrap items-center gap-2 py-3">
                <div className="min-w-0 flex-1 basis-56">
                  <p className="font-semibold break-words">{name}</p>
                  {area.name && <p className="text-t-2 text-ink-2">{words(area)}</p>}
                </div>
                <LinkButton
                  href={`/settings/areas/${area.id}`}
                  icon={Pencil}
                  size="sm"
                  aria-label={t('edit_of', { name })}
                >
                  {t('edit')}
                </LinkButton>
                <Form method="post" action={`/settings/areas/${area.id}/remove`}>
                  <Button type="submit" icon={Trash2} size="sm" aria-label={t('remove_of', { name })}>
                    {t('remove')}
                  </Button>
                </Form>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
