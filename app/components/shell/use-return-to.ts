import { useLocation } from '@remix-run/react';

/** Where one is, for forms that bring one back there. */
export function useReturnTo(): string {
  const { pathname, search } = useLocation();
  return pathname + search;
}
