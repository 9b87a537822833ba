import { isRouteErrorResponse } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/ui/button.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { useRootIfThere } from './use-root.ts';

const kinds = { 403: 'forbidden', 404: 'not_found' } as const;

/**
 * What stands where a page cannot: absent or invisible (the same page for both), not allowed, or a fault of ours with
 * the number under which the log knows it.
 */
export function ErrorPage({ error }: { readonly error: unknown }) {
  const { t } = useTranslation(['error', 'common']);
  const root = useRootIfThere();
  const kind = kindOf(error);
  const id = kind === 'broken' ? root?.requestId : undefined;
  return (
    <div className="page-body mx-auto grid max-w-measure justify-items-start gap-4 pt-12 md:pt-[72px]">
      <h1 className="text-t-6">{t(`${kind}.title`)}</h1>
      <p className="text-t-4">{t(`${kind}.text`)}</p>
      {id !== undefined && (
        <p className="text-t-2 text-ink-2">
          {t('broken.id')} <code className="num select-all">{id}</code>
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        <LinkButton href={root?.reader ? '/today' : '/'} variant="primary">
          {t('go_home')}
        </LinkButton>
        {kind === 'offline' && (
          <>
            <LinkButton href="/incidents/new">{t('offline.report')}</LinkButton>
            <Button onPress={() => window.location.reload()}>{t('offline.again')}</Button>
          </>
        )}
        {kind === 'forbidden' && !root?.reader && (
          <LinkButton href="/sign-in">{t('common:nav.sign_in')}</LinkButton>
        )}
      </div>
    </div>
  );
}

function kindOf(error: unknown): 'forbidden' | 'not_found' | 'unreadable' | 'offline' | 'broken' {
  // What `fetch` throws, in the words of Chromium, Firefox and Safari.
  if (error instanceof TypeError && /fetch|NetworkError|Load failed/i.test(error.message)) return 'offline';
  if (!isRouteErrorResponse(error)) return 'broken';
  if (error.status === 403 || error.status === 404) return kinds[error.status];
  return error.status < 500 ? 'unreadable' : 'broken';
}
