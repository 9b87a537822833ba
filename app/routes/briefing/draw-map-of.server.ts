import { type BriefingPaper, mapMarks } from '#app/domain/briefing/briefing.ts';
import type { MapPicture } from '#app/domain/briefing/paper.ts';
import type { Language } from '#app/i18n/languages.ts';
import { drawChart } from '#app/map/draw-chart.server.ts';

/** The incidents of a paper on the chart; null where there is none to show. */
export async function drawMapOf(paper: BriefingPaper, language: Language): Promise<MapPicture | null> {
  const marks = mapMarks(paper);
  return marks.length > 0 ? drawChart(marks, language) : null;
}
