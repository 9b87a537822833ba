import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData, useSearchParams, useSubmit } from '@remix-run/react';
import { Download, HandHelping, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ActionItemBoard } from '#app/components/action-item/action-item-board.tsx';
import { ActionItemTable } from '#app/components/action-item/action-item-table.tsx';
import { ByGovernment } from '#app/components/action-item/by-government.tsx';
import { TimelinePage } from '#app/components/action-item/timeline-page.tsx';
import { governmentName } from '#app/components/government/government-name.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import {
  countBoard,
  filterSchema,
  findActionItemList,
  findBoard,
  findPartyIds,
} from '#app/domain/action-item/find-action-items.server.ts';
import { mayPropose } from '#app/domain/action-item/policy.ts';
import { findHolidays } from '#app/domain/schedule/find-holidays.server.ts';
import { firstMonthSchema, spanFrom } from '#app/domain/schedule/timeline.ts';
import { findGovernments } from '#app/domain/government/find-governments.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { useLive } from '#app/realtime/use-live.ts';
import { Button } from '#app/ui/button.tsx';
import { LinkChip } from '#app/ui/chip.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { Link } from '#app/ui/link.tsx';
import { NativeSelect } from '#app/ui/native-select.tsx';
import { SegmentedLinks } from '#app/ui/segmented.tsx';
import { State } from '#app/ui/state.tsx';
import { stateMarks } from '#app/components/action-item/state-mark.tsx';

export const handle: PageHandle = { title: (t) => t('action-item:heading') };

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const search = new URL(request.url).searchParams;
  const filter = filterSchema.parse(Object.fromEntries([...search].filter(([, value]) => value !== '')));
  const view = search.get('view');
  const lists = view === 'table' || view === 'timeline';
  const now = new Date();
  const span =
    view === 'timeline' ? spanFrom(firstMonthSchema.parse(search.get('from') ?? undefined), now) : null;
  const [counts, partyIds, governments, board, list] = await Promise.all([
    countBoard(actor, filter, now),
    findPartyIds(actor),
    findGovernments(now),
    lists ? null : findBoard(actor, filter, now),
    lists ? findActionItemList(actor, filter, now) : null,
  ]);
  return {
    counts,
    board,
    list,
    timeline: span && { span, holidays: findHolidays(span.from, new Date(span.until.getTime() - 1)) },
    byGovernment: search.get('group') === 'government',
    filter,
    own: actor.governmentId,
    mayPropose: mayPropose(actor),
    counterparts: governments.filter(({ id }) => partyIds.includes(id) && id !== actor.governmentId),
  };
}

export default function Actions() {
  const { counts, board, list, timeline, byGovernment, filter, own, mayPropose, counterparts } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation(['action-item', 'offer', 'schedule']);
  const language = useLanguage();
  const [search] = useSearchParams();
  const submit = useSubmit();
  useLive({ subjects: ['action_item'] });

  const to = (changes: Record<string, string | null>) => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    return `/actions${next.size > 0 ? `?${next}` : ''}`;
  };
  const toggle = (name: 'mine' | 'late' | 'waiting' | 'clearance') =>
    to({ [name]: filter[name] ? null : '1' });
  const filtered = Object.values(filter).some((value) => value !== undefined);
  const nothing = list ? list.length === 0 : !board || board.columns.every(({ count }) => count === 0);
  const step = mayPropose && (
    <LinkButton href="/actions/new" variant="primary" icon={Plus} className="max-md:w-full">
      {t('propose')}
    </LinkButton>
  );

  return (
    <>
      <header className="page-head">
        <div className="min-w-0 flex-1 basis-80">
          <h1 className="text-[1.75rem]">{t('heading')}</h1>
          <p className="mt-0.5 max-w-none text-t-2 text-ink-2">{t('intro')}</p>
        </div>
        {!nothing && (
          <LinkButton href={`/actions.csv${search.size > 0 ? `?${search}` : ''}`} icon={Download} download>
            {t('export.export')}
          </LinkButton>
        )}
        <LinkButton href="/offers" icon={HandHelping}>
          {t('offer:title')}
        </LinkButton>
        {(!nothing || filtered) && step}
      </header>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-3 border-b border-line px-4 pb-3.5 md:px-8">
        <SegmentedLinks
          label={t('view.label')}
          options={[
            {
              href: to({ view: null, state: null, from: null, group: null }),
              label: t('view.board'),
              current: !list,
            },
            {
              href: to({ view: 'table', from: null }),
              label: t('view.table'),
              current: Boolean(list) && !timeline,
            },
            {
              href: to({ view: 'timeline', group: null }),
              label: t('schedule:timeline.view'),
              current: Boolean(timeline),
            },
          ]}
        />
        {list && !timeline && (
          <LinkChip
            square
            href={to({ group: byGovernment ? null : 'government' })}
            on={byGovernment}
            end={byGovernment ? 'remove' : undefined}
          >
            {t('schedule:timeline.group')}
          </LinkChip>
        )}
        <LinkChip
          square
          href={toggle('mine')}
          on={Boolean(filter.mine)}
          end={filter.mine ? 'remove' : undefined}
        >
          {t('filter.mine')}
        </LinkChip>
        <LinkChip
          square
          href={toggle('waiting')}
          on={Boolean(filter.waiting)}
          end={filter.waiting ? 'remove' : undefined}
        >
          {t('filter.waiting')}
        </LinkChip>
        <LinkChip
          square
          href={toggle('late')}
          on={Boolean(filter.late)}
          end={filter.late ? 'remove' : undefined}
        >
          {t('filter.late')}
        </LinkChip>
        {filter.clearance && (
          <LinkChip square href={toggle('clearance')} on end="remove">
            {t('filter.clearance')}
          </LinkChip>
        )}
        <Form role="search" aria-label={t('filter.label')} className="flex items-center gap-2">
          {[...search].map(([name, value]) =>
            name === 'counterpart' || name === 'state' ? null : (
              <input key={name} type="hidden" name={name} value={value} />
            ),
          )}
          <NativeSelect
            key={filter.counterpart ?? ''}
            name="counterpart"
            label={t('filter.counterpart')}
            hideLabel
            placeholder={t('filter.counterpart')}
            defaultValue={filter.counterpart ?? ''}
            selectClassName="max-w-52"
            onChange={(event) => submit(event.currentTarget.form)}
            options={counterparts.map((government) => ({
              value: government.id,
              label: governmentName(government, language),
            }))}
          />
          <noscript>
            <Button type="submit" size="sm">
              {t('filter.apply')}
            </Button>
          </noscript>
        </Form>
        {filter.open && (
          <LinkChip square href={to({ open: null })} on end="remove">
            {t('filter.open')}
          </LinkChip>
        )}
        {filter.due && (
          <LinkChip square href={to({ due: null })} on end="remove">
            {t('filter.due', { year: filter.due.slice(0, 4), quarter: filter.due.slice(6) })}
          </LinkChip>
        )}
        {filter.state && (
          <LinkChip square href={to({ state: null })} on end="remove">
            {t(`state.${filter.state}`)}
          </LinkChip>
        )}
        <div className="ml-auto flex flex-wrap gap-x-4.5 gap-y-1">
          {counts.late > 0 && (
            <Link href={to({ late: '1' })} className="no-underline hover:underline">
              <State shape="triangle" tone="late">
                {t('counts.late', { count: counts.late })}
              </State>
            </Link>
          )}
          {counts.clearance > 0 && (
            <Link href={to({ clearance: '1' })} className="no-underline hover:underline">
              <State shape="clock" tone="wait">
                {t('counts.clearance', { count: counts.clearance })}
              </State>
            </Link>
          )}
          <Link
            href={to({ view: 'table', state: 'proposed' })}
            className="text-ink no-underline hover:underline"
          >
            <State {...stateMarks.proposed}>{t('counts.unanswered', { count: counts.unanswered })}</State>
          </Link>
          <Link
            href={to({ view: 'table', state: 'awaiting_confirmation' })}
            className="text-ink no-underline hover:underline"
          >
            <State {...stateMarks.awaiting_confirmation}>
              {t('counts.to_confirm', { count: counts.toConfirm })}
            </State>
          </Link>
        </div>
      </div>
      {nothing ? (
        <div className="page-body pt-6">
          {filtered ? (
            <EmptyState
              title={t('empty.none_title')}
              step={
                <LinkButton href="/actions" size="sm">
                  {t('filter.clear')}
                </LinkButton>
              }
            >
              {t('empty.none_text')}
            </EmptyState>
          ) : (
            <EmptyState title={t('empty.title')} step={step}>
              {t('empty.text')}
            </EmptyState>
          )}
        </div>
      ) : list && timeline ? (
        <TimelinePage items={list} {...timeline} toMonth={(from) => to({ from })} />
      ) : list ? (
        <div className="page-body pt-2">
          {byGovernment ? (
            <ByGovernment items={list} own={own} />
          ) : (
            <ActionItemTable items={list} own={own} />
          )}
        </div>
      ) : (
        <ActionItemBoard
          columns={board?.columns ?? []}
          own={own}
          listOf={(state) => to({ view: 'table', state })}
        />
      )}
      {board && board.dropped > 0 && (
        <p className="px-4 pb-8 text-t-2 md:px-8">
          <Link href={to({ view: 'table', state: 'dropped' })}>{t('dropped', { count: board.dropped })}</Link>
        </p>
      )}
    </>
  );
}
