import { createContext, useContext } from 'react';
import { governmentName, type NamedGovernment } from '#app/components/government/government-name.tsx';
import { useLanguage } from '#app/i18n/use-language.ts';

/** The governments by id: entries, people and events name them so. */
export const GovernmentsContext = createContext<ReadonlyMap<string, NamedGovernment>>(new Map());

/** A government by its id; undefined for one that came into being after the page was loaded. */
export function useGovernment(): (id: string) => NamedGovernment | undefined {
  const governments = useContext(GovernmentsContext);
  return (id) => governments.get(id);
}

/** The name of a government in the reader's language. */
export function useGovernmentName(): (id: string) => string {
  const find = useGovernment();
  const language = useLanguage();
  return (id) => {
    const government = find(id);
    return government ? governmentName(government, language) : id;
  };
}
