import { useLanguage } from '#app/i18n/use-language.ts';
import { Checkbox } from '#app/ui/checkbox.tsx';
import { governmentName, type GovernmentNames } from './government-name.tsx';

type GovernmentChoicesProps = {
  readonly name: string;
  readonly governments: readonly (GovernmentNames & { readonly id: string })[];
  /** Ids of those that are chosen from the start. */
  readonly chosen: readonly string[];
  /** Before the ids of the boxes, for whoever leads there. */
  readonly id?: string;
};

/** Any number of governments: boxes in the reader's language, in a field group. */
export function GovernmentChoices({ name, governments, chosen, id }: GovernmentChoicesProps) {
  const language = useLanguage();
  return (
    <div className="grid max-h-72 gap-x-4 gap-y-1.5 overflow-y-auto rounded-r-2 border border-line p-3 sm:grid-cols-2 md:grid-cols-3">
      {governments.map((government) => (
        <Checkbox
          key={government.id}
          {...(id !== undefined && { id: `${id}-${government.id}` })}
          name={name}
          value={government.id}
          defaultChecked={chosen.includes(government.id)}
        >
          {governmentName(government, language)}
        </Checkbox>
      ))}
    </div>
  );
}
