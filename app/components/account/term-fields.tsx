import { type FieldMetadata, getInputProps } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { TextField } from '#app/ui/text-field.tsx';

type TermFieldsProps = {
  readonly fields: {
    readonly from: FieldMetadata<string>;
    readonly until: FieldMetadata<string | undefined>;
  };
};

/** From when until when somebody holds a seat. */
export function TermFields({ fields: { from, until } }: TermFieldsProps) {
  const { t } = useTranslation('account');
  const fieldError = useFieldError();
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        {...getInputProps(from, { type: 'date' })}
        label={t('field.from')}
        error={fieldError(from.errors)}
      />
      <TextField
        {...getInputProps(until, { type: 'date' })}
        optional
        label={t('field.until')}
        hint={t('field.until_hint')}
        error={fieldError(until.errors)}
      />
    </div>
  );
}
