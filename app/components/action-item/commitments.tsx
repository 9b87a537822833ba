import { useTranslation } from 'react-i18next';
import { governmentName } from '#app/components/government/government-name.tsx';
import { Seal } from '#app/components/government/seal.tsx';
import { TranslatedText } from '#app/components/translation/translated-text.tsx';
import type { ActionItemPage } from '#app/domain/action-item/action-item.ts';
import type { ActionItemStep } from '#app/domain/action-item/policy.ts';
import type { EmptySeat } from '#app/domain/handover/find-empty-seats.server.ts';
import { htmlLang } from '#app/i18n/languages.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { State } from '#app/ui/state.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { OwnStepButtons } from './step-buttons.tsx';

type Commitment = ActionItemPage['commitments'][number];

type CommitmentsProps = {
  readonly item: ActionItemPage;
  /** The reader's government. */
  readonly own: string | null;
  readonly steps: readonly ActionItemStep[];
  readonly emptySeats: readonly EmptySeat[];
};

const marks = {
  proposed: { shape: 'dashed', tone: 'plain' },
  accepted: { shape: 'check', tone: 'done' },
  declined: { shape: 'cross', tone: 'off' },
  withdrawn: { shape: 'cross', tone: 'off' },
  fulfilled: { shape: 'check', tone: 'done' },
  not_fulfilled: { shape: 'minus', tone: 'late' },
} as const;

/** What each party promised and answered: one cell a government, never a person. */
export function Commitments({ item, own, steps, emptySeats }: CommitmentsProps) {
  const { t } = useTranslation('action-item');
  const { t: tHandover } = useTranslation('handover');
  const language = useLanguage();
  const format = useFormat();
  return (
    <ul className="card grid overflow-hidden md:grid-cols-2">
      {item.commitments.map((commitment) => {
        const { government, role, state, grade, answeredAt, answeredBy, dueOn, reason } = commitment;
        const seat =
          answeredBy && { ko: answeredBy.titleKo, zh: answeredBy.titleZh, en: answeredBy.titleEn }[language];
        const words = t(`commitment.${state}`);
        return (
          <li
            key={government.id}
            className="-mt-px -ml-px flex items-start gap-2.5 border-t border-l border-line px-4 py-3.5"
          >
            <Seal government={government} size="lg" filled={government.id === own} />
            <div className="grid min-w-0 flex-1 gap-1.5">
              <div>
                <div className="flex flex-wrap items-center gap-x-1.5 gap-y-1">
                  <b className="text-[0.9375rem]">{governmentName(government, language)}</b>
                  <Tag>{t(`role.${role}`)}</Tag>
                  {grade !== item.grade && <Tag>{t(`grade.${grade}`)}</Tag>}
                  <span className="ml-auto">
                    <State {...marks[state]}>
                      <span className="num">
                        {answeredAt
                          ? t('page.answered', { state: words, date: format.date(answeredAt) })
                          : words}
                      </span>
                    </State>
                  </span>
                </div>
                {seat && <div className="text-t-1 text-ink-2">{seat}</div>}
                {emptySeats.map(
                  ({ id, governmentId, title, since }) =>
                    governmentId === government.id && (
                      <State key={id} shape="clock" tone="wait">
                        {title[language]} · {tHandover('empty.since', { date: format.date(since) })}
                      </State>
                    ),
                )}
              </div>
              <OwnWords item={item} commitment={commitment} />
              {dueOn && (
                <p className="num text-t-2 text-ink-2">
                  {t('page.own_due', { date: format.day(dueOn, { year: true }) })}
                </p>
              )}
              {reason && (
                <blockquote
                  lang={commitment.reasonLanguage ? htmlLang(commitment.reasonLanguage) : undefined}
                  className="border-l-2 border-line pl-3 text-t-2 whitespace-pre-line"
                >
                  {reason}
                </blockquote>
              )}
              {government.id === own && <OwnStepButtons item={item} steps={steps} own={commitment} />}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

type OwnWordsProps = { readonly item: ActionItemPage; readonly commitment: Commitment };

/** What a party promises itself, in every language that its words exist in. */
function OwnWords({ item, commitment: { id, text, language } }: OwnWordsProps) {
  if (!text || !language) return null;
  return (
    <TranslatedText
      subject="commitment"
      subjectId={id}
      source={{ text, language, revision: item.revision }}
      translations={item.translations.filter(({ subjectId }) => subjectId === id)}
      className="text-[0.9375rem]"
    />
  );
}
