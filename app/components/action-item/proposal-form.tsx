import type { SubmissionResult } from '@conform-to/react';
import { Form, useNavigation } from '@remix-run/react';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { governmentName, type NamedGovernment } from '#app/components/government/government-name.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import type { LinkedIncident } from '#app/domain/action-item/action-item.ts';
import type { Refusal } from '#app/domain/refusal.ts';
import { detectLanguage } from '#app/domain/translation/detect-language.ts';
import { htmlLang, type Language } from '#app/i18n/languages.ts';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Button } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/checkbox.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FieldGroup } from '#app/ui/field.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { Grade } from '#prisma/generated/enums.ts';
import { ItemTitle } from './item-title.tsx';
import { PartyRow } from './party-row.tsx';
import { useProposalDraft } from './proposal-draft.ts';
import { TextLanguageField } from './text-language-field.tsx';

type ProposalFormProps = {
  readonly accountId: string;
  /** Of the proposer: leads unless told otherwise. */
  readonly governmentId: string;
  readonly governments: readonly NamedGovernment[];
  readonly incidents: readonly LinkedIncident[];
  /** Numbers of the incidents that are chosen from the start. */
  readonly chosen: readonly string[];
  readonly clientKey: string;
  /** The decision or the outcome of a meeting that it carries out: its words are where the proposal begins. */
  readonly carriesOut?:
    | {
        readonly field: 'decision' | 'outcome';
        readonly value: string;
        readonly text: string;
        readonly language: Language;
        readonly governmentIds: readonly string[];
      }
    | null
    | undefined;
  /** The offer that it takes up: its words are where the proposal begins, its government is a party. */
  readonly offer?:
    | {
        readonly threadId: string;
        readonly title: string;
        readonly text: string;
        readonly language: Language;
        readonly governmentId: string;
        readonly dueOn: string;
      }
    | null
    | undefined;
  readonly answer:
    { lastResult?: SubmissionResult | undefined; refusal?: Refusal | null | undefined } | undefined;
};

/** Who does what together, by when, in answer to which incidents. A plain form; the draft stays on this device. */
export function ProposalForm({
  accountId,
  governmentId,
  governments,
  incidents,
  chosen,
  clientKey,
  carriesOut,
  offer,
  answer,
}: ProposalFormProps) {
  const { t } = useTranslation('action-item');
  const reader = useLanguage();
  const fieldError = useFieldError();
  const { state } = useNavigation();
  const { draft, kept, change, onSent } = useProposalDraft({
    // A draft of its own for each decision, outcome and offer.
    accountId: [accountId, carriesOut?.value, offer?.threadId].filter(Boolean).join('.'),
    start: {
      parties: [
        { governmentId, role: 'lead' },
        ...[...(carriesOut?.governmentIds ?? []), ...(offer ? [offer.governmentId] : [])]
          .filter((id) => id !== governmentId)
          .map((id) => ({ governmentId: id, role: 'partner' })),
      ],
      incidents: chosen,
      title: (offer?.title ?? carriesOut?.text.split('\n', 1)[0])?.slice(0, 140),
      text: (offer ?? carriesOut)?.text.slice(0, 6000),
      language: (offer ?? carriesOut)?.language,
      dueOn: offer?.dueOn ?? '',
    },
    returned: answer?.lastResult?.initialValue,
  });
  const faults = answer?.lastResult?.error ?? {};
  const error = (name: string) => fieldError(faults[name]);
  const language = draft.language ?? detectLanguage(`${draft.title} ${draft.text}`) ?? reader;
  const options = (['KR', 'CN'] as const).map((country) => ({
    label: t(`country.${country}`),
    options: governments
      .filter((government) => government.country === country)
      .map((government) => ({ value: government.id, label: governmentName(government, reader) })),
  }));
  const known = incidents.map(({ number }) => number);
  const others = draft.incidents.filter((number) => !known.includes(number));
  const summary = fieldNames.flatMap((name) => {
    const message =
      error(name) ?? (name === 'incidents' ? firstOf(faults, 'incidents[', fieldError) : undefined);
    return message ? [{ id: `proposal-${name}`, message: `${t(fieldLabels[name])}: ${message}` }] : [];
  });

  return (
    <Form method="post" className="grid gap-6" onSubmit={onSent}>
      <ErrorSummary faults={summary} />
      <RefusalNote refusal={answer?.refusal} />
      <input type="hidden" name="clientKey" value={draft.clientKey ?? clientKey} />
      {carriesOut && <input type="hidden" name={carriesOut.field} value={carriesOut.value} />}
      {offer && <input type="hidden" name="offer" value={offer.threadId} />}
      <TextField
        id="proposal-title"
        name="title"
        maxLength={140}
        required
        lang={htmlLang(language)}
        label={t('field.title')}
        hint={t('field.title_hint')}
        error={error('title')}
        value={draft.title}
        onChange={({ currentTarget: { value } }) => change(() => ({ title: value }))}
      />
      <TextArea
        id="proposal-text"
        name="text"
        rows={7}
        required
        lang={htmlLang(language)}
        label={t('field.text')}
        hint={t('field.text_hint')}
        error={error('text')}
        value={draft.text}
        onChange={({ currentTarget: { value } }) => change(() => ({ text: value }))}
      />
      <TextLanguageField
        name="language"
        language={language}
        onChoose={(chosenLanguage) => change(() => ({ language: chosenLanguage }))}
      />
      <FieldGroup
        id="proposal-parties"
        label={t('field.parties')}
        hint={t('field.parties_hint')}
        error={error('parties')}
      >
        <ul className="grid gap-2">
          {draft.parties.map((party, index) => (
            // Rows have no identity of their own but their place, which is also the name that the server knows.
            <PartyRow
              key={`row-${String(index)}`}
              index={index}
              party={party}
              options={options}
              onChange={(changed) =>
                change(({ parties }) => ({
                  parties: parties.map((one, at) => (at === index ? { ...one, ...changed } : one)),
                }))
              }
            />
          ))}
        </ul>
        <div>
          <Button
            size="sm"
            icon={Plus}
            onPress={() =>
              change(({ parties }) => ({ parties: [...parties, { governmentId: '', role: 'partner' }] }))
            }
          >
            {t('field.add_party')}
          </Button>
        </div>
      </FieldGroup>
      <RadioCards
        name="grade"
        id="proposal-grade"
        layout="rows"
        className="sm:grid-cols-2"
        label={t('field.grade')}
        hint={t('field.grade_hint')}
        value={draft.grade}
        onChange={(grade) => change(() => ({ grade }))}
        options={Object.values(Grade).map((grade) => ({
          value: grade,
          label: t(`grade.${grade}`),
          note: t(`grade_note.${grade}`),
        }))}
      />
      <TextField
        id="proposal-dueOn"
        name="dueOn"
        type="date"
        className="max-w-56"
        optional
        label={t('field.due')}
        hint={t('field.due_hint')}
        error={error('dueOn')}
        value={draft.dueOn}
        onChange={({ currentTarget: { value } }) => change(() => ({ dueOn: value }))}
      />
      <FieldGroup
        id="proposal-incidents"
        label={t('field.incidents')}
        optional
        error={error('incidents') ?? firstOf(faults, 'incidents[', fieldError)}
      >
        {incidents.map((incident) => (
          <Checkbox
            key={incident.number}
            name="incidents"
            value={incident.number}
            checked={draft.incidents.includes(incident.number)}
            onChange={(event) => {
              const { checked } = event.currentTarget;
              change(({ incidents: now }) => {
                const rest = now.filter((number) => number !== incident.number);
                return { incidents: checked ? [...rest, incident.number] : rest };
              });
            }}
          >
            <span className="num mr-1.5 text-ink-2">{incident.number}</span>
            <ItemTitle of={incident} />
          </Checkbox>
        ))}
        <TextField
          name="incidents"
          figure
          className="max-w-56"
          label={t('field.incident_number')}
          hint={t('field.incident_number_hint')}
          value={others.at(-1) ?? ''}
          onChange={({ currentTarget: { value } }) =>
            change(({ incidents: now }) => ({
              incidents: [...now.filter((number) => known.includes(number)), value],
            }))
          }
        />
      </FieldGroup>
      <div className="sticky bottom-[var(--chrome-bottom)] -mx-4 flex flex-wrap items-center gap-3 border-t border-line bg-paper px-4 py-3 md:static md:mx-0 md:border-0 md:p-0">
        <Button type="submit" variant="primary" isPending={state !== 'idle'} className="max-md:flex-1">
          {t('new.submit')}
        </Button>
        <LinkButton href="/actions">{t('new.cancel')}</LinkButton>
        {kept && <span className="text-t-2 text-ink-2">{t('new.draft_kept')}</span>}
      </div>
    </Form>
  );
}

const fieldLabels = {
  title: 'field.title',
  text: 'field.text',
  parties: 'field.parties',
  dueOn: 'field.due',
  incidents: 'field.incidents',
} as const;
const fieldNames = [
  'title',
  'text',
  'parties',
  'dueOn',
  'incidents',
] as const satisfies (keyof typeof fieldLabels)[];

/** The first fault of any entry of a list. */
function firstOf(
  faults: Record<string, string[] | null>,
  start: string,
  words: (errors: readonly string[] | null | undefined) => string | undefined,
): string | undefined {
  const found = Object.entries(faults).find(([name, keys]) => name.startsWith(start) && keys);
  return words(found?.[1]);
}
