import { useTranslation } from 'react-i18next';
import { formatCoordinates } from '#app/domain/incident/coordinates.ts';
import { type Finding, findingReasons } from '#app/domain/incident/import/finding.ts';
import { useFormat } from '#app/i18n/use-format.ts';

type FindingTableProps = {
  readonly findings: readonly Finding[];
  /** Of all, of which these are the first. */
  readonly count: number;
};

/** What is wrong with the rows of a sheet: line, cell, reason, and the place that is probably meant. */
export function FindingTable({ findings, count }: FindingTableProps) {
  const { t } = useTranslation('import');
  const { number } = useFormat();
  return (
    <section className="grid gap-2">
      <h2>{t('findings')}</h2>
      {findings.length === 0 && <p className="text-ink-2">{t('no_findings')}</p>}
      {count > findings.length && (
        <p className="text-t-2 text-ink-2">
          {t('findings_more', { shown: number(findings.length), all: number(count) })}
        </p>
      )}
      <ul className="rows">
        {findings.map(({ line, column, cell, reason, mended, other = '' }) => (
          <li
            key={`${line} ${column ?? ''} ${reason} ${cell} ${other}`}
            className="grid gap-x-4 gap-y-0.5 py-2 md:grid-cols-[9rem_minmax(0,14rem)_minmax(0,1fr)]"
          >
            <span className="num text-t-2">
              {t('line')} {number(line)} ·{' '}
              {t(findingReasons[reason] === 'rejected' ? 'left_out' : 'question')}
            </span>
            <span className="min-w-0 break-words text-t-2 text-ink-2">
              {column}
              {cell && <code className="block">{cell}</code>}
            </span>
            <span className="min-w-0">
              {t(`reason.${reason}`, { other })}
              {mended && (
                <span className="num block text-t-2 text-ink-2">
                  {t('proposal', { place: formatCoordinates(mended) })}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
