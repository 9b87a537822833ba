import { useTranslation } from 'react-i18next';
import { Link } from '#app/ui/link.tsx';
import { State } from '#app/ui/state.tsx';

type Promises = {
  readonly onTrack: number;
  readonly clearance: number;
  readonly unanswered: number;
  readonly toConfirm: number;
  readonly late: number;
};

const parts = [
  {
    key: 'onTrack',
    label: 'today.on_track',
    shape: 'half',
    tone: 'plain',
    href: '/actions?mine=1&view=table',
  },
  {
    key: 'clearance',
    label: 'today.clearance',
    shape: 'clock',
    tone: 'wait',
    href: '/actions?mine=1&view=table&clearance=1',
  },
  {
    key: 'unanswered',
    label: 'today.unanswered',
    shape: 'dashed',
    tone: 'plain',

    href: '/actions?mine=1&view=table&state=proposed',
  },
  {
    key: 'toConfirm',
    label: 'today.confirming',
    shape: 'three-quarters',
    tone: 'plain',

    href: '/actions?mine=1&view=table&state=awaiting_confirmation',
  },
  {
    key: 'late',
    label: 'today.overdue',
    shape: 'triangle',
    tone: 'late',
    href: '/actions?mine=1&late=1&view=table',
  },
] as const;

/** How the promises of the own government stand: one bar, and each part with its number and its list. */
export function PromisesBar({ promises }: { readonly promises: Promises }) {
  const { t } = useTranslation('notification');
  return (
    <>
      <svg
        width="100%"
        height="14"
        role="img"
        aria-label={t('today.promises_bar', { ...promises })}
        className="block"
      >
        <defs>
          <pattern
            id="promises-hatch"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="3" height="6" className="fill-wait" />
          </pattern>
        </defs>
        {segments(promises).map(({ key, start, share }) => (
          <svg key={key} x={`${start}%`} width={`${share}%`} height="14">
            <rect
              width="100%"
              height="14"
              className={faces[key]}
              {...(key === 'clearance' && { fill: 'url(#promises-hatch)' })}
            />
            <rect x="0" y="0" width="2" height="14" className="fill-paper" />
          </svg>
        ))}
      </svg>
      <ul className="mt-2.5 mb-3 flex flex-wrap gap-x-6 gap-y-3">
        {parts.map(({ key, label, shape, tone, href }) => (
          <li key={key} className="relative">
            <b className="num block text-t-6 leading-tight">{promises[key]}</b>
            <Link href={href} className="text-ink no-underline after:absolute after:inset-0 hover:underline">
              <State shape={shape} tone={tone}>
                {t(label)}
              </State>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

const faces = {
  onTrack: 'fill-ink',
  clearance: 'stroke-wait stroke-2',
  unanswered: 'fill-sunk stroke-line-2 stroke-2',
  toConfirm: 'fill-panel stroke-ink stroke-3',
  late: 'fill-signal',
} as const satisfies Record<keyof Promises, string>;

/** Where each part of the bar begins and how wide it is, in percent of it. */
function segments(promises: Promises) {
  const total = parts.reduce((sum, { key }) => sum + promises[key], 0);
  let start = 0;
  return parts.flatMap(({ key }) => {
    if (promises[key] === 0) return [];
    const share = (promises[key] / total) * 100;
    const segment = { key, start, share };
    start += share;
    return [segment];
  });
}
