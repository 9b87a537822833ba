import { usePersonName } from '#app/components/account/use-person-name.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import type { Presence } from '#app/realtime/contract.ts';
import { useGovernmentName } from './governments.ts';

/** "Taean County Han Bada, Weihai Lin Haichao": people with their governments, in the reader's language. */
export function useNames(): (people: readonly Presence[]) => string {
  const governmentName = useGovernmentName();
  const personName = usePersonName();
  const { list } = useFormat();
  return (people) =>
    list(people.map((person) => `${governmentName(person.governmentId)} ${personName(person)}`));
}
