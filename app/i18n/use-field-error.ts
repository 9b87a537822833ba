import { useTranslation } from 'react-i18next';

/** The first error of a field in words. Errors are keys of the namespace `form`. */
export function useFieldError(): (errors: readonly string[] | null | undefined) => string | undefined {
  const { t, i18n } = useTranslation('form');
  return (errors) => {
    const key = errors?.[0];
    if (key === undefined) return undefined;
    const words: unknown = i18n.getResource(i18n.language, 'form', key);
    return typeof words === 'string' ? words : t('not_valid');
  };
}
