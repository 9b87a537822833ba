import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { notFound } from '#app/http/answer.server.ts';

export const handle: PageHandle = { title: (t) => t('error:not_found.title') };

/** Any address that leads nowhere. */
export function loader() {
  notFound();
}

export const action = loader;

export default function NotFound() {
  return null;
}
