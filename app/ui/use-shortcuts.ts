import { useEffect, useRef } from 'react';

type Shortcuts = {
  /** `n` */
  readonly onNew: () => void;
  /** `?` */
  readonly onHelp: () => void;
  /** `/` on a page without a search of its own. */
  readonly onSearch: () => void;
};

/**
 * The keys of every page: `/` goes to the search (`[data-search]`, else the page of it), `n` begins a report, `j` and
 * `k` move in the list (`[data-rove]`), `r` answers the post that has the focus (`[data-reply]`) or goes to the composer
 * (`[data-compose]`), `?` explains. They never fire where one writes, in a dialog or menu, or during composition.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
        return;
      if (!(event.target instanceof Element) || takesKeys(event.target)) return;
      switch (shortcutKey(event)) {
        case '/': {
          const search = document.querySelector<HTMLElement>('[data-search]');
          if (search) search.focus();
          else latest.current.onSearch();
          break;
        }
        case 'j':
          if (!rove(1)) return;
          break;
        case 'k':
          if (!rove(-1)) return;
          break;
        case 'r':
          if (!reply()) return;
          break;
        case 'n':
          latest.current.onNew();
          break;
        case '?':
          latest.current.onHelp();
          break;
        default:
          return;
      }
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

const places: Readonly<Record<string, string>> = { KeyJ: 'j', KeyK: 'k', KeyN: 'n', KeyR: 'r', Slash: '/' };

/** Which shortcut a key means. With a Korean or Chinese keyboard on, the key's place counts: `ㅓ` is `j`. */
function shortcutKey({ key, code, shiftKey }: KeyboardEvent): string | undefined {
  if (key === '?' || (code === 'Slash' && shiftKey)) return '?';
  if (shiftKey) return undefined;
  return /^[\x20-\x7e]$/.test(key) ? key : places[code];
}

function takesKeys(target: Element): boolean {
  return (
    target.closest(
      'input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable], [role=dialog], [role=alertdialog], [role=menu], [role=listbox], [role=textbox]',
    ) !== null
  );
}

/** Answers the post that has the focus, else goes where one writes. Says whether there is such a place. */
function reply(): boolean {
  const compose = document.querySelector<HTMLElement>('[data-compose]');
  const button = document.activeElement
    ?.closest('[data-rove-item]')
    ?.querySelector<HTMLElement>('[data-reply]');
  (button ?? compose)?.[button ? 'click' : 'focus']();
  return compose !== null;
}

/** Moves the focus in the list that has it, else in the first that is seen. Says whether there was one. */
function rove(step: 1 | -1): boolean {
  const active = document.activeElement;
  const lists = [...document.querySelectorAll<HTMLElement>('[data-rove]')];
  const list =
    lists.find((one) => one.contains(active)) ?? lists.find((one) => one.getClientRects().length > 0);
  if (!list) return false;
  const items = roveItems(list);
  const at = items.findIndex((item) => item === active || item.contains(active));
  const next = items[at === -1 ? (step === 1 ? 0 : items.length - 1) : at + step];
  if (!next) return items.length > 0;
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
  return true;
}

/** What is marked `[data-rove-item]`, else the first link or button of each row. */
function roveItems(list: HTMLElement): HTMLElement[] {
  const marked = [...list.querySelectorAll<HTMLElement>('[data-rove-item]')];
  if (marked.length > 0) return marked;
  return [...list.querySelectorAll<HTMLElement>('li, tbody tr')].flatMap(
    (row) => row.querySelector<HTMLElement>('a[href], button') ?? [],
  );
}
