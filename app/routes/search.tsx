import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { governmentName } from '#app/components/government/government-name.tsx';
import { governmentOptions } from '#app/components/government/government-options.ts';
import { FoundRow } from '#app/components/search/found-row.tsx';
import { SearchField } from '#app/components/search/search-field.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { findGovernments } from '#app/domain/government/find-governments.server.ts';
import { readProgress } from '#app/domain/search/read-progress.server.ts';
import { searchEverything } from '#app/domain/search/search-everything.server.ts';
import { decisionStates, type Found, periods, searchInput } from '#app/domain/search/search.ts';
import { readActor } from '#app/http/actor.server.ts';
import { languages } from '#app/i18n/languages.ts';
import { readersLanguage } from '#app/i18n/readers-language.server.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Button } from '#app/ui/button.tsx';
import { LinkChip } from '#app/ui/chip.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { NativeSelect } from '#app/ui/native-select.tsx';
import { Note } from '#app/ui/note.tsx';
import { Pager } from '#app/ui/pager.tsx';
import { ActionItemState, IncidentStatus, SearchSubject } from '#prisma/generated/enums.ts';

const asked = z.object({ input: z.object({ q: z.string().min(1) }) });

export const handle: PageHandle = {
  title: (t, data) => {
    const { q } = asked.safeParse(data).data?.input ?? {};
    return q === undefined ? t('search:title') : t('search:title_of', { q });
  },
};

export async function loader({ request }: LoaderFunctionArgs) {
  const reader = await readActor(request);
  const search = new URL(request.url).searchParams;
  const input = searchInput.parse(Object.fromEntries([...search].filter(([, value]) => value !== '')));
  const [found, governments, progress] = await Promise.all([
    searchEverything(reader, input, readersLanguage(request, reader)),
    findGovernments(),
    readProgress(),
  ]);
  return { input, ...found, governments, progress };
}

export default function SearchPage() {
  const { t } = useTranslation(['search', 'thread', 'incident', 'action-item']);
  const { input, results, total, pages, counts, governments, progress } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const language = useLanguage();
  const format = useFormat();
  const to = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value === '') next.delete(name);
    else next.set(name, value);
    if (name !== 'page') next.delete('page');
    return `/search?${next}`;
  };
  const within = new URLSearchParams(search);
  within.delete('page');
  const narrowing = within.toString();
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const stateWord = (state: string) => {
    const status = Object.values(IncidentStatus).find((one) => one === state);
    if (status) return t(`incident:status.${status}`);
    const decisionState = decisionStates.find((one) => one === state);
    if (decisionState) return t(`decision.${decisionState}`);
    const itemState = Object.values(ActionItemState).find((one) => one === state);
    return itemState ? t(`action-item:state.${itemState}`) : '';
  };
  const factsOf = ({ state, governmentIds, subject }: Found) => [
    ...(state ? [stateWord(state)] : []),
    ...(subject === 'government'
      ? []
      : governments
          .filter(({ id }) => governmentIds.includes(id))
          .slice(0, 3)
          .map((government) => governmentName(government, language))),
  ];

  return (
    <div className="page-body grid gap-5 py-6">
      <header className="grid gap-1">
        <h1 className="text-t-6">{t('title')}</h1>
        <p className="max-w-measure text-ink-2">{t('lead')}</p>
      </header>
      <Form role="search" className="grid gap-3">
        <div className="flex items-end gap-2">
          <SearchField q={input.q} narrowing={narrowing} />
          <Button type="submit" variant="primary">
            {t('submit')}
          </Button>
        </div>
        {input.type && <input type="hidden" name="type" value={input.type} />}
        <fieldset className="grid grid-cols-2 items-end gap-2 md:grid-cols-[repeat(4,minmax(0,1fr))_auto]">
          <legend className="visually-hidden">{t('filters')}</legend>
          <NativeSelect
            id="search-government"
            name="government"
            label={t('government')}
            placeholder={t('any_government')}
            defaultValue={input.government ?? ''}
            options={governmentOptions(governments, language, {
              KR: t('incident:filter.korea'),
              CN: t('incident:filter.china'),
            })}
          />
          <NativeSelect
            id="search-period"
            name="period"
            label={t('time')}
            placeholder={t('any_time')}
            defaultValue={input.period ?? ''}
            options={periods.map((period) => ({ value: period, label: t(`period.${period}`) }))}
          />
          <NativeSelect
            id="search-language"
            name="language"
            label={t('language')}
            placeholder={t('any_language')}
            defaultValue={input.language ?? ''}
            options={languages.map((one) => ({ value: one, label: t(`thread:language.${one}`) }))}
          />
          <NativeSelect
            id="search-state"
            name="state"
            label={t('state')}
            placeholder={t('any_state')}
            defaultValue={input.state ?? ''}
            options={[
              {
                label: t('of_incidents'),
                options: Object.values(IncidentStatus).map((one) => ({ value: one, label: stateWord(one) })),
              },
              {
                label: t('of_decisions'),
                options: decisionStates.map((one) => ({ value: one, label: stateWord(one) })),
              },
              {
                label: t('of_action_items'),
                options: Object.values(ActionItemState).map((one) => ({ value: one, label: stateWord(one) })),
              },
            ]}
          />
          <div className="flex gap-2">
            <Button type="submit">{t('apply')}</Button>
            <LinkButton href={`/search?${new URLSearchParams({ q: input.q })}`} variant="quiet">
              {t('clear')}
            </LinkButton>
          </div>
        </fieldset>
      </Form>
      {progress !== null && <Note>{t('making', { part: format.percent(progress) })}</Note>}
      {input.q !== '' && (
        <>
          <nav aria-label={t('filters')} className="flex flex-wrap gap-2">
            <LinkChip href={to('type', '')} on={!input.type}>
              {t('all')} {format.number(all)}
            </LinkChip>
            {Object.values(SearchSubject).map((subject) => {
              const count = counts[subject] ?? 0;
              if (count === 0 && input.type !== subject) return null;
              return (
                <LinkChip key={subject} href={to('type', subject)} on={input.type === subject}>
                  {t(`type.${subject}`)} {format.number(count)}
                </LinkChip>
              );
            })}
          </nav>
          <p role="status" className="text-t-2 text-ink-2">
            {t('count', { count: total, value: format.number(total) })}
          </p>
          {results.length === 0 ? (
            <EmptyState title={t('none_title')}>{t('none')}</EmptyState>
          ) : (
            <ol className="rows" data-rove>
              {results.map((found) => (
                <li key={`${found.subject} ${found.subjectId}`}>
                  <FoundRow found={found} facts={factsOf(found)} />
                </li>
              ))}
            </ol>
          )}
        </>
      )}
      <Pager
        label={t('pages')}
        page={input.page}
        pages={pages}
        hrefOf={(other) => to('page', String(other))}
      />
    </div>
  );
}
