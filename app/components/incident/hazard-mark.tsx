import { useTranslation } from 'react-i18next';
import type { Hazard } from '#prisma/generated/enums.ts';
import { State, type StateLook } from '#app/ui/state.tsx';

type HazardMarkProps = StateLook & { readonly hazard: Hazard };

/** High or urgent hazard as triangle and words; nothing for none and low. */
export function HazardMark({ hazard, boxed }: HazardMarkProps) {
  const { t } = useTranslation('common');
  if (hazard === 'none' || hazard === 'low') return null;
  return (
    <State shape="triangle" tone="late" boxed={boxed}>
      {t(`hazard.${hazard}`)}
    </State>
  );
}
