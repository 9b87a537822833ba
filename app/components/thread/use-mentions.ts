import { useFetcher } from '@remix-run/react';
import { type KeyboardEvent, type RefObject, useCallback, useRef, useState } from 'react';
import type { Mentionable } from '#app/domain/thread/find-mentionable.server.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { matching, mentionAt } from './mention-query.ts';

type Options = {
  readonly threadId: string;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  /** While a syllable is composed no list opens and no key is taken. */
  readonly isComposing: () => boolean;
  readonly onInsert: (text: string, caret: number) => void;
};

/** The list that an `@` opens in the composer: typed on it narrows, arrows choose, Enter or Tab takes, Escape closes. */
export function useMentions({ threadId, field, isComposing, onInsert }: Options) {
  const language = useLanguage();
  const { load, data, state } = useFetcher<{ mentionable: Mentionable[] }>();
  const [asked, setAsked] = useState<{ from: number; query: string } | null>(null);
  const [active, setActive] = useState(0);
  /** Where Escape closed the list: it stays closed until another `@`. */
  const closedAt = useRef<number | null>(null);
  const query = useRef<string>();
  const options = asked && data ? matching(data.mentionable, asked.query) : [];

  /** Looks what stands at the caret; after every key and at the end of a composition. */
  const look = useCallback(() => {
    const { current } = field;
    if (!current || isComposing()) return setAsked(null);
    const found = mentionAt(current.value, current.selectionStart);
    if (found?.from !== closedAt.current) closedAt.current = null;
    setAsked(closedAt.current === null ? found : null);
    if (found?.query !== query.current) setActive(0);
    query.current = found?.query;
    if (found && !data && state === 'idle') load(`/threads/${threadId}/mentionable`);
  }, [field, isComposing, data, state, load, threadId]);
  const close = () => setAsked(null);

  const choose = (option: Mentionable) => {
    const { current } = field;
    if (!current || !asked) return;
    const before = `${current.value.slice(0, asked.from)}@${option.names[language]} `;
    close();
    onInsert(`${before}${current.value.slice(current.selectionStart)}`, before.length);
  };

  /** Whether the key was for the list. */
  const onKeyDown = (event: KeyboardEvent): boolean => {
    // Safari tells of the key that ended a composition after its end, with this code.
    const composes = event.nativeEvent.isComposing || event.keyCode === 229;
    if (options.length === 0 || isComposing() || composes) return false;
    const option = options[active];
    if (event.key === 'ArrowDown') setActive((active + 1) % options.length);
    else if (event.key === 'ArrowUp') setActive((active + options.length - 1) % options.length);
    else if (event.key === 'Escape') {
      closedAt.current = asked?.from ?? null;
      close();
    } else if ((event.key === 'Enter' || event.key === 'Tab') && option && !event.ctrlKey && !event.metaKey)
      choose(option);
    else return false;
    event.preventDefault();
    return true;
  };
  return { options, active, look, close, choose, onKeyDown };
}
