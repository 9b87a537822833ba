import type { LoaderFunctionArgs } from '@remix-run/node';
import { governmentName } from '#app/components/government/government-name.tsx';
import { filterSchema, findActionItemList } from '#app/domain/action-item/find-action-items.server.ts';
import { isOverdue, progressOf } from '#app/domain/action-item/action-item.ts';
import { isWaitingForClearance } from '#app/domain/action-item/policy.ts';
import { csvLine } from '#app/domain/incident/export.ts';
import { pickText } from '#app/domain/translation/pick-text.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { makeI18n } from '#app/i18n/i18n.ts';
import { readersLanguage } from '#app/i18n/readers-language.server.ts';

const columns = [
  'number',
  'title',
  'state',
  'grade',
  'parties',
  'due',
  'late',
  'clearance',
  'progress',
] as const;

/** The list as a table for a spreadsheet: the same filters, the same policy. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const language = readersLanguage(request, actor);
  const t = (await makeI18n(language)).getFixedT(null, 'action-item');
  const now = new Date();
  const search = new URL(request.url).searchParams;
  const filter = filterSchema.parse(Object.fromEntries([...search].filter(([, value]) => value !== '')));
  const items = await findActionItemList(actor, filter, now);
  const rows = items.map((item) => {
    const { title, language: written, revision, translations } = item;
    const progress = progressOf(item.milestones);
    const cells = {
      number: item.number,
      title: pickText({ language, source: { text: title, language: written, revision }, translations }).text,
      state: t(`state.${item.state}`),
      grade: t(`grade.${item.grade}`),
      parties: item.commitments
        .map(({ government, role }) => `${governmentName(government, language)} (${t(`role.${role}`)})`)
        .join('; '),
      due: item.dueOn?.toISOString().slice(0, 10) ?? '',
      late: isOverdue(item, now) ? t('overdue') : '',
      clearance: isWaitingForClearance(item) ? t('filter.clearance') : '',
      progress: progress ? Math.round((progress.reached / progress.total) * 100) : '',
    };
    return csvLine(columns.map((column) => cells[column]));
  });
  const head = csvLine(columns.map((column) => `${t(`export.${column}`)} [${column}]`));
  // With a byte order mark, or Excel takes the letters for those of its own country.
  return new Response(`\uFEFF${head}${rows.join('')}`, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="tideline-actions-${now.toISOString().slice(0, 10)}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
