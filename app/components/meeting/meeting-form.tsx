import type { SubmissionResult } from '@conform-to/react';
import { Form, useNavigation } from '@remix-run/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePersonName } from '#app/components/account/use-person-name.ts';
import { useSeatTitle } from '#app/components/account/use-seat-title.ts';
import { TextLanguageField, useTextLanguage } from '#app/components/action-item/text-language-field.tsx';
import { GovernmentChoices } from '#app/components/government/government-choices.tsx';
import { governmentName } from '#app/components/government/government-name.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import type { MeetingChoices } from '#app/domain/meeting/find-meeting-choices.server.ts';
import { longestMeetingTitle, longestPlace, meetingCircles } from '#app/domain/meeting/meeting.ts';
import type { Refusal } from '#app/domain/refusal.ts';
import { pickText } from '#app/domain/translation/pick-text.ts';
import { htmlLang, type Language } from '#app/i18n/languages.ts';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Button } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/checkbox.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FieldGroup } from '#app/ui/field.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { NativeSelect } from '#app/ui/native-select.tsx';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/** What the form begins with. */
export type MeetingStart = {
  title: string;
  language: Language | undefined;
  place: string;
  firstDay: string;
  lastDay: string;
  hosts: readonly string[];
  participants: readonly string[];
  previous: string;
};

type MeetingFormProps = {
  readonly choices: MeetingChoices;
  readonly start: MeetingStart;
  /** A new meeting has a key and readers; one that is there has a revision. */
  readonly clientKey?: string | undefined;
  readonly revision?: number | undefined;
  /** Its number, so that it does not follow itself. */
  readonly number?: string | undefined;
  readonly answer:
    { lastResult?: SubmissionResult | undefined; refusal?: Refusal | null | undefined } | undefined;
};

/** What a meeting is called, when and where it is, who hosts it and who takes part. A plain form. */
export function MeetingForm({ choices, start, clientKey, revision, number, answer }: MeetingFormProps) {
  const { t } = useTranslation('meeting');
  const reader = useLanguage();
  const format = useFormat();
  const fieldError = useFieldError();
  const { state } = useNavigation();
  const returned = answer?.lastResult?.initialValue;
  const text = (name: keyof MeetingStart, otherwise: string) => {
    const value = returned?.[name];
    return typeof value === 'string' ? value : returned ? '' : otherwise;
  };
  const list = (name: 'hosts' | 'participants', otherwise: readonly string[]): readonly string[] => {
    const value = returned?.[name];
    if (!returned) return otherwise;
    return Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [];
  };
  const hosts = list('hosts', start.hosts);
  const participants = list('participants', start.participants);
  const writing = useTextLanguage(start.language);
  const faults = answer?.lastResult?.error ?? {};
  const error = (name: keyof MeetingStart) => fieldError(faults[name]);
  const summary = fieldNames.flatMap((name) => {
    const message = error(name);
    return message ? [{ id: `meeting-${name}`, message: `${t(`field.${name}`)}: ${message}` }] : [];
  });
  const earlier = choices.meetings.filter((meeting) => meeting.number !== number);
  return (
    <Form method="post" className="grid gap-6">
      <ErrorSummary faults={summary} />
      <RefusalNote refusal={answer?.refusal} />
      {clientKey !== undefined && <input type="hidden" name="clientKey" value={clientKey} />}
      {revision !== undefined && <input type="hidden" name="revision" value={revision} />}
      <TextField
        id="meeting-title"
        name="title"
        required
        maxLength={longestMeetingTitle}
        lang={htmlLang(writing.language)}
        label={t('field.title')}
        hint={t('field.title_hint')}
        error={error('title')}
        defaultValue={text('title', start.title)}
        onChange={({ currentTarget }) => writing.onText(currentTarget.value)}
      />
      <TextLanguageField name="language" language={writing.language} onChoose={writing.choose} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          id="meeting-firstDay"
          name="firstDay"
          type="date"
          required
          label={t('field.firstDay')}
          error={error('firstDay')}
          defaultValue={text('firstDay', start.firstDay)}
        />
        <TextField
          id="meeting-lastDay"
          name="lastDay"
          type="date"
          required
          label={t('field.lastDay')}
          error={error('lastDay')}
          defaultValue={text('lastDay', start.lastDay)}
        />
      </div>
      <TextField
        id="meeting-place"
        name="place"
        required
        maxLength={longestPlace}
        label={t('field.place')}
        error={error('place')}
        defaultValue={text('place', start.place)}
      />
      {earlier.length > 0 && (
        <NativeSelect
          id="meeting-previous"
          name="previous"
          optional
          label={t('field.previous')}
          hint={t('field.previous_hint')}
          error={error('previous')}
          placeholder={t('field.no_previous')}
          defaultValue={text('previous', start.previous)}
          options={earlier.map(({ number: value, title, language, revision: of, translations, firstDay }) => {
            const picked = pickText({
              language: reader,
              source: { text: title, language, revision: of },
              translations,
            });
            return {
              value,
              label: `${format.day(firstDay, { year: true })} · ${picked.text}`,
              lang: htmlLang(picked.language),
            };
          })}
        />
      )}
      <FieldGroup
        id="meeting-hosts"
        label={t('field.hosts')}
        hint={t('field.hosts_hint')}
        error={error('hosts')}
      >
        <GovernmentChoices name="hosts" governments={choices.governments} chosen={hosts} />
      </FieldGroup>
      <FieldGroup
        id="meeting-participants"
        label={t('field.participants')}
        hint={t('field.participants_hint')}
        error={error('participants')}
      >
        <div className="grid max-h-80 gap-x-4 gap-y-1.5 overflow-y-auto rounded-r-2 border border-line p-3 sm:grid-cols-2">
          {choices.seats.map((seat) => (
            <Checkbox
              key={seat.id}
              name="participants"
              value={seat.id}
              defaultChecked={participants.includes(seat.id)}
            >
              <SeatWords of={seat} />
            </Checkbox>
          ))}
        </div>
      </FieldGroup>
      {clientKey !== undefined && <Readers />}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" isPending={state !== 'idle'}>
          {t(clientKey === undefined ? 'edit.save' : 'new.submit')}
        </Button>
        <LinkButton href={number === undefined ? '/meetings' : `/meetings/${number}`}>
          {t('new.cancel')}
        </LinkButton>
      </div>
    </Form>
  );
}

const fieldNames = [
  'title',
  'firstDay',
  'lastDay',
  'place',
  'previous',
  'hosts',
  'participants',
] as const satisfies readonly (keyof MeetingStart)[];

function SeatWords({ of }: { readonly of: MeetingChoices['seats'][number] }) {
  const language = useLanguage();
  const seatTitle = useSeatTitle();
  const personName = usePersonName();
  return (
    <>
      {governmentName(of.government, language)} {seatTitle(of)}
      <span className="block text-t-1 text-ink-2">{of.holders.map(personName).join(' · ')}</span>
    </>
  );
}

function Readers() {
  const { t } = useTranslation(['meeting', 'thread']);
  const [circle, setCircle] = useState<(typeof meetingCircles)[number]>('network');
  return (
    <RadioCards
      name="visibility"
      label={t('field.readers')}
      layout="rows"
      defaultValue={circle}
      onChange={setCircle}
      options={meetingCircles.map((value) => ({
        value,
        label: t(`thread:visibility.${value}`),
        note: t(`circle.${value}`),
      }))}
    />
  );
}
