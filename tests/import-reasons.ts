import type { Finding, FindingReason } from '#app/domain/incident/import/finding.ts';

/** How often each reason was given. */
export function countReasons({ findings }: { findings: readonly Finding[] }) {
  const counts: Partial<Record<FindingReason, number>> = {};
  for (const { reason } of findings) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}
