import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import { noteId } from './field.tsx';

type SwitchProps = Omit<ComponentPropsWithoutRef<'input'>, 'type' | 'role' | 'children'> & {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
};

/** On or off, at once. A native checkbox with the role of a switch; submits like a checkbox. */
export const Switch = forwardRef<HTMLInputElement, SwitchProps>(function Switch(
  { label, hint, id: given, className, ...rest },
  ref,
) {
  const own = useId();
  const id = given ?? own;
  return (
    <label className={classNames('switch', className)} htmlFor={id}>
      <span className="switch-words">
        <span>{label}</span>
        {hint && (
          <span id={`${id}-note`} className="field-hint">
            {hint}
          </span>
        )}
      </span>
      <input
        {...rest}
        ref={ref}
        id={id}
        type="checkbox"
        role="switch"
        aria-describedby={noteId(id, hint, undefined)}
      />
    </label>
  );
});
