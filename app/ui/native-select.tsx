import { ChevronDown } from 'lucide-react';
import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import { classNames } from './class-names.ts';
import { Field, type FieldWords } from './field.tsx';
import { Icon } from './icon.tsx';

export type SelectOption = {
  readonly value: string;
  readonly label: string;
  readonly lang?: string | undefined;
  readonly disabled?: boolean | undefined;
};
export type SelectOptionGroup = { readonly label: string; readonly options: readonly SelectOption[] };

type NativeSelectProps = Omit<
  ComponentPropsWithoutRef<'select'>,
  'aria-invalid' | 'aria-describedby' | 'children' | 'multiple'
> &
  FieldWords & {
    readonly options: readonly (SelectOption | SelectOptionGroup)[];
    /** A first entry with no value: "Choose". */
    readonly placeholder?: string | undefined;
    readonly selectClassName?: string | undefined;
    /** Accepted from form libraries and worked out here from `error`. */
    readonly 'aria-invalid'?: unknown;
    readonly 'aria-describedby'?: unknown;
  };

/** One of many: the native select, which works without JavaScript and with the phone's own wheel. */
export const NativeSelect = forwardRef<HTMLSelectElement, NativeSelectProps>(function NativeSelect(
  {
    label,
    hint,
    error,
    optional,
    hideLabel,
    id,
    className,
    options,
    placeholder,
    selectClassName,
    'aria-invalid': _invalid,
    'aria-describedby': _describedBy,
    ...rest
  },
  ref,
) {
  return (
    <Field {...{ label, hint, error, optional, hideLabel }} id={id} className={className}>
      {(wiring) => (
        <span className="select">
          <select {...rest} {...wiring} ref={ref} className={classNames('input', selectClassName)}>
            {placeholder !== undefined && <option value="">{placeholder}</option>}
            {options.map((option) =>
              'options' in option ? (
                <optgroup key={option.label} label={option.label}>
                  {option.options.map(renderOption)}
                </optgroup>
              ) : (
                renderOption(option)
              ),
            )}
          </select>
          <Icon of={ChevronDown} size="sm" />
        </span>
      )}
    </Field>
  );
});

function renderOption({ value, label, lang, disabled }: SelectOption) {
  return (
    <option key={value} value={value} lang={lang} disabled={disabled}>
      {label}
    </option>
  );
}
