import { Form, useSubmit } from '@remix-run/react';
import { Search, SlidersHorizontal, TriangleAlert, X } from 'lucide-react';
import { type MouseEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { governmentName } from '#app/components/government/government-name.tsx';
import {
  countFilters,
  type IncidentFilters as Filters,
  noFilters,
  type Period,
  periods,
  writeFilters,
} from '#app/domain/incident/filters.ts';
import { kindGroups, kindsOfGroup } from '#app/domain/incident/kinds.ts';
import { materials } from '#app/domain/incident/waste-items.ts';
import { Compartment, IncidentStatus } from '#prisma/generated/enums.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Button } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/checkbox.tsx';
import { LinkChip } from '#app/ui/chip.tsx';
import { NativeSelect } from '#app/ui/native-select.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { FilterMenu } from './filter-menu.tsx';
import { KindGlyph } from './kind-glyph.tsx';
import { useTimeWords } from './use-time-words.ts';

type FilterGovernment = {
  id: string;
  country: 'KR' | 'CN';
  level: string;
  nameKo: string;
  nameZh: string;
  nameEn: string;
};

type IncidentFiltersProps = {
  readonly filters: Filters;
  readonly governments: readonly FilterGovernment[];
  /** The page that is being filtered. */
  readonly path: string;
  /** What else the URL says and must keep saying: the view of the map, the order of the list. */
  readonly keep?: readonly (readonly [name: string, value: string])[];
  /** Over the map: square chips with a shadow. */
  readonly square?: boolean;
};

/**
 * The same filters for the map and the list: a GET form, sent by itself where JavaScript runs. On a phone they stand in a
 * sheet above the bottom bar, in reach of the thumb; without JavaScript the link's anchor opens it.
 */
export function IncidentFilters({
  filters,
  governments,
  path,
  keep = [],
  square = false,
}: IncidentFiltersProps) {
  const { t } = useTranslation('incident');
  const language = useLanguage();
  const submit = useSubmit();
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLAnchorElement>(null);
  const toggle = (event: MouseEvent) => {
    event.preventDefault();
    setOpen(!open);
  };
  useEffect(() => {
    if (!open) return;
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      opener.current?.focus();
    };
    document.addEventListener('keydown', closeOnEscape);
    return () => document.removeEventListener('keydown', closeOnEscape);
  }, [open]);
  const set = countFilters(filters);
  const timeWords = useTimeWords(filters);
  const to = (changed: Partial<Filters>) => {
    const search = writeFilters({ ...filters, ...changed });
    for (const [name, value] of keep) search.set(name, value);
    return search.size > 0 ? `${path}?${search}` : path;
  };
  const options = (country: 'KR' | 'CN') =>
    governments
      .filter((government) => government.country === country)
      .map((government) => ({ value: government.id, label: governmentName(government, language) }));
  return (
    <Form
      key={String(writeFilters(filters))}
      method="get"
      action={path}
      role="search"
      aria-label={t('filter.label')}
      className="flex flex-wrap items-center gap-2 max-md:w-full max-md:flex-nowrap max-md:overflow-x-visible"
      onChange={(event) => {
        if (event.target instanceof HTMLInputElement && event.target.name === 'q') return;
        submit(event.currentTarget, { replace: true, preventScrollReset: true });
      }}
    >
      {keep.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="w-[270px] max-w-full max-md:w-0 max-md:min-w-0 max-md:flex-1">
        <TextField
          type="search"
          name="q"
          defaultValue={filters.q}
          label={t('filter.search')}
          placeholder={t('filter.search')}
          hideLabel
          icon={Search}
          data-search
          shortcut="/"
          inputClassName={square ? 'shadow-1' : undefined}
        />
      </div>
      <a
        ref={opener}
        href="#filters"
        aria-expanded={open}
        aria-controls="filters"
        className={`chip shrink-0 md:hidden ${square ? 'chip-square' : ''} ${set > 0 ? 'chip-on' : ''}`}
        onClick={toggle}
      >
        <Icon of={SlidersHorizontal} size="sm" />
        {set > 0 ? t('filter.open_set', { count: set }) : t('filter.open')}
      </a>
      <div
        id="filters"
        role="group"
        aria-label={t('filter.label')}
        data-open={open || undefined}
        className="filter-sheet"
      >
        <div className="flex items-center justify-between md:hidden">
          <h2 className="text-t-4">{t('filter.label')}</h2>
          <a href="#content" className="btn btn-quiet" onClick={toggle}>
            {t('filter.close')}
          </a>
        </div>
        <FilterMenu
          square={square}
          on={filters.period !== undefined || filters.from !== undefined || filters.to !== undefined}
          words={timeWords}
        >
          {periodKeys.map((period) => (
            <Checkbox
              key={period}
              type="radio"
              name="period"
              value={period}
              defaultChecked={filters.period === period}
            >
              {t(`filter.period.${period}`)}
            </Checkbox>
          ))}
          <Checkbox type="radio" name="period" value="" defaultChecked={filters.period === undefined}>
            {t('filter.any_time')}
          </Checkbox>
        </FilterMenu>
        <FilterMenu
          square={square}
          on={filters.kind.length > 0}
          words={
            filters.kind.length > 0 ? t('filter.kinds', { count: filters.kind.length }) : t('filter.any_kind')
          }
        >
          {kindGroups.map((group) => (
            <fieldset key={group} className="grid gap-1 pb-2">
              <legend className="pb-1 text-t-1 font-semibold text-ink-2">{t(`group.${group}`)}</legend>
              {kindsOfGroup(group).map((kind) => (
                <Checkbox key={kind} name="kind" value={kind} defaultChecked={filters.kind.includes(kind)}>
                  <span className="inline-flex items-center gap-2">
                    <KindGlyph kind={kind} /> {t(`kind.${kind}`)}
                  </span>
                </Checkbox>
              ))}
            </fieldset>
          ))}
        </FilterMenu>
        <div className="w-44 max-md:w-full">
          <NativeSelect
            name="government"
            label={t('responsible_government')}
            hideLabel
            defaultValue={filters.government ?? ''}
            options={[
              { value: '', label: t('filter.any_government') },
              { label: t('filter.korea'), options: options('KR') },
              { label: t('filter.china'), options: options('CN') },
            ]}
          />
        </div>
        <FilterMenu
          square={square}
          on={filters.status.length > 0}
          words={
            filters.status.length > 0
              ? t('filter.statuses', { count: filters.status.length })
              : t('filter.any_status')
          }
        >
          {Object.values(IncidentStatus).map((status) => (
            <Checkbox
              key={status}
              name="status"
              value={status}
              defaultChecked={filters.status.includes(status)}
            >
              {t(`status.${status}`)}
            </Checkbox>
          ))}
        </FilterMenu>
        <FilterMenu
          square={square}
          on={filters.compartment.length > 0}
          words={
            filters.compartment.length > 0
              ? t('filter.compartments', { count: filters.compartment.length })
              : t('filter.any_compartment')
          }
        >
          {Object.values(Compartment).map((compartment) => (
            <Checkbox
              key={compartment}
              name="compartment"
              value={compartment}
              defaultChecked={filters.compartment.includes(compartment)}
            >
              {t(`compartment.${compartment}`)}
            </Checkbox>
          ))}
        </FilterMenu>
        {filters.material.length > 0 && (
          <FilterMenu square={square} on words={t('filter.materials', { count: filters.material.length })}>
            {materials.map((material) => (
              <Checkbox
                key={material}
                name="material"
                value={material}
                defaultChecked={filters.material.includes(material)}
              >
                {t(`material.${material}`)}
              </Checkbox>
            ))}
          </FilterMenu>
        )}
        {filters.hazard && <input type="hidden" name="hazard" value="high" />}
        <LinkChip
          href={to({ hazard: !filters.hazard })}
          on={filters.hazard}
          square={square}
          icon={TriangleAlert}
        >
          {t('filter.hazard_only')}
        </LinkChip>
        {String(writeFilters(filters)) !== '' && (
          <LinkChip
            href={to({
              ...noFilters,
              period: undefined,
              government: undefined,
              q: undefined,
              from: undefined,
              to: undefined,
            })}
            square={square}
            icon={X}
          >
            {t('filter.clear')}
          </LinkChip>
        )}
        <noscript>
          <Button type="submit" size="sm">
            {t('filter.apply')}
          </Button>
        </noscript>
      </div>
    </Form>
  );
}

const periodKeys = Object.keys(periods).filter((key): key is Period => key in periods);
