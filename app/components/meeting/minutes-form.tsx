import { useTranslation } from 'react-i18next';
import { usePersonName } from '#app/components/account/use-person-name.ts';
import { governmentName } from '#app/components/government/government-name.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { longestMinutes } from '#app/domain/meeting/meeting.ts';
import { htmlLang, type Language } from '#app/i18n/languages.ts';
import { Moment } from '#app/i18n/moment.tsx';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Button } from '#app/ui/button.tsx';
import { Note } from '#app/ui/note.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import { type MinutesAnswer, type SavedMinutes, useMinutes } from './use-minutes.ts';

type MinutesFormProps = {
  readonly accountId: string;
  readonly number: string;
  readonly pointId: string;
  readonly language: Language;
  readonly saved: SavedMinutes | undefined;
  readonly answer?: MinutesAnswer | undefined;
};

/** The minutes of a point in one language, written by several people at once: nobody's words go under another's. */
export function MinutesForm({ accountId, number, pointId, language, saved, answer }: MinutesFormProps) {
  const { t } = useTranslation('meeting');
  const draftKey = `tideline.minutes.${accountId}.${pointId}.${language}`;
  const minutes = useMinutes({ draftKey, saved, given: answer });
  const fieldError = useFieldError();
  const { fetcher, theirs } = minutes;
  const field = (
    <TextArea
      id={`minutes-${pointId}-${language}`}
      name="text"
      rows={6}
      maxLength={longestMinutes}
      lang={htmlLang(language)}
      label={t(theirs ? 'minutes.yours' : `minutes.in.${language}`)}
      hint={theirs ? undefined : t('minutes.hint')}
      error={fieldError(minutes.faults)}
      value={minutes.text}
      onChange={({ currentTarget }) => minutes.type(currentTarget.value)}
    />
  );
  return (
    <fetcher.Form
      method="post"
      action={`/meetings/${number}/points/${pointId}/minutes?language=${language}`}
      className="grid gap-3"
      onSubmit={minutes.onSend}
    >
      <input type="hidden" name="language" value={language} />
      <input type="hidden" name="revision" value={minutes.revision} />
      {theirs ? (
        <>
          <Note tone="wait" role="status">
            {t(minutes.refusal === 'already_changed' ? 'minutes.refused' : 'minutes.saved_meanwhile')}
          </Note>
          <div className="grid gap-3 md:grid-cols-2">
            <Theirs of={theirs} />
            {field}
          </div>
        </>
      ) : (
        <>
          {minutes.refusal && <RefusalNote refusal={minutes.refusal} />}
          {field}
        </>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="sm" variant="primary" isPending={fetcher.state !== 'idle'}>
          {t(theirs && minutes.refusal === 'already_changed' ? 'minutes.save_both' : 'minutes.save')}
        </Button>
        {theirs && (
          <Button type="button" size="sm" onPress={minutes.leave}>
            {t('minutes.take_theirs')}
          </Button>
        )}
      </div>
    </fetcher.Form>
  );
}

function Theirs({ of }: { readonly of: SavedMinutes }) {
  const { t } = useTranslation('meeting');
  const personName = usePersonName();
  const language = useLanguage();
  return (
    <section aria-label={t('minutes.theirs')} className="grid content-start gap-1.5">
      <h4 className="text-t-2 font-semibold">{t('minutes.theirs')}</h4>
      <p
        lang={htmlLang(of.language)}
        className="rounded-r-2 border border-line bg-panel p-3 text-t-3 whitespace-pre-line wrap-anywhere"
      >
        {of.text}
      </p>
      <p className="text-t-1 text-ink-2">
        {governmentName(of.by.government, language)} · {personName(of.by)} · <Moment at={new Date(of.at)} />
      </p>
    </section>
  );
}
