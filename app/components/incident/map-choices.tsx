import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentPoint } from '#app/map/incident-point.ts';
import { KindGlyph } from './kind-glyph.tsx';
import { StatusMark } from './status-mark.tsx';

type MapChoicesProps = {
  readonly points: readonly IncidentPoint[];
  /** Where it was pressed, in pixels of the map, and the room there is. */
  readonly at: { x: number; y: number; width: number; height: number };
  readonly onChoose: (number: string) => void;
  readonly onClose: () => void;
};

const sheet = { width: 288, height: 264 };

/** Incidents at one spot: a list to choose from, because no zoom tells them apart. */
export function MapChoices({ points, at, onChoose, onClose }: MapChoicesProps) {
  const { t } = useTranslation('map');
  const element = useRef<HTMLDivElement>(null);

  useEffect(() => {
    element.current?.querySelector('button')?.focus();
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && !element.current?.contains(event.target)) onClose();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose();
    };
    document.addEventListener('pointerdown', onPress);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPress);
      document.removeEventListener('keydown', onKey);
    };
  }, [onClose]);

  return (
    <div
      ref={element}
      role="dialog"
      aria-label={t('several', { count: points.length })}
      className="popover absolute flex flex-col p-1"
      style={{
        width: Math.min(sheet.width, at.width - 16),
        maxHeight: sheet.height,
        left: Math.max(8, Math.min(at.x - sheet.width / 2, at.width - sheet.width - 8)),
        top: Math.max(
          8,
          at.y + sheet.height + 24 > at.height
            ? at.y - Math.min(sheet.height, 48 + points.length * 48) - 20
            : at.y + 20,
        ),
      }}
    >
      <p className="menu-head">{t('several', { count: points.length })}</p>
      {points.map((point) => (
        <button
          key={point.number}
          type="button"
          className="menu-item flex-none"
          onClick={() => onChoose(point.number)}
        >
          <KindGlyph kind={point.kind} />
          <span className="min-w-0 flex-1">
            <span className="line-clamp-2">{point.title}</span>
          </span>
          <StatusMark status={point.status} />
        </button>
      ))}
    </div>
  );
}
