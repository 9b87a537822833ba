import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import { FieldNote, noteId } from './field.tsx';

type CheckboxProps = Omit<
  ComponentPropsWithoutRef<'input'>,
  'type' | 'aria-invalid' | 'aria-describedby' | 'children'
> & {
  readonly children: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  /** `radio` draws one of a group: give all of them the same `name`. */
  readonly type?: 'checkbox' | 'radio' | undefined;
  readonly 'aria-invalid'?: unknown;
  readonly 'aria-describedby'?: unknown;
};

/** Yes or no with words beside it: a native checkbox (or radio). */
export const Checkbox = forwardRef<HTMLInputElement, CheckboxProps>(function Checkbox(
  {
    children,
    hint,
    error,
    id: given,
    className,
    type = 'checkbox',
    'aria-invalid': _invalid,
    'aria-describedby': _describedBy,
    ...rest
  },
  ref,
) {
  const own = useId();
  const id = given ?? own;
  return (
    <label className={classNames('check', className)} htmlFor={id}>
      <input
        {...rest}
        ref={ref}
        id={id}
        type={type}
        aria-invalid={error ? true : undefined}
        aria-describedby={noteId(id, hint, error)}
      />
      <span>{children}</span>
      <FieldNote id={id} hint={hint} error={error} />
    </label>
  );
});
