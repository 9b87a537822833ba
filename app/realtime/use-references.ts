import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ThreadEntry } from '#app/domain/thread/entry.ts';
import { mostReferences, numbersOf, type Reference } from '#app/domain/thread/reference.ts';
import { fetchInTime } from './fetch-in-time.ts';
import { useHints } from './use-hints.ts';

const none: ReadonlyMap<string, Reference> = new Map();

/**
 * What the posts of an open thread name, by number, with where it stands: as the page was loaded, then asked again when a
 * post names more and when something happens to one of them.
 */
export function useReferences(
  entries: readonly ThreadEntry[],
  loaded: readonly Reference[],
): ReadonlyMap<string, Reference> {
  const numbers = useMemo(() => numbersOf(entries).slice(-mostReferences).join(), [entries]);
  const [found, setFound] = useState<{ of: readonly Reference[]; references: readonly Reference[] }>();
  // A page that was loaded anew knows better than what was asked before.
  const references = found?.of === loaded ? found.references : loaded;
  const latest = useRef({ numbers, loaded });
  useEffect(() => {
    latest.current = { numbers, loaded };
  });
  const ask = useCallback(() => {
    const { numbers: asked, loaded: of } = latest.current;
    if (asked === '') return;
    fetchReferences(asked.split(',')).then(
      (answer) => setFound({ of, references: answer }),
      (error: unknown) => console.info('No answer about what is named here.', error),
    );
  }, []);
  const known = useRef(numbers);
  useEffect(() => {
    if (known.current === numbers) return;
    known.current = numbers;
    ask();
  }, [numbers, ask]);
  useHints(ask, ({ threadId }) => references.some((one) => one.threadId === threadId));
  return useMemo(
    () => (references.length === 0 ? none : new Map(references.map((one) => [one.number, one]))),
    [references],
  );
}

async function fetchReferences(numbers: readonly string[]): Promise<Reference[]> {
  const query = new URLSearchParams(numbers.map((number) => ['n', number])).toString();
  const response = await fetchInTime(
    `/references?${query}`,
    { headers: { accept: 'application/json' } },
    15_000,
  );
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  const { references }: { references: Reference[] } = await response.json();
  return references;
}
