import type { LucideIcon } from 'lucide-react';
import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import { classNames } from './class-names.ts';
import { Field, type FieldWords } from './field.tsx';
import { Icon } from './icon.tsx';

type TextFieldProps = Omit<
  ComponentPropsWithoutRef<'input'>,
  'aria-invalid' | 'aria-describedby' | 'children'
> &
  FieldWords & {
    readonly icon?: LucideIcon | undefined;
    /** Figures of one width. */
    readonly figure?: boolean | undefined;
    /** A key that leads here, shown at the end: `/`. */
    readonly shortcut?: string | undefined;
    readonly inputClassName?: string | undefined;
    /** Accepted from form libraries and worked out here from `error`. */
    readonly 'aria-invalid'?: unknown;
    readonly 'aria-describedby'?: unknown;
  };

/** One line of text: a native input. Takes every attribute of `<input>`, `getInputProps` of Conform included. */
export const TextField = forwardRef<HTMLInputElement, TextFieldProps>(function TextField(
  {
    label,
    hint,
    error,
    optional,
    hideLabel,
    icon,
    figure = false,
    shortcut,
    id,
    className,
    inputClassName,
    'aria-invalid': _invalid,
    'aria-describedby': _describedBy,
    type = 'text',
    ...rest
  },
  ref,
) {
  const words = { label, hint, error, optional, hideLabel };
  return (
    <Field {...words} id={id} className={className}>
      {(wiring) => {
        const input = (
          <input
            {...rest}
            {...wiring}
            ref={ref}
            type={type}
            className={classNames('input', figure && 'input-figure', inputClassName)}
          />
        );
        return icon || shortcut ? (
          <span className="with-adornment">
            {icon && <Icon of={icon} />}
            {input}
            {shortcut && <kbd aria-hidden="true">{shortcut}</kbd>}
          </span>
        ) : (
          input
        );
      }}
    </Field>
  );
});
