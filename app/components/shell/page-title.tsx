import { useMatches } from '@remix-run/react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

const namespaces = [
  'common',
  'account',
  'briefing',
  'action-item',
  'decision',
  'error',
  'government',
  'figures',
  'glossary',
  'handover',
  'import',
  'incident',
  'offer',
  'keeping-up',
  'meeting',
  'notification',
  'schedule',
  'search',
  'thread',
  'translation',
  'watch',
] as const;

type Words = TFunction<typeof namespaces>;

/** What a route may say about its page: `export const handle: PageHandle = { title: (t) => t('account:sign_in.title') }`. */
export type PageHandle = {
  /** Without the frame of the other pages. */
  frame?: 'none';
  /** The title of the page in the reader's language; `data` is what its loader answered. */
  title?: (t: Words, data: unknown) => string;
};

/** The `<title>` of the innermost page that names itself. */
export function PageTitle() {
  const { t } = useTranslation(namespaces);
  const named = [...useMatches()]
    .reverse()
    .map(({ handle, data }) => (hasTitle(handle) ? handle.title(t, data) : ''))
    .find((title) => title !== '');
  return <title>{named ? `${named} · ${t('name')}` : `${t('name')} · ${t('tagline')}`}</title>;
}

function hasTitle(handle: unknown): handle is Required<Pick<PageHandle, 'title'>> {
  return (
    typeof handle === 'object' && handle !== null && 'title' in handle && typeof handle.title === 'function'
  );
}
