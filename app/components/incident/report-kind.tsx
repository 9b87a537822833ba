import { Grid2x2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IncidentKind } from '#prisma/generated/enums.ts';
import { Icon } from '#app/ui/icon.tsx';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { KindGlyph } from './kind-glyph.tsx';

/** What duty officers meet most, in the order of the tiles. */
const common = [
  'aquaculture_floats',
  'beached_mass',
  'derelict_gear',
  'hazardous_container',
  'floating_raft',
] as const;
const isCommon = (kind: IncidentKind): kind is (typeof common)[number] => common.some((one) => one === kind);

type ReportKindProps = {
  readonly value: IncidentKind | undefined;
  readonly onChange: (kind: IncidentKind) => void;
  readonly error: string | undefined;
  readonly ready: boolean;
};

/** Five common kinds as tiles and a sixth that shows all fourteen; without JavaScript all stand there. */
export function ReportKind({ value, onChange, error, ready }: ReportKindProps) {
  const { t } = useTranslation('incident');
  const [opened, setOpened] = useState(false);
  const all = !ready || opened || (value !== undefined && !isCommon(value));
  const kinds = all ? [...common, ...Object.values(IncidentKind).filter((kind) => !isCommon(kind))] : common;
  return (
    <RadioCards
      id="kind"
      name="kind"
      label={t('reporting.kind')}
      className="grid-cols-3 md:grid-cols-6"
      {...(ready ? { value: value ?? '' } : { defaultValue: value ?? '' })}
      onChange={(kind) => {
        if (kind !== '') onChange(kind);
      }}
      options={kinds.map((kind) => ({
        value: kind,
        label: isCommon(kind) ? t(`reporting.kind_short.${kind}`) : t(`kind.${kind}`),
        picture: <KindGlyph kind={kind} size={22} />,
      }))}
      error={error}
      after={
        all ? undefined : (
          <button type="button" className="tile" onClick={() => setOpened(true)}>
            <span className="tile-face">
              <Icon of={Grid2x2} size="lg" />
              <span>{t('reporting.all_kinds')}</span>
            </span>
          </button>
        )
      }
    />
  );
}
