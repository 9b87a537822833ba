import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from '#app/ui/icon.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';

type WaitingRowProps = {
  readonly icon: LucideIcon;
  /** Why it waits. */
  readonly why: string;
  readonly title: ReactNode;
  /** What is behind it, in one sentence. */
  readonly note?: ReactNode;
  readonly meta: ReactNode;
  readonly href: string;
  readonly step: string;
  readonly primary: boolean;
};

/** One thing that cannot go on without the reader, and the way to it. */
export function WaitingRow({ icon, why, title, note, meta, href, step, primary }: WaitingRowProps) {
  return (
    <li className="grid grid-cols-[1.5rem_minmax(0,1fr)] items-center gap-x-2.5 gap-y-2 py-3.5 md:grid-cols-[1.5rem_minmax(0,1fr)_auto]">
      <Icon of={icon} className="mt-0.5 size-5 self-start" />
      <div className="grid min-w-0 gap-0.5">
        <p className="text-t-2 text-ink-2">{why}</p>
        <h3 className="leading-normal">{title}</h3>
        {note && <p className="text-t-2 text-ink-2">{note}</p>}
        <p className="num text-t-1 text-ink-2">{meta}</p>
      </div>
      <LinkButton
        href={href}
        variant={primary ? 'primary' : 'plain'}
        className="max-md:col-start-2 max-md:justify-self-end"
      >
        {step}
      </LinkButton>
    </li>
  );
}
