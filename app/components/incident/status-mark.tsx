import { useTranslation } from 'react-i18next';
import type { IncidentStatus } from '#prisma/generated/enums.ts';
import type { ShapeName } from '#app/ui/shape.tsx';
import { State, type StateLook, type StateTone } from '#app/ui/state.tsx';

type Mark = { readonly shape: ShapeName; readonly tone: StateTone };

/** How each status is drawn: on marks, in steps, on the map. */
export const statusMarks = {
  reported: { shape: 'ring', tone: 'plain' },
  confirmed: { shape: 'dot', tone: 'plain' },
  responding: { shape: 'half', tone: 'plain' },
  resolved: { shape: 'check', tone: 'done' },
  duplicate: { shape: 'double', tone: 'off' },
  not_ours: { shape: 'arrow', tone: 'off' },
  no_action: { shape: 'minus', tone: 'off' },
} satisfies Record<IncidentStatus, Mark>;

type StatusMarkProps = StateLook & { readonly status: IncidentStatus };

/** The status of an incident: shape and word. */
export function StatusMark({ status, boxed }: StatusMarkProps) {
  const { t } = useTranslation('incident');
  return (
    <State {...statusMarks[status]} boxed={boxed}>
      {t(`status.${status}`)}
    </State>
  );
}
