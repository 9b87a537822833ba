import { useFetcher } from '@remix-run/react';
import { ListChecks } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Seal } from '#app/components/government/seal.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { useRoot } from '#app/components/shell/use-root.ts';
import { TranslatedText } from '#app/components/translation/translated-text.tsx';
import { usualOptions } from '#app/domain/decision/decision.ts';
import { isOpen, mayAnswer, mayClose } from '#app/domain/decision/policy.ts';
import type { Refusal } from '#app/domain/refusal.ts';
import type { EntryDecision, PostEntry } from '#app/domain/thread/entry.ts';
import { htmlLang, languages } from '#app/i18n/languages.ts';
import { useReader } from '#app/i18n/reader.tsx';
import { useFormat } from '#app/i18n/use-format.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Button } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/checkbox.tsx';
import { FieldGroup } from '#app/ui/field.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { Link } from '#app/ui/link.tsx';
import { NativeSelect } from '#app/ui/native-select.tsx';
import type { ShapeName } from '#app/ui/shape.tsx';
import { State, type StateTone } from '#app/ui/state.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import { useClosingFold } from '#app/ui/use-closing-fold.ts';
import { Option, type ShownOption, TranslatedOptions, useOptions } from './decision-options.tsx';
import { useGovernment, useGovernmentName } from './governments.ts';
import { useThreadContext } from './thread-context.ts';

type DecisionCardProps = { readonly entry: PostEntry; readonly decision: EntryDecision };
type Answered = { refusal?: Refusal | null | undefined };

const marks: Record<(typeof usualOptions)[number], { shape: ShapeName; tone: StateTone }> = {
  agree: { shape: 'check', tone: 'done' },
  abstain: { shape: 'minus', tone: 'off' },
  disagree: { shape: 'cross', tone: 'late' },
};

/** What is put to the governments: until when, where each stands and why, what came of it, and the reader's own say. */
export function DecisionCard({ entry, decision }: DecisionCardProps) {
  const { t } = useTranslation('decision');
  const { reader } = useRoot();
  const { threadId } = useThreadContext();
  const { now } = useReader();
  const format = useFormat();
  const governmentOf = useGovernment();
  const governmentName = useGovernmentName();
  const options = useOptions(decision);
  const open = isOpen(decision, now);
  const { answers, governmentIds, outcome, actionItemNumber } = decision;
  const of = `/threads/${threadId}/posts/${entry.seq}`;
  const own = answers.find(({ governmentId }) => governmentId === reader?.governmentId);
  const closes = reader !== null && mayClose(reader, decision);
  return (
    <section
      aria-label={t('heading')}
      className="mt-2 grid gap-3 rounded-r-2 border border-ink bg-panel px-4 py-3"
    >
      <header className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3 className="text-t-3">{open ? t('heading') : t('closed')}</h3>
        <span className="text-t-2 text-ink-2">
          {open
            ? t('until', { time: format.dateTimeBoth(new Date(decision.deadline)) })
            : t('ended', { time: format.dateTime(new Date(decision.closedAt ?? decision.deadline)) })}
        </span>
        <span className="num ml-auto text-t-2 text-ink-2">
          {t('answered', { count: answers.length, of: governmentIds.length })}
        </span>
      </header>
      <Tally decision={decision} options={options} />
      <TranslatedOptions postId={entry.post.id} decision={decision} />
      <ul className="grid gap-px overflow-hidden rounded-r-1 border border-line bg-line sm:grid-cols-2">
        {governmentIds.map((id) => {
          const government = governmentOf(id);
          const answer = answers.find(({ governmentId }) => governmentId === id);
          const usual = decision.options.length === 0 && answer ? usualOptions[answer.choice] : undefined;
          const mark = usual ? marks[usual] : { shape: 'dot' as const, tone: 'plain' as const };
          return (
            <li key={id} className="grid content-start gap-1 bg-panel px-3 py-2">
              <span className="flex flex-wrap items-center gap-2">
                {government && <Seal government={government} filled={id === reader?.governmentId} />}
                <b className="text-t-3 font-semibold">{governmentName(id)}</b>
                <span className="ml-auto text-t-2">
                  {answer ? (
                    <State {...mark}>
                      <Option of={options[answer.choice]} />
                    </State>
                  ) : (
                    <State shape="dashed" tone="off">
                      {t('no_answer')}
                    </State>
                  )}
                </span>
              </span>
              {answer?.reason && (
                <span
                  lang={htmlLang(answer.reason.language)}
                  className="text-t-2 whitespace-pre-line text-ink-2"
                >
                  {answer.reason.text}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {outcome && (
        <Outcome postId={entry.post.id} outcome={outcome} translations={decision.outcomeTranslations} />
      )}
      {actionItemNumber && (
        <p className="text-t-3">
          {t('carried_out')} <Link href={`/actions/${actionItemNumber}`}>{actionItemNumber}</Link>
        </p>
      )}
      <div className="flex flex-wrap items-start gap-2">
        {reader && mayAnswer(reader, decision, now) && (
          <AnswerForm options={options} action={`${of}/answer`} given={own?.choice} />
        )}
        {closes && (!decision.closedAt || !outcome) && <CloseForm action={`${of}/close`} open={open} />}
        {closes && !open && !actionItemNumber && (
          <LinkButton size="sm" icon={ListChecks} href={`/actions/new?decision=${threadId}.${entry.seq}`}>
            {t('to_action_item')}
          </LinkButton>
        )}
      </div>
    </section>
  );
}

type OutcomeProps = {
  readonly postId: string;
  readonly outcome: NonNullable<EntryDecision['outcome']>;
  readonly translations: EntryDecision['outcomeTranslations'];
};

/** What came of it, in the words of who closed it. */
function Outcome({ postId, outcome, translations }: OutcomeProps) {
  const { t } = useTranslation('decision');
  return (
    <div className="grid gap-1 border-l-3 border-primary pl-3">
      <b className="text-t-2">{t('outcome')}</b>
      <TranslatedText
        subject="decision"
        subjectId={postId}
        source={{ ...outcome, revision: 1 }}
        translations={translations.map(({ body: text, ...one }) => ({ ...one, text }))}
      />
    </div>
  );
}

type TallyProps = { readonly decision: EntryDecision; readonly options: readonly ShownOption[] };

/** How many stand where, as words and as a bar. */
function Tally({ decision, options }: TallyProps) {
  const { t } = useTranslation('decision');
  return (
    <ul aria-label={t('tally')} aria-live="polite" className="flex flex-wrap gap-x-5 gap-y-1 text-t-2">
      {options.map((option, choice) => {
        const count = decision.answers.filter((answer) => answer.choice === choice).length;
        return (
          <li key={option.id} className="inline-flex items-center gap-2">
            <Option of={option} />
            <b className="num">{count}</b>
            <meter
              className="w-20"
              min={0}
              max={decision.governmentIds.length}
              value={count}
              aria-hidden="true"
            />
          </li>
        );
      })}
    </ul>
  );
}

type AnswerFormProps = {
  readonly options: readonly ShownOption[];
  readonly action: string;
  readonly given: number | undefined;
};

function AnswerForm({ options, action, given }: AnswerFormProps) {
  const { t } = useTranslation('decision');
  const fetcher = useFetcher<Answered>();
  const fold = useClosingFold(fetcher.state === 'idle' && fetcher.data?.refusal === null);
  const id = useId();
  return (
    <details ref={fold} className="open:w-full">
      <summary className={`btn btn-sm list-none ${given === undefined ? 'btn-primary' : ''}`}>
        {given === undefined ? t('answer') : t('change_answer')}
      </summary>
      <fetcher.Form method="post" action={action} className="mt-3 grid gap-3">
        <FieldGroup label={t('our_answer')}>
          <div className="flex flex-wrap gap-x-5 gap-y-2">
            {options.map((option, choice) => (
              <Checkbox
                key={option.id}
                id={`${id}-${choice}`}
                type="radio"
                name="choice"
                value={choice}
                required
                defaultChecked={choice === given}
              >
                <Option of={option} />
              </Checkbox>
            ))}
          </div>
        </FieldGroup>
        <WordsField id={`${id}-reason`} name="reason" label={t('reason')} />
        <RefusalNote refusal={fetcher.data?.refusal} />
        <div>
          <Button type="submit" variant="primary" size="sm" isPending={fetcher.state !== 'idle'}>
            {t('give_answer')}
          </Button>
        </div>
      </fetcher.Form>
    </details>
  );
}

function CloseForm({ action, open }: { readonly action: string; readonly open: boolean }) {
  const { t } = useTranslation('decision');
  const fetcher = useFetcher<Answered>();
  const fold = useClosingFold(fetcher.state === 'idle' && fetcher.data?.refusal === null);
  const id = useId();
  return (
    <details ref={fold} className="open:w-full">
      <summary className="btn btn-sm list-none">{open ? t('close') : t('state_outcome')}</summary>
      <fetcher.Form method="post" action={action} className="mt-3 grid gap-3">
        <WordsField id={`${id}-outcome`} name="outcome" label={t('outcome')} hint={t('outcome_hint')} />
        <RefusalNote refusal={fetcher.data?.refusal} />
        <div>
          <Button type="submit" size="sm" isPending={fetcher.state !== 'idle'}>
            {open ? t('close') : t('state_outcome')}
          </Button>
        </div>
      </fetcher.Form>
    </details>
  );
}

type WordsFieldProps = {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
};

/** Words with the language they are in. */
function WordsField({ id, name, label, hint }: WordsFieldProps) {
  const { t } = useTranslation('thread');
  const own = useLanguage();
  return (
    <>
      <TextArea id={id} name={name} label={label} hint={hint} rows={3} maxLength={2000} optional />
      <NativeSelect
        id={`${id}-language`}
        name="language"
        label={t('topic.language')}
        className="max-w-56"
        defaultValue={own}
        options={languages.map((language) => ({ value: language, label: t(`language.${language}`) }))}
      />
    </>
  );
}
