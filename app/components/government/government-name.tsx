import type { Language } from '#app/i18n/languages.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { classNames } from '#app/ui/class-names.ts';
import { Seal, type SealOf } from './seal.tsx';

export type GovernmentNames = {
  readonly nameKo: string;
  readonly nameZh: string;
  readonly nameEn: string;
};

export type NamedGovernment = SealOf & GovernmentNames;

/** The name of a government in a language. */
export function governmentName(government: GovernmentNames, language: Language): string {
  const names = { ko: government.nameKo, zh: government.nameZh, en: government.nameEn };
  return names[language];
}

type GovernmentNameProps = {
  readonly government: NamedGovernment;
  readonly size?: 'sm' | 'md' | 'lg' | undefined;
  readonly filled?: boolean | undefined;
  readonly className?: string | undefined;
};

/** Seal and name, the name in the reader's language. */
export function GovernmentName({ government, size, filled, className }: GovernmentNameProps) {
  const language = useLanguage();
  return (
    <span className={classNames('gov', className)}>
      <Seal government={government} size={size} filled={filled} />
      <span>{governmentName(government, language)}</span>
    </span>
  );
}
