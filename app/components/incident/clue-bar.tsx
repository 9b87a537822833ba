import { useTranslation } from 'react-i18next';
import { sumClues } from '#app/domain/incident/incident.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import type { OriginEvidence } from '#prisma/generated/enums.ts';
import { useClueName } from './use-clue-name.ts';

type Clue = {
  id: string;
  evidence: OriginEvidence;
  labelLanguage: string | null;
  count: number | null;
  note: string | null;
};

/** Ink on paper, told apart by pattern: origin is never a colour. */
const patterns = ['clue-solid', 'clue-hatched', 'clue-dotted', 'clue-barred'] as const;

/** What was seen on how many pieces: the sample first, then the unmarked, then each clue. No judgement. */
export function ClueBar({ clues }: { readonly clues: readonly Clue[] }) {
  const { t } = useTranslation('incident');
  const { number } = useFormat();
  const nameOf = useClueName();
  if (clues.length === 0) return <p className="text-t-2 text-ink-2">{t('clues.none')}</p>;
  const { sample, counted, uncounted } = sumClues(clues);
  const patternOf = (clue: Clue) => {
    const marked = counted
      .filter(({ evidence }) => evidence !== 'none')
      .findIndex(({ id }) => id === clue.id);
    return marked < 0 ? 'clue-empty' : (patterns[marked % patterns.length] ?? 'clue-solid');
  };
  return (
    <>
      {sample > 0 && (
        <>
          <div className="clue-bar" aria-hidden="true">
            {counted.map((clue) => (
              <i key={clue.id} className={patternOf(clue)} style={{ flexGrow: clue.count }} />
            ))}
          </div>
          <dl className="grid gap-0.5 text-t-2">
            {counted.map((clue) => (
              <div key={clue.id} className="flex items-baseline justify-between gap-3">
                <dt className="flex items-baseline gap-2">
                  <i className={`clue-swatch ${patternOf(clue)}`} aria-hidden="true" />
                  <span>
                    {nameOf(clue)}
                    {clue.note && <span className="text-ink-2"> · {clue.note}</span>}
                  </span>
                </dt>
                <dd className="num font-semibold">{number(clue.count)}</dd>
              </div>
            ))}
          </dl>
          <p className="mt-1 text-t-1 text-ink-2">
            {t('clues.sample', { count: sample, value: number(sample) })}
          </p>
        </>
      )}
      {uncounted.length > 0 && (
        <ul className="grid gap-0.5 text-t-2">
          {uncounted.map((clue) => (
            <li key={clue.id}>
              {nameOf(clue)}
              {clue.note && <span className="text-ink-2"> · {clue.note}</span>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
