import type { SubmissionResult } from '@conform-to/react';
import { useFetcher } from '@remix-run/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuid } from 'uuid';
import { TextLanguageField, useTextLanguage } from '#app/components/action-item/text-language-field.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import type { PointsToAdd } from '#app/domain/meeting/find-points-to-add.server.ts';
import { longestMeetingTitle } from '#app/domain/meeting/meeting.ts';
import type { Refusal } from '#app/domain/refusal.ts';
import { pickText } from '#app/domain/translation/pick-text.ts';
import { htmlLang } from '#app/i18n/languages.ts';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Button } from '#app/ui/button.tsx';
import { NativeSelect } from '#app/ui/native-select.tsx';
import { TextField } from '#app/ui/text-field.tsx';

type Answer = {
  lastResult?: SubmissionResult | undefined;
  refusal?: Refusal | null | undefined;
  value?: { id: string } | undefined;
};

type AddPointProps = {
  readonly number: string;
  readonly choices: PointsToAdd;
  readonly clientKey: string;
  /** What a form that was sent without JavaScript got back. */
  readonly answer: Answer | undefined;
};

/** One more point: something that is open, its number, or a point of its own. */
export function AddPoint({ number, choices, clientKey, answer: given }: AddPointProps) {
  const { t } = useTranslation('meeting');
  const fetcher = useFetcher<Answer>();
  const answer = fetcher.data ?? given;
  const added = fetcher.data?.value?.id;
  return (
    <fetcher.Form method="post" action={`/meetings/${number}/agenda`} className="card grid gap-4 p-4">
      <h2 className="text-t-4">{t('agenda.add')}</h2>
      <RefusalNote refusal={answer?.refusal} />
      <PointFields
        key={added ?? ''}
        choices={choices}
        firstKey={added === undefined ? clientKey : undefined}
        answer={answer}
      />
      <div>
        <Button type="submit" isPending={fetcher.state !== 'idle'}>
          {t('agenda.add')}
        </Button>
      </div>
    </fetcher.Form>
  );
}

type PointFieldsProps = {
  readonly choices: PointsToAdd;
  readonly firstKey: string | undefined;
  readonly answer: Answer | undefined;
};

/** Empty again once a point was added, with another key; what was refused stays. */
function PointFields({ choices, firstKey, answer }: PointFieldsProps) {
  const [clientKey] = useState(() => firstKey ?? uuid());
  const { t } = useTranslation('meeting');
  const reader = useLanguage();
  const fieldError = useFieldError();
  const writing = useTextLanguage();
  const faults = answer?.lastResult?.error ?? {};
  const returned = (name: string) => {
    const value = answer?.lastResult?.initialValue?.[name];
    return typeof value === 'string' ? value : '';
  };
  const groups = (['actionItems', 'incidents', 'topics'] as const).map((name) => ({
    label: t(`agenda.${name}`),
    options: choices[name].map(({ threadId, number, title, language, revision, translations }) => {
      const source = { text: title, language, revision };
      const picked = pickText({ language: reader, source, translations });
      return {
        value: threadId,
        label: number === null ? picked.text : `${number} ${picked.text}`,
        lang: htmlLang(picked.language),
      };
    }),
  }));
  return (
    <>
      <input type="hidden" name="clientKey" value={clientKey} />
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_12rem]">
        <NativeSelect
          id="point-aboutId"
          name="aboutId"
          label={t('agenda.about')}
          placeholder={t('agenda.choose')}
          defaultValue={returned('aboutId')}
          error={fieldError(faults.aboutId)}
          options={groups.filter(({ options }) => options.length > 0)}
        />
        <TextField
          id="point-aboutNumber"
          name="aboutNumber"
          figure
          label={t('agenda.number')}
          hint={t('agenda.number_hint')}
          defaultValue={returned('aboutNumber')}
          error={fieldError(faults.aboutNumber)}
        />
      </div>
      <TextField
        id="point-title"
        name="title"
        maxLength={longestMeetingTitle}
        lang={htmlLang(writing.language)}
        label={t('agenda.own')}
        hint={t('agenda.own_hint')}
        defaultValue={returned('title')}
        error={fieldError(faults.title)}
        onChange={({ currentTarget }) => writing.onText(currentTarget.value)}
      />
      <TextLanguageField name="language" language={writing.language} onChoose={writing.choose} />
    </>
  );
}
