import { useRouteLoaderData } from '@remix-run/react';
import type { RootData } from '#app/components/shell/root-data.ts';

/** What the root loader knows: reader, language, theme, map engine, counts. */
export function useRoot(): RootData {
  const data = useRouteLoaderData('root');
  if (!isRootData(data)) throw new Error('The root loader has not answered.');
  return data;
}

/** The same where the root loader itself may have failed (error pages). */
export function useRootIfThere(): RootData | undefined {
  const data = useRouteLoaderData('root');
  return isRootData(data) ? data : undefined;
}

function isRootData(data: unknown): data is RootData {
  return typeof data === 'object' && data !== null && 'language' in data;
}
