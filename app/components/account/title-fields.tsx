import { type FieldMetadata, getInputProps } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { useFieldError } from '#app/i18n/use-field-error.ts';
import { TextField } from '#app/ui/text-field.tsx';

type TitleFieldsProps = {
  readonly fields: {
    readonly titleKo: FieldMetadata<string>;
    readonly titleZh: FieldMetadata<string>;
    readonly titleEn: FieldMetadata<string>;
  };
};

/** The title of a seat, in all three languages. */
export function TitleFields({ fields: { titleKo, titleZh, titleEn } }: TitleFieldsProps) {
  const { t } = useTranslation('account');
  const fieldError = useFieldError();
  return (
    <>
      <TextField
        {...getInputProps(titleKo, { type: 'text' })}
        lang="ko"
        label={t('field.title_ko')}
        error={fieldError(titleKo.errors)}
      />
      <TextField
        {...getInputProps(titleZh, { type: 'text' })}
        lang="zh-Hans"
        label={t('field.title_zh')}
        error={fieldError(titleZh.errors)}
      />
      <TextField
        {...getInputProps(titleEn, { type: 'text' })}
        lang="en"
        label={t('field.title_en')}
        error={fieldError(titleEn.errors)}
      />
    </>
  );
}
