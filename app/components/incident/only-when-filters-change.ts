import type { ShouldRevalidateFunctionArgs } from '@remix-run/react';
import { readFilters, writeFilters } from '#app/domain/incident/filters.ts';

/** Does a navigation on the map ask for other incidents? Moving the view and choosing a mark do not. */
export function onlyWhenFiltersChange({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  if (formMethod && formMethod !== 'GET') return defaultShouldRevalidate;
  if (currentUrl.href === nextUrl.href) return defaultShouldRevalidate;
  return filtersOf(currentUrl) !== filtersOf(nextUrl);
}

function filtersOf({ searchParams }: URL): string {
  return String(writeFilters(readFilters(searchParams)));
}

/** Does a navigation ask for another incident, or may this one have changed? */
export function onlyWhenIncidentChanges({
  currentUrl,
  nextUrl,
  currentParams,
  nextParams,
  formMethod,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  const moved = currentUrl.href !== nextUrl.href && (formMethod === undefined || formMethod === 'GET');
  return moved ? currentParams.number !== nextParams.number : defaultShouldRevalidate;
}
