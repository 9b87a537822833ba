import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import { classNames } from './class-names.ts';
import { Field, type FieldWords } from './field.tsx';

type TextAreaProps = Omit<
  ComponentPropsWithoutRef<'textarea'>,
  'aria-invalid' | 'aria-describedby' | 'children'
> &
  FieldWords & {
    readonly inputClassName?: string | undefined;
    /** Accepted from form libraries and worked out here from `error`. */
    readonly 'aria-invalid'?: unknown;
    readonly 'aria-describedby'?: unknown;
  };

/** Several lines of text: a native textarea. Set `lang` when the language of the text is known. */
export const TextArea = forwardRef<HTMLTextAreaElement, TextAreaProps>(function TextArea(
  {
    label,
    hint,
    error,
    optional,
    hideLabel,
    id,
    className,
    inputClassName,
    'aria-invalid': _invalid,
    'aria-describedby': _describedBy,
    rows = 4,
    ...rest
  },
  ref,
) {
  return (
    <Field {...{ label, hint, error, optional, hideLabel }} id={id} className={className}>
      {(wiring) => (
        <textarea
          {...rest}
          {...wiring}
          ref={ref}
          rows={rows}
          className={classNames('input', inputClassName)}
        />
      )}
    </Field>
  );
});
