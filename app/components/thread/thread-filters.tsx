import { Form, useNavigate } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { governmentOptions } from '#app/components/government/government-options.ts';
import type { NamedGovernment } from '#app/components/government/government-name.tsx';
import { type ThreadFilter, threadStates, threadTabs } from '#app/domain/thread/filter.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { languages } from '#app/i18n/languages.ts';
import { Button } from '#app/ui/button.tsx';
import { Link } from '#app/ui/link.tsx';
import { NativeSelect } from '#app/ui/native-select.tsx';
import { SegmentedLinks } from '#app/ui/segmented.tsx';
import { ThreadSubject, TopicCategory } from '#prisma/generated/enums.ts';

type ThreadFiltersProps = {
  readonly filter: ThreadFilter;
  readonly governments: readonly (NamedGovernment & { readonly country: 'KR' | 'CN' })[];
  readonly unreadThreads: number;
};

/** The address of the forum with these filters. */
export function forumAddress(filter: Partial<ThreadFilter>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    const isUsual = (name === 'tab' && value === 'all') || (name === 'page' && value === 1);
    if (value !== undefined && !isUsual) search.set(name, String(value));
  }
  return `/threads?${search}`.replace(/\?$/, '');
}

/** Tabs as links, the rest as selects of a form that asks at once; without JavaScript it has its button. */
export function ThreadFilters({ filter, governments, unreadThreads }: ThreadFiltersProps) {
  const { t } = useTranslation('thread');
  const { t: tAction } = useTranslation('action-item');
  const language = useLanguage();
  const navigate = useNavigate();
  const { tab, page: _page, ...rest } = filter;
  const isNarrowed = Object.values(rest).some((value) => value !== undefined);
  const select = (name: keyof typeof rest, options: Parameters<typeof NativeSelect>[0]['options']) => (
    <NativeSelect
      key={`${name} ${filter[name] ?? ''}`}
      name={name}
      label={t(`filter.${name}`)}
      placeholder={t('filter.any')}
      options={options}
      defaultValue={filter[name] ?? ''}
    />
  );
  return (
    <div className="grid gap-3 border-b border-line px-4 pb-3.5 md:px-8">
      <div className="overflow-x-auto">
        <SegmentedLinks
          label={t('filter.label')}
          options={threadTabs.map((one) => ({
            href: forumAddress({ ...rest, tab: one }),
            label:
              one === 'unread' && unreadThreads > 0 ? `${t('tab.unread')} ${unreadThreads}` : t(`tab.${one}`),
            current: one === tab,
          }))}
        />
      </div>
      <details open={isNarrowed || undefined}>
        <summary className="btn btn-quiet btn-sm w-fit list-none">{t('filter.narrow')}</summary>
        <Form
          method="get"
          action="/threads"
          className="mt-2 grid items-end gap-3 sm:grid-cols-3 lg:grid-cols-6"
          onChange={(event) => {
            const asked = Object.fromEntries(new FormData(event.currentTarget));
            const given = Object.entries(asked).filter(([, value]) => value !== '');
            void navigate(forumAddress(Object.fromEntries(given)), { preventScrollReset: true });
          }}
        >
          <input type="hidden" name="tab" value={tab} />
          {select(
            'government',
            governmentOptions(governments, language, {
              KR: tAction('country.KR'),
              CN: tAction('country.CN'),
            }),
          )}
          {select(
            'subject',
            Object.values(ThreadSubject).map((value) => ({ value, label: t(`subject.${value}`) })),
          )}
          {select(
            'category',
            Object.values(TopicCategory).map((value) => ({ value, label: t(`category.${value}`) })),
          )}
          {select(
            'state',
            threadStates.map((value) => ({ value, label: t(`state.${value}`) })),
          )}
          {select(
            'language',
            languages.map((value) => ({ value, label: t(`language.${value}`) })),
          )}
          <div className="flex gap-3">
            <noscript>
              <Button type="submit" size="sm">
                {t('filter.apply')}
              </Button>
            </noscript>
            {isNarrowed && <Link href={forumAddress({ tab })}>{t('filter.clear')}</Link>}
          </div>
        </Form>
      </details>
    </div>
  );
}
