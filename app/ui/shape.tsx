import type { ReactElement } from 'react';

export type ShapeName =
  | 'ring'
  | 'dot'
  | 'half'
  | 'three-quarters'
  | 'check'
  | 'dashed'
  | 'double'
  | 'arrow'
  | 'minus'
  | 'cross'
  | 'clock'
  | 'triangle';

const ring = <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.6" />;
const round = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.5,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

/** Drawn on 16 x 16, in the order of a progression. What is cut out shows the panel. */
const shapes: Record<ShapeName, ReactElement> = {
  ring,
  dot: (
    <>
      {ring}
      <circle cx="8" cy="8" r="2.4" fill="currentColor" />
    </>
  ),
  half: (
    <>
      {ring}
      <path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor" />
    </>
  ),
  'three-quarters': (
    <>
      {ring}
      <path d="M8 8V1.8a6.2 6.2 0 1 1-6.2 6.2z" fill="currentColor" />
    </>
  ),
  check: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="m4.9 8.2 2.2 2.2 4.1-4.5" {...round} stroke="var(--panel)" strokeWidth="1.7" />
    </>
  ),
  dashed: (
    <circle
      cx="8"
      cy="8"
      r="6.2"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeDasharray="2.6 2.27"
    />
  ),
  double: (
    <>
      <rect
        x="1.8"
        y="1.8"
        width="8.5"
        height="8.5"
        rx="1"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
      />
      <rect x="5.7" y="5.7" width="8.5" height="8.5" rx="1" fill="currentColor" />
    </>
  ),
  arrow: (
    <>
      {ring}
      <path d="M5 8h6M8.6 5.5 11.1 8l-2.5 2.5" {...round} />
    </>
  ),
  minus: (
    <>
      {ring}
      <path d="M5 8h6" {...round} strokeWidth="1.6" />
    </>
  ),
  cross: (
    <>
      {ring}
      <path d="m5.7 5.7 4.6 4.6m0-4.6-4.6 4.6" {...round} />
    </>
  ),
  clock: (
    <>
      <path d="m8 1 6 3.5v7L8 15l-6-3.5v-7z" {...round} strokeLinecap="butt" />
      <path d="M8 4.8v3.4l2.3 1.5" {...round} />
    </>
  ),
  triangle: (
    <>
      <path d="M8 1.3 15 14H1z" fill="currentColor" />
      <path d="M8 6v3.6m0 1.9v.6" {...round} stroke="var(--panel)" strokeWidth="1.6" />
    </>
  ),
};

type ShapeProps = { readonly name: ShapeName; readonly size?: number | undefined };

/** The shape of a state. Always beside its word. */
export function Shape({ name, size = 15 }: ShapeProps) {
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
      className="shape"
    >
      {shapes[name]}
    </svg>
  );
}
