import { useFetcher } from '@remix-run/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuid } from 'uuid';
import { usePersonName } from '#app/components/account/use-person-name.ts';
import { governmentName } from '#app/components/government/government-name.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { TranslatedText } from '#app/components/translation/translated-text.tsx';
import type { TranslationsOfWords } from '#app/domain/meeting/find-translations-of-words.server.ts';
import type { MeetingPoint } from '#app/domain/meeting/meeting.ts';
import type { Refusal } from '#app/domain/refusal.ts';
import { endonym, htmlLang, languages } from '#app/i18n/languages.ts';
import { Moment } from '#app/i18n/moment.tsx';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Button } from '#app/ui/button.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Link } from '#app/ui/link.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { MinutesForm } from './minutes-form.tsx';
import { OutcomeWords } from './outcome-words.tsx';
import { PointAbout, PointTitle } from './point-title.tsx';

type MeetingPointProps = {
  readonly number: string;
  readonly place: number;
  readonly point: MeetingPoint;
  readonly translations: TranslationsOfWords;
  readonly isFrozen: boolean;
  /** What the reader may do here; null on the record of a frozen meeting. */
  readonly writes: {
    readonly accountId: string;
    /** For the next outcome. */
    readonly clientKey: string;
  } | null;
  readonly mayPropose: boolean;
};

/** One point of the agenda: what it is about, what was said in each language, and what was concluded. */
export function MeetingPointSection({
  number,
  place,
  point,
  translations,
  isFrozen,
  writes,
  mayPropose,
}: MeetingPointProps) {
  const { t } = useTranslation('meeting');
  const own = useLanguage();
  const empty = point.minutes.every(({ text }) => text === '') && point.outcomes.length === 0;
  return (
    <li id={`point-${point.id}`} className="grid gap-3 py-4">
      <div className="grid gap-1">
        <PointAbout of={point} />
        <h3 className="flex items-baseline gap-2 text-t-4">
          <span className="num text-ink-2">{place}.</span>
          <PointTitle of={point} />
        </h3>
      </div>
      {point.minutes
        .filter(({ text }) => text !== '')
        .map((minutes) => (
          <SavedText
            key={minutes.language}
            of={minutes}
            beside={translations.minutes.find(
              ({ pointId, language }) => pointId === point.id && language === minutes.language,
            )}
            history={`/meetings/${number}/points/${point.id}/history#${minutes.language}`}
          />
        ))}
      {point.outcomes.length > 0 && (
        <Outcomes {...{ number, point, translations, isFrozen, writes, mayPropose }} />
      )}
      {writes ? (
        <div className="grid gap-2">
          <Disclosure title={t('minutes.write')}>
            <MinutesForm
              accountId={writes.accountId}
              number={number}
              pointId={point.id}
              language={own}
              saved={point.minutes.find(({ language }) => language === own)}
            />
            <p className="mt-2 flex flex-wrap gap-x-3 text-t-2 text-ink-2">
              {t('minutes.other_languages')}
              {languages
                .filter((language) => language !== own)
                .map((language) => (
                  <Link
                    key={language}
                    href={`/meetings/${number}/points/${point.id}/minutes?language=${language}`}
                    lang={htmlLang(language)}
                  >
                    {endonym(language)}
                  </Link>
                ))}
            </p>
          </Disclosure>
          <AddOutcome number={number} pointId={point.id} clientKey={writes.clientKey} />
        </div>
      ) : (
        empty && <p className="text-t-2 text-ink-2">{t('minutes.none')}</p>
      )}
    </li>
  );
}

type SavedTextProps = {
  readonly of: MeetingPoint['minutes'][number];
  readonly beside: TranslationsOfWords['minutes'][number] | undefined;
  readonly history: string;
};

function SavedText({ of, beside, history }: SavedTextProps) {
  const { t } = useTranslation('meeting');
  const personName = usePersonName();
  const language = useLanguage();
  return (
    <div className="grid gap-1 border-l-2 border-line pl-3">
      {beside ? (
        <TranslatedText
          subject="minutes"
          subjectId={beside.id}
          source={of}
          translations={beside.translations}
          className="max-w-measure"
        />
      ) : (
        <p lang={htmlLang(of.language)} className="max-w-measure whitespace-pre-line wrap-anywhere">
          {of.text}
        </p>
      )}
      <p className="text-t-1 text-ink-2">
        {governmentName(of.by.government, language)} · {personName(of.by)} · <Moment at={new Date(of.at)} />
        {of.revision > 1 && (
          <>
            {' '}
            · <Link href={history}>{t('history.link')}</Link>
          </>
        )}
      </p>
    </div>
  );
}

type OutcomesProps = Pick<
  MeetingPointProps,
  'number' | 'point' | 'translations' | 'isFrozen' | 'writes' | 'mayPropose'
>;

function Outcomes({ number, point, translations, isFrozen, writes, mayPropose }: OutcomesProps) {
  const { t } = useTranslation('meeting');
  const fetcher = useFetcher<{ refusal?: Refusal | null }>();
  return (
    <section aria-label={t('outcome.heading')} className="card grid gap-1 p-3">
      <h4 className="text-t-2 font-semibold">{t('outcome.heading')}</h4>
      <RefusalNote refusal={fetcher.data?.refusal} />
      <ul className="rows">
        {point.outcomes.map(({ id, actionItemNumber, ...source }) => (
          <li key={id} className="flex flex-wrap items-start gap-x-3 gap-y-1 py-2">
            <div className="min-w-0 flex-1 basis-56">
              <TranslatedText
                subject="outcome"
                subjectId={id}
                source={source}
                translations={translations.outcomes.filter(({ subjectId }) => subjectId === id)}
                isKept={isFrozen}
              />
            </div>
            {actionItemNumber !== null && (
              <Link href={`/actions/${actionItemNumber}`} className="num text-t-2">
                {actionItemNumber}
              </Link>
            )}
            {actionItemNumber === null && writes && (
              <>
                {mayPropose && (
                  <LinkButton href={`/actions/new?outcome=${id}`} size="sm">
                    {t('outcome.to_action_item')}
                  </LinkButton>
                )}
                <LinkButton href={`/meetings/${number}/outcomes/${id}/change`} size="sm" variant="quiet">
                  {t('outcome.change')}
                </LinkButton>
                <fetcher.Form method="post" action={`/meetings/${number}/outcomes/${id}/withdraw`}>
                  <Button type="submit" size="sm" variant="quiet">
                    {t('outcome.withdraw')}
                  </Button>
                </fetcher.Form>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

type AddOutcomeProps = {
  readonly number: string;
  readonly pointId: string;
  readonly clientKey: string;
};

type Answer = {
  refusal?: Refusal | null | undefined;
  value?: { id: string } | undefined;
  lastResult?: { error?: Record<string, string[] | null> | null | undefined } | undefined;
};

function AddOutcome({ number, pointId, clientKey }: AddOutcomeProps) {
  const { t } = useTranslation('meeting');
  const fetcher = useFetcher<Answer>();
  const saved = fetcher.data?.value?.id;
  return (
    <Disclosure title={t('outcome.add')}>
      <fetcher.Form
        method="post"
        action={`/meetings/${number}/points/${pointId}/outcomes`}
        className="grid gap-3"
      >
        <OutcomeFields
          key={saved ?? ''}
          pointId={pointId}
          // What others write meanwhile brings another key from the server: these fields keep theirs until they are saved.
          firstKey={saved === undefined ? clientKey : undefined}
          errors={fetcher.data?.lastResult?.error?.text}
        />
        <RefusalNote refusal={fetcher.data?.refusal} />
        <div>
          <Button type="submit" size="sm" isPending={fetcher.state !== 'idle'}>
            {t('outcome.add')}
          </Button>
        </div>
      </fetcher.Form>
    </Disclosure>
  );
}

type OutcomeFieldsProps = {
  readonly pointId: string;
  readonly firstKey: string | undefined;
  readonly errors: readonly string[] | null | undefined;
};

function OutcomeFields({ pointId, firstKey, errors }: OutcomeFieldsProps) {
  const [clientKey] = useState(() => firstKey ?? uuid());
  return (
    <>
      <input type="hidden" name="clientKey" value={clientKey} />
      <OutcomeWords id={`outcome-${pointId}`} errors={errors} />
    </>
  );
}
