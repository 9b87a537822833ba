import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData, useNavigation, useSearchParams } from '@remix-run/react';
import { FileDown, Printer } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { PaperPage } from '#app/components/briefing/paper-page.tsx';
import { governmentOptions } from '#app/components/government/government-options.ts';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { paperLanguages } from '#app/domain/briefing/briefing.ts';
import { findMeetings } from '#app/domain/meeting/find-meetings.server.ts';
import { pickText } from '#app/domain/translation/pick-text.ts';
import { findGovernments } from '#app/domain/government/find-governments.server.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Button } from '#app/ui/button.tsx';
import { classNames } from '#app/ui/class-names.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { NativeSelect } from '#app/ui/native-select.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { askForBriefing, sayPapers } from './briefing/ask-for-briefing.server.ts';

export const handle: PageHandle = { title: (t) => t('briefing:title') };

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const now = new Date();
  const [asked, governments, { coming, past }] = await Promise.all([
    askForBriefing(request, actor, now),
    findGovernments(now),
    findMeetings(actor, now),
  ]);
  const meetings = [...coming, ...past].map(({ number, titled }) => ({ number, titled }));
  const { typed } = asked;
  if (!asked.ok) return data({ typed, governments, meetings, faults: asked.faults, papers: null }, 400);
  const papers = await sayPapers(request, actor, asked, '');
  return data({ typed, governments, meetings, faults: [], papers });
}

const never = () => () => {};

/** A paper of a government or of all, for a period; the same as PDF and DOCX. */
export default function Briefing() {
  const { typed, governments, meetings, faults, papers } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['briefing', 'incident']);
  const language = useLanguage();
  const fieldError = useFieldError();
  const { state } = useNavigation();
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const refusal = useSearchParams()[0].get('refusal');
  const errorOf = (field: keyof typeof typed) =>
    fieldError(faults.filter((fault) => fault.field === field).map(({ key }) => key));
  const query = new URLSearchParams(typed);
  return (
    <>
      <header className="page-head no-print">
        <div className="min-w-0 flex-1 basis-80">
          <h1 className="text-[1.75rem]">{t('title')}</h1>
          <p className="mt-0.5 max-w-none text-t-2 text-ink-2">{t('lead')}</p>
        </div>
        {papers && (
          <div className="flex flex-wrap gap-2">
            <LinkButton href={`/briefing.pdf?${query}`} icon={FileDown} download>
              {t('file.pdf')}
            </LinkButton>
            <LinkButton href={`/briefing.docx?${query}`} icon={FileDown} download>
              {t('file.docx')}
            </LinkButton>
            {scripted && (
              <Button icon={Printer} onPress={() => window.print()}>
                {t('file.print')}
              </Button>
            )}
          </div>
        )}
      </header>
      <div className="page-body grid gap-6">
        <Form
          key={String(query)}
          className="no-print grid items-start gap-3 sm:grid-cols-2 lg:grid-cols-[repeat(2,minmax(0,1.3fr))_repeat(3,minmax(0,1fr))_auto]"
        >
          <NativeSelect
            name="government"
            label={t('field.government')}
            defaultValue={typed.government}
            error={errorOf('government')}
            options={[
              { value: '', label: t('field.all') },
              ...governmentOptions(governments, language, {
                KR: t('incident:filter.korea'),
                CN: t('incident:filter.china'),
              }),
            ]}
          />
          <NativeSelect
            name="meeting"
            label={t('field.meeting')}
            defaultValue={typed.meeting}
            error={errorOf('meeting')}
            options={[
              { value: '', label: t('field.no_meeting') },
              ...meetings.map(({ number, titled: { title, ...source } }) => ({
                value: number,
                label: `${number} ${pickText({ language, source: { ...source, text: title }, translations: source.translations }).text}`,
              })),
            ]}
          />
          <TextField
            name="from"
            type="date"
            label={t('field.from')}
            defaultValue={typed.from}
            error={errorOf('from')}
          />
          <TextField
            name="to"
            type="date"
            label={t('field.to')}
            defaultValue={typed.to}
            error={errorOf('to')}
          />
          <NativeSelect
            name="in"
            label={t('field.in')}
            defaultValue={typed.in}
            error={errorOf('in')}
            options={paperLanguages.map((value) => ({ value, label: t(`in.${value}`) }))}
          />
          <Button type="submit" variant="primary" isPending={state !== 'idle'} className="lg:mt-6.5">
            {t('field.show')}
          </Button>
        </Form>
        <RefusalNote refusal={isRefusal(refusal) ? refusal : null} />
        {papers ? (
          papers.map((paper, index) => (
            <div
              key={paper.language}
              className={classNames('min-w-0', index > 0 && 'print:break-before-page')}
            >
              <PaperPage paper={paper} map={`/briefing/map.png?${query}&language=${paper.language}`} />
            </div>
          ))
        ) : (
          <EmptyState title={t('fault.title')}>{t('fault.text')}</EmptyState>
        )}
      </div>
    </>
  );
}
