import { CircleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

export type FieldWords = {
  readonly label: ReactNode;
  /** Below the field; an error takes its place. */
  readonly hint?: ReactNode;
  /** Words, not keys. Empty and undefined mean: no error. */
  readonly error?: ReactNode;
  /** Says "optional" beside the label. */
  readonly optional?: boolean | undefined;
  /** Only for screen readers, where the place of the field says enough (search, table cells). */
  readonly hideLabel?: boolean | undefined;
};

/** What the control inside a field must carry. */
export type FieldWiring = {
  readonly id: string;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-describedby': string | undefined;
};

type FieldProps = FieldWords & {
  readonly id?: string | undefined;
  readonly className?: string | undefined;
  readonly children: (wiring: FieldWiring) => ReactNode;
};

/** Label above, control, hint or error below, wired together. For controls that the kit has no field for. */
export function Field({
  id: given,
  label,
  hint,
  error,
  optional,
  hideLabel,
  className,
  children,
}: FieldProps) {
  const own = useId();
  const id = given ?? own;
  const note = noteId(id, hint, error);
  return (
    <div className={classNames('field', className)}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : undefined}>
        {label}
        {optional && <Optional />}
      </label>
      {children({ id, 'aria-invalid': error ? true : undefined, 'aria-describedby': note })}
      <FieldNote id={id} hint={hint} error={error} />
    </div>
  );
}

type FieldGroupProps = FieldWords & {
  readonly id?: string | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

/** Several controls that answer one question: a `fieldset` with its legend, hint and error. */
export function FieldGroup({
  id: given,
  label,
  hint,
  error,
  optional,
  hideLabel,
  className,
  children,
}: FieldGroupProps) {
  const own = useId();
  const id = given ?? own;
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={noteId(id, hint, error)}
      className={classNames('field', className)}
    >
      <legend className={hideLabel ? 'visually-hidden' : undefined}>
        {label}
        {optional && <Optional />}
      </legend>
      {children}
      <FieldNote id={id} hint={hint} error={error} />
    </fieldset>
  );
}

type FieldNoteProps = { readonly id: string; readonly hint?: ReactNode; readonly error?: ReactNode };

/** The line below a control: its error if there is one, else its hint. */
export function FieldNote({ id, hint, error }: FieldNoteProps) {
  if (error) {
    return (
      <div id={`${id}-note`} className="field-error">
        <Icon of={CircleAlert} size="sm" />
        <span>{error}</span>
      </div>
    );
  }
  return hint ? (
    <div id={`${id}-note`} className="field-hint">
      {hint}
    </div>
  ) : null;
}

/** The id of the note of a control, if it has one: for `aria-describedby`. */
export function noteId(id: string, hint: ReactNode, error: ReactNode): string | undefined {
  return hint || error ? `${id}-note` : undefined;
}

function Optional() {
  const { t } = useTranslation('common');
  return <span className="field-optional">{t('field.optional')}</span>;
}
