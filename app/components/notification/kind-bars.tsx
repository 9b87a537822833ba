import { useTranslation } from 'react-i18next';
import { groupOfKind, type KindGroup } from '#app/domain/incident/kinds.ts';
import { Link } from '#app/ui/link.tsx';
import type { IncidentKind } from '#prisma/generated/enums.ts';

type KindBarsProps = {
  readonly kinds: readonly { kind: IncidentKind; count: number }[];
  /** The list of one kind, of the same coast and week. */
  readonly hrefOf: (kind: IncidentKind) => string;
};

const fills = {
  gear: 'fill-g-gear',
  debris: 'fill-g-debris',
  nature: 'fill-g-nature',
  danger: 'fill-g-danger',
  other: 'fill-g-other',
} as const satisfies Record<KindGroup, string>;

/** New incidents by kind: name, bar in the colour of its group, number. */
export function KindBars({ kinds, hrefOf }: KindBarsProps) {
  const { t } = useTranslation('incident');
  const most = Math.max(1, ...kinds.map(({ count }) => count));
  return (
    <ul className="grid gap-1.5 text-t-2">
      {kinds.map(({ kind, count }) => (
        <li key={kind} className="relative grid grid-cols-[9rem_minmax(0,1fr)_2rem] items-center gap-2.5">
          <Link
            href={hrefOf(kind)}
            className="truncate text-ink no-underline after:absolute after:inset-0 hover:underline"
          >
            {t(`kind.${kind}`)}
          </Link>
          <svg width="100%" height="10" aria-hidden="true" className="block">
            <rect width={`${(count / most) * 100}%`} height="10" className={fills[groupOfKind[kind]]} />
          </svg>
          <b className="num">{count}</b>
        </li>
      ))}
    </ul>
  );
}
