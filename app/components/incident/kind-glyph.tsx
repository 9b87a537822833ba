import type { IncidentKind } from '#prisma/generated/enums.ts';
import { classNames } from '#app/ui/class-names.ts';

type KindGlyphProps = {
  readonly kind: IncidentKind;
  /** Drawn for 16 px; 22 on tiles, 24 in heads. */
  readonly size?: number | undefined;
  readonly className?: string | undefined;
};

/** The glyph of an incident kind, from `public/kinds.svg`. Decorative; the kind's name stands beside it. */
export function KindGlyph({ kind, size = 16, className }: KindGlyphProps) {
  return (
    <svg
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
      className={classNames('kind', className)}
    >
      <use href={`/kinds.svg#k-${kind}`} />
    </svg>
  );
}

type KindDiscProps = {
  readonly kind: IncidentKind;
  /** Resolved incidents step back. */
  readonly off?: boolean | undefined;
};

/** The glyph in its disc, as on the map: for lists of incidents. */
export function KindDisc({ kind, off = false }: KindDiscProps) {
  return (
    <span className={classNames('kind-disc', off && 'kind-disc-off')}>
      <KindGlyph kind={kind} size={18} />
    </span>
  );
}
