import type { ReactNode } from 'react';
import { FieldGroup, type FieldWords } from './field.tsx';
import { classNames } from './class-names.ts';

export type RadioCard<Value extends string> = {
  readonly value: Value;
  readonly label: ReactNode;
  readonly picture?: ReactNode;
  readonly note?: ReactNode;
  readonly disabled?: boolean | undefined;
};

type RadioCardsProps<Value extends string> = FieldWords & {
  readonly name: string;
  readonly options: readonly RadioCard<Value>[];
  readonly id?: string | undefined;
  readonly form?: string | undefined;
  readonly required?: boolean | undefined;
  readonly value?: Value | undefined;
  readonly defaultValue?: Value | undefined;
  readonly onChange?: ((value: Value) => void) | undefined;
  /** `rows`: one below the other with a note, for choices that need a sentence. */
  readonly layout?: 'tiles' | 'rows' | undefined;
  readonly className?: string | undefined;
  /** A last tile that is no choice: "All 14 kinds". */
  readonly after?: ReactNode;
};

/** One of several as big tiles for thumbs: native radios, arrow keys included. */
export function RadioCards<Value extends string>({
  name,
  options,
  id,
  form,
  required,
  value,
  defaultValue,
  onChange,
  layout = 'tiles',
  className,
  after,
  ...words
}: RadioCardsProps<Value>) {
  return (
    <FieldGroup {...words} id={id}>
      <div className={classNames('tiles', layout === 'rows' && 'tile-row', className)}>
        {options.map((option) => (
          <label key={option.value} className="tile">
            <input
              type="radio"
              name={name}
              value={option.value}
              form={form}
              required={required}
              disabled={option.disabled}
              {...(value === undefined
                ? { defaultChecked: option.value === defaultValue }
                : { checked: option.value === value })}
              onChange={() => onChange?.(option.value)}
            />
            <span className="tile-face">
              {option.picture}
              <span>{option.label}</span>
              {option.note && <span className="tile-note">{option.note}</span>}
            </span>
          </label>
        ))}
        {after}
      </div>
    </FieldGroup>
  );
}
