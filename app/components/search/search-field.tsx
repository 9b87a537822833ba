import { useFetcher, useNavigate } from '@remix-run/react';
import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Found } from '#app/domain/search/search.ts';
import { htmlLang } from '#app/i18n/languages.ts';
import { Icon } from '#app/ui/icon.tsx';
import { Marked } from './marked.tsx';

/** Suggestions are asked for when one pauses, in milliseconds. */
const pause = 180;

type SearchFieldProps = {
  readonly q: string;
  /** The filters that hold, as they stand in the address. */
  readonly narrowing?: string;
};

/** The words to search for, with things to go straight to. Enter sends the form around it; without JavaScript a plain field. */
export function SearchField({ q, narrowing = '' }: SearchFieldProps) {
  const { t } = useTranslation('search');
  const navigate = useNavigate();
  const { load, data } = useFetcher<{ q: string; found: Found[] }>();
  const [typed, setTyped] = useState(q);
  useEffect(() => setTyped(q), [q]);
  const asked = typed.trim();
  useEffect(() => {
    if (asked === '' || asked === q) return undefined;
    const within = new URLSearchParams(narrowing);
    within.set('q', asked);
    const timer = setTimeout(() => load(`/search/suggestions.json?${within}`), pause);
    return () => clearTimeout(timer);
  }, [asked, q, load, narrowing]);
  const items = asked !== '' && asked !== q ? (data?.found ?? []) : [];

  return (
    <ComboBox
      className="grid min-w-0 flex-1 gap-1"
      items={items}
      inputValue={typed}
      onInputChange={setTyped}
      // A choice goes there; the words that were typed stay.
      selectedKey={null}
      onSelectionChange={(key) => {
        const chosen = items.find((item) => item.href === key);
        if (chosen) navigate(chosen.href);
      }}
      allowsCustomValue
      menuTrigger="input"
    >
      <Label className="visually-hidden">{t('field')}</Label>
      <span className="with-adornment">
        <Icon of={Search} />
        <Input
          type="search"
          name="q"
          className="input"
          placeholder={t('placeholder')}
          autoComplete="off"
          data-search
          maxLength={200}
        />
        <kbd aria-hidden="true">/</kbd>
      </span>
      <Popover className="popover w-(--trigger-width)" offset={4}>
        <ListBox className="menu" aria-label={t('suggestions')}>
          {(item: Found) => (
            <ListBoxItem
              id={item.href}
              textValue={item.title.map(({ text }) => text).join('')}
              className="menu-item grid gap-0.5"
            >
              <span className="text-t-1 text-ink-2">{t(`kind.${item.subject}`)}</span>
              <span lang={htmlLang(item.language)} className="min-w-0 truncate">
                <Marked
                  parts={
                    item.snippet.length > 0 && (item.subject === 'post' || item.subject === 'decision')
                      ? item.snippet
                      : item.title
                  }
                />
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
