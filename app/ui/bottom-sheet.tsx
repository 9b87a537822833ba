import { type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** How much shows: 96 px, 45 % or 92 % of the space that the sheet stands in. */
const snaps = ['peek', 'half', 'full'] as const;

export type Snap = (typeof snaps)[number];

/** What stays below the edge, of the sheet's own height (92 % of the space). */
const hidden = { peek: 'calc(100% - 96px)', half: '51.09%', full: '0px' } satisfies Record<Snap, string>;

type BottomSheetProps = {
  readonly label: string;
  readonly snap: Snap;
  readonly onSnapChange: (snap: Snap) => void;
  /** Shown in every position; dragging it moves the sheet. */
  readonly head: ReactNode;
  readonly children: ReactNode;
};

type Drag = {
  readonly startY: number;
  readonly startHidden: number;
  moved: boolean;
  lastY: number;
  speed: number;
  at: number;
};

/**
 * The sheet of a phone over a map: stands in a `relative` box. Moved by dragging, by pressing the grip, and with the
 * arrow keys on it.
 */
export function BottomSheet({ label, snap, onSnapChange, head, children }: BottomSheetProps) {
  const { t } = useTranslation('common');
  const sheet = useRef<HTMLElement>(null);
  const drag = useRef<Drag>();
  const justDragged = useRef(false);

  const onPointerDown = (event: PointerEvent) => {
    if (!sheet.current || event.button !== 0) return;
    const startHidden = hiddenNow(sheet.current);
    drag.current = {
      startY: event.clientY,
      startHidden,
      moved: false,
      lastY: event.clientY,
      speed: 0,
      at: event.timeStamp,
    };
    justDragged.current = false;
  };

  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const now = drag.current;
    const element = sheet.current;
    if (!now || !element) return;
    const way = event.clientY - now.startY;
    if (!now.moved && Math.abs(way) < 6) return;
    if (!now.moved) {
      now.moved = true;
      element.dataset.dragging = '';
      event.currentTarget.setPointerCapture(event.pointerId);
    }
    now.speed = (event.clientY - now.lastY) / Math.max(1, event.timeStamp - now.at);
    now.lastY = event.clientY;
    now.at = event.timeStamp;
    const most = element.offsetHeight - 96;
    element.style.setProperty('--sheet-hidden', `${Math.min(most, Math.max(0, now.startHidden + way))}px`);
  };

  const onPointerUp = (event: PointerEvent) => {
    const now = drag.current;
    const element = sheet.current;
    drag.current = undefined;
    if (!now?.moved || !element) return;
    justDragged.current = true;
    delete element.dataset.dragging;
    // Held still before letting go: no pull.
    const speed = event.timeStamp - now.at < 100 ? now.speed : 0;
    const next = settle(hiddenNow(element), element.offsetHeight, speed);
    element.style.setProperty('--sheet-hidden', hidden[next]);
    onSnapChange(next);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const next = keyed(event.key, snap);
    if (!next) return;
    event.preventDefault();
    onSnapChange(next);
  };

  const style: CSSProperties & Record<'--sheet-hidden', string> = { '--sheet-hidden': hidden[snap] };
  return (
    <section ref={sheet} aria-label={label} className="sheet" style={style}>
      <div className="sheet-shown">
        {/* Dragging is a shortcut for the pointer; the grip below does the same by key and press. */}
        <div
          className="sheet-head"
          role="presentation"
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerUp}
          onPointerCancel={onPointerUp}
          onClickCapture={(event) => {
            if (!justDragged.current) return;
            justDragged.current = false;
            event.preventDefault();
            event.stopPropagation();
          }}
        >
          <button
            type="button"
            className="sheet-grip"
            aria-label={`${t('sheet.grip')}: ${t(`sheet.${snap}`)}`}
            aria-expanded={snap !== 'peek'}
            onKeyDown={onKeyDown}
            onClick={() => onSnapChange(snap === 'half' ? 'full' : 'half')}
          />
          {head}
        </div>
        <div className="sheet-body">{children}</div>
      </div>
    </section>
  );
}

/** How many pixels of the sheet lie below the edge. */
function hiddenNow(element: HTMLElement): number {
  const space = element.offsetParent;
  const bottom = space ? space.getBoundingClientRect().bottom : window.innerHeight;
  return Math.max(0, element.getBoundingClientRect().bottom - bottom);
}

/** Where a sheet comes to rest: a quick pull goes one step on, else the nearest. `speed` in px per ms, down positive. */
export function settle(hiddenPixels: number, height: number, speed: number): Snap {
  const places = { full: 0, half: height * 0.5109, peek: height - 96 };
  const nearest = snaps.reduce((best, snap) =>
    Math.abs(places[snap] - hiddenPixels) < Math.abs(places[best] - hiddenPixels) ? snap : best,
  );
  if (Math.abs(speed) < 0.4) return nearest;
  const ahead = snaps.filter((snap) =>
    speed > 0 ? places[snap] >= hiddenPixels : places[snap] <= hiddenPixels,
  );
  return (speed > 0 ? ahead.at(-1) : ahead[0]) ?? nearest;
}

function keyed(key: string, snap: Snap): Snap | undefined {
  const at = snaps.indexOf(snap);
  switch (key) {
    case 'ArrowUp':
      return snaps[at + 1];
    case 'ArrowDown':
      return snaps[at - 1];
    case 'Home':
      return 'full';
    case 'End':
    case 'Escape':
      return 'peek';
    default:
      return undefined;
  }
}
