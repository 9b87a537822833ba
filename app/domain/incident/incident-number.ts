/** "2026-0412": the year of the report and the number within it. */
export function incidentNumber(year: number, value: number): string {
  return `${year}-${String(value).padStart(4, '0')}`;
}

/** The year that a moment belongs to in Korea, where the series turns over first. */
export function yearInKorea(moment: Date): number {
  return Number(new Intl.DateTimeFormat('en', { timeZone: 'Asia/Seoul', year: 'numeric' }).format(moment));
}
