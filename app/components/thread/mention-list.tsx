import { useTranslation } from 'react-i18next';
import { useSeatTitle } from '#app/components/account/use-seat-title.ts';
import type { Mentionable } from '#app/domain/thread/find-mentionable.server.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { useGovernmentName } from './governments.ts';

type MentionListProps = {
  readonly id: string;
  readonly options: readonly Mentionable[];
  readonly active: number;
  readonly onChoose: (option: Mentionable) => void;
};

/** Who may be meant by what follows an `@`; the field keeps the focus (combobox with list, WAI-ARIA 1.2). */
export function MentionList({ id, options, active, onChoose }: MentionListProps) {
  const { t } = useTranslation('thread');
  const language = useLanguage();
  const governmentName = useGovernmentName();
  const seatTitle = useSeatTitle();
  return (
    <div
      id={id}
      role="listbox"
      tabIndex={-1}
      aria-label={t('compose.mention')}
      className="absolute inset-x-2 bottom-full z-20 mb-1 max-h-64 max-w-100 overflow-y-auto rounded-r-2 border border-line-2 bg-panel py-1 shadow-1"
    >
      {options.map((option, index) => (
        <div
          key={option.id}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={`flex min-h-9 cursor-pointer flex-wrap items-baseline gap-x-2 px-3 py-1.5 ${index === active ? 'bg-primary-soft' : 'hover:bg-water-2'}`}
          // The field would lose the focus.
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(option);
          }}
        >
          <span className="font-semibold">{option.names[language]}</span>
          {option.seat && (
            <span className="text-t-1 text-ink-2">
              {governmentName(option.seat.governmentId)} {seatTitle(option.seat)}
            </span>
          )}
        </div>
      ))}
    </div>
  );
}
