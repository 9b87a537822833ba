import { classNames } from '#app/ui/class-names.ts';

export type SealOf = {
  readonly id: string;
  /** Its own first character in its own script. */
  readonly seal: string;
  readonly country: 'KR' | 'CN';
};

type SealProps = {
  readonly government: SealOf;
  /** 22 px in rows, 28, 36 in posts. */
  readonly size?: 'sm' | 'md' | 'lg' | undefined;
  /** Filled means: this is me. */
  readonly filled?: boolean | undefined;
};

/** A government as a seal: no flag, no colour by country. Decorative; its name stands beside it. */
export function Seal({ government, size = 'sm', filled = false }: SealProps) {
  return (
    <span
      aria-hidden="true"
      lang={government.country === 'CN' ? 'zh-Hans' : 'ko'}
      translate="no"
      className={classNames('seal', size !== 'sm' && `seal-${size}`, filled && 'seal-filled')}
    >
      {government.seal}
    </span>
  );
}
