import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { governmentName, type NamedGovernment } from '#app/components/government/government-name.tsx';
import { formatCoordinates } from '#app/domain/incident/coordinates.ts';
import type { Change } from '#app/domain/incident/correction.ts';
import { isWasteItem } from '#app/domain/incident/waste-items.ts';
import { endonym, htmlLang } from '#app/i18n/languages.ts';
import { Moment } from '#app/i18n/moment.tsx';
import { useFormat } from '#app/i18n/use-format.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Icon } from '#app/ui/icon.tsx';
import { useClueName } from './use-clue-name.ts';

type ChangeListProps = {
  readonly of: readonly Change[];
  readonly governmentOf: (id: string) => NamedGovernment | undefined;
};

/** Field by field what stood there and what stands there now. */
export function ChangeList({ of, governmentOf }: ChangeListProps) {
  const { t } = useTranslation('incident');
  const sidesOf = useSides(governmentOf);
  if (of.length === 0) return null;
  return (
    <dl className="grid gap-2 border-l-2 border-line pl-3 text-t-2">
      {of.map((change) => {
        const [from, to] = sidesOf(change);
        return (
          <div key={change.field}>
            <dt className="font-semibold">{t(`correction.field.${change.field}`)}</dt>
            <dd className="flex flex-wrap items-baseline gap-x-2 break-words whitespace-pre-line">
              <del className="min-w-0 text-ink-2">
                <span className="visually-hidden">{t('correction.from')} </span>
                {from}
              </del>
              <Icon of={ArrowRight} size="sm" className="self-center text-ink-2" />
              <ins className="min-w-0 no-underline">
                <span className="visually-hidden">{t('correction.to')} </span>
                {to}
              </ins>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** The old and the new value in the reader's language; words stay in theirs. */
function useSides(governmentOf: ChangeListProps['governmentOf']) {
  const { t } = useTranslation('incident');
  const format = useFormat();
  const language = useLanguage();
  const none = t('correction.empty');
  const written = (said: { text: string; language: 'ko' | 'zh' | 'en' }) =>
    said.text === '' ? none : <span lang={htmlLang(said.language)}>{said.text}</span>;
  const named = (id: string) => {
    const government = governmentOf(id);
    return government ? governmentName(government, language) : id;
  };
  const counted = (amounts: Extract<Change, { field: 'amounts' }>['from']) =>
    amounts.length === 0
      ? none
      : format.list(
          amounts.map(
            ({ item, value, unit, method }) =>
              `${t(`item.${isWasteItem(item) ? item : 'other'}`)} ${format.amount({ value, unit, estimated: method === 'estimated' })}`,
          ),
        );
  const clueName = useClueName();
  const clued = (clues: Extract<Change, { field: 'clues' }>['from']) =>
    clues.length === 0
      ? none
      : format.list(
          clues.map((clue) =>
            [clueName(clue), clue.count === null ? '' : format.number(clue.count), clue.note ?? '']
              .filter(Boolean)
              .join(' '),
          ),
        );
  const pictured = ({ length: count }: readonly string[]) =>
    count === 0 ? none : t('correction.photos', { count });
  return (change: Change): [ReactNode, ReactNode] => {
    const { field } = change;
    switch (field) {
      case 'title':
      case 'text':
        return [written(change.from), written(change.to)];
      case 'language':
        return [endonym(change.from), endonym(change.to)];
      case 'kind':
        return [t(`kind.${change.from}`), t(`kind.${change.to}`)];
      case 'compartment':
        return [t(`compartment.${change.from}`), t(`compartment.${change.to}`)];
      case 'hazard':
        return [t(`hazard.${change.from}`), t(`hazard.${change.to}`)];
      case 'place':
        return [formatCoordinates(change.from), formatCoordinates(change.to)];
      case 'place_name':
        return [change.from ?? none, change.to ?? none];
      case 'seen_at':
        return [
          <Moment key="from" at={new Date(change.from)} as="both" />,
          <Moment key="to" at={new Date(change.to)} as="both" />,
        ];
      case 'shore_length':
        return [
          change.from === null ? none : format.distance(change.from),
          change.to === null ? none : format.distance(change.to),
        ];
      case 'amounts':
        return [counted(change.from), counted(change.to)];
      case 'clues':
        return [clued(change.from), clued(change.to)];
      case 'photos':
        return [pictured(change.from), pictured(change.to)];
      case 'responsible_government':
        return [named(change.from), named(change.to)];
    }
  };
}
