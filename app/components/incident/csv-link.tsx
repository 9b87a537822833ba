import { useTranslation } from 'react-i18next';
import { type Sum, toCsv } from '#app/domain/incident/summary.ts';

type CsvLinkProps = {
  /** Name of the file, without its ending. */
  readonly file: string;
  /** What the rows are: the head of the first column. */
  readonly side: string;
  readonly rows: readonly (Sum & { readonly name: string })[];
};

/** The table behind a chart as a file. A plain link: it works without JavaScript. */
export function CsvLink({ file, side, rows }: CsvLinkProps) {
  const { t } = useTranslation('figures');
  const csv = toCsv([
    [side, t('column.count'), t('column.open'), t('csv.kg'), t('csv.weighed')],
    ...rows.map(({ name, count, open, kg, weighed }) => [
      name,
      count,
      open,
      weighed > 0 ? Math.round(kg * 100) / 100 : '',
      weighed,
    ]),
  ]);
  return <CsvFileLink file={file} title={side} csv={csv} />;
}

type CsvFileLinkProps = { readonly file: string; readonly title: string; readonly csv: string };

/** Any table of a page as a file, without JavaScript, too. */
export function CsvFileLink({ file, title, csv }: CsvFileLinkProps) {
  const { t } = useTranslation('figures');
  return (
    <a
      href={`data:text/csv;charset=utf-8,${encodeURIComponent(csv)}`}
      download={`tideline-${file}.csv`}
      aria-label={t('csv.label', { title })}
      className="text-t-2 no-print"
    >
      {t('csv.link')}
    </a>
  );
}
