import { useTranslation } from 'react-i18next';
import { NativeSelect, type SelectOptionGroup } from '#app/ui/native-select.tsx';
import { CommitmentRole } from '#prisma/generated/enums.ts';
import type { ProposalDraft } from './proposal-draft.ts';

type Party = ProposalDraft['parties'][number];

type PartyRowProps = {
  readonly index: number;
  readonly party: Party;
  readonly options: readonly SelectOptionGroup[];
  readonly onChange: (changed: Partial<Party>) => void;
};

/** One party: which government, in which role. An empty row is no party. */
export function PartyRow({ index, party, options, onChange }: PartyRowProps) {
  const { t } = useTranslation('action-item');
  const number = index + 1;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_minmax(7rem,9rem)] gap-2">
      <NativeSelect
        name={`parties[${index}].governmentId`}
        label={t('field.party', { number })}
        hideLabel
        placeholder={t('field.choose_government')}
        options={options}
        value={party.governmentId}
        onChange={(event) => onChange({ governmentId: event.currentTarget.value })}
      />
      <NativeSelect
        name={`parties[${index}].role`}
        label={t('field.role', { number })}
        hideLabel
        options={Object.values(CommitmentRole).map((role) => ({ value: role, label: t(`role.${role}`) }))}
        value={party.role}
        onChange={(event) => onChange({ role: roleOf(event.currentTarget.value) })}
      />
    </li>
  );
}

function roleOf(value: string): CommitmentRole {
  return Object.values(CommitmentRole).find((role) => role === value) ?? 'partner';
}
