import { useTranslation } from 'react-i18next';
import { ItemTitle } from '#app/components/action-item/item-title.tsx';
import { Seal } from '#app/components/government/seal.tsx';
import { TranslatedText } from '#app/components/translation/translated-text.tsx';
import type { MeetingPromise } from '#app/domain/meeting/find-promises-of-last-time.server.ts';
import type { Standing } from '#app/domain/meeting/meeting.ts';
import { htmlLang } from '#app/i18n/languages.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { Link } from '#app/ui/link.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import type { ShapeName } from '#app/ui/shape.tsx';
import { State, type StateTone } from '#app/ui/state.tsx';

const marks = {
  done: { shape: 'check', tone: 'done' },
  late: { shape: 'triangle', tone: 'late' },
  waiting: { shape: 'clock', tone: 'wait' },
  dropped: { shape: 'cross', tone: 'off' },
  underway: { shape: 'half', tone: 'plain' },
  awaiting: { shape: 'three-quarters', tone: 'plain' },
  proposed: { shape: 'dashed', tone: 'plain' },
  none: { shape: 'ring', tone: 'plain' },
} as const satisfies Record<Standing, { shape: ShapeName; tone: StateTone }>;

type PromiseListProps = {
  readonly promises: readonly MeetingPromise[];
  /** Whether the reader may make an action item of an outcome that has none. */
  readonly mayPropose: boolean;
};

/** Outcomes of a meeting and how each stands now. */
export function PromiseList({ promises, mayPropose }: PromiseListProps) {
  const { t } = useTranslation('meeting');
  const format = useFormat();
  return (
    <ul className="rows">
      {promises.map(({ outcomeId, translations, standing, item, reason, ...source }) => (
        <li key={outcomeId} className="grid gap-x-4 gap-y-1 py-2.5 sm:grid-cols-[minmax(0,1fr)_auto]">
          <div className="grid min-w-0 gap-0.5">
            <TranslatedText
              subject="outcome"
              subjectId={outcomeId}
              source={source}
              translations={translations}
              row
              isKept
            />
            {item && (
              <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-t-2 text-ink-2">
                <Link href={`/actions/${item.number}`}>
                  <span className="num">{item.number}</span> <ItemTitle of={item} />
                </Link>
                {item.dueOn && <span>{t('promise.due', { date: format.day(item.dueOn) })}</span>}
                <span className="flex gap-1">
                  {item.parties.map((government) => (
                    <Seal key={government.id} government={government} />
                  ))}
                </span>
              </span>
            )}
            {reason && (
              <blockquote
                lang={htmlLang(reason.language)}
                className="border-l-2 border-line pl-3 text-t-2 whitespace-pre-line"
              >
                {reason.text}
              </blockquote>
            )}
          </div>
          <span className="flex flex-wrap items-center gap-2 self-start sm:justify-end">
            <State {...marks[standing]}>{t(`standing.${standing}`)}</State>
            {!item && mayPropose && (
              <LinkButton href={`/actions/new?outcome=${outcomeId}`} size="sm">
                {t('outcome.to_action_item')}
              </LinkButton>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
