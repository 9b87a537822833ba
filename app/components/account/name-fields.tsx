import { type FieldMetadata, getInputProps } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { TextField } from '#app/ui/text-field.tsx';

type NameFieldsProps = {
  readonly fields: { readonly name: FieldMetadata<string>; readonly nameLatin: FieldMetadata<string> };
  /** The name is one's own: browsers may fill it in. */
  readonly own?: boolean;
};

/** A person's name in the own script and for readers of others. */
export function NameFields({ fields: { name, nameLatin }, own = false }: NameFieldsProps) {
  const { t } = useTranslation('account');
  const fieldError = useFieldError();
  return (
    <>
      <TextField
        {...getInputProps(name, { type: 'text' })}
        autoComplete={own ? 'name' : 'off'}
        label={t('field.name')}
        hint={t('field.name_hint')}
        error={fieldError(name.errors)}
      />
      <TextField
        {...getInputProps(nameLatin, { type: 'text' })}
        autoComplete="off"
        lang="en"
        label={t('field.name_latin')}
        hint={t('field.name_latin_hint')}
        error={fieldError(nameLatin.errors)}
      />
    </>
  );
}
